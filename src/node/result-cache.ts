import {existsSync, readFileSync} from 'node:fs'
import {basename, dirname, isAbsolute, join, relative, resolve, sep} from 'node:path'
import {ConfigError} from '../errors.js'
import type {FileResult} from '../file-result.js'
import {findingsIn, type KeptResult, keep, keptOf, type RuleTally, resultOf} from '../kept-result.js'
import {oncePer} from '../once.js'
import {crypto} from './built-in-crypto.js'
import {folderOf} from './folder-of.js'
import {replaceFile} from './replace-file.js'

/**
 * Findings by content: a file whose text, settings and version of healthlint are the same has the same findings. Times
 * of change are not asked, since a fresh checkout makes them all new.
 */
export interface ResultCache {
  /** The result of a file with these bytes and settings, if it is known. */
  readonly find: (path: string, bytes: Buffer, settingsHash: string) => FileResult | undefined
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

export interface CacheOptions {
  /** Absolute path of the cache's file. */
  readonly file: string
  readonly cwd: string
  /** Entries of other versions are worthless. */
  readonly version: string
  /** Told when the file there cannot be used. */
  readonly note: (message: string) => void
}

const cacheFormat = 'healthlint cache 2'

/**
 * The file's first line. What follows are the kept results, one a line, as bytes: a run that prints them as they are
 * does not even decode them.
 */
interface CacheIndex {
  readonly format: typeof cacheFormat
  readonly version: string
  /** What many files share: each once, and named by its place. */
  readonly settings: readonly string[]
  readonly folders: readonly string[]
  readonly rules: readonly Omit<RuleTally, 'findings'>[]
  readonly files: readonly (CleanRow | FoundRow)[]
}

/** A file without findings; its name is the path from the cache's folder. */
type CleanRow = readonly [name: string, content: string, settings: number]

type FoundRow = readonly [
  ...CleanRow,
  /** As it is written in the paths of the findings. */
  folder: number,
  /** Of its text, in what follows the first line. */
  start: number,
  end: number,
  errors: number,
  warnings: number,
  infos: number,
  suppressed: number,
  fixable: number,
  /** Rules, each followed by the number of its findings. */
  ...rules: number[],
]

interface Entry {
  readonly content: string
  readonly settings: string
  /** Absent for a file without findings. */
  readonly found?: {readonly folder: string; readonly kept: KeptResult}
}

/** What the findings in a text depend on but for the settings. Excuses run out, so a text with dates in its comments is judged anew each day. */
export const keyOfContent = (bytes: Buffer): string => hashOf(bytes) + (hasDates(bytes) ? today() : '')

const hashOf = (bytes: Buffer): string => crypto().hash('sha256', bytes, 'base64url').slice(0, 22)

const hasDates = (bytes: Buffer): boolean => bytes.includes('until:')

const today = (): string => new Date().toISOString().slice(0, 10)

/** Whether a key is that of these bytes today. Bytes with the same hash have dates or have none alike. */
const isKeyOf = (key: string, bytes: Buffer): boolean => {
  const hash = hashOf(bytes)
  return key === hash || key === hash + today()
}

/** The name of the file when none is given. */
export const usualCache = '.healthlintcache'

/** @throws {ConfigError} when the file there is something else, which writing would destroy */
export const openCache = (options: CacheOptions): ResultCache => {
  const folder = dirname(options.file)
  const before = readCacheFile(options)
  const entries = new Map<string, Entry | CleanRow | FoundRow>(before.index.files.map((row) => [row[0], row]))
  const settings = new Set(before.index.settings)
  const seen = new Set<string>()
  let changed = false
  const toCwd = relative(folder, options.cwd)
  // Most files share their folder with others, and finding a way between folders takes longer than all else.
  const nameOfFolder = oncePer((written: string): string => {
    const name = slashed(isAbsolute(written) ? relative(folder, written) : join(toCwd, written))
    return name === '' || name === '.' || name === './' ? '' : name.endsWith('/') ? name : `${name}/`
  })
  const nameOf = (path: string): string => {
    const written = folderOf(path)
    return nameOfFolder(written) + path.slice(written.length)
  }
  return {
    find(path, bytes, settingsHash) {
      const name = nameOf(path)
      seen.add(name)
      const known = entries.get(name)
      if (known === undefined) return undefined
      const entry = entryOf(known, before)
      if (entry.settings !== settingsHash || !isKeyOf(entry.content, bytes)) return undefined
      const {found} = entry
      if (found === undefined) return {path, diagnostics: [], suppressed: []}
      const source = (): string => bytes.toString('utf8')
      return found.folder === folderOf(path)
        ? resultOf(path, found.kept, source)
        : {path, source: source(), ...renamed(path, found.kept)}
    },
    store(path, {content, settings}, result) {
      if (result.error !== undefined) return
      changed = true
      const isClean =
        keptOf(result) === undefined && result.diagnostics.length + result.suppressed.length === 0
      const found = isClean ? {} : {found: {folder: folderOf(path), kept: keep(result)}}
      entries.set(nameOf(path), {content, settings, ...found})
    },
    knows: (settingsHash) => settings.has(settingsHash),
    async save() {
      for (const name of entries.keys())
        if (!seen.has(name) && !existsSync(resolve(folder, name))) changed = entries.delete(name)
      if (!changed) return
      const all = Array.from(entries, ([name, one]) => [name, entryOf(one, before)] as const)
      try {
        await replaceFile(options.file, cacheBytes(all, options.version))
      } catch (error) {
        options.note(`the cache cannot be written: ${error instanceof Error ? error.message : String(error)}`)
      }
    },
  }
}

const slashed = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'))

/** Paths are written as the run at hand names its files. */
const renamed = (path: string, kept: KeptResult): Pick<FileResult, 'diagnostics' | 'suppressed'> => {
  const {diagnostics, suppressed} = findingsIn(kept)
  return {
    diagnostics: diagnostics.map((one) => ({...one, path})),
    suppressed: suppressed.map((one) => ({...one, path})),
  }
}

interface CacheContent {
  readonly index: CacheIndex
  readonly texts: Buffer
}

const nothing = (version: string): CacheContent => ({
  index: {format: cacheFormat, version, settings: [], folders: [], rules: [], files: []},
  texts: Buffer.alloc(0),
})

const newline = 0x0a

const readCacheFile = ({file, version, note}: CacheOptions): CacheContent => {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    return nothing(version)
  }
  const end = bytes.indexOf(newline)
  const index = parsed(bytes.toString('utf8', 0, Math.max(0, end)))
  const texts = bytes.subarray(end + 1)
  if (!isIndex(index) || endOf(index) !== texts.length) {
    if (!isOurs(bytes, file))
      throw new ConfigError('this is no cache of healthlint, and would be overwritten; name another file', {
        file,
      })
    note(`${file} is not a cache of healthlint, or is damaged; it is not used, and written anew`)
    return nothing(version)
  }
  return index.version === version ? {index, texts} : nothing(version)
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a file that is no whole cache was one: by its first words, or by the name that no other file has. */
const isOurs = (bytes: Buffer, file: string): boolean =>
  bytes.length === 0 ||
  bytes.toString('latin1', 0, firstWords.length) === firstWords ||
  basename(file) === usualCache

const firstWords = '{"format":"healthlint cache'

/** Entries are trusted once the file says what it is: only this module writes that, and in one step. */
const isIndex = (value: unknown): value is CacheIndex =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === cacheFormat &&
  'version' in value &&
  ['settings', 'folders', 'rules', 'files'].every((key) =>
    Array.isArray((value as Record<string, unknown>)[key]),
  )

const isFound = (row: CleanRow | FoundRow): row is FoundRow => row.length > 3

/** Of the last text: a file that was cut, or whose line ends another program has changed, has another. */
const endOf = ({files}: CacheIndex): number => {
  const last = files.findLast(isFound)
  return last === undefined ? 0 : last[5] + 1
}

const entryOf = (one: Entry | CleanRow | FoundRow, {index, texts}: CacheContent): Entry => {
  if ('content' in one) return one
  const known = {content: one[1], settings: index.settings[one[2]]!}
  if (!isFound(one)) return known
  const rules: RuleTally[] = []
  for (let at = 11; at < one.length; at += 2) {
    const {ruleId, level, url} = index.rules[one[at] as number]!
    rules.push({ruleId, level, url, findings: one[at + 1] as number})
  }
  // By their places, since taking a row apart by a pattern costs more than all else here.
  const tally = {errors: one[6], warnings: one[7], infos: one[8], suppressed: one[9], fixable: one[10], rules}
  const kept = {json: texts.subarray(one[4], one[5]), tally}
  return {...known, found: {folder: index.folders[one[3]]!, kept}}
}

const cacheBytes = (entries: readonly (readonly [string, Entry])[], version: string): Buffer => {
  const settings = placesOf<string>((hash) => hash)
  const folders = placesOf<string>((folder) => folder)
  const rules = placesOf<CacheIndex['rules'][number]>(({ruleId, level, url}) =>
    [ruleId, level, url].join('\n'),
  )
  const texts: Uint8Array[] = []
  let end = 0
  const files = entries.map(([name, entry]): CleanRow | FoundRow => {
    const clean: CleanRow = [name, entry.content, settings.placeOf(entry.settings)]
    if (entry.found === undefined) return clean
    const {folder, kept} = entry.found
    const {errors, warnings, infos, suppressed, fixable, rules: met} = kept.tally
    const start = end
    end += kept.json.length + 1
    texts.push(kept.json, lineEnd)
    const counts = [errors, warnings, infos, suppressed, fixable] as const
    const found = met.flatMap(({findings, ...rule}) => [rules.placeOf(rule), findings])
    return [...clean, folders.placeOf(folder), start, end - 1, ...counts, ...found]
  })
  const index: CacheIndex = {
    format: cacheFormat,
    version,
    settings: settings.list,
    folders: folders.list,
    rules: rules.list,
    files,
  }
  return Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...texts])
}

const lineEnd = Uint8Array.of(newline)

/** A list with each value once. */
const placesOf = <T>(keyOf: (value: T) => string) => {
  const list: T[] = []
  const places = new Map<string, number>()
  const placeOf = (value: T): number => {
    const key = keyOf(value)
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, list.length)
    return list.push(value) - 1
  }
  return {list: list as readonly T[], placeOf}
}
