import type {Article} from '../article/article.js'
import type {RuleInCode} from './define.js'
import type {Finding} from './rule.js'

/**
 * Runs a rule in code, and looks at what it gives: types are gone by then, and what is no finding would be lost.
 *
 * @throws {TypeError} that says what the check gave in place of findings
 */
export const runInCode = (
  {check}: RuleInCode,
  article: Article,
  options: Readonly<Record<string, unknown>>,
): readonly Finding[] => {
  const given: unknown = check(article, options)
  if (typeof given !== 'object' || given === null || !(Symbol.iterator in given))
    throw new TypeError(`\`check\` must give a list of findings, or yield them, not ${nameOf(given)}`)
  return Array.from(given as Iterable<Finding>, checkedFinding)
}

const nameOf = (given: unknown): string => {
  if (given === undefined || given === null) return String(given)
  if (typeof given !== 'object') return typeof given
  if ('then' in given || Symbol.asyncIterator in given) return 'a promise of them: a check is synchronous'
  return 'one object'
}

const levels: readonly unknown[] = [undefined, 'error', 'warning', 'info']

const checkedFinding = (finding: Finding): Finding => {
  if (typeof finding !== 'object' || finding === null)
    throw new TypeError(`a finding is an object with \`start\` and \`end\`, not ${nameOf(finding)}`)
  const {start, end, message, level, instead, suggestions, fix, related} = finding
  if (!Number.isInteger(start) || !Number.isInteger(end))
    throw new TypeError('a finding has `start` and `end`, which are whole numbers')
  if (message !== undefined && typeof message !== 'string')
    throw new TypeError(`the \`message\` of a finding is a text, not ${nameOf(message)}`)
  if (!levels.includes(level))
    throw new TypeError(`the \`level\` of a finding is error, warning or info, not “${String(level)}”`)
  for (const [name, list] of Object.entries({instead, suggestions, fix, related}))
    if (list !== undefined && !Array.isArray(list))
      throw new TypeError(`\`${name}\` of a finding is a list, not ${nameOf(list)}`)
  return finding
}
