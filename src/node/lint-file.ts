import type {FileError, FileResult} from '../file-result.js'
import type {Linter} from '../lint.js'
import {type Stopwatch, timed} from '../stopwatch.js'
import {decodeArticle} from './read-article.js'

/** The result of a file, given its bytes. */
export const lintBytes = (
  bytes: Uint8Array,
  path: string,
  linter: Linter,
  stopwatch?: Stopwatch,
): FileResult => {
  let source: string
  try {
    source = timed(stopwatch, 'read', () => decodeArticle(bytes, path))
  } catch (error) {
    return failed(path, error)
  }
  return lintSource(source, path, linter, stopwatch)
}

/** The same for a text that is already there; `path` says what kind of article it is. */
export const lintSource = (
  source: string,
  path: string,
  linter: Linter,
  stopwatch?: Stopwatch,
): FileResult => {
  try {
    return {path, source, ...linter.lint(source, {path, ...(stopwatch === undefined ? {} : {stopwatch})})}
  } catch (error) {
    return {...failed(path, error), source}
  }
}

/** The result of a file that could not be linted. */
export const failed = (path: string, error: unknown): FileResult => ({
  path,
  diagnostics: [],
  suppressed: [],
  error: fileErrorOf(error),
})

/** An error as data: nothing thrown on one file may end the run. */
export const fileErrorOf = (error: unknown): FileError =>
  error instanceof Error
    ? {name: error.name, message: error.message}
    : {name: 'Error', message: String(error)}
