import type {FileResult} from '../file-result.js'
import type {Reporter} from './reporter.js'
import type {Totals} from './totals.js'

/** One JSON object, a file a line: `{version: 1, files: [{path, diagnostics, suppressed, error?}], summary}`. */
export const jsonReporter: Reporter = {
  open: () => '{"version":1,"files":[',
  file: (result, before) => `${before.files === 0 ? '\n' : ',\n'}${JSON.stringify(fileOf(result))}`,
  close: (totals) => `\n],"summary":${JSON.stringify(summaryOf(totals))}}\n`,
}

export const fileOf = ({path, diagnostics, suppressed, error}: FileResult): object => ({
  path,
  diagnostics,
  suppressed,
  ...(error === undefined ? {} : {error}),
})

const summaryOf = ({files, errors, warnings, infos, suppressed, failed}: Totals): object => ({
  files,
  errors,
  warnings,
  infos,
  suppressed,
  failed,
})
