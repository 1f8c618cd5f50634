import type {Span} from '../span.js'
import {wordSet} from '../word-set.js'
import {compares, comparisonEnd, near, withModifiers} from './around.js'
import {everySpan, grownSpan, ordinals, rankSpan} from './event-span.js'
import {isNumber, type Line, writtenIn} from './figure.js'
import type {FigureContext} from './figure-context.js'
import {measures, multiplyingVerbs, outcomes, phraseEnds} from './statistic-words.js'

/** Statistics that begin with a word of their own: `OR 2.4`, `p < 0.01`, “twice as likely”, “doubles the risk”. */
export const measureAt = (line: Line, at: number, context: FigureContext): Span | undefined => {
  if (context.imagined) return undefined
  const word = line.words[at]!
  if (word === 'twice') return twice(line, at)
  if (multiplyingVerbs.has(word))
    return context.ordering ? undefined : (multiplied(line, at) ?? grownSpan(line, at, context))
  if (word === 'every') return everySpan(line, at)
  if (ordinalWords.has(word)) {
    const rank = rankSpan(line, at)
    if (rank !== undefined) return rank
  }
  if (word.endsWith('fold') && near(line.words, 0, line.words.length, assays)) return undefined
  if (word.endsWith('fold') && /^(?:two|three|four|five|six|seven|eight|nine|ten|many)fold$/.test(word))
    return {start: withModifiers(line, at), end: at + 1}
  if (word === 'average') return averaged(line, at, context)
  return abbreviated(line, at) ?? spelled(line, at)
}

/** A fourfold rise of antibodies makes a diagnosis. */
const assays = new Set([
  'titer',
  'titers',
  'titre',
  'titres',
  'titer',
  'diagnosis',
  'igg',
  'ifa',
  'serum',
  'specimens',
  'dilution',
])

const ordinalWords = new Set(ordinals)

/** Written in capitals, since “or 27” is no odds ratio. */
const ratios = wordSet('OR HR RR aOR aHR aRR IRR SMD NNT NNH CI AUC WMD')

const signs = new Set([
  '<',
  '>',
  '=',
  '≤',
  '≥',
  ':',
  ',',
  '-',
  'of',
  'was',
  'is',
  'were',
  'are',
  'about',
  '(',
  '0',
])

const abbreviated = (line: Line, at: number): Span | undefined => {
  const {words} = line
  const word = words[at]!
  if (word.length > 3) return undefined
  if ((word === 'p' || word === 'r' || word === 'd') && /^[<>=≤≥]$/.test(words[at + 1] ?? '')) {
    // “p < .001”
    const value = words[at + 2] === '.' ? at + 3 : at + 2
    if (isNumber(line, value)) return {start: at, end: value + 1}
  }
  if (!ratios.has(writtenIn(line, at))) return undefined
  let next = at + 1
  while (next < at + 3 && signs.has(words[next] ?? '')) next++
  if (!isNumber(line, next)) return undefined
  return {start: at, end: next + 1}
}

const namedRatios = new Map([
  ['odds', 'ratio'],
  ['hazard', 'ratio'],
  ['risk', 'ratio'],
  ['rate', 'ratio'],
  ['relative', 'risk'],
  ['effect', 'size'],
  ['confidence', 'interval'],
])

const spelled = (line: Line, at: number): Span | undefined => {
  const {words} = line
  if (namedRatios.get(words[at]!) !== words[at + 1] || words[at + 1] === undefined) return undefined
  for (let next = at + 2; next < at + 6; next++) {
    if (isNumber(line, next)) return words[next + 1] === '%' ? undefined : {start: at, end: next + 1}
    if (!signs.has(words[next] ?? '') && !/^(?:is|about|approximately|around)$/.test(words[next] ?? ''))
      return undefined
  }
  return undefined
}

/** “twice as likely”, “twice the risk”; not “twice a day”. */
const twice = (line: Line, at: number): Span | undefined => {
  if (!compares(line, at + 1)) return undefined
  return {start: withModifiers(line, at), end: comparisonEnd(line, at + 1)}
}

/** “the risk of kidney disease”: what an illness ends with that has two words or more. */
const illnessHeads = wordSet(
  'disease diseases failure cancer cancers attack attacks disorder disorders syndrome infection infections injury injuries death loss defects pressure problems illness complications fracture fractures stroke arrest damage',
)

/** Behind the last such word of the next three, with nothing between that ends a phrase. */
const illnessEnd = (words: readonly string[], from: number): number => {
  let end = from
  for (let at = from; at < from + 3 && /^[a-z-]/.test(words[at] ?? '') && !phraseEnds.has(words[at]!); at++)
    if (illnessHeads.has(words[at]!)) end = at + 1
  return end
}

/** “doubles the risk of stroke”, “more than double growth hormone levels”. */
const multiplied = (line: Line, at: number): Span | undefined => {
  const {words} = line
  // “The rate is triple that of men”
  if (words[at + 1] === 'that' && near(words, 0, at, outcomes))
    return {start: withModifiers(line, at), end: at + 2}
  for (let next = at + 1; next < Math.min(words.length, at + 6); next++) {
    const word = words[next]!
    if (outcomes.has(word) || measures.has(word) || /^(?:median|mean)$/.test(word)) {
      let end = next + 1
      if (words[end] === 'of' && /^[a-z]/.test(words[end + 1] ?? ''))
        end += /^(?:a|an|the|having|getting|dying|developing)$/.test(words[end + 1]!) ? 3 : 2
      if (end > next + 1) end = illnessEnd(words, end)
      return {start: withModifiers(line, at), end: Math.min(end, words.length)}
    }
    if (/^[.,;:()]$/.test(word)) return undefined
  }
  return undefined
}

/** “On average, hot flashes last 7 years”. */
const averaged = (line: Line, at: number, context: FigureContext): Span | undefined => {
  const {words} = line
  if (words[at - 1] !== 'on' || context.money || context.ordering || context.firstPerson) return undefined
  for (let next = at + 1; next < Math.min(words.length, at + 12); next++) {
    if (/^(?:if|who|those|;|:|\(|—)$/.test(words[next]!) || (words[next] === ',' && next > at + 1))
      return undefined
    if (!isNumber(line, next)) continue
    const unit = words[next + 1] ?? ''
    if (words[next + 1] === '%' || !/^[a-z]/.test(unit) || phraseEnds.has(unit)) return undefined
    if (/^(?:mg|g|grams?|mcg|iu|ml|calories|kcal)$/.test(unit)) return undefined
    return {start: at - 1, end: next + 2}
  }
  return undefined
}

/** Words with which `measureAt` can find something, folded; besides “…fold”. */
export const measureWords: readonly string[] = [
  'twice',
  'average',
  'every',
  ...ordinals,
  'p',
  'r',
  'd',
  ...multiplyingVerbs,
  ...[...ratios].map((ratio) => ratio.toLowerCase()),
  ...namedRatios.keys(),
]
