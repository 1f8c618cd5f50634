/** What a sentence does with the words in it, after NegEx (Chapman 2001) and ConText (Harkema 2009). */
export type AssertionStatus =
  | 'negated'
  | 'hedged'
  | 'conditional'
  | 'questioned'
  | 'quoted'
  | 'attributed'
  | 'hypothetical'

/** A word or mark that gives what stands near it a status; offsets in the text of the reading. */
export interface Cue {
  readonly kind: AssertionStatus
  readonly start: number
  readonly end: number
}
