import type {Measure, Result} from './measure.js'
import {type Figure, verdictOf} from './score.js'

/** `0.987`, or `12` for what is counted; `–` for what could not be measured. */
export const formatValue = ({value, counted}: Figure): string =>
  value === undefined ? '–' : counted ? String(value) : value.toFixed(3)

export const formatBound = ({atLeast, atMost}: Figure): string =>
  atLeast !== undefined ? `≥ ${atLeast}` : atMost !== undefined ? `≤ ${atMost}` : ''

/** `precision 0.981 (≥ 0.97 pass)` */
export const formatFigure = (figure: Figure): string => {
  const bound = formatBound(figure)
  const verdict = verdictOf(figure)
  const value = `${figure.name} ${formatValue(figure)}`
  return bound === '' ? value : `${value} (${bound}${verdict === undefined ? '' : ` ${verdict}`})`
}

const formatCount = (count: number | undefined): string =>
  count === undefined ? '' : String(Math.round(count))

const columns = ['measure', 'cases', 'tp', 'fp', 'fn', 'tn', 'figures'] as const

const cellsOf = ({name, cases, counts, figures}: Result): readonly string[] => [
  name,
  String(cases),
  formatCount(counts?.truePositive),
  formatCount(counts?.falsePositive),
  formatCount(counts?.falseNegative),
  formatCount(counts?.trueNegative),
  figures.map(formatFigure).join(' · '),
]

/** One line a result, columns aligned; the last line says how many bounds are met. */
export const formatTable = (results: readonly Result[]): string => {
  const rows = [columns, ...results.map(cellsOf)]
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0
          ? cell.padEnd(widths[column]!)
          : column === columns.length - 1
            ? cell
            : cell.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  )
  const verdicts = results
    .flatMap(({figures}) => figures.map(verdictOf))
    .filter((verdict) => verdict !== undefined)
  const passed = verdicts.filter((verdict) => verdict === 'pass').length
  return [...lines, `${passed} of ${verdicts.length} targets met`].join('\n')
}

/** Measures that could not be run, and why. */
export const formatSkipped = (
  skipped: readonly {readonly measure: Measure; readonly reason: string}[],
): string => skipped.map(({measure, reason}) => `${measure.name}: left out, ${reason}`).join('\n')
