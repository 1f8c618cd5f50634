import * as v from 'valibot'
import {ConfigError} from '../errors.js'
import {checkValue} from '../rules/schema-mistake.js'
import type {FindOptions} from './find-files.js'
import type {LintRunOptions} from './lint-run.js'

const isFunction = (value: unknown): boolean => typeof value === 'function'
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

const schema = v.strictObject({
  patterns: v.array(v.string(), 'a list of paths, such as ["articles"]'),
  options: v.strictObject({
    cwd: v.optional(v.string()),
    extensions: v.optional(v.array(v.string(), 'a list such as [".md"]')),
    gitignore: v.optional(v.boolean()),
    cache: v.optional(v.string('the path of a file')),
    concurrency: v.optional(
      v.union([v.picklist(['auto', 'off']), v.pipe(v.number(), v.integer(), v.minValue(1))]),
    ),
    timeout: v.optional(v.pipe(v.number(), v.minValue(1))),
    note: v.optional(v.custom(isFunction, 'a function')),
    settings: v.optional(v.custom(isObject, 'settings such as {extends: ["recommended"]}')),
    config: v.optional(v.union([v.string(), v.literal(false)])),
    allowCode: v.optional(v.boolean()),
    overrides: v.optional(v.custom(isObject)),
    stopwatch: v.optional(v.custom(isObject)),
  } satisfies Record<keyof (FindOptions & LintRunOptions), unknown>),
})

/** @throws {ConfigError} that says which argument of `lintFiles` cannot be used, and what to write */
export const checkLintFilesInput = (patterns: unknown, options: unknown): void => {
  const checked = checkValue(schema, {patterns, options})
  if (!('mistake' in checked)) return
  const {message, path} = checked.mistake
  const [argument, ...keys] = path
  const name =
    argument === 'options' && keys.length > 0 ? `option \`${keys.join('.')}\`` : `\`${String(argument)}\``
  throw new ConfigError(`\`lintFiles\`, ${name}: ${message}`)
}
