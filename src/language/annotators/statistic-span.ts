import type {Span} from '../span.js'
import {centreSpan, habitSpan} from './average-span.js'
import {changeNounSpan, changeSpan, movedSpan} from './change-span.js'
import {coefficientSpan} from './coefficient-span.js'
import {comparedSpan, versusSpan} from './compared-span.js'
import {costSpan} from './cost-span.js'
import {countSpan} from './count-span.js'
import type {Figure, Line} from './figure.js'
import type {FigureContext} from './figure-context.js'
import {multipleSpan} from './multiple-span.js'
import {partSpan} from './part-span.js'
import {percentSpan} from './percent-span.js'

/** The words of the statistic that a figure is part of; nothing when it is none. */
export const statisticSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  if (context.imagined) return undefined
  switch (figure.kind) {
    case 'percent':
      return percentSpan(line, figure, context)
    case 'part':
      return partSpan(line, figure, context)
    case 'multiple':
      return multipleSpan(line, figure)
    case 'count':
      // “elevated triglycerides — ≥ 150 mg/dL”: a threshold, no change.
      if (comparisons.has(line.words[figure.start - 1] ?? '')) return countSpan(line, figure, context)
      return (
        costSpan(line, figure, context) ??
        changeSpan(line, figure, context) ??
        movedSpan(line, figure, context) ??
        changeNounSpan(line, figure, context) ??
        habitSpan(line, figure, context) ??
        centreSpan(line, figure, context) ??
        coefficientSpan(line, figure) ??
        comparedSpan(line, figure, context) ??
        versusSpan(line, figure, context) ??
        countSpan(line, figure, context)
      )
  }
}

const comparisons = new Set(['<', '>', '≥', '≤'])
