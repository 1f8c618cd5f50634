import {type CheckName, checkKinds, kindOf} from '../checks/index.js'
import type {CheckContext, RunCheck, ValuePath} from '../checks/kind.js'
import {PackError} from '../errors.js'
import type {PhraseDefinition} from '../phrase/phrase.js'
import type {PackRule} from './pack.js'
import {spanIndex} from './span-index.js'

/** A phrase, and where it is written. */
export interface RegisteredPhrase extends PhraseDefinition {
  readonly rule: PackRule
  readonly path: ValuePath
}

export interface CompiledRuleFile {
  readonly run: RunCheck
  /** Phrases that `run` asks for by key. A key is the rule's id and the phrase's path in its file: the same in every run. */
  readonly phrases: readonly RegisteredPhrase[]
}

/**
 * Makes a function of a rule's checks. Their phrases are not read yet.
 *
 * @throws {PackError} for a mistake in a check's definition
 */
export const compileRuleFile = (rule: PackRule): CompiledRuleFile => {
  const names = (Object.keys(checkKinds) as CheckName[]).filter((name) => rule[name] !== undefined)
  const place = (path: ValuePath) => rule.locate?.(path) ?? {file: `${rule.topic}/${rule.id}.yaml`}
  if (names.length === 0)
    throw new PackError(`a rule has a check: one or more of ${Object.keys(checkKinds).join(', ')}`, place([]))
  const phrases = new Map<string, RegisteredPhrase>()
  const context: CheckContext = {
    ruleId: rule.id,
    level: rule.level,
    phrase(text, path) {
      const key = `${rule.id}#${path.join('/')}`
      const known = phrases.get(key)
      if (known !== undefined && known.text !== text) throw new Error(`two phrases have the key ${key}`)
      phrases.set(key, {key, text, rule, path})
      return key
    },
    fail(message, path) {
      throw new PackError(message, place(path))
    },
  }
  const run = together(names.map((name) => kindOf(name).compile(rule[name], context)))
  return {run, phrases: [...phrases.values()]}
}

/** Several checks of one rule speak once about one place: what an earlier check found, a later one leaves alone. */
const together = (checks: readonly RunCheck[]): RunCheck => {
  const [only] = checks
  if (only !== undefined && checks.length === 1) return only
  return (article, matches, options, watch) => {
    const taken = spanIndex()
    return checks.flatMap((check) => {
      const fresh = Array.from(check(article, matches, options, watch), (finding) => ({
        finding,
        span: finding.in === 'source' ? finding : article.spanOf(finding.start, finding.end),
      })).filter(({span}) => !taken.overlaps(span))
      for (const {span} of fresh) taken.add(span)
      return fresh.map(({finding}) => finding)
    })
  }
}
