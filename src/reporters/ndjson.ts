import {fileOf} from './json.js'
import type {Reporter} from './reporter.js'

/** One JSON object a line, one line a file: for tools that read a stream. */
export const ndjsonReporter: Reporter = {
  open: () => '',
  file: (result) => `${JSON.stringify(fileOf(result))}\n`,
  close: () => '',
}
