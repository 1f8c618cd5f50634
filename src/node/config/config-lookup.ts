import {dirname, resolve} from 'node:path'
import {ConfigError, didYouMean, kindOf} from '../../errors.js'
import {type Brought, mergeSettings, type SettingsLayer} from '../../merge-settings.js'
import {builtinIndex} from '../../rules/builtin-index.js'
import type {RuleSetting, Settings} from '../../rules/settings.js'
import {folderOf} from '../folder-of.js'
import {findConfigFile} from './find-config.js'
import type {LoadedConfig} from './load-config.js'

export interface ConfigLookupOptions {
  /** What relative paths start from; the process's folder unless given. */
  readonly cwd?: string
  /** One configuration for all files, or `false` for none; the one nearest above each file unless given. */
  readonly config?: string | false
  /** Whether a configuration may be a program; yes unless this is `false`. */
  readonly allowCode?: boolean
  /** What outranks every configuration. */
  readonly overrides?: ConfigOverrides
}

/** Rules chosen on the command line. */
export interface ConfigOverrides {
  /** Whether these rules run instead of those that the configuration chooses; its packs and site facts stay. */
  readonly replaces: boolean
  readonly extends?: readonly string[]
  /** `default` is the rule's own level. */
  readonly rules: Readonly<Record<string, RuleSetting | 'default'>>
}

/** What holds for one file. */
export interface FileConfig {
  /** The same string for files with the same settings. */
  readonly key: string
  readonly settings: Settings
  /** Where each rule got its level. */
  readonly origins: ReadonlyMap<string, string>
  /** Absolute path; none when no configuration was found. */
  readonly file: string | undefined
  /** The configuration and its packs: what to watch for changes. */
  readonly files: readonly string[]
}

/**
 * Finds, reads and merges configurations, each once: a change on disk needs a new lookup.
 *
 * @returns what holds for a file, given by its path; `ignored` when the configuration leaves it out. It throws
 *   {ConfigError} for any mistake in a configuration, {PackError} for one in a pack
 */
export const configLookup = (
  options: ConfigLookupOptions = {},
): ((path: string) => Promise<FileConfig | 'ignored'>) => {
  const cwd = resolve(options.cwd ?? '.')
  const fileByFolder = new Map<string, string | undefined>()
  const loading = new Map<string, Promise<LoadedConfig>>()
  const found = new Map<string, FileConfig>()
  const fileFor = (path: string): string | undefined => {
    if (options.config === false) return undefined
    if (options.config !== undefined) return resolve(cwd, options.config)
    const folder = dirname(path)
    if (!fileByFolder.has(folder)) fileByFolder.set(folder, findConfigFile(folder, options.allowCode))
    return fileByFolder.get(folder)
  }
  const load = (file: string): Promise<LoadedConfig> => {
    const known = loading.get(file) ?? loadNow(file, cwd)
    loading.set(file, known)
    return known
  }
  /** By folder as written: where there is no configuration, the same holds for all its files. */
  const bare = new Map<string, FileConfig>()
  return async (path) => {
    if (typeof path !== 'string')
      throw new ConfigError(`what \`configLookup\` gives takes the path of an article, not ${kindOf(path)}`)
    const folder = folderOf(path)
    const same = bare.get(folder)
    if (same !== undefined) return same
    const absolute = resolve(cwd, path)
    const file = fileFor(absolute)
    const config = file === undefined ? undefined : await load(file)
    const layers = config === undefined ? [] : config.layersFor(absolute)
    if (layers === undefined) return 'ignored'
    const key = [file ?? '', ...layers.map(({name}) => name)].join('\n')
    const brought = config?.brought ?? {packs: [], plugins: []}
    const made = (): FileConfig => ({
      key,
      ...mergeSettings(withOverrides(layers, options.overrides, brought), brought),
      ...{file, files: config?.files ?? []},
    })
    const holds = found.get(key) ?? made()
    found.set(key, holds)
    if (file === undefined) bare.set(folder, holds)
    return holds
  }
}

/** Where there is no configuration, what reads one is not loaded. */
const loadNow = async (file: string, cwd: string): Promise<LoadedConfig> => {
  const {loadConfig} = await import('./load-config.js')
  return loadConfig(file, cwd)
}

const withOverrides = (
  layers: readonly SettingsLayer[],
  overrides: ConfigOverrides | undefined,
  brought: Brought,
): readonly SettingsLayer[] => {
  if (overrides === undefined) return layers
  const rules = Object.fromEntries(
    Object.entries(overrides.rules).map(([id, setting]) => [id, settingOf(id, setting, brought)]),
  )
  const settings: Settings = {...(overrides.extends === undefined ? {} : {extends: overrides.extends}), rules}
  return [...(overrides.replaces ? layers.map(withoutChoice) : layers), {name: 'command line', settings}]
}

/** All but the rules that it chooses. */
const withoutChoice = ({name, settings}: SettingsLayer): SettingsLayer => {
  const {extends: _extends, rules: _rules, packs: _packs, plugins: _plugins, ...rest} = settings
  return {name, settings: rest}
}

const settingOf = (id: string, setting: RuleSetting | 'default', {packs, plugins}: Brought): RuleSetting => {
  const rules = [...[builtinIndex, ...packs].flatMap((pack) => pack.rules), ...plugins]
  const rule = rules.find((one) => one.id === id || ('aliases' in one && one.aliases?.includes(id)))
  if (rule !== undefined) return setting === 'default' ? rule.level : setting
  const nearest = didYouMean(
    id,
    rules.map((one) => one.id),
  )
  throw new ConfigError(`there is no rule “${id}” (\`healthlint rules\` lists them all)${nearest}`)
}
