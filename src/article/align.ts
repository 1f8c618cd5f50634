import {characterReferenceAt} from './character-reference.js'

/** What stands for something else in the source of a value. */
export type Notation =
  | 'markdown'
  | 'alternative'
  | 'code'
  | 'table-code'
  | 'yaml-double'
  | 'yaml-single'
  | 'plain'

export interface Alignment {
  readonly source: string
  /** Where the value's source ends. */
  readonly limit: number
  readonly notation: Notation
  /** How many `>` may stand in front of a continued line. */
  readonly quoteDepth: number
  /** Receives a piece of the value, `[from, to)`, and its place in the source, in order. */
  readonly write: (from: number, to: number, start: number, end: number) => void
}

/**
 * Walks a decoded value and its source together, so that offsets are carried and never searched for:
 *
 *     value    salt & lime⏎cured it
 *     source   salt &amp; lime ⏎> cured \it      (in a quote)
 *
 * Whatever does not fit becomes one piece that maps as a whole; nothing throws.
 *
 * @param from start of the part of `value` to walk
 * @param to its end
 * @param at where that part starts in the source
 * @returns where it ends in the source
 */
export const align = (value: string, from: number, to: number, at: number, alignment: Alignment): number => {
  const {source, limit, notation, write} = alignment
  if (limit - at === to - from && isVerbatim(value, from, to, source, at)) {
    write(from, to, at, limit)
    return limit
  }
  let i = from
  let j = at
  let runFrom = from
  let runAt = at
  const flush = (): void => {
    if (i > runFrom) write(runFrom, i, runAt, j)
  }
  while (i < to) {
    const wanted = value.charCodeAt(i)
    const found = j < limit ? source.charCodeAt(j) : -1
    if (
      wanted === found &&
      found !== backslash &&
      found !== ampersand &&
      found !== lineFeed &&
      found !== quoteMark
    ) {
      i++
      j++
      continue
    }
    const reference =
      found === ampersand && readsReferences(notation) ? characterReferenceAt(source, j) : undefined
    const isDecoded = reference !== undefined && value.startsWith(reference.text, i)
    const sourceLength = isDecoded ? reference.length : unitLength(value, i, j, found, alignment)
    if (sourceLength > 0) {
      const valueLength = isDecoded
        ? reference.text.length
        : 1 + Number(found === backslash && isSurrogatePair(value, i))
      flush()
      write(i, i + valueLength, j, j + sourceLength)
      i += valueLength
      j += sourceLength
    } else if (wanted === found) {
      i++
      j++
      continue
    } else {
      flush()
      if (found === -1 || !isSkipped(found, notation)) {
        write(i, to, Math.min(j, limit), limit)
        return limit
      }
      j++
    }
    runFrom = i
    runAt = j
  }
  flush()
  return j
}

/** Length in the source of what stands for the one character `value[i]` in other words than its own; 0 when nothing does. */
const unitLength = (value: string, i: number, at: number, found: number, alignment: Alignment): number => {
  const {source, notation} = alignment
  const wanted = value.charCodeAt(i)
  if (isBreak(wanted, notation)) {
    const length = lineEndAt(alignment, at, value, i + 1)
    if (length > 0) return length
  }
  if (found === backslash) return escapeLength(source, at, wanted, notation)
  if (
    found === quoteMark &&
    notation === 'yaml-single' &&
    wanted === found &&
    source.charCodeAt(at + 1) === found
  )
    return 2
  return wanted === 0xfffd && found === 0 ? 1 : 0
}

/** A value with its line endings made one; both parsers leave them as they are in the source. */
export const withLineFeeds = (value: string): string =>
  value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value

const backslash = 0x5c
const ampersand = 0x26
const lineFeed = 0x0a
const carriageReturn = 0x0d
const quoteMark = 0x27
const greaterThan = 0x3e

const isVerbatim = (value: string, from: number, to: number, source: string, at: number): boolean => {
  if (from === 0 && to === value.length) return source.startsWith(value, at)
  return source.startsWith(value.slice(from, to), at)
}

const readsReferences = (notation: Notation): boolean => notation === 'markdown' || notation === 'alternative'

/** White space that a value has lost; in alternative text the marks of emphasis, code and links too. */
const isSkipped = (code: number, notation: Notation): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  (notation === 'alternative' && code < 128 && punctuation.test(String.fromCharCode(code)))

const isSurrogatePair = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800

/** In code a line break reads as a space, and in a folded YAML scalar too. */
const isBreak = (wanted: number, notation: Notation): boolean =>
  wanted === lineFeed || (wanted === 32 && notation !== 'plain' && !readsReferences(notation))

/** Length of the line ending at `at`, with the blanks before it and the indentation and `>` behind it; 0 when there is none. */
const lineEndAt = (
  {source, limit, quoteDepth}: Alignment,
  at: number,
  value: string,
  next: number,
): number => {
  let j = at
  while (j < limit && (source.charCodeAt(j) === 32 || source.charCodeAt(j) === 9)) j++
  const code = source.charCodeAt(j)
  if (j >= limit || (code !== lineFeed && code !== carriageReturn)) return 0
  j += code === carriageReturn && source.charCodeAt(j + 1) === lineFeed ? 2 : 1
  const wanted = next < value.length ? value.charCodeAt(next) : -1
  let marks = 0
  let indent = 0
  while (j < limit) {
    const here = source.charCodeAt(j)
    // Four columns in, a `>` opens no quote: it continues the paragraph.
    if (here === greaterThan && marks < quoteDepth && (indent < 4 || wanted !== greaterThan)) {
      marks++
      indent = 0
    } else if ((here === 32 || here === 9) && here !== wanted) indent += here === 9 ? 4 : 1
    else break
    j++
  }
  return Math.min(j, limit) - at
}

const punctuation = /[!-/:-@[-`{-~]/

/** Length of the escape at `at` when it stands for `wanted`; 0 when the backslash is only a backslash. */
const escapeLength = (source: string, at: number, wanted: number, notation: Notation): number => {
  const next = source.charCodeAt(at + 1)
  if (readsReferences(notation)) return next === wanted && punctuation.test(source[at + 1] ?? '') ? 2 : 0
  if (notation === 'table-code') return next === 0x7c && wanted === next ? 2 : 0
  if (notation !== 'yaml-double') return 0
  const letter = source[at + 1]
  if (letter === 'x') return 4
  if (letter === 'u') return 6
  if (letter === 'U') return 10
  return letter === '\n' || letter === '\r' ? 0 : 2
}
