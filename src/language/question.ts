import type {Reading} from './reading.js'
import type {Span} from './span.js'
import {TokenKind, type Tokens, wordAt} from './tokens.js'
import {wordSet} from './word-set.js'

/** Begin a question when a subject follows, and hardly ever a heading that is none. */
const auxiliaries = wordSet(
  'does did is are was were am can could should shall will would has had might must isn arent',
)
/** Begin an order as often as a question (“Do yoga daily”, “Have a rest”), so the subject must be plain. */
const doubtful = new Set(['do', 'have', 'may'])
const plainSubjects = wordSet(
  'you we they i he she it these those people women men children adults patients there your our my their any all',
)
/** “How to cure” orders and “Why ginger cures” presupposes: these ask only before an auxiliary. */
const presupposing = new Set(['how', 'why', 'when', 'where'])
const asking = new Set(['what', 'who', 'which', 'whose', 'whom', 'whether'])
const questionMark = 0x3f

/**
 * Whether a sentence asks.
 *
 * @param heading the sentence is a heading, where a question needs no mark: “Does ginger cure colds”
 */
export const isQuestion = (reading: Reading, sentence: number, heading = false): boolean => {
  const from = reading.sentenceStarts[sentence]!
  return questionCue(reading.tokens, from, reading.sentenceStarts[sentence + 1]!, from, heading) !== undefined
}

/** The mark or word that makes a question of what token `target` stands in; `from` and `to` bound the sentence. */
export const questionCue = (
  tokens: Tokens,
  from: number,
  to: number,
  target: number,
  heading: boolean,
): Span | undefined => {
  const mark = markAfter(tokens, target, to)
  if (mark !== undefined) return {start: tokens.starts[mark]!, end: tokens.ends[mark]!}
  if (!heading) return undefined
  for (let at = from, limit = Math.min(to, from + 12); at < limit; at++) {
    const opens = at === from || tokens.folded.charCodeAt(tokens.starts[at - 1]!) === 0x3a
    if (!opens) continue
    const word = skipLabels(tokens, at, to)
    if (word < to && asks(tokens, word, to)) return {start: tokens.starts[word]!, end: tokens.ends[word]!}
  }
  return undefined
}

/** A question mark at the end of the sentence, or inside it after the target: “Does it cure?” she asked. */
const markAfter = (tokens: Tokens, target: number, to: number): number | undefined => {
  for (let at = to - 1, limit = Math.max(target, to - 6); at >= limit; at--) if (isMark(tokens, at)) return at
  for (let at = target, limit = Math.min(to, target + 60); at < limit; at++) if (isMark(tokens, at)) return at
  return undefined
}

const isMark = (tokens: Tokens, at: number): boolean =>
  tokens.kinds[at] === TokenKind.punctuation &&
  tokens.folded.charCodeAt(tokens.starts[at]!) === questionMark &&
  // “(?)” is a remark, not a question.
  !(at > 0 && tokens.folded.charCodeAt(tokens.starts[at - 1]!) === 0x28)

/** Steps over `Q:`, `3.` and marks. */
const skipLabels = (tokens: Tokens, from: number, to: number): number => {
  let at = from
  while (at < to && at < from + 5 && (tokens.kinds[at] !== TokenKind.word || wordAt(tokens, at) === 'q')) at++
  return at
}

const asks = (tokens: Tokens, at: number, to: number): boolean => {
  const word = wordAt(tokens, at)
  const next = at + 1 < to ? wordAt(tokens, at + 1) : ''
  if (next === '' || next === 'not') return false
  if (auxiliaries.has(word)) return next !== 'do'
  if (doubtful.has(word))
    return plainSubjects.has(next) || next === "n't" || (word === 'do' && isPluralSubject(tokens, at + 1, to))
  if (presupposing.has(word))
    return auxiliaries.has(next) || doubtful.has(next) || next === 'much' || next === 'many'
  return asking.has(word)
}

/** “Do vitamins help”: a plural and, right after it or a word later, something that is no end of an order. */
const isPluralSubject = (tokens: Tokens, at: number, to: number): boolean => {
  const limit = Math.min(to - 1, at + 3)
  for (let index = at; index < limit; index++) if (/[^s]s$/.test(wordAt(tokens, index))) return true
  return false
}
