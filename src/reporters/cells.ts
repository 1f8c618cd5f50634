import stringWidth from 'string-width'
import {once} from '../once.js'
import {neutralised} from './plain.js'

/** What a terminal shows as one: a letter with its accents, an emoji, a tab. */
export interface Cell {
  readonly text: string
  /** Columns it takes: 0, 1, 2, more for a tab or a character that is spelled out. */
  readonly width: number
}

const tab: Cell = {text: '    ', width: 4}

/** Making it takes 10 ms, and few reports have more than narrow letters. */
const segmenter = once(() => new Intl.Segmenter('en', {granularity: 'grapheme'}))

/**
 * ASCII, Latin letters, typographic quotes and dashes: one code unit, one column, and nearly every line there is.
 * Measuring grapheme by grapheme takes thirty times as long.
 */
const narrow = /^[ -~\u00ae-\u02ff\u2010-\u2027]*$/

/** Splits a piece of one line. Cost is linear in its length, which callers keep near the terminal's width. */
export const cellsOf = (text: string): readonly Cell[] =>
  narrow.test(text)
    ? Array.from({length: text.length}, (_, at) => ({text: text[at]!, width: 1}))
    : Array.from(segmenter().segment(text), ({segment}) => cellOf(segment))

/** Columns that a text takes in a terminal. */
export const columnsOf = (text: string): number => (narrow.test(text) ? text.length : stringWidth(text))

const cellOf = (grapheme: string): Cell => {
  if (grapheme === '\t') return tab
  if (grapheme === '\ufeff') return {text: '', width: 0}
  const text = neutralised(grapheme)
  return {text, width: columnsOf(text)}
}

export const widthOf = (cells: readonly Cell[]): number =>
  cells.reduce((width, cell) => width + cell.width, 0)

export const textOf = (cells: readonly Cell[]): string => cells.map((cell) => cell.text).join('')

/** As many cells from the beginning as fit into `width` columns. */
export const fitting = (cells: readonly Cell[], width: number): readonly Cell[] => {
  let used = 0
  const end = cells.findIndex((cell) => {
    used += cell.width
    return used > width
  })
  return end === -1 ? cells : cells.slice(0, end)
}

/** As many cells from the end as fit into `width` columns. */
export const fittingAtEnd = (cells: readonly Cell[], width: number): readonly Cell[] =>
  fitting(cells.toReversed(), width).toReversed()
