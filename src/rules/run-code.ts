import type {Article} from '../article/article.js'
import type {RuleInCode} from './define.js'
import type {Finding, FindingEdit} from './rule.js'

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
  return Array.from(given as Iterable<Finding>, (finding) => checkedFinding(finding, article))
}

const nameOf = (given: unknown): string => {
  if (given === undefined || given === null) return String(given)
  if (typeof given !== 'object') return typeof given
  if ('then' in given || Symbol.asyncIterator in given) return 'a promise of them: a check is synchronous'
  return 'one object'
}

const levels: readonly unknown[] = [undefined, 'error', 'warning', 'info']

const checkedFinding = (finding: Finding, article: Article): Finding => {
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
  for (const one of instead ?? [])
    if (typeof one !== 'string') throw new TypeError(`\`instead\` is a list of texts, not of ${nameOf(one)}`)
  checkEdits('fix', fix, article)
  for (const one of suggestions ?? []) {
    if (typeof one?.message !== 'string' || !Array.isArray(one.edits))
      throw new TypeError(
        'a suggestion is {message, edits: [{start, end, text}]}; for words of advice there is `instead`',
      )
    checkEdits('edits', one.edits, article)
  }
  for (const one of related ?? []) {
    if (typeof one?.message !== 'string') throw new TypeError('`related` is a list of {start, end, message}')
    checkSpan('related', one, article)
  }
  return finding
}

const editForm = '{start, end, text}'

const checkEdits = (name: string, edits: readonly FindingEdit[] = [], article: Article): void => {
  for (const edit of edits) {
    if (typeof edit !== 'object' || edit === null)
      throw new TypeError(`\`${name}\` is a list of edits ${editForm}, not of ${nameOf(edit)}`)
    const {text} = edit
    if (typeof text !== 'string')
      throw new TypeError(
        `an edit in \`${name}\` is ${editForm}: \`text\` is what stands there afterwards, not ${nameOf(text)}`,
      )
    checkSpan(name, edit, article)
  }
}

const checkSpan = (name: string, {start, end, in: of}: FindingEdit | Related, article: Article): void => {
  const length = of === 'source' ? article.source.length : article.fullText.length
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > length)
    throw new TypeError(
      `\`${name}\` has \`start\` and \`end\` within the ${of === 'source' ? 'source' : 'article’s text'} (0–${length}), not ${String(start)}–${String(end)}`,
    )
}

type Related = NonNullable<Finding['related']>[number]
