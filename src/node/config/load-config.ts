import {dirname, relative, resolve, sep} from 'node:path'
import picomatch from 'picomatch'
import type {ConfigEntry} from '../../config.js'
import {ConfigError} from '../../errors.js'
import type {Brought, SettingsLayer} from '../../merge-settings.js'
import type {Pack} from '../../rules/pack.js'
import {selectRules} from '../../rules/select.js'
import type {Settings} from '../../rules/settings.js'
import {loadPack} from '../load-pack.js'
import {type ReadConfig, readConfig} from './read-config.js'

/** A configuration file with its packs read and every name in it checked. */
export interface LoadedConfig {
  /** Absolute path. */
  readonly file: string
  /** The file and its packs: what to watch for changes. */
  readonly files: readonly string[]
  readonly brought: Brought
  /** The entries that hold for a file, given by its absolute path, or nothing when the file is ignored. */
  readonly layersFor: (path: string) => readonly SettingsLayer[] | undefined
}

/**
 * @param file absolute path
 * @param cwd what paths in messages are relative to
 * @throws {ConfigError} for any mistake in it, {PackError} for one in a pack
 */
export const loadConfig = async (file: string, cwd: string): Promise<LoadedConfig> => {
  const shown = shownPath(file, cwd)
  const read = await readConfig(file, shown)
  const folder = dirname(file)
  const packs = new Map<string | Pack, Pack>()
  const settings: Settings[] = []
  for (const [index, entry] of read.entries.entries())
    settings.push(await settingsOf(entry, index, {folder, cwd, packs, read}))
  const brought = {
    packs: [...new Set(packs.values())],
    plugins: [...new Set(settings.flatMap(({plugins}) => plugins ?? []))],
  }
  settings.forEach((one, index) => {
    checkNames(one, index, brought, read)
  })
  const entries = read.entries.map((entry, index) => ({
    ...scopeOf(entry),
    layer: {
      name: read.entries.length === 1 ? shown : `${shown}, entry ${index + 1}`,
      settings: settings[index]!,
    },
  }))
  const ignored = entries.filter(({ignoresAll}) => ignoresAll)
  return {
    file,
    files: [file, ...[...packs.keys()].filter((key) => typeof key === 'string')],
    brought,
    layersFor: (path) => {
      const name = relative(folder, path).split(sep).join('/')
      if (ignored.some(({leavesOut}) => leavesOut(name))) return undefined
      const meant = entries.filter(({ignoresAll, takes}) => !ignoresAll && takes(name))
      const holding = meant.filter(({leavesOut}) => !leavesOut(name))
      // Whoever writes `ignores` beside the one `extends` of a file does not ask for the defaults there.
      if (holding.length === 0 && meant.length > 0) return undefined
      return holding.map(({layer}) => layer)
    },
  }
}

/** As a person in `cwd` would write it. */
export const shownPath = (file: string, cwd: string): string => {
  const path = relative(cwd, file)
  return path.startsWith('..') ? file : path.split(sep).join('/')
}

interface Circumstances {
  readonly folder: string
  readonly cwd: string
  /** By path, or by itself, so that a pack named twice is read once. */
  readonly packs: Map<string | Pack, Pack>
  readonly read: ReadConfig
}

const settingsOf = async (
  {files: _files, ignores: _ignores, packs: named, ...rest}: ConfigEntry,
  index: number,
  {folder, cwd, packs, read}: Circumstances,
): Promise<Settings> => {
  if (named === undefined) return rest
  const own: Pack[] = []
  for (const [at, pack] of named.entries()) {
    const key = typeof pack === 'string' ? resolve(folder, pack) : pack
    const known =
      packs.get(key) ??
      (typeof key === 'string'
        ? await readPackOf(shownPath(key, cwd), cwd, (message) => read.errorAt([index, 'packs', at], message))
        : key)
    packs.set(key, known)
    own.push(known)
  }
  return {...rest, packs: own}
}

const readPackOf = async (
  path: string,
  cwd: string,
  errorOf: (message: string) => ConfigError,
): Promise<Pack> => {
  try {
    return await loadPack(path, cwd)
  } catch (error) {
    throw error instanceof ConfigError ? errorOf(error.message) : error
  }
}

/** Presets, rules, levels and options exist: said at their place in the file, before anything is linted. */
const checkNames = (
  settings: Settings,
  index: number,
  brought: Brought,
  {errorAt}: Pick<ReadConfig, 'errorAt'>,
): void => {
  try {
    selectRules({...settings, ...brought})
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const keys = error.keys ?? []
    const of = ['rules', 'options'].includes(String(keys[0])) && keys.length > 1 ? 'key' : 'value'
    throw errorAt([index, ...keys], error.message, of)
  }
}

type Matches = (name: string) => boolean

const scopeOf = (
  entry: ConfigEntry,
): {readonly takes: Matches; readonly leavesOut: Matches; readonly ignoresAll: boolean} => {
  const {files, ignores} = entry
  return {
    takes: files === undefined ? () => true : matcherOf(files),
    leavesOut: ignores === undefined ? () => false : matcherOf(ignores),
    ignoresAll: ignores !== undefined && Object.keys(entry).every((key) => key === 'ignores'),
  }
}

/** A folder's name stands for all that is in it. */
const matcherOf = (globs: readonly string[]): Matches =>
  picomatch(
    globs
      .map((glob) => glob.replace(/^\.\//, '').replace(/\/+$/, ''))
      .flatMap((glob) => [glob, `${glob}/**`]),
    {dot: true},
  )
