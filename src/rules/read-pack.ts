import * as v from 'valibot'
import {checkKinds} from '../checks/index.js'
import type {ValuePath} from '../checks/kind.js'
import {didYouMean, PackError} from '../errors.js'
import {builtinPack} from './builtin.js'
import {isRuleId} from './define.js'
import {markMistake} from './example.js'
import type {Lexicon, Locate, Pack, PackRule} from './pack.js'
import type {Source} from './rule.js'
import {lexiconFileSchema, type Preset, presetSchema, ruleFileSchema, sourceSchema} from './schema.js'
import {checkValue} from './schema-mistake.js'
import {isOfType} from './select.js'
import {readYamlText} from './yaml-text.js'

/** One file of a pack. The path is relative to the pack's folder and says what the file is, as in the built-in pack. */
export interface PackFile {
  /** `claims/no-honey.yaml`, `lexicons/honey.yaml`, `sources.yaml`, `presets.yaml`. */
  readonly path: string
  /** What messages call the file; the path unless given. */
  readonly name?: string
  readonly text: string
}

/**
 * Reads a pack from the texts of its files, with the schema and the errors of the built-in one.
 *
 * @throws {PackError} for the first mistake met, with file, line, column and the nearest valid word
 */
export const readPack = (files: readonly PackFile[]): Pack => {
  const rules: PackRule[] = []
  const lexicons: Record<string, Lexicon> = {}
  const sources: Record<string, Omit<Source, 'key'>> = {}
  const presets: Record<string, Preset> = {}
  for (const file of files) {
    const parts = file.path.replace(/\.ya?ml$/, '').split('/')
    const name = parts.at(-1)!
    const folder = parts.length > 1 ? parts.at(-2)! : undefined
    const {value, locate} = readYaml(file)
    if (folder === undefined && name === 'sources')
      Object.assign(sources, checked(v.record(v.string(), sourceSchema), value, locate))
    else if (folder === undefined && name === 'presets')
      Object.assign(presets, checked(v.record(v.string(), presetSchema), value, locate))
    else if (folder === 'lexicons') lexicons[name] = {...checked(lexiconFileSchema, value, locate), locate}
    else
      rules.push({...readRule(value, locate), id: ruleName(name, locate), topic: folder ?? 'custom', locate})
  }
  for (const rule of rules) checkSources(rule, sources)
  return {rules, lexicons, sources, presets}
}

const ruleName = (name: string, locate: Locate): string => {
  if (!isRuleId(name))
    throw new PackError(
      'the name of a rule file is the rule’s: lower-case words joined by hyphens, such as no-honey-for-babies.yaml',
      locate([]),
    )
  return name
}

/** A source of the pack, or one of the built-in ones. */
const checkSources = ({sources, locate}: PackRule, own: Pack['sources']): void => {
  const known = {...builtinPack.sources, ...own}
  sources.forEach((key, index) => {
    if (!Object.hasOwn(known, key))
      throw new PackError(
        `there is no source “${key}”${didYouMean(key, Object.keys(known)) || '; describe it in sources.yaml of the pack'}`,
        locate?.(['sources', index]),
      )
  })
}

const readRule = (value: unknown, locate: Locate): Omit<PackRule, 'id' | 'topic' | 'locate'> => {
  const rule = checked(ruleFileSchema, value, locate)
  const names = Object.keys(checkKinds).filter((name) => name in rule)
  if (names.length === 0)
    throw new PackError(
      `a rule has a check: one or more of ${Object.keys(checkKinds).join(', ')}`,
      locate([]),
    )
  rule.examples.forEach((example, index) => {
    const mistake = 'fail' in example ? markMistake(example.fail) : undefined
    if (mistake !== undefined) throw new PackError(mistake, locate(['examples', index, 'fail']))
  })
  checkMessages(rule, locate, ['match', ...Object.keys(rule.require?.evidence ?? {})])
  for (const [name, {default: value, type, values}] of Object.entries(rule.options ?? {}))
    if (!isOfType(value, type, values))
      throw new PackError(`the default of “${name}” is no ${type}`, locate(['options', name, 'default']))
  // The schema writes absent keys as `undefined`; nothing reads them apart.
  return rule as Omit<PackRule, 'id' | 'topic' | 'locate'>
}

/** `{name}` in a message is shown as it stands when nothing has that name. */
const checkMessages = (
  value: unknown,
  locate: Locate,
  names: readonly string[],
  path: ValuePath = [],
): void => {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key]
    if (key !== 'message' || typeof inner !== 'string') checkMessages(inner, locate, names, at)
    else
      for (const [written, name = ''] of inner.matchAll(/\{([\w-]+)\}/g))
        if (!names.includes(name))
          throw new PackError(
            `${written} stands for nothing here; there ${names.length === 1 ? 'is' : 'are'} ${names.map((one) => `{${one}}`).join(', ')}`,
            locate(at),
          )
  }
}

const readYaml = ({path, name, text}: PackFile): {readonly value: unknown; readonly locate: Locate} => {
  const {value, locate, mistake} = readYamlText(text, name ?? path)
  if (mistake !== undefined) throw new PackError(mistake.message, mistake.place)
  return {value, locate}
}

const checked = <Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  locate: Locate,
): v.InferOutput<Schema> => {
  const result = checkValue(schema, value)
  if ('value' in result) return result.value
  const {message, path, of} = result.mistake
  throw new PackError(message, locate(path, {of}))
}
