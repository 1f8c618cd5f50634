import type {FileResult} from '../file-result.js'
import type {Totals} from './totals.js'

/**
 * A format: three pure functions, called in turn, whose texts put together are the report. A file is written as soon as
 * it is linted and then forgotten, so that memory stays flat whatever the number of files.
 */
export interface Reporter {
  readonly open: () => string
  /** @param before what was met in the files before this one */
  readonly file: (result: FileResult, before: Totals) => string
  readonly close: (totals: Totals) => string
}
