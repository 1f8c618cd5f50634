import {setImmediate} from 'node:timers/promises'
import {ConfigError} from '../errors.js'
import type {FileError, FileResult} from '../file-result.js'
import {createLinter, type Linter} from '../lint.js'
import type {Settings} from '../rules/select.js'
import {type FindOptions, findFiles} from './find-files.js'
import {readArticle} from './read-article.js'

export interface LintFilesOptions extends FindOptions {
  /** What `createLinter` takes; `recommended` unless given. */
  readonly settings?: Settings
}

/**
 * Lints files, one result each, in the order of their paths. A file that cannot be read, or on which a rule crashes, is
 * a result with an `error`; the others stand.
 *
 * @param patterns files, folders and globs, see `findFiles`
 * @throws {ConfigError} for settings that cannot be used, and when a folder or glob holds no article
 */
export async function* lintFiles(
  patterns: readonly string[],
  options: LintFilesOptions = {},
): AsyncGenerator<FileResult, void, undefined> {
  const linter = createLinter(options.settings)
  const {paths, unmatched} = findFiles(patterns, options)
  if (unmatched.length > 0) throw new ConfigError(`no article matches ${unmatched.join(', ')}`)
  for (const path of paths) {
    yield lintFile(path, linter, options.cwd)
    // Linting is synchronous: without a turn of the event loop a whole run would look like a hang to timers and streams.
    await setImmediate()
  }
}

/** One file's result. Reads synchronously, which for files of this size costs a fraction of the asynchronous call. */
export const lintFile = (path: string, linter: Linter, cwd?: string): FileResult => {
  let source: string
  try {
    source = readArticle(path, cwd)
  } catch (error) {
    return {path, diagnostics: [], suppressed: [], error: fileErrorOf(error)}
  }
  return lintSource(source, path, linter)
}

/** The same for a text that is already there; `path` says what kind of article it is. */
export const lintSource = (source: string, path: string, linter: Linter): FileResult => {
  try {
    return {path, source, ...linter.lint(source, {path})}
  } catch (error) {
    return {path, source, diagnostics: [], suppressed: [], error: fileErrorOf(error)}
  }
}

/** An error as data: nothing thrown on one file may end the run. */
export const fileErrorOf = (error: unknown): FileError =>
  error instanceof Error
    ? {name: error.name, message: error.message}
    : {name: 'Error', message: String(error)}
