import {
  clockFollowers,
  closingAbbreviations,
  domainEndings,
  labelNouns,
  numberedAbbreviations,
  openAbbreviations,
  sentenceOpeners,
  shortForms,
  speechVerbs,
} from './abbreviations.js'
import {TokenKind, type Tokens} from './tokens.js'

const mark = (char: string): number => char.charCodeAt(0)
const point = mark('.')
const question = mark('?')
const exclamation = mark('!')
const ellipsis = mark('…')
const closers = new Set(Array.from(`"')]}*_`, mark))
const openers = new Set(Array.from(`"'([{*_`, mark))
const quotes = new Set(Array.from(`"'`, mark))
const openingQuotes = new Set(Array.from('“‘„«', mark))
const continuers = new Set(Array.from(',;:', mark))

/**
 * Finds where sentences begin in a run of tokens, by rule. A line break is no boundary: text is wrapped anywhere.
 * Every stop looks at a bounded number of tokens around it, so the time is linear in the number of tokens.
 *
 * @param from first token of the run, which begins a sentence
 * @param to exclusive
 * @param begin called with the first token of every sentence after the first, ascending
 */
export const splitSentences = (
  tokens: Tokens,
  from: number,
  to: number,
  begin: (token: number) => void,
): void => {
  const {folded, starts, kinds} = tokens
  let first = from
  for (let at = from; at < to; at++) {
    if (kinds[at] !== TokenKind.punctuation) continue
    const code = folded.charCodeAt(starts[at]!)
    if (code !== point && code !== question && code !== exclamation && code !== ellipsis) continue
    const stop = readStop(tokens, at, to)
    if (stop.next < to && endsSentence(tokens, first, stop, to)) {
      begin(stop.next)
      first = stop.next
    }
    at = stop.next - 1
  }
}

/** A stop, what closes after it, and where the text goes on:  `safe?!”) [3] The` — stops, closers, citation, next. */
interface Stop {
  /** Index of the first stop token. */
  readonly at: number
  readonly kind: 'point' | 'ellipsis' | 'question' | 'exclamation'
  /** A quotation mark or bracket closed after the stop. */
  readonly closed: boolean
  /** A citation mark followed, which ends a sentence whatever the point meant. */
  readonly cited: boolean
  readonly next: number
}

const readStop = (tokens: Tokens, at: number, to: number): Stop => {
  const {text, folded, starts, ends} = tokens
  let asked = false
  let exclaimed = false
  let points = 0
  let next = at
  for (; next < to && (next === at || adjacent(tokens, next)); next++) {
    const code = folded.charCodeAt(starts[next]!)
    if (code === question) asked = true
    else if (code === exclamation) exclaimed = true
    else if (code === point) points += ends[next]! - starts[next]!
    else if (code === ellipsis) points += 3
    else break
  }
  const kind = asked ? 'question' : exclaimed ? 'exclamation' : points > 1 ? 'ellipsis' : 'point'
  const afterStops = next
  while (
    next < to &&
    adjacent(tokens, next) &&
    closers.has(folded.charCodeAt(starts[next]!)) &&
    !openingQuotes.has(text.charCodeAt(starts[next]!)) &&
    // A straight mark right before a letter opens what follows.
    !(next > afterStops && next + 1 < to && adjacent(tokens, next + 1) && isWord(tokens, next + 1))
  )
    next++
  const closed = next > afterStops
  const afterCitation = endOfCitation(tokens, next, to)
  return {at, kind, closed, cited: afterCitation > next, next: afterCitation}
}

/** Steps over `[1]`, `[2, 3–5]`, a superscript, or a bare number glued to the stop (`trial.12 The`). */
const endOfCitation = (tokens: Tokens, at: number, to: number): number => {
  const {folded, starts, kinds} = tokens
  if (at >= to) return at
  if (folded.charCodeAt(starts[at]!) === mark('[') && kinds[at + 1] === TokenKind.number) {
    for (let end = at + 1; end < to && end < at + 16; end++) {
      const code = folded.charCodeAt(starts[end]!)
      if (code === mark(']')) return end + 1
      if (kinds[end] !== TokenKind.number && code !== mark(',') && code !== mark('-')) return at
    }
    return at
  }
  // A comma or a hyphen may join numbers, but begins none: “et al., 2006”.
  if (tokens.kinds[at] === TokenKind.punctuation) return at
  let end = at
  while (end < to && end < at + 9 && adjacent(tokens, end) && isReferenceMark(tokens, end)) end++
  return end > at && end < to && !adjacent(tokens, end) ? end : at
}

