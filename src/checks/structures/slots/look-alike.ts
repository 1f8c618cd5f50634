import type {Span} from '../../../article/article.js'

/** “\\[name]”, “/[id]/”: part of a path. */
export const isPath = (text: string, {start, end}: Span): boolean =>
  isSlash(text[start - 1]) || isSlash(text[end])

const isSlash = (char: string | undefined): boolean => char === '\\' || char === '/'

/** “+[country code][area code]” is how a format is written. */
export const isFormatOfCode = (text: string, {start, end}: Span): boolean =>
  text[start] === '[' && (text[end] === '[' || text[start - 1] === ']')

/** A line drawn with bars is a picture of a screen. */
export const isPicture = (text: string, {start}: Span): boolean => /[│║┃]/u.test(lineAt(text, start))

/** A bracket behind a slash or a bar, or an arrow: “[Add citation] / [Save]”, “[image of a hotel] → hotel”. */
const besideButton = /^\W{0,6}[/|·]\W{0,6}\[|^\W{0,2}→/u

/** “Users → [Add address]”, “click [Add address]”: a way through the screens of a program. */
const onTheWay = /(?:→|>|\b(?:click|choose|select|tap|press)(?: the| on)?)\P{L}{0,6}$/iu

export const isButton = (text: string, {start, end}: Span): boolean =>
  text[start] === '[' &&
  (besideButton.test(text.slice(end, end + 16)) ||
    onTheWay.test(text.slice(Math.max(0, start - 24), start))) &&
  !/^\[(?:your|insert)/iu.test(text.slice(start, end))

const lineAt = (text: string, at: number): string => {
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end)
}

/** “[Image: Steam rises from a cup]” beside the picture whose alternative text it repeats. */
export const isCaption = (text: string, {start, end}: Span): boolean => {
  const words = /^\[image: (?<words>[^\]]{12,})\]$/iu.exec(text.slice(start, end))?.groups?.['words']
  return words !== undefined && (text.indexOf(words) < start || text.includes(words, end))
}

/** A claim of this many words asks for a source; “the fun (citation needed) of it” is a joke. */
const wordsOfClaim = 7

/** “We are experts (citation needed)”: behind a few words, or in the midst of them. */
export const isJoke = (text: string, {start, end}: Span, claim: string): boolean =>
  /^\((?:citation|source|reference)\s+needed\)$/iu.test(text.slice(start, end)) &&
  (!/^[.;]/u.test(text.slice(end, end + 1)) ||
    (claim.match(/[\p{L}\p{N}’'-]+/gu) ?? []).length < wordsOfClaim)
