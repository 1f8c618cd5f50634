import type {Annotator} from '../annotator.js'
import type {Reading} from '../reading.js'
import type {Span} from '../span.js'
import {TokenKind, type Tokens, wordAt} from '../tokens.js'
import {wordMask} from '../word-mask.js'
import {ordinals} from './event-span.js'
import {figureAt, gluedToNext, type Line, lineOf, numberWords} from './figure.js'
import {contextOf, type FigureContext} from './figure-context.js'
import {measureAt, measureWords} from './statistic-measure.js'
import {statisticSpan} from './statistic-span.js'

/** Words without which a sentence that has no digit has no statistic. */
const telling = new Set([
  ...numberWords,
  'twice',
  ...['doubl', 'tripl', 'quadrupl', 'halv'].flatMap((stem) =>
    ['e', 'es', 'ed', 'ing'].map((end) => stem + end),
  ),
  ...ordinals,
  ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'many'].map(
    (count) => `${count}fold`,
  ),
])
const moments = new Set(['minute', 'hour', 'second'])
const mayTell = wordMask([[...telling, 'every']])

/**
 * Figures that report a fact about health and so need a source: shares of people or cases, risks, effects, counts of
 * people and deaths, results of studies. Not doses, ages, dates, thresholds, targets, what a product is made of, prices,
 * names with digits, or one person's story. The span is the figure with the noun or verb that makes it a statistic.
 *
 * Sentences without a digit or a number word are passed over; the others are read once, each figure looking a bounded
 * number of words around.
 */
export const statistic: Annotator = {
  name: 'statistic',
  find: (reading) => {
    const spans: Span[] = []
    for (const sentence of sentencesWithFigures(reading)) {
      const from = reading.sentenceStarts[sentence]!
      const line = lineOf(reading.tokens, from, reading.sentenceStarts[sentence + 1]!)
      for (const {start, end} of statisticsIn(line)) {
        spans.push({start: reading.tokens.starts[from + start]!, end: reading.tokens.ends[from + end - 1]!})
      }
    }
    return spans
  },
}

/** Words with which a statistic or a figure can begin. */
const leading = new Set([...numberWords, 'a', ...measureWords])

/** Statistics of one sentence, as words `[start, end)` of the line, without overlap. */
const statisticsIn = (line: Line): readonly Span[] => {
  // A table's cell or a card's label, “55%”, says nothing by itself.
  if (!line.words.some((word) => /^[a-z]{2}/.test(word))) return []
  const found: Span[] = []
  let context: FigureContext | undefined
  let at = 0
  let free = 0
  while (at < line.words.length) {
    const word = line.words[at]!
    const leads = leading.has(word)
    const numeral = word.charCodeAt(0) >= 0x30 && word.charCodeAt(0) <= 0x39
    if (!leads && !numeral && !word.endsWith('fold')) {
      at++
      continue
    }
    context ??= contextOf(line)
    const measure = numeral ? undefined : measureAt(line, at, context)
    const figure = measure === undefined && !isPartOfName(line, at) ? figureAt(line, at) : undefined
    const span = measure ?? (figure === undefined ? undefined : statisticSpan(line, figure, context))
    if (span !== undefined && span.start >= free) {
      found.push(span)
      free = span.end
    }
    at = Math.max(span?.end ?? 0, figure?.end ?? 0, at + 1)
  }
  return found
}

/** The 19 of `COVID-19`, the parts of a telephone number, `1321N1`: a number that is glued to letters and is no figure. */
const isPartOfName = (line: Line, at: number): boolean => {
  const {words, tokens, from} = line
  if (tokens.kinds[from + at] !== TokenKind.number) return false
  if (at > 1 && words[at - 1] === '-' && gluedToNext(line, at - 2) && gluedToNext(line, at - 1)) return true
  return at + 1 < words.length && gluedToNext(line, at) && /^[a-z]+\d/.test(words[at + 1]!)
}

/** Indices of the sentences that have a digit or a number word, ascending. */
const sentencesWithFigures = ({tokens, sentenceStarts}: Reading): readonly number[] => {
  const found: number[] = []
  for (let sentence = 0; sentence + 1 < sentenceStarts.length; sentence++) {
    const from = sentenceStarts[sentence]!
    const to = sentenceStarts[sentence + 1]!
    if (hasNumber(tokens, from, to) || (mayTell(tokens, from, to) !== 0 && tells(tokens, from, to)))
      found.push(sentence)
  }
  return found
}

const hasNumber = ({kinds}: Tokens, from: number, to: number): boolean => {
  for (let token = from; token < to; token++) if (kinds[token] === TokenKind.number) return true
  return false
}

const tells = (tokens: Tokens, from: number, to: number): boolean => {
  for (let token = from; token < to; token++) {
    const word = wordAt(tokens, token)
    if (telling.has(word) || (word === 'every' && token + 1 < to && moments.has(wordAt(tokens, token + 1))))
      return true
  }
  return false
}