const isReferenceMark = (tokens: Tokens, at: number): boolean => {
  const code = tokens.folded.charCodeAt(tokens.starts[at]!)
  const superscript = code === 0xb9 || code === 0xb2 || code === 0xb3 || (code >= 0x2070 && code <= 0x2079)
  const small = tokens.kinds[at] === TokenKind.number && tokens.ends[at]! - tokens.starts[at]! <= 3
  return superscript || small || code === mark(',') || code === mark('-')
}

const endsSentence = (tokens: Tokens, first: number, stop: Stop, to: number): boolean => {
  const {folded, starts} = tokens
  const {next} = stop
  const code = folded.charCodeAt(starts[next]!)
  if (continuers.has(code)) return false
  const spaced = !adjacent(tokens, next)
  const opening = firstLetter(tokens, next, to)
  const small = isWord(tokens, opening) && !isCapitalized(tokens, opening) && !hasCapital(tokens, opening)
  if (!spaced) return isGlued(tokens, stop)
  if (stop.closed && small) return false
  if (stop.kind === 'question' || stop.kind === 'exclamation')
    return !(stop.closed && isSpeech(tokens, next, to))
  if (stop.kind === 'ellipsis') return !small && !isOpenBracket(tokens, stop.at - 1)
  // A closing mark or citation cannot stand inside an abbreviation.
  if (stop.cited) return !small
  if (stop.closed) return true
  return pointEnds(tokens, first, stop.at, next, opening, small)
}

/** `at` is the point, `next` what follows after a space, `opening` the first word or number of that. */
const pointEnds = (
  tokens: Tokens,
  first: number,
  at: number,
  next: number,
  opening: number,
  small: boolean,
): boolean => {
  const {starts, ends, kinds} = tokens
  const before = at - 1
  if (before < first || !adjacent(tokens, at)) return !small
  // “1.” at the beginning numbers what follows.
  if (kinds[before] === TokenKind.number)
    return !small && !(before === first && ends[before]! - starts[before]! <= 3)
  if (kinds[before] !== TokenKind.word) return !small
  const dotted = startOfDotted(tokens, first, before)
  const word = tokens.folded.slice(starts[dotted], ends[before])
  if (openAbbreviations.has(word)) return false
  const numeral = kinds[opening] === TokenKind.number
  if (numberedAbbreviations.has(word) && (numeral || isLabel(tokens, opening))) return false
  const opener = isCapitalized(tokens, opening) && sentenceOpeners.has(wordOf(tokens, opening))
  if (dotted < before) return dottedEnds(tokens, dotted, opening, opener)
  if (closingAbbreviations.has(word)) return opener || (next !== opening && isCapitalized(tokens, opening))
  if (shortForms.has(word)) return !small && !numeral
  if (word.length === 1 && isCapitalized(tokens, before))
    return opener || (!small && !isInitial(tokens, first, before))
  return !small || word.length > 3
}

/** “U.S. The” ends, “U.S. Congress” does not; “i.v. Patients” ends, “9 a.m. Monday” does not. */
const dottedEnds = (tokens: Tokens, dotted: number, opening: number, opener: boolean): boolean => {
  if (opener) return true
  if (isCapitalized(tokens, dotted)) return false
  return isCapitalized(tokens, opening) && !clockFollowers.has(wordOf(tokens, opening))
}

/** The first token of `e.g`, `U.S.A`, `Ph.D` that ends with word `last`; `last` itself when nothing is dotted. */
const startOfDotted = (tokens: Tokens, first: number, last: number): number => {
  let start = last
  while (
    start - 2 >= first &&
    last - start < 10 &&
    adjacent(tokens, start) &&
    adjacent(tokens, start - 1) &&
    isWord(tokens, start - 2) &&
    tokens.ends[start - 2]! - tokens.starts[start - 2]! <= 2 &&
    tokens.ends[start - 1]! - tokens.starts[start - 1]! === 1 &&
    tokens.folded.charCodeAt(tokens.starts[start - 1]!) === point
  )
    start -= 2
  return start
}

