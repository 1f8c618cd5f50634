import type {Span} from '../span.js'
import {outcomeBefore, withModifiers} from './around.js'
import type {Figure, Line} from './figure.js'
import {coefficients} from './statistic-words.js'

const lifespans = new Set(['expectancy', 'lifespan'])

/** “Sensitivity was 0.87”, “life expectancy is now 76 years” */
export const coefficientSpan = (line: Line, figure: Figure): Span | undefined => {
  if (/^years?$/.test(line.words[figure.end] ?? '')) {
    const start = withModifiers(line, figure.start)
    if (figure.value < 30) return undefined
    const now = /^(?:now|only|just|still)$/.test(line.words[start - 1] ?? '') ? start - 1 : start
    const span = outcomeBefore(line, now, lifespans)
    if (span !== undefined) return {start: span, end: figure.end + 1}
  }
  const outcome =
    figure.digits && figure.value < 1 ? outcomeBefore(line, figure.start, coefficients) : undefined
  return outcome === undefined ? undefined : {start: outcome, end: figure.end}
}
