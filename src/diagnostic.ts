/** What a caller, a reporter or an editor gets: plain data, safe for JSON. This shape is a contract; add to it, rename nothing. */
export interface Diagnostic {
  readonly ruleId: string
  readonly level: Level
  /** What is wrong, in one sentence that quotes the text. */
  readonly message: string
  /** Why it matters. */
  readonly note: string
  /** The rule's page; empty for a rule of one's own that names none. */
  readonly url: string
  readonly path: string
  readonly start: Point
  /** Exclusive. */
  readonly end: Point
  /** The words in the source that are underlined. */
  readonly actual: string
  /** The sentence that the words stand in, on one line; cut where it is very long. */
  readonly sentence: string
  /** Better wordings, when the rule knows some: advice, which need not fit in place of the words. */
  readonly expected: readonly string[]
  /** Edits to choose from, after each of which the sentence is whole. */
  readonly suggestions: readonly Suggestion[]
  /** Edits that may be applied unasked, since they cannot change what the text means. */
  readonly fix?: readonly Edit[]
  readonly related: readonly RelatedPlace[]
  /** Stable while the sentence and the headings above it are: rule, sentence, heading path, occurrence. */
  readonly fingerprint: string
}

/** `error` breaks the cited standard; `warning` very likely does; `info` a person must judge, and never changes an exit code. */
export type Level = 'error' | 'warning' | 'info'

/** Line and column from 1, offset from 0, in UTF-16 code units of the source as given. */
export interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** Replace `[start, end)` of the source with `text`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface Suggestion {
  readonly message: string
  readonly edits: readonly Edit[]
}

export interface RelatedPlace {
  readonly message: string
  readonly start: Point
  readonly end: Point
}

export interface SuppressedDiagnostic extends Diagnostic {
  readonly suppression: {
    readonly kind: 'next-line' | 'block' | 'file' | 'baseline'
    readonly reason: string
    readonly owner?: string
    readonly until?: string
  }
}

export interface LintResult {
  readonly diagnostics: readonly Diagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
}
