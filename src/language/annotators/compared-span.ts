import type {Span} from '../span.js'
import {wordSet} from '../word-set.js'
import {centres, doses, isNumeral, isThing} from './amount.js'
import {changeBefore, near, withModifiers} from './around.js'
import type {Figure, Line} from './figure.js'
import type {FigureContext} from './figure-context.js'
import {isPlural} from './noun-after.js'
import {advising, measures, measureUnits, methodWords, studied} from './statistic-words.js'

const those = new Set(['those'])
const further = new Set(['longer', 'faster', 'heavier', 'lighter', 'taller'])
const added = new Set(['additional', 'extra'])
const thans = new Set(['than'])
const amounting = new Set(['fewer', 'less', 'extra', 'additional'])
const others = new Set(['the', 'those', 'their', 'other', 'on', 'controls', 'before'])

const shortening = wordSet(
  'lose loses lost losing gain gains gained add adds adding cost costs rob robs shave shaves shaved take takes cut cuts save saved',
)

const beside = new Set(['versus', 'vs', 'compared'])

/** “ate 385 more calories”, “slept 42 minutes longer”, “lose ten years of life”: told of people, and no advice. */
export const comparedSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  if (context.firstPerson || context.ordering || context.oneself) return undefined
  const start = withModifiers(line, figure.start)
  const next = words[figure.end] ?? ''
  if (
    /^(?:years?|months?|minutes?|days?)$/.test(next) &&
    /^(?:of|off|to)$/.test(words[figure.end + 1] ?? '')
  ) {
    const life = words
      .slice(figure.end + 2, figure.end + 6)
      .findIndex((word) => /^(?:life|lives|lifespan|stay|stays)$/.test(word))
    if (life >= 0 && near(words, start - 5, start, shortening)) return {start, end: figure.end + 3 + life}
  }
  const peopled = context.people || near(words, 0, start, those)
  if (context.money || !peopled || near(words, figure.start - 6, figure.start, advising)) return undefined
  const told =
    context.reporting ||
    near(words, figure.end, figure.end + 8, beside) ||
    near(words, figure.end, figure.end + 8, thans) ||
    measureUnits.has(next) ||
    near(words, 0, start, studied)
  if (!told && next !== 'fewer') return undefined
  const noun = words[figure.end + 1] ?? ''
  if (next === 'more' && isPlural(noun) && !/^(?:days|weeks|months|years|hours|times)$/.test(noun))
    return {start, end: figure.end + 2}
  if (amounting.has(next)) {
    for (const end of [figure.end + 1, figure.end + 2])
      if (isPlural(words[end] ?? '')) return {start, end: end + 1}
  }
  if (!isThing(next)) return undefined
  // “an additional 13 minutes of sleep”
  const long =
    !/^(?:years|months|weeks|days)$/.test(next) ||
    /^(?:life|sleep|survival)$/.test(words[figure.end + 2] ?? '')
  if (long && measureUnits.has(next) && near(words, start, figure.start, added))
    return {start, end: figure.end + 1}
  const than = words[figure.end + 2] === 'than'
  const degree = words[figure.end + 1] ?? ''
  const compared =
    further.has(degree) ||
    (/^(?:lower|higher|shorter)$/.test(degree) && measureUnits.has(next)) ||
    (/^(?:more|less|extra)$/.test(degree) && measures.has(words[figure.end + 2] ?? '')) ||
    (/^(?:later|earlier|sooner)$/.test(degree) && near(words, figure.end + 2, figure.end + 6, thans)) ||
    (/^(?:more|less|fewer)$/.test(degree) && than && others.has(words[figure.end + 3] ?? ''))
  return compared ? {start, end: figure.end + 2} : undefined
}

/** “The treated eyes gained 9.2 letters on the chart versus 1.3 for sham.” */
export const versusSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  if (!context.versus || context.ordering || context.firstPerson) return undefined
  const start = withModifiers(line, figure.start)
  if (context.people && isPair(line, figure)) return {start, end: figure.end + 1}
  const verb = figure.digits ? changeBefore(line, start) : undefined
  if (verb === undefined || near(words, verb - 6, start, doses) || !isThing(words[figure.end]))
    return undefined
  return near(words, figure.end, figure.end + 12, beside) ? {start: verb, end: figure.end + 1} : undefined
}

/** What has to be, or how a trial was made: no result. */
const prescribing = new Set(['need', 'needs', 'should', 'require', 'randomly'])

const notEffects =
  /^(?:calories|grams|milligrams|micrograms|units|dollars|times|doses|servings|cups|pills|tablets)$/

const spans = /^(?:for|over|after|in|within|at|every|each|of|aged?|ages|to|least)$/

/** “missed two days of work, compared with four for the dummy”: an amount and its counterpart. */
const isPair = (line: Line, figure: Figure): boolean => {
  const {words} = line
  const thing = words[figure.end] ?? ''
  const start = withModifiers(line, figure.start)
  if (!isPlural(thing) || !isThing(thing) || notEffects.test(thing)) return false
  const centred = words[start - 1] === 'of' && centres.has(words[start - 2] ?? '')
  if ((!centred && spans.test(words[start - 1] ?? '')) || methodWords.has(words[start - 1] ?? ''))
    return false
  if (near(words, 0, figure.start, prescribing)) return false
  for (let at = figure.end + 1; at < Math.min(words.length, figure.end + 20); at++) {
    if (!beside.has(words[at]!)) continue
    const next = /^(?:with|to)$/.test(words[at + 1] ?? '') ? at + 2 : at + 1
    for (let other = next; other < next + 4; other++) if (isNumeral(line, other)) return true
    return false
  }
  return false
}
