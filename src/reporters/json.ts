import {jsonOf, keptOf} from '../kept-result.js'
import type {Reporter} from './reporter.js'
import type {Totals} from './totals.js'

/** One JSON object, a file a line: `{version: 1, files: [{path, diagnostics, suppressed, error?}], summary}`. */
export const jsonReporter: Reporter = {
  open: () => '{"version":1,"files":[',
  file: (result, before) => {
    const separator = before.files === 0 ? '\n' : ',\n'
    const kept = keptOf(result)
    return kept === undefined ? separator + jsonOf(result) : [separator, kept.json]
  },
  close: (totals) => `\n],"summary":${JSON.stringify(summaryOf(totals))}}\n`,
}

const summaryOf = ({files, errors, warnings, infos, suppressed, failed}: Totals): object => ({
  files,
  errors,
  warnings,
  infos,
  suppressed,
  failed,
})
