import type {Span} from '../../../article/article.js'

/** “\\[name]”, “/[id]/”: part of a path. */
export const isPath = (text: string, {start, end}: Span): boolean =>
  isSlash(text[start - 1]) || isSlash(text[end])

const isSlash = (char: string | undefined): boolean => char === '\\' || char === '/'

/** “+[country code][area code]” is how a format is written. */
export const isFormatOfCode = (text: string, {start, end}: Span): boolean =>
  text[start] === '[' && (text[end] === '[' || text[start - 1] === ']')

/**
 * Whether a line is drawn with bars, which is a picture of a screen, or a row of a table that lost its head. The line
 * last asked for is kept: one may hold thousands of slots.
 */
export const pictureFinder = (text: string): ((at: number) => boolean) => {
  let line = {start: 0, end: -1, isDrawn: false}
  return (at) => {
    if (at < line.start || at > line.end) {
      const next = text.indexOf('\n', at)
      const start = text.lastIndexOf('\n', at) + 1
      const end = next < 0 ? text.length : next
      const drawn = text.slice(start, end).trim()
      line = {start, end, isDrawn: /[│║┃]/u.test(drawn) || /^\|.*\|$/u.test(drawn)}
    }
    return line.isDrawn
  }
}

/** A bracket behind a slash or a bar, or an arrow: “[Add citation] / [Save]”, “[image of a hotel] → hotel”. */
const besideButton = /^\W{0,6}[/|·]\W{0,6}\[|^\W{0,2}→/u

/** “Users → [Add address]”, “click [Add address]”: a way through the screens of a program. */
const onTheWay = /(?:→|>|\b(?:click|choose|select|tap|press)(?: the| on)?)\P{L}{0,6}$/iu

export const isButton = (text: string, {start, end}: Span): boolean =>
  text[start] === '[' &&
  (besideButton.test(text.slice(end, end + 16)) ||
    onTheWay.test(text.slice(Math.max(0, start - 24), start))) &&
  !/^\[(?:your|insert)/iu.test(text.slice(start, end))

/** Characters between a picture and its caption, at most: a text may hold thousands of such brackets. */
const nearby = 2000

/** “[Image: Steam rises from a cup]” beside the picture whose alternative text it repeats. */
export const isCaption = (text: string, {start, end}: Span): boolean => {
  const words = /^\[image: (?<words>[^\]]{12,})\]$/iu.exec(text.slice(start, end))?.groups?.['words']
  if (words === undefined) return false
  const reach = nearby + words.length
  return (
    text.slice(Math.max(0, start - reach), start).includes(words) ||
    text.slice(end, end + reach).includes(words)
  )
}

/** A claim of this many words asks for a source; “the fun (citation needed) of it” is a joke. */
const wordsOfClaim = 7

/** “We are experts (citation needed)”: behind a few words, or in the midst of them. */
export const isJoke = (text: string, {start, end}: Span, claim: string): boolean =>
  /^\((?:citation|source|reference)\s+needed\)$/iu.test(text.slice(start, end)) &&
  (!/^[.;]/u.test(text.slice(end, end + 1)) || isShort(claim))

/** Counts no further than it must: a sentence may be one such claim after the other. */
const isShort = (claim: string): boolean => {
  let words = 0
  for (const _ of claim.matchAll(/[\p{L}\p{N}’'-]+/gu)) if (++words === wordsOfClaim) return false
  return true
}
