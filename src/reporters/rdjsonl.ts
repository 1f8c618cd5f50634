import type {Diagnostic, Level, Point} from '../diagnostic.js'
import type {Reporter} from './reporter.js'

const severities = {error: 'ERROR', warning: 'WARNING', info: 'INFO'} as const satisfies Record<Level, string>

/** Reviewdog's diagnostics, one a line. Its columns count bytes of UTF-8 from 1, so the source is needed for them. */
export const rdjsonlReporter: Reporter = {
  open: () => '',
  file: ({path, source, diagnostics}) => {
    const column = columnsOf(source)
    return diagnostics.map((one) => `${JSON.stringify(diagnosticOf(path, one, column))}\n`).join('')
  },
  close: () => '',
}

const diagnosticOf = (
  path: string,
  {message, start, end, level, ruleId, url, suggestions}: Diagnostic,
  column: (point: Point) => number,
) => ({
  message,
  location: {
    path: path.replace(/\\/g, '/').replace(/^\.\//, ''),
    range: {start: {line: start.line, column: column(start)}, end: {line: end.line, column: column(end)}},
  },
  severity: severities[level],
  source: {name: 'healthlint', url: 'https://healthlint.dev'},
  code: {value: ruleId, url},
  // Only edits of exactly the underlined words can be told as a range of the same two points.
  suggestions: suggestions
    .flatMap(({edits}) => (edits.length === 1 ? edits : []))
    .filter((edit) => edit.start === start.offset && edit.end === end.offset)
    .map(({text}) => ({
      range: {start: {line: start.line, column: column(start)}, end: {line: end.line, column: column(end)}},
      text,
    })),
})

const columnsOf = (source: string | undefined): ((point: Point) => number) => {
  const encoder = new TextEncoder()
  return ({offset, column}) =>
    source === undefined ? column : encoder.encode(source.slice(offset - column + 1, offset)).length + 1
}
