import {TokenKind, type Tokens} from './tokens.js'

/** Words between quotation marks: indices of the marks' tokens, `to` exclusive. */
export interface Quotation {
  readonly from: number
  readonly to: number
}

const double = 0x22
const single = 0x27
/** Words that a stray mark may enclose before we believe that its partner is missing. */
const longest = 400

/**
 * The outermost quotations of a block, in the order of the text. A typographic mark opens or closes by its form, a
 * straight one by the space beside it. A mark without a partner quotes nothing, unless it begins the block or stands
 * behind a colon: what somebody says in several paragraphs is opened in each and closed in the last, and a mark there
 * quotes the rest of its block.
 */
export const quotationsIn = (tokens: Tokens, from: number, to: number): readonly Quotation[] => {
  const quotations: Quotation[] = []
  // Where the last search for a partner ended in vain, for each kind of mark: nothing before that closes anything.
  const searched = new Map<number, number>()
  let at = from
  while (at < to) {
    const close = opens(tokens, at, from, to)
      ? (closeOf(tokens, at, to, searched) ?? (goesOn(tokens, at, from) ? to : undefined))
      : undefined
    if (close !== undefined) quotations.push({from: at, to: close})
    at = close ?? at + 1
  }
  return quotations
}

const isMark = (tokens: Tokens, at: number, code: number): boolean =>
  tokens.kinds[at] === TokenKind.punctuation && tokens.folded.charCodeAt(tokens.starts[at]!) === code

const opens = (tokens: Tokens, at: number, from: number, to: number): boolean => {
  const isDouble = isMark(tokens, at, double)
  if (!isDouble && !isMark(tokens, at, single)) return false
  const written = tokens.text[tokens.starts[at]!]!
  if ('“„«‘'.includes(written)) return true
  if ('”»’'.includes(written)) return false
  const touchesNext = at + 1 < to && tokens.starts[at + 1] === tokens.ends[at]
  const touchesLast = at > from && tokens.ends[at - 1] === tokens.starts[at]
  const afterWord =
    touchesLast && (tokens.kinds[at - 1] === TokenKind.word || tokens.kinds[at - 1] === TokenKind.number)
  return touchesNext && !afterWord
}

const colon = 0x3a

/** Whether a double mark stands where a speech of several paragraphs begins or goes on. */
const goesOn = (tokens: Tokens, at: number, from: number): boolean =>
  isMark(tokens, at, double) && (at === from || isMark(tokens, at - 1, colon))

const closeOf = (
  tokens: Tokens,
  open: number,
  to: number,
  searched: Map<number, number>,
): number | undefined => {
  const code = tokens.folded.charCodeAt(tokens.starts[open]!)
  const limit = Math.min(to, open + longest)
  for (let at = Math.max(open + 1, searched.get(code) ?? 0); at < limit; at++)
    if (isMark(tokens, at, code) && closes(tokens, at, to, code)) return at + 1
  searched.set(code, limit)
  return undefined
}

const closes = (tokens: Tokens, at: number, to: number, code: number): boolean => {
  const written = tokens.text[tokens.starts[at]!]!
  if ('“„«‘'.includes(written)) return false
  if (code === double) return '”»'.includes(written) || tokens.ends[at - 1] === tokens.starts[at]
  const beforeLetter =
    at + 1 < to && tokens.starts[at + 1] === tokens.ends[at] && tokens.kinds[at + 1] === TokenKind.word
  return tokens.ends[at - 1] === tokens.starts[at] && !beforeLetter
}
