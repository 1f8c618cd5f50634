import type {Diagnostic, SuppressedDiagnostic} from './diagnostic.js'

/** What became of one file: its findings, or the error that kept it from being linted. */
export interface FileResult {
  readonly path: string
  /** The text that was linted, for code frames and fixes; absent when the file could not be read. */
  readonly source?: string
  readonly diagnostics: readonly Diagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
  readonly error?: FileError
  /** How many fixes were applied before the findings were counted. */
  readonly fixed?: number
}

/** An error as plain data; `name` says who must act, see `errors.ts`. */
export interface FileError {
  readonly name: string
  readonly message: string
}
