import {jsonOf, keptOf} from '../kept-result.js'
import type {Reporter} from './reporter.js'

/** One JSON object a line, one line a file: for tools that read a stream. */
export const ndjsonReporter: Reporter = {
  open: () => '',
  file: (result) => {
    const kept = keptOf(result)
    return kept === undefined ? `${jsonOf(result)}\n` : [kept.json, '\n']
  },
  close: () => '',
}
