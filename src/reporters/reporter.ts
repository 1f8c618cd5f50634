import type {FileResult} from '../file-result.js'
import type {Totals} from './totals.js'

/** A piece of a report: text, or parts of it one after the other, some of them as UTF-8 already. */
export type Piece = string | readonly (string | Uint8Array)[]

/**
 * A format: three pure functions, called in turn, whose texts put together are the report. A file is written as soon as
 * it is linted and then forgotten, so that memory stays flat whatever the number of files.
 */
export interface Reporter {
  readonly open: () => string
  /** @param before what was met in the files before this one */
  readonly file: (result: FileResult, before: Totals) => Piece
  readonly close: (totals: Totals) => string
}
