/** A stretch of a text, in UTF-16 code units; what it counts in is said where it is used. */
export interface Span {
  readonly start: number
  /** Exclusive. */
  readonly end: number
}
