import {ConfigError} from '../errors.js'
import type {FileResult} from '../file-result.js'
import {type FindOptions, findFiles} from './find-files.js'
import {checkLintFilesInput} from './lint-files-input.js'
import {type LintRunOptions, prepareRun} from './lint-run.js'

export interface LintFilesOptions extends FindOptions, LintRunOptions {}

/**
 * Lints files, one result each, in the order of their paths, each by the configuration nearest above it unless
 * `settings` are given. A file that cannot be read, or on which a rule crashes, is a result with an `error`; the others
 * stand.
 *
 * @param patterns files, folders and globs, see `findFiles`
 * @throws {ConfigError} for an argument or a configuration that cannot be used, and when a folder or glob holds no article
 */
export async function* lintFiles(
  patterns: readonly string[],
  options: LintFilesOptions = {},
): AsyncGenerator<FileResult, void, undefined> {
  checkLintFilesInput(patterns, options)
  const {paths, unmatched} = findFiles(patterns, options)
  const run = await prepareRun(paths, options)
  if (unmatched.length > 0) throw new ConfigError(`no article matches ${unmatched.join(', ')}`)
  yield* run.results()
}
