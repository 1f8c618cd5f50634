import type {Span} from '../span.js'
import {near, nearInClause, withModifiers} from './around.js'
import type {Figure, Line} from './figure.js'
import type {FigureContext} from './figure-context.js'
import {burdenWords, ills} from './statistic-words.js'

const prices = new Set(['cost', 'costs', 'costing'])
const currencySigns = new Set(['$', '£', '€'])

/** “costs the economy 100 billion dollars a year”, “drains £6 billion a year from the economy”; no company's money. */
export const costSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  let start = withModifiers(line, figure.start)
  if (figure.value < 1e6) return costOfOne(line, figure, start)
  const sign = currencySigns.has(words[start - 1] ?? '')
  if (sign) start = withModifiers(line, start - 1)
  else if (
    figure.vague &&
    words[figure.end - 1] !== 'of' &&
    !context.scope &&
    !near(words, start - 4, start, prices)
  )
    return undefined
  let end = figure.end
  const named = /^(?:dollars?|pounds?|euros?)$/.test(words[end] ?? '')
  if (named) end++
  if ((words[end] === 'a' || words[end] === 'per' || words[end] === 'each') && words[end + 1] === 'year')
    end += 2
  if (context.burden) {
    for (let at = Math.max(0, start - 6); at < start; at++)
      if (burdenWords.has(words[at]!)) return {start: at, end}
  }
  return (sign || named) && context.burden && !context.business ? {start, end} : undefined
}

/** “Each hip fracture costs about $40,000”: not the price of a test or an operation. */
const costOfOne = (line: Line, figure: Figure, start: number): Span | undefined => {
  const {words} = line
  if (figure.value < 1000 || !currencySigns.has(words[start - 1] ?? '')) return undefined
  const from = withModifiers(line, start - 1)
  const verb = words[from - 1] ?? ''
  return /^costs?$/.test(verb) && nearInClause(words, from - 5, from - 1, ills)
    ? {start: from - 1, end: figure.end}
    : undefined
}
