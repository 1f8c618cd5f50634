import {ConfigError, didYouMean, kindOf} from './errors.js'
import type {Stopwatch} from './stopwatch.js'

export interface LintInput {
  /** Shown in diagnostics; its ending tells Markdown, MDX and plain text apart. */
  readonly path?: string
  /** Today's date as `YYYY-MM-DD`, for excuses that run out; the clock's unless given. */
  readonly today?: string
  /** Told how long each step takes. */
  readonly stopwatch?: Stopwatch
}

export const inputKeys: readonly string[] = [
  'path',
  'today',
  'stopwatch',
] satisfies readonly (keyof LintInput)[]

/** @throws {ConfigError} when the text is none, or the input has what it cannot have: nothing is passed over in silence */
export const checkInput = (text: unknown, input: unknown, keys: readonly string[] = inputKeys): void => {
  if (typeof text !== 'string')
    throw new ConfigError(`the article’s text must be a string, not ${kindOf(text)}`)
  if (typeof input !== 'object' || input === null)
    throw new ConfigError(
      `what comes behind the text is an object such as {path: "article.md"}, not ${kindOf(input)}`,
    )
  for (const key of Object.keys(input))
    if (!keys.includes(key)) throw new ConfigError(`there is no input “${key}”${hintFor(key, keys)}`)
  const {path, today} = input as LintInput
  if (path !== undefined && typeof path !== 'string')
    throw new ConfigError(`\`path\` must be a string, not ${kindOf(path)}`)
  if (today !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(today))
    throw new ConfigError(`\`today\` must be a date such as 2026-03-31, not ${JSON.stringify(today)}`)
}

const settingLike = new Set(['rules', 'extends', 'options', 'plugins', 'packs', 'site', 'locale', 'parser'])

const hintFor = (key: string, keys: readonly string[]): string => {
  if (settingLike.has(key))
    return keys.includes('settings') ? `: write {settings: {${key}: …}}` : ': give it to `createLinter`'
  return /^file(?:name)?$/i.test(key) ? '; did you mean “path”?' : didYouMean(key, keys)
}
