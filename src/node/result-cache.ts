import {existsSync, readFileSync} from 'node:fs'
import {basename, dirname, isAbsolute, join, relative, resolve, sep} from 'node:path'
import type {Diagnostic, SuppressedDiagnostic} from '../diagnostic.js'
import {ConfigError} from '../errors.js'
import type {FileResult} from '../file-result.js'
import {crypto} from './built-in-crypto.js'
import {replaceFile} from './replace-file.js'

/**
 * Findings by content: a file whose text, settings and version of healthlint are the same has the same findings. Times
 * of change are not asked, since a fresh checkout makes them all new.
 */
export interface ResultCache {
  /** The findings of a file, if its key is the one they were stored with; the path is the caller's. */
  readonly find: (path: string, key: CacheKey) => CachedFindings | undefined
  readonly store: (path: string, key: CacheKey, result: FileResult) => void
  /** Whether anything was found with these settings, which then are known to compile. */
  readonly knows: (settingsHash: string) => boolean
  /** Writes what changed; entries of files that are gone are dropped. */
  readonly save: () => Promise<void>
}

export interface CacheKey {
  readonly content: string
  readonly settings: string
}

export interface CachedFindings {
  readonly diagnostics: readonly Diagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
}

export interface CacheOptions {
  /** Absolute path of the cache's file. */
  readonly file: string
  readonly cwd: string
  /** Entries of other versions are worthless. */
  readonly version: string
  /** Told when the file there cannot be used. */
  readonly note: (message: string) => void
}

interface CacheFile {
  readonly format: 'healthlint cache 1'
  readonly version: string
  /** Findings by path relative to the cache's folder; a file without findings has its key alone. */
  readonly files: Readonly<Record<string, Entry>>
}

type Entry = string | readonly [key: string, findings: CachedFindings]

/** What the findings in a text depend on but for the settings. Excuses run out, so a text with dates in its comments is judged anew each day. */
export const keyOfContent = (bytes: Buffer): string => {
  const day = hasDates(bytes) ? new Date().toISOString().slice(0, 10) : ''
  return crypto().hash('sha256', bytes, 'base64url').slice(0, 22) + day
}

/** The name of the file when none is given. */
export const usualCache = '.healthlintcache'

/** @throws {ConfigError} when the file there is something else, which writing would destroy */
export const openCache = (options: CacheOptions): ResultCache => {
  const folder = dirname(options.file)
  const entries = new Map(Object.entries(readCacheFile(options)))
  const settings = new Set([...entries.values()].map((entry) => settingsPart(keyOfEntry(entry))))
  const seen = new Set<string>()
  let changed = false
  const toCwd = relative(folder, options.cwd)
  const nameOf = (path: string): string =>
    slashed(isAbsolute(path) ? relative(folder, path) : join(toCwd, path))
  return {
    find(path, key) {
      const name = nameOf(path)
      seen.add(name)
      const entry = entries.get(name)
      if (entry === undefined || keyOfEntry(entry) !== written(key)) return undefined
      return typeof entry === 'string' ? {diagnostics: [], suppressed: []} : withPath(entry[1], path)
    },
    store(path, key, {diagnostics, suppressed, error}) {
      if (error !== undefined) return
      changed = true
      const isClean = diagnostics.length + suppressed.length === 0
      entries.set(nameOf(path), isClean ? written(key) : [written(key), {diagnostics, suppressed}])
    },
    knows: (settingsHash) => settings.has(settingsHash),
    async save() {
      for (const name of entries.keys())
        if (!seen.has(name) && !existsSync(resolve(folder, name))) changed = entries.delete(name)
      if (!changed) return
      const file: CacheFile = {
        format: 'healthlint cache 1',
        version: options.version,
        files: Object.fromEntries(entries),
      }
      try {
        await replaceFile(options.file, JSON.stringify(file))
      } catch (error) {
        options.note(`the cache cannot be written: ${error instanceof Error ? error.message : String(error)}`)
      }
    },
  }
}

const keyOfEntry = (entry: Entry): string => (typeof entry === 'string' ? entry : entry[0])

const written = ({content, settings}: CacheKey): string => `${content}.${settings}`

const settingsPart = (key: string): string => key.slice(key.indexOf('.') + 1)

const hasDates = (bytes: Buffer): boolean => bytes.includes('until:')

const slashed = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'))

/** Paths are written as the run at hand names its files. */
const withPath = (found: CachedFindings, path: string): CachedFindings => {
  const {diagnostics, suppressed} = found
  if ((diagnostics[0] ?? suppressed[0])?.path === path) return found
  return {
    diagnostics: diagnostics.map((one) => ({...one, path})),
    suppressed: suppressed.map((one) => ({...one, path})),
  }
}

const readCacheFile = ({file, version, note}: CacheOptions): CacheFile['files'] => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return {}
  }
  const value = parsed(text)
  if (!isCacheFile(value)) {
    if (!isOurs(text, file))
      throw new ConfigError('this is no cache of healthlint, and would be overwritten; name another file', {
        file,
      })
    note(`${file} is not a cache of healthlint, or is damaged; it is not used, and written anew`)
    return {}
  }
  return value.version === version ? value.files : {}
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a file that is no whole cache was one: by its first words, or by the name that no other file has. */
const isOurs = (text: string, file: string): boolean =>
  text === '' || text.startsWith('{"format":"healthlint cache') || basename(file) === usualCache

/** Entries are trusted once the file says what it is: only this module writes that, and in one step. */
const isCacheFile = (value: unknown): value is CacheFile =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === 'healthlint cache 1' &&
  'version' in value &&
  'files' in value &&
  typeof value.files === 'object' &&
  value.files !== null
