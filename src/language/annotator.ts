import type {Reading} from './reading.js'
import type {Span} from './span.js'

/**
 * Finds spans that words alone cannot name (statistics, doses, dates): offsets in the reading's text. Pure. Spans of
 * more than `maximalAnnotation` tokens are not seen by phrases.
 */
export interface Annotator {
  readonly name: string
  readonly find: (reading: Reading) => readonly Span[]
}
