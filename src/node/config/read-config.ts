import {readFile, stat} from 'node:fs/promises'
import {basename} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {ConfigEntry} from '../../config.js'
import {codeEntrySchema, dataEntrySchema} from '../../config-schema.js'
import {ConfigError, type ErrorPlace} from '../../errors.js'
import {checkValue, type Mistake} from '../../rules/schema-mistake.js'
import {readYamlText} from '../../rules/yaml-text.js'
import {isCodeFile} from './find-config.js'

/** A configuration file's entries, of the right shape, and the place of each value in it. */
export interface ReadConfig {
  readonly entries: readonly ConfigEntry[]
  /** The error to throw about the value that these keys lead to; the first key is the entry's number. */
  readonly errorAt: (keys: Keys, message: string, of?: 'key' | 'value') => ConfigError
}

type Keys = readonly (string | number)[]

/**
 * @param file absolute path
 * @param shown what messages call it
 * @throws {ConfigError} when the file cannot be read, does not parse, throws, or has another shape; with line and column
 *   for YAML and JSON, with the keys that lead to the mistake for JavaScript
 */
export const readConfig = async (file: string, shown: string): Promise<ReadConfig> => {
  const isCode = isCodeFile(file)
  const {value, place} = isCode ? await readCode(file, shown) : await readData(file, shown)
  const isList = Array.isArray(value)
  const errorAt: ReadConfig['errorAt'] = (keys, message, of = 'value') =>
    place(isList ? keys : keys.slice(1), message, of)
  const written: readonly unknown[] = isList ? value : [value]
  return {entries: written.map((entry, index) => checkedEntry(entry, index, isCode, errorAt)), errorAt}
}

type Place = (keys: Keys, message: string, of: 'key' | 'value') => ConfigError

const checkedEntry = (
  entry: unknown,
  index: number,
  isCode: boolean,
  errorAt: ReadConfig['errorAt'],
): ConfigEntry => {
  // Of what is no plain object only its own fields would be seen, and of a Map or a function there are none.
  if (!isPlain(entry)) throw errorAt([index], wholeShape)
  const checked = checkValue(isCode ? codeEntrySchema : dataEntrySchema, entry)
  if ('mistake' in checked) {
    const {path, of} = checked.mistake
    throw errorAt([index, ...path], explained(checked.mistake, isCode), of)
  }
  // The schema has checked the shape; that plugins are rules, and names are known, is checked with the rules at hand.
  const {$schema: _, ...own} = checked.value as ConfigEntry & {readonly $schema?: string}
  return own
}

const explained = ({message, path, of}: Mistake, isCode: boolean): string => {
  if (!isCode && of === 'key' && path.length === 1 && path[0] === 'plugins')
    return '`plugins` are rules in code, which only a healthlint.config.mjs can hold'
  return path.length === 0 ? wholeShape : message
}

const wholeShape = 'a configuration is one entry, `{extends: [recommended]}`, or a list of them'

const isPlain = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

const readData = async (
  file: string,
  shown: string,
): Promise<{readonly value: unknown; readonly place: Place}> => {
  const text = await textOf(file, shown)
  if (file.endsWith('.json')) refuseComments(text, shown)
  const {value, locate, mistake} = readYamlText(text, shown)
  if (mistake !== undefined) throw new ConfigError(mistake.message, mistake.place)
  const prefix = basename(file) === 'package.json' ? ['healthlint'] : []
  const own = prefix.length === 0 ? value : (value as {readonly healthlint: unknown}).healthlint
  return {
    value: own,
    place: (keys, message, of) => new ConfigError(message, locate([...prefix, ...keys], {of})),
  }
}

/** JSON is read as YAML, which would take `// …` for the beginning of a key. */
const refuseComments = (text: string, file: string): void => {
  const at = text.replace(/"(?:[^"\\\n]|\\.)*"/g, (quoted) => '.'.repeat(quoted.length)).search(/\/[/*]/)
  if (at === -1) return
  const line = text.slice(0, at).split('\n').length
  throw new ConfigError('JSON has no comments; healthlint.config.yaml has, behind #', {file, line})
}

const readCode = async (
  file: string,
  shown: string,
): Promise<{readonly value: unknown; readonly place: Place}> => {
  const changed = await stat(file).catch(() => undefined)
  if (changed === undefined) throw missing(shown)
  let loaded: {readonly default?: unknown}
  let value: unknown
  try {
    // The time makes another module of a changed file, for an editor that outlives its configuration.
    loaded = await import(`${pathToFileURL(file).href}?changed=${changed.mtimeMs}`)
    value = await loaded.default
  } catch (error) {
    throw new ConfigError(`${reasonOf(error)}${remedyOf(error, file)}`, {file: shown, ...lineOf(error, file)})
  }
  if (value === undefined)
    throw new ConfigError('the configuration is the default export: `export default [{…}]`', {file: shown})
  return {
    value,
    place: (keys, message) =>
      new ConfigError(keys.length === 0 ? message : `${pathOf(keys)}: ${message}`, {file: shown}),
  }
}

/** `[1].rules["cite-statistics"]`, as one would write it in code. */
const pathOf = (keys: Keys): string =>
  keys
    .map((key) =>
      typeof key === 'number'
        ? `[${key}]`
        : /^[A-Za-z_$][\w$]*$/.test(key)
          ? `.${key}`
          : `[${JSON.stringify(key)}]`,
    )
    .join('')
    .replace(/^\./, '')

const textOf = async (file: string, shown: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw missing(shown)
    throw new ConfigError(`the configuration cannot be read: ${reasonOf(error)}`, {file: shown})
  }
}

const missing = (shown: string): ConfigError =>
  new ConfigError('there is no such configuration file; check the spelling', {file: shown})

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** A package without `"type": "module"` has no `import` and `export` in its .js files, and Node does not say so. */
const remedyOf = (error: unknown, file: string): string =>
  file.endsWith('.js') &&
  error instanceof SyntaxError &&
  /^(?:Cannot use import statement outside|Unexpected token 'export')/.test(error.message)
    ? '; name the file healthlint.config.mjs, since .js is no module in this package'
    : ''

/** Where in the file it was thrown, or does not parse: both stand in the error's stack. */
const lineOf = (error: unknown, file: string): ErrorPlace => {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const at = stack.indexOf(pathToFileURL(file).href)
  const [, line, column] = /^[^\s?:]+:\/\/[^\s?]+\?[^:\s]*:(\d+)(?::(\d+))?/.exec(stack.slice(at)) ?? []
  if (at === -1 || line === undefined) return {}
  return {line: Number(line), ...(column === undefined ? {} : {column: Number(column)})}
}
