import type {Diagnostic, Level, Point} from '../diagnostic.js'
import type {FileError} from '../file-result.js'
import type {Reporter} from './reporter.js'

const severities = {error: 'ERROR', warning: 'WARNING', info: 'INFO'} as const satisfies Record<Level, string>

/** Reviewdog's diagnostics, one a line. Its columns count bytes of UTF-8 from 1, so the source is needed for them. */
export const rdjsonlReporter: Reporter = {
  open: () => '',
  file: ({path, source, diagnostics, error}) => {
    const column = columnsOf(source)
    const lines: readonly object[] = [
      ...(error === undefined ? [] : [failureOf(path, error)]),
      ...diagnostics.map((one) => diagnosticOf(path, one, column)),
    ]
    return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  },
  close: () => '',
}

const pathOf = (path: string): string => path.replace(/\\/g, '/').replace(/^\.\//, '')

/** Without a range it is a remark about the whole file. */
const failureOf = (path: string, {name, message}: FileError) => ({
  message,
  location: {path: pathOf(path)},
  severity: severities.error,
  source: {name: 'healthlint', url: 'https://healthlint.dev'},
  code: {value: name},
})

const diagnosticOf = (
  path: string,
  {message, start, end, level, ruleId, url, suggestions}: Diagnostic,
  column: (point: Point) => number,
) => ({
  message,
  location: {
    path: pathOf(path),
    range: {start: {line: start.line, column: column(start)}, end: {line: end.line, column: column(end)}},
  },
  severity: severities[level],
  source: {name: 'healthlint', url: 'https://healthlint.dev'},
  code: url === '' ? {value: ruleId} : {value: ruleId, url},
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
