import * as v from 'valibot'
import type {ValuePath} from '../checks/kind.js'
import {didYouMean} from '../errors.js'

/** What is wrong with a value, and where: the key itself when it is the key that is unknown. */
export interface Mistake {
  readonly message: string
  readonly path: ValuePath
  readonly of: 'key' | 'value'
}

/** The value as the schema gives it, or the one mistake that its author should hear of first. */
export const checkValue = <Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): {readonly value: v.InferOutput<Schema>} | {readonly mistake: Mistake} => {
  const result = v.safeParse(schema, value)
  return result.success ? {value: result.output} : {mistake: mistakeOf(schema, result.issues)}
}

const mistakeOf = (schema: v.GenericSchema, issues: readonly Issue[]): Mistake => {
  const issue = deepest(schema, issues)
  const path = (issue.path ?? []).map(({key}) => key as string | number)
  // A list has keys, too, 0 and 1: it passes for an object.
  const listed = (issue.path ?? []).findIndex(({type, input}) => type === 'object' && Array.isArray(input))
  if (listed !== -1)
    return {message: `expected ${kinds['Object']}, not a list`, path: path.slice(0, listed), of: 'value'}
  const last = path.at(-1)
  if (isUnknownKey(issue) && typeof last === 'string') {
    const valid = keysOf(schema, path.slice(0, -1))
    return {message: `unknown key “${last}”${didYouMean(last, valid)}`, path, of: 'key'}
  }
  const missing = issue.received === 'undefined' && last !== undefined
  const message = !missing
    ? wrongValue(issue)
    : typeof last === 'number'
      ? `entry ${last + 1} of this list is missing: ${wantedBy(issue)}`
      : `“${last}” is missing`
  return {message, path, of: 'value'}
}

const wrongValue = (issue: Issue): string => {
  const {type, input, received} = issue
  if (type === 'non_empty' || (type === 'min_length' && typeof input === 'string')) return 'this is empty'
  const {requirement} = issue as {readonly requirement?: unknown}
  if (type === 'min_length') return `expected ${String(requirement)} or more entries, not ${received}`
  if (type === 'min_value') return `expected ${String(requirement)} or more, not ${received}`
  return `expected ${wantedBy(issue)}, not ${shown(input, received)}${nearestOf(issue)}`
}

/** A schema's own words say more than its type. */
const wantedBy = ({message, expected, input}: Issue): string => {
  if (!message.startsWith('Invalid ')) return message
  if (expected === 'Array' && typeof input === 'string') return `a list such as [${JSON.stringify(input)}]`
  return kinds[expected ?? ''] ?? expected ?? 'another value'
}

const kinds: Readonly<Record<string, string>> = {Array: 'a list', Object: 'keys with values, {…: …}'}

/** A value of the wrong kind, as a person would name it. */
const shown = (input: unknown, received: string): string => {
  if (input instanceof Promise) return 'a promise of one, which is to be awaited'
  return Array.isArray(input) ? 'a list' : received
}

/** Of a list of texts, the one that was perhaps meant. */
const nearestOf = ({input, expected}: Issue): string =>
  typeof input === 'string' && input !== ''
    ? didYouMean(
        input,
        Array.from((expected ?? '').matchAll(/"([^"]*)"/g), ([, name = '']) => name),
      )
    : ''

type Issue = v.BaseIssue<unknown>

const isUnknownKey = (issue: Issue): boolean => issue.type === 'strict_object' && issue.expected === 'never'

/** Of a union's issues, the one that got furthest: it belongs to the form the author meant. */
const deepest = (schema: v.GenericSchema, issues: readonly Issue[]): Issue => {
  let best = issues[0]!
  let bestDepth = -1
  // Of two mistakes at one depth, a misspelt key explains the missing one, not the other way round; a key that another
  // form has is not misspelt.
  const depthOf = (path: NonNullable<Issue['path']>[number][], issue: Issue): number => {
    if (!isUnknownKey(issue)) return issue.received === 'undefined' ? path.length - 0.25 : path.length
    const keys = path.map(({key}) => key as string | number)
    return keysOf(schema, keys.slice(0, -1)).includes(String(keys.at(-1)))
      ? path.length - 0.5
      : path.length + 0.5
  }
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
