import type {FileResult} from '../file-result.js'
import {cellsOf, columnsOf, fitting, textOf} from './cells.js'
import type {Colours} from './colours.js'
import {oneLine} from './plain.js'
import {counted} from './summary.js'

/** A finding that a comment excuses, for whoever must answer for it. */
export interface SuppressionRow {
  readonly path: string
  readonly line: number
  readonly ruleId: string
  readonly sentence: string
  readonly reason: string
  readonly owner?: string
  readonly until?: string
}

/** One row for each finding that a comment in a file excuses. */
export const suppressionsOf = ({path, suppressed}: FileResult): readonly SuppressionRow[] =>
  suppressed.map(({start, ruleId, sentence, suppression: {reason, owner, until}}) => ({
    path,
    line: start.line,
    ruleId,
    sentence,
    reason,
    ...(owner === undefined ? {} : {owner}),
    ...(until === undefined ? {} : {until}),
  }))

/** Columns that a sentence or a reason may take; JSON has them whole. */
const longest = 60

const titles = ['File', 'Rule', 'Sentence', 'Reason', 'Owner', 'Until'] as const

/** A table with a line for each row, and their number below. */
export const suppressionTable = (rows: readonly SuppressionRow[], colours: Colours): string => {
  if (rows.length === 0) return 'No comment excuses a finding.\n'
  const cells = rows.map(({path, line, ruleId, sentence, reason, owner, until}) =>
    [`${path}:${line}`, ruleId, short(sentence), short(reason), owner ?? '–', until ?? '–'].map(oneLine),
  )
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => columnsOf(row[column]!))),
  )
  const lineOf = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + ' '.repeat(widths[column]! - columnsOf(cell)))
      .join('  ')
      .trimEnd()
  return [
    colours.bold(lineOf(titles)),
    ...cells.map(lineOf),
    '',
    counted(rows.length, 'suppression'),
    '',
  ].join('\n')
}

const short = (text: string): string => {
  const cells = cellsOf(text)
  const start = fitting(cells, longest)
  return start.length === cells.length ? text : `${textOf(fitting(cells, longest - 1)).trimEnd()}…`
}
