import {setImmediate} from 'node:timers/promises'
import type {FileResult} from '../file-result.js'
import {createLinter, type Linter} from '../lint.js'
import {type ConfigLookupOptions, configLookup, type FileConfig} from './config/config-lookup.js'
import {lintFile} from './lint-files.js'

/** Files that are to be linted, each with what its configuration says. */
export interface LintRun {
  /** Those that no configuration leaves out, in the order given. */
  readonly paths: readonly string[]
  /** One result each, in the same order. */
  readonly results: () => AsyncGenerator<FileResult, void, undefined>
  /** The linter for one file; none for one that the configuration leaves out. */
  readonly linterFor: (path: string) => Promise<Linter | undefined>
}

/**
 * Reads every configuration and compiles every rule that the files need, so that mistakes are told before anything is
 * linted.
 *
 * @throws {ConfigError} and {PackError} for what cannot be used
 */
export const prepareRun = async (
  paths: readonly string[],
  options: ConfigLookupOptions = {},
): Promise<LintRun> => {
  const configOf = configLookup(options)
  const linters = new Map<string, Linter>()
  const linterOf = ({key, settings}: FileConfig): Linter => {
    const linter = linters.get(key) ?? createLinter(settings)
    linters.set(key, linter)
    return linter
  }
  const planned: {readonly path: string; readonly linter: Linter}[] = []
  for (const path of paths) {
    const config = await configOf(path)
    if (config !== 'ignored') planned.push({path, linter: linterOf(config)})
  }
  return {
    paths: planned.map(({path}) => path),
    async *results() {
      for (const {path, linter} of planned) {
        yield lintFile(path, linter, options.cwd)
        // Linting is synchronous: without a turn of the event loop a whole run would look like a hang to timers and streams.
        await setImmediate()
      }
    },
    linterFor: async (path) => {
      const config = await configOf(path)
      return config === 'ignored' ? undefined : linterOf(config)
    },
  }
}
