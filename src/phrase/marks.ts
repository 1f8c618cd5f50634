import {objectReplacement} from '../language/object-replacement.js'

/** What a mark is to the matcher. `folded` and offsets are those of `Tokens`. */
export const MarkKind = {
  /** Looked through between words: hyphens inside a word, quotation marks. */
  transparent: 0,
  /** `—`, `--`, and a hyphen with a space on either side. */
  dash: 1,
  /** `…`, `...` and any longer run of points. */
  ellipsis: 2,
  /** Every other mark; a run of it counts as one. */
  plain: 3,
} as const

/** The spellings that the two kinds of mark with several spellings share in the vocabulary. */
export const dashMark = '—'
export const ellipsisMark = '...'

const hyphen = 0x2d
const doubleQuote = 0x22
const singleQuote = 0x27
const emDash = 0x2014
const point = 0x2e
const ellipsis = 0x2026

const isSpaceAt = (text: string, at: number): boolean => {
  if (at < 0 || at >= text.length) return true
  const code = text.charCodeAt(at)
  return code === 0x20 || (code >= 0x09 && code <= 0x0d)
}

/**
 * @param folded folded text
 * @param start offset of the mark
 * @param end offset after it
 */
export const markKind = (folded: string, start: number, end: number): number => {
  const code = folded.charCodeAt(start)
  if (code === doubleQuote || code === singleQuote) return MarkKind.transparent
  if (code === hyphen) {
    const spaced = isSpaceAt(folded, start - 1) && isSpaceAt(folded, end)
    return spaced || end - start > 1 ? MarkKind.dash : MarkKind.transparent
  }
  if (code === emDash) return MarkKind.dash
  if (code === ellipsis || (code === point && end - start > 1)) return MarkKind.ellipsis
  return MarkKind.plain
}

/** Code units of the one character that stands for a run of it. */
export const markWidth = (folded: string, start: number): number => {
  const code = folded.charCodeAt(start)
  return code >= 0xd800 && code <= 0xdbff ? 2 : 1
}

const codesOf = (marks: string): ReadonlySet<number> =>
  new Set(Array.from(marks, (mark) => mark.charCodeAt(0)))

/** The code unit of what stands for code in a line, which a gap counts as a word and an edge does not look through. */
export const objectUnit = objectReplacement.charCodeAt(0)

const gapStops = codesOf(';:?!|•●▪◦‣')
const saying = codesOf(`%‰$£€¥+=≥≤±&@°${objectReplacement}`)

/** Whether a gap ends before the mark that begins with this code unit. */
export const stopsGap = (code: number): boolean => gapStops.has(code)

/** Whether a sentence or block can be said to begin behind, or end before, the mark: a bullet can, a `%` cannot. */
export const isEdgeMark = (code: number): boolean => !saying.has(code)