/** The J of “by J. Smith”, but not the C of “vitamin C.” or of “plans B and C.” */
const isInitial = (tokens: Tokens, first: number, at: number): boolean =>
  at === first || !labelNouns.has(wordOf(tokens, at - 1))

/** `S1`, `A`, `IV` after “Fig.” or “Table”. */
const isLabel = (tokens: Tokens, at: number): boolean =>
  isCapitalized(tokens, at) &&
  tokens.ends[at]! - tokens.starts[at]! <= 2 &&
  !sentenceOpeners.has(wordOf(tokens, at))

/** “Depression?Have you” and “better.The next” lost their space; `example.com?Id=3`, `Ph.D` and `Notes.Pdf` did not. */
const isGlued = (tokens: Tokens, stop: Stop): boolean => {
  const {next, at} = stop
  if (!isCapitalized(tokens, next) || at === 0 || !adjacent(tokens, at)) return false
  const before = at - 1
  const length = tokens.ends[next]! - tokens.starts[next]!
  const oneLetterWord = length === 1 && sentenceOpeners.has(wordOf(tokens, next))
  const plainWord = length > 1 && !hasCapital(tokens, next)
  if (!plainWord && !oneLetterWord) return false
  if (stop.kind === 'point' && isWord(tokens, before)) {
    const short = tokens.ends[before]! - tokens.starts[before]! < 2 || hasCapital(tokens, before)
    if (short || openAbbreviations.has(wordOf(tokens, before))) return false
  }
  return !domainEndings.has(wordOf(tokens, next)) && !inAddress(tokens, at, next)
}

/** Whether the run of letters without a space that token `at` stands in looks like an address; looks back 200 letters. */
const inAddress = (tokens: Tokens, at: number, next: number): boolean => {
  const {folded, starts, ends} = tokens
  const after = folded.charCodeAt(ends[next]!)
  if (after === mark('@') || after === mark('/')) return true
  const limit = Math.max(0, starts[at]! - 200)
  for (let offset = starts[at]! - 1; offset >= limit; offset--) {
    const code = folded.charCodeAt(offset)
    if (code <= 32) return folded.startsWith('www.', offset + 1)
    if (code === mark('/') || code === mark('@')) return true
  }
  return folded.startsWith('www.', limit)
}

/** “Will it work?” Maria Lopez asked — up to four capitalized words and a verb of speech. */
const isSpeech = (tokens: Tokens, next: number, to: number): boolean => {
  for (let at = next; at < to && at < next + 6; at++) {
    if (speechVerbs.has(wordOf(tokens, at))) return at > next
    const isPoint = tokens.folded.charCodeAt(tokens.starts[at]!) === point
    if (!isCapitalized(tokens, at) && !isPoint) return false
  }
  return false
}

const firstLetter = (tokens: Tokens, next: number, to: number): number => {
  let at = next
  while (at + 1 < to && at < next + 4 && openers.has(tokens.folded.charCodeAt(tokens.starts[at]!))) at++
  return at
}

const isOpenBracket = (tokens: Tokens, at: number): boolean => {
  const code = at < 0 ? 0 : tokens.folded.charCodeAt(tokens.starts[at]!)
  return code === mark('[') || code === mark('(') || (quotes.has(code) && adjacent(tokens, at + 1))
}

/** Whether nothing stands between token `at` and the one before it. */
const adjacent = (tokens: Tokens, at: number): boolean => at > 0 && tokens.ends[at - 1] === tokens.starts[at]

const isWord = (tokens: Tokens, at: number): boolean => tokens.kinds[at] === TokenKind.word

const wordOf = (tokens: Tokens, at: number): string => tokens.folded.slice(tokens.starts[at], tokens.ends[at])

/** Folding lowers letters and nothing else does, so a letter that folding changed was a capital. */
const isCapitalized = (tokens: Tokens, at: number): boolean =>
  isWord(tokens, at) &&
  tokens.text.charCodeAt(tokens.starts[at]!) !== tokens.folded.charCodeAt(tokens.starts[at]!)

/** A capital after the first letter: `mRNA`, `pH`, `NHS`. */
const hasCapital = (tokens: Tokens, at: number): boolean => {
  const {text, folded, starts, ends} = tokens
  for (let offset = starts[at]! + 1; offset < ends[at]!; offset++)
    if (text.charCodeAt(offset) !== folded.charCodeAt(offset) && text.charCodeAt(offset) !== 0x2019)
      return true
  return false
}
