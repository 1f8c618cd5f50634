import type {Span} from '../span.js'
import {wordSet} from '../word-set.js'
import {centres, unitEnd} from './amount.js'
import {near, withModifiers} from './around.js'
import type {Figure, Line} from './figure.js'
import type {FigureContext} from './figure-context.js'
import {changeNouns, habits, measures, outcomes, people, studied} from './statistic-words.js'

/** “The average American sleeps 6.8 hours”, “adults eat an average of 3,400 mg of salt”: what people do, measured. */
export const habitSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  if (context.ordering || context.goal || context.firstPerson || context.oneself || context.reader)
    return undefined
  const start = withModifiers(line, figure.start)
  const verb = words[words[start - 1] === 'for' ? start - 2 : start - 1] ?? ''
  const owned = /^(?:have|has|had)$/.test(verb) && words[figure.start - 1] === 'of'
  if (!(habits.has(verb) || owned) || !/^[a-z]/.test(words[figure.end] ?? '')) return undefined
  // What was taken in a trial is its method.
  if (/^(?:eat|ate|consumed?|dr[ai]nk|smoked|got)$/.test(verb) && near(words, 0, start, studied))
    return undefined
  const told = near(words, start, figure.start, centres) || near(words, figure.end, figure.end + 7, centres)
  const average = told ? context.people : isAverage(words, start)
  return average ? {start, end: figure.end + 1} : undefined
}

/** “the average person”, “the typical teenager” before a verb. */
const isAverage = (words: readonly string[], to: number): boolean => {
  for (let at = Math.max(0, to - 8); at < to - 1; at++)
    if (/^(?:average|typical)$/.test(words[at]!) && people.has(words[at + 1]!)) return true
  return false
}

/** “the median length of stay”, “the median time before it progressed” */
const stays = new Set(['stay', 'stays', 'before', 'until', 'progression', 'recovery', 'death'])

const untold = wordSet(
  'age ages aged follow-up followup duration dose dosage price salary fee wait height length cycle period person session',
)

/** “Median overall survival was 14.6 months”, “the average score three years on was 39”. */
export const centreSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  if (context.firstPerson || context.ordering || context.oneself) return undefined
  const start = withModifiers(line, figure.start)
  if (!/^(?:was|were|is|of|reached|=|:)$/.test(words[start - 1] ?? '')) return undefined
  for (let at = start - 2; at >= Math.max(0, start - 10); at--) {
    if (!centres.has(words[at]!)) continue
    const outcome = near(words, at, start, outcomes) || near(words, at, at + 6, stays)
    if ((!outcome && near(words, at, start, untold)) || words[figure.end + 1] === 'old') return undefined
    if (!outcome && !near(words, at, start, measures) && !near(words, at, start, changeNouns))
      return undefined
    return {start: at, end: unitEnd(line, figure.end) ?? figure.end}
  }
  return undefined
}
