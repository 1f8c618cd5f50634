import * as v from 'valibot'
import {isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type Scalar} from 'yaml'
import {checkKinds} from '../checks/index.js'
import type {ValuePath} from '../checks/kind.js'
import {didYouMean, PackError} from '../errors.js'
import type {Lexicon, Locate, Pack, PackRule} from './pack.js'
import type {Source} from './rule.js'
import {lexiconFileSchema, type Preset, presetSchema, ruleFileSchema, sourceSchema} from './schema.js'

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
    else rules.push({...readRule(value, locate), id: name, topic: folder ?? 'custom', locate})
  }
  return {rules, lexicons, sources, presets}
}

const readRule = (value: unknown, locate: Locate): Omit<PackRule, 'id' | 'topic' | 'locate'> => {
  const rule = checked(ruleFileSchema, value, locate)
  const names = Object.keys(checkKinds).filter((name) => name in rule)
  if (names.length !== 1) {
    throw new PackError(
      `a rule has one check, ${Object.keys(checkKinds).join(', ')}; this one has ${names.length}`,
      locate([]),
    )
  }
  rule.examples.forEach((example, index) => {
    const marks = 'fail' in example ? (example.fail.match(/\[\|/g)?.length ?? 0) : 0
    if ('fail' in example && marks === 0) {
      throw new PackError(
        'a `fail` example marks what is underlined with [|…|]',
        locate(['examples', index, 'fail']),
      )
    }
  })
  // The schema writes absent keys as `undefined`; nothing reads them apart.
  return rule as Omit<PackRule, 'id' | 'topic' | 'locate'>
}

const readYaml = ({path, name, text}: PackFile): {readonly value: unknown; readonly locate: Locate} => {
  const lines = new LineCounter()
  const document = parseDocument(text, {lineCounter: lines})
  const file = name ?? path
  const placeOf = (offset: number) => {
    const {line, col} = lines.linePos(offset)
    return {file, line, column: col}
  }
  const [error] = document.errors
  if (error !== undefined)
    throw new PackError(error.message.split('\n')[0]!.replace(/ at line.*$/, ''), placeOf(error.pos[0]))
  const locate: Locate = (valuePath, {of = 'value', offset = 0} = {}) => {
    const found = nodeAt(document.contents, valuePath, of)
    return found === undefined ? {file} : placeOf(found + offset)
  }
  return {value: document.toJS(), locate}
}

/** The offset of a value, or of the key before it; of the nearest parent where the path leads nowhere. */
const nodeAt = (root: unknown, path: ValuePath, of: 'key' | 'value'): number | undefined => {
  let node: unknown = root
  let key: unknown
  for (const step of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find((item) => isScalar(item.key) && item.key.value === step)
      if (pair === undefined) break
      key = pair.key
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number' && node.items[step] !== undefined) {
      key = undefined
      node = node.items[step]
    } else break
  }
  const wanted = (of === 'key' && key !== undefined ? key : node) as
    | {range?: readonly [number, number, number]}
    | undefined
  const start = wanted?.range?.[0]
  if (start === undefined) return undefined
  const quoted = isScalar(node) && wanted === node && /QUOTE/.test((node as Scalar).type ?? '')
  return quoted ? start + 1 : start
}

const checked = <Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  locate: Locate,
): v.InferOutput<Schema> => {
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const issue = deepest(result.issues)
  const path = (issue.path ?? []).map(({key}) => key as string | number)
  const last = path.at(-1)
  if (isUnknownKey(issue) && typeof last === 'string') {
    const valid = keysOf(schema, path.slice(0, -1))
    throw new PackError(`unknown key “${last}”${didYouMean(last, valid)}`, locate(path, {of: 'key'}))
  }
  const missing = issue.received === 'undefined' && last !== undefined
  const message = missing
    ? `“${String(last)}” is missing`
    : `expected ${issue.expected ?? 'another value'}, not ${issue.received}`
  throw new PackError(message, locate(path))
}

type Issue = v.BaseIssue<unknown>

const isUnknownKey = (issue: Issue): boolean => issue.type === 'strict_object' && issue.expected === 'never'

/** Of a union's issues, the one that got furthest: it belongs to the form the author meant. */
const deepest = (issues: readonly Issue[]): Issue => {
  let best = issues[0]!
  let bestDepth = -1
  // Of two mistakes at one depth, a misspelt key explains the missing one, not the other way round.
  const depthOf = (path: readonly unknown[], issue: Issue): number =>
    path.length + (isUnknownKey(issue) ? 0.5 : 0)
  const visit = (issue: Issue, above: readonly NonNullable<Issue['path']>[number][]): void => {
    const path = [...above, ...(issue.path ?? [])]
    if (issue.issues !== undefined) for (const inner of issue.issues) visit(inner as Issue, path)
    else if (depthOf(path, issue) > bestDepth) {
      bestDepth = depthOf(path, issue)
      best = {...issue, ...(path.length === 0 ? {} : {path: path as never})}
    }
  }
  for (const issue of issues) visit(issue, [])
  return best
}

/** The keys that may stand where an unknown one was met. */
const keysOf = (schema: v.GenericSchema, path: readonly (string | number)[]): readonly string[] => {
  let options: readonly unknown[] = [schema]
  for (const step of path) options = options.flatMap((one) => stepInto(one, step))
  return options.flatMap((one) => Object.keys(entriesOf(one)))
}

const stepInto = (schema: unknown, step: string | number): readonly unknown[] =>
  unwrapped(schema).flatMap((one) => {
    const entry = entriesOf(one)[String(step)]
    if (entry !== undefined) return unwrapped(entry)
    const {item, value} = one as {item?: unknown; value?: unknown}
    return [item, value].filter((next) => next !== undefined).flatMap(unwrapped)
  })

const entriesOf = (schema: unknown): Readonly<Record<string, unknown>> =>
  Object.assign(
    {},
    ...unwrapped(schema).map((one) => (one as {entries?: Record<string, unknown>}).entries ?? {}),
  )

/** Through `optional`, `pipe` and `union`, to the schemas that have entries or items. */
const unwrapped = (schema: unknown): readonly unknown[] => {
  const {wrapped, options, pipe} = schema as {
    wrapped?: unknown
    options?: readonly unknown[]
    pipe?: readonly unknown[]
  }
  if (wrapped !== undefined) return unwrapped(wrapped)
  if (Array.isArray(options) && typeof options[0] === 'object') return options.flatMap(unwrapped)
  if (Array.isArray(pipe) && pipe[0] !== schema) return unwrapped(pipe[0])
  return [schema]
}
