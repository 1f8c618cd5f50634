import type {Level} from '../diagnostic.js'
import {ConfigError, didYouMean} from '../errors.js'
import type {Check, Example, Rule, Source} from './rule.js'

/** A rule in code: what a pack cannot say. The engine cannot tell it from one that was read from a file. */
export interface RuleInCode extends Rule {
  readonly check: Check
  readonly message: string
  readonly options: Readonly<Record<string, unknown>>
  readonly languages: 'english' | 'any'
}

export interface RuleDefinition {
  readonly id: string
  readonly topic: string
  readonly summary: string
  readonly why: string
  readonly level: Level
  /** Standards that it rests on: keys of the built-in sources, or sources of your own. */
  readonly sources?: readonly (string | Source)[]
  readonly examples?: readonly Example[]
  /** Option names with their default values. */
  readonly options?: Readonly<Record<string, unknown>>
  /** Said when a finding has no message of its own; `{match}` is the text that was found. The summary unless given. */
  readonly message?: string
  /** `any` when the rule can judge text in every language; English only unless given. */
  readonly languages?: 'english' | 'any'
  /** The rule's page, if it has one. */
  readonly url?: string
  /** `article` when a finding speaks of the whole article, wherever it is shown; `passage` unless given. */
  readonly scope?: 'passage' | 'article'
  readonly check: Check
}

const parts: readonly string[] = [
  ...(['id', 'topic', 'summary', 'why', 'level', 'sources', 'examples', 'options', 'message'] as const),
  ...(['languages', 'url', 'scope', 'check'] as const),
] satisfies readonly (keyof RuleDefinition)[]
const levels: readonly string[] = ['error', 'warning', 'info'] satisfies readonly Level[]

/** Lower-case words joined by hyphens; those of a plugin may have its name before them: `acme/no-honey`. */
export const isRuleId = (id: string): boolean =>
  /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/.test(id)

/**
 * Makes a rule of a check, for `plugins` in the settings.
 *
 * @param definition `check` is a pure generator or function `(article, options) => findings`; a finding's span counts
 *   in `article.fullText` (so also in `article.text`), or in the source when it comes from `article.spanOf`
 * @throws {ConfigError} when a part is missing or of the wrong kind
 */
export const defineRule = (definition: RuleDefinition): RuleInCode => {
  if (typeof definition !== 'object' || definition === null)
    throw new ConfigError('`defineRule` takes an object: {id, topic, summary, why, level, check}')
  const {id, topic, summary, why, level, check} = definition
  const name = typeof id === 'string' && id !== '' ? `rule “${id}”` : 'a rule'
  for (const [key, value] of Object.entries({id, topic, summary, why})) {
    if (typeof value !== 'string' || value === '')
      throw new ConfigError(`${name}: \`${key}\` must be a text that is not empty`)
  }
  if (!isRuleId(id)) {
    throw new ConfigError(
      `${name}: an id is lower-case words joined by hyphens, such as “no-honey-for-babies”`,
    )
  }
  for (const key of Object.keys(definition))
    if (!parts.includes(key)) throw new ConfigError(`${name} has no part “${key}”${didYouMean(key, parts)}`)
  if (!levels.includes(level))
    throw new ConfigError(`${name}: \`level\` must be error, warning or info, not “${String(level)}”`)
  if (typeof check !== 'function')
    throw new ConfigError(`${name}: \`check\` must be a function (article, options) => findings`)
  return {
    id,
    topic,
    summary,
    why,
    level,
    sources: (definition.sources ?? []).map((source) =>
      typeof source === 'string' ? {key: source, title: source, publisher: '', year: 0, url: ''} : source,
    ),
    examples: definition.examples ?? [],
    options: definition.options ?? {},
    message: definition.message ?? summary,
    languages: definition.languages ?? 'english',
    url: definition.url ?? '',
    scope: definition.scope ?? 'passage',
    check,
  }
}
