import type {Span} from '../span.js'
import {near, withModifiers} from './around.js'
import type {Line} from './figure.js'
import type {FigureContext} from './figure-context.js'
import {anyone, events, measures, outcomes, outcomeVerbs, ranked, rankings} from './statistic-words.js'

const amounts = new Set(['dose', 'doses', 'dosage', 'recipe', 'amount', 'be'])

const moment = /^(?:seconds?|minutes?|hours?|days?)$/
const befalling =
  /^(?:dies?|dying|deaths?|gets?|diagnosed|hospitali[sz]ed|killed|affected|lost|injured|treated|falls?|breaks?|develops?|suffers?|has|have|loses?|takes?)$/

/** “Every 40 seconds, someone has a stroke”, “one person dies of melanoma every hour”; not “one tablet every hour”. */
export const everySpan = ({words}: Line, at: number): Span | undefined => {
  let end = at + 1
  while (end < at + 5 && !moment.test(words[end] ?? '')) end++
  if (!moment.test(words[end] ?? '')) return undefined
  const whom = (from: number, to: number): boolean =>
    near(words, from, to, anyone) && words.slice(Math.max(0, from), to).some((word) => befalling.test(word))
  if (words[end] === 'day' || words[end] === 'days') {
    if (end === at + 1) return undefined
  }
  return whom(end + 1, end + 9) || whom(at - 9, at) ? {start: at, end: end + 1} : undefined
}

export const ordinals: readonly string[] = [
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

/** “the third leading cause of death”, “second most common cancer”. */
export const rankSpan = ({words}: Line, at: number): Span | undefined => {
  let next = at + 1
  if (words[next] === '-') next++
  if (words[next] === 'most') next++
  if (!rankings.has(words[next] ?? '')) return undefined
  for (let end = next + 1; end < next + 4; end++) {
    if (!ranked.has(words[end] ?? '')) continue
    const of = words[end + 1] === 'of' || words[end + 1] === 'in' || words[end + 1] === 'among'
    return {start: at, end: of && /^[a-z]/.test(words[end + 2] ?? '') ? end + 3 : end + 1}
  }
  return undefined
}

const since = new Set([
  'since',
  'in',
  'over',
  'between',
  'from',
  'during',
  'within',
  'after',
  'among',
  'when',
  'by',
])

/** “Childhood diabetes has doubled since 2002”: what has grown stands before the verb. */
export const grownSpan = (line: Line, at: number, context: FigureContext): Span | undefined => {
  const {words} = line
  if (context.money || context.firstPerson || !since.has(words[at + 1] ?? '')) return undefined
  if (near(words, 0, at, amounts)) return undefined
  const told = [events, measures, outcomes].some((set) => near(words, at - 10, at, set))
  return told || (outcomeVerbs.has(words[at - 1] ?? '') && context.people)
    ? {start: withModifiers(line, at), end: at + 1}
    : undefined
}
