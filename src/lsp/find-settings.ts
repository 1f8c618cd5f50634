import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {dirname, join, relative, resolve, sep} from 'node:path'
import {pathToFileURL} from 'node:url'
import picomatch from 'picomatch'
import {LineCounter, parseDocument} from 'yaml'
import type {ConfigEntry} from '../config.js'
import {ConfigError, type ErrorPlace, PackError} from '../errors.js'
import {loadPack} from '../node/load-pack.js'
import {type Settings, selectRules} from '../rules/select.js'
import type {EditorSettings, FoundSettings, SettingsFor} from './settings-for.js'

const dataNames: readonly string[] = ['json', 'yaml', 'yml'].map((ending) => `healthlint.config.${ending}`)
const codeNames: readonly string[] = ['js', 'mjs'].map((ending) => `healthlint.config.${ending}`)
export const configNames: readonly string[] = [...codeNames, ...dataNames]

/** Entries as a file may spell them: packs are paths there. */
type WrittenEntry = Omit<ConfigEntry, 'packs'> & {readonly packs?: readonly string[]}

/**
 * Looks upward from the article for a configuration file; without one the editor's preset is in force. What was read
 * is kept for as long as the finder is: a change needs a new one.
 */
export const settingsFinder = (editor: EditorSettings): SettingsFor => {
  const files = new Map<string, string | undefined>()
  const configurations = new Map<string, Promise<Configuration>>()
  const found = new Map<string, FoundSettings>()
  const plain = checked(editor.preset === undefined ? {} : {extends: [editor.preset]}, undefined, [])
  return async (path) => {
    const folder = dirname(path)
    if (!files.has(folder)) files.set(folder, configFileAbove(folder, editor.trusted))
    const file = files.get(folder)
    if (file === undefined) return plain
    try {
      const reading = configurations.get(file) ?? readConfiguration(file)
      configurations.set(file, reading)
      const configuration = await reading
      const applying = entriesFor(configuration, path)
      const key = `${file}\n${applying === undefined ? 'ignored' : applying.join(' ')}`
      const settings = found.get(key) ?? settingsOf(configuration, applying)
      found.set(key, settings)
      return settings
    } catch (error) {
      return problemOf(error, file)
    }
  }
}

interface Configuration {
  readonly file: string
  /** Its packs, and itself. */
  readonly files: readonly string[]
  readonly entries: readonly ConfigEntry[]
}

/** The nearest configuration file above the article. */
const configFileAbove = (start: string, trusted: boolean): string | undefined => {
  const names = trusted ? configNames : dataNames
  for (let folder = start; ; folder = dirname(folder)) {
    const file = names.map((name) => join(folder, name)).find((name) => existsSync(name))
    if (file !== undefined) return file
    if (dirname(folder) === folder) return undefined
  }
}

const readConfiguration = async (file: string): Promise<Configuration> => {
  const written = await entriesOf(file)
  const pathOf = (pack: string): string => resolve(dirname(file), pack)
  const entries = written.map(async ({packs, ...rest}): Promise<ConfigEntry> => {
    if (packs === undefined) return rest
    return {...rest, packs: await Promise.all(packs.map((pack) => loadPack(pathOf(pack))))}
  })
  const files = [file, ...written.flatMap(({packs = []}) => packs.map(pathOf))]
  return {file, files, entries: await Promise.all(entries)}
}

const entriesOf = async (file: string): Promise<readonly WrittenEntry[]> => {
  const value: unknown = /\.m?js$/.test(file)
    ? ((await import(pathToFileURL(file).href)) as {readonly default?: unknown}).default
    : readData(file, await readFile(file, 'utf8'))
  if (typeof value !== 'object' || value === null)
    throw new ConfigError('the configuration is an entry, or a list of entries', {file, line: 1})
  // What is wrong inside an entry is told when its settings are used.
  return (Array.isArray(value) ? value : [value]) as readonly WrittenEntry[]
}

const readData = (file: string, text: string): unknown => {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, {lineCounter, logLevel: 'silent'})
  const [error] = document.errors
  if (error === undefined) return document.toJS()
  const {line, col} = lineCounter.linePos(error.pos[0])
  throw new ConfigError(error.message.split(' at line')[0]!, {file, line, column: col})
}

/** Indices of the entries that speak of the article; nothing when it is left out. */
const entriesFor = ({file, entries}: Configuration, path: string): readonly number[] | undefined => {
  const name = relative(dirname(file), path).split(sep).join('/')
  const matches = (globs: readonly string[]): boolean => globs.length > 0 && picomatch([...globs])(name)
  const applying: number[] = []
  for (const [index, {files, ignores = [], ...rest}] of entries.entries()) {
    const isIgnored = matches(ignores)
    if (isIgnored && files === undefined && Object.keys(rest).length === 0) return undefined
    if (!isIgnored && (files === undefined || matches(files))) applying.push(index)
  }
  return applying
}

const settingsOf = (
  {file, files, entries}: Configuration,
  applying: readonly number[] | undefined,
): FoundSettings => {
  if (applying === undefined) return {kind: 'ignored', files}
  let settings: Settings = {}
  for (const index of applying) {
    const {files: _files, ignores: _ignores, ...entry} = entries[index]!
    const rules = {...settings.rules, ...entry.rules}
    settings = {...settings, ...entry, ...(Object.keys(rules).length === 0 ? {} : {rules})}
  }
  return checked(settings, file, files)
}

/** Settings that the linter accepts, or what it says of them. */
const checked = (settings: Settings, file: string | undefined, files: readonly string[]): FoundSettings => {
  try {
    selectRules(settings)
    return {kind: 'settings', settings, files}
  } catch (error) {
    return problemOf(error, file)
  }
}

const problemOf = (error: unknown, file: string | undefined): FoundSettings => {
  const isOurs = error instanceof ConfigError || error instanceof PackError
  const place: ErrorPlace = {...(file === undefined ? {} : {file}), ...(isOurs ? error.place : {})}
  const message = error instanceof Error ? error.message : String(error)
  const files = [file, place.file].filter((one) => one !== undefined)
  return {kind: 'problem', problem: {message, place}, files}
}
