import type {Span} from '../span.js'
import {wordSet} from '../word-set.js'
import {changeBefore, compares, comparisonEnd, near, withModifiers} from './around.js'
import type {Figure, Line} from './figure.js'

const perTime = wordSet('a per each every daily weekly monthly yearly / the in before')
/** In a laboratory, “fourfold” says how much a sample was thinned. */
const laboratory = wordSet('diagnosis titer titers titre specimens dilution igg')

/** “three times more likely”, “2.5-fold”; not “three times a day”. */
export const multipleSpan = (line: Line, figure: Figure): Span | undefined => {
  const {words} = line
  const next = words[figure.end] ?? ''
  if (words[figure.end - 1] === 'fold')
    return near(words, 0, words.length, laboratory)
      ? undefined
      : {start: withModifiers(line, figure.start), end: figure.end}
  if (compares(line, figure.end))
    return {start: withModifiers(line, figure.start), end: comparisonEnd(line, figure.end)}
  const change = changeBefore(line, figure.start)
  return change !== undefined && (!perTime.has(next) || (next === 'in' && change === figure.start - 1))
    ? {start: change, end: figure.end}
    : undefined
}
