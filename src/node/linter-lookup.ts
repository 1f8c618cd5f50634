import type {Linter} from '../lint.js'
import type {Settings} from '../rules/settings.js'
import {type Stopwatch, timed} from '../stopwatch.js'
import {type ConfigLookupOptions, configLookup, type FileConfig} from './config/config-lookup.js'

export interface LinterLookupOptions extends ConfigLookupOptions {
  /** Settings for all files, instead of any configuration. */
  readonly settings?: Settings
  /** Times the compiling of rules. */
  readonly stopwatch?: Stopwatch
}

export interface FoundLinter {
  readonly config: FileConfig
  /** Compiled when first asked for, once for all files with the same settings. */
  readonly linter: () => Promise<Linter>
  /** Throws what compiling would, and leaves the compiling to others where it can. */
  readonly check: () => Promise<void>
}

/** The linter for a file, given by its path; `ignored` when the configuration leaves it out. Throws as `configLookup`. */
export const linterLookup = (
  options: LinterLookupOptions,
): ((path: string) => Promise<FoundLinter | 'ignored'>) => {
  const configOf = options.settings === undefined ? configLookup(options) : always(options.settings)
  const found = new Map<string, FoundLinter>()
  return async (path) => {
    const config = await configOf(path)
    if (config === 'ignored') return config
    const known = found.get(config.key)
    if (known !== undefined) return known
    let linter: Promise<Linter> | undefined
    const fresh: FoundLinter = {
      config,
      linter: () => {
        linter ??= compile(config.settings, options.stopwatch)
        return linter
      },
      check: async () => {
        const {packs = [], plugins = []} = config.settings
        if (packs.length + plugins.length > 0) await fresh.linter()
        else await select(config.settings)
      },
    }
    found.set(config.key, fresh)
    return fresh
  }
}

/** The engine is imported once something must be linted: a run that finds all in its cache starts without it. */
const compile = async (settings: Settings, stopwatch: Stopwatch | undefined): Promise<Linter> => {
  const {createLinter} = await import('../lint.js')
  return timed(stopwatch, 'compile', () => createLinter(settings))
}

/** Of built-in rules only their names, levels and options can be wrong, and the site's facts. */
const select = async (settings: Settings): Promise<void> => {
  const {selectRules} = await import('../rules/select.js')
  selectRules(settings)
}

const always = (settings: Settings): (() => Promise<FileConfig>) => {
  const config: FileConfig = {key: '', settings, origins: new Map(), file: undefined, files: []}
  return async () => config
}
