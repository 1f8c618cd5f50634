import {type CheckName, checkKinds, kindOf} from '../checks/index.js'
import type {CheckContext, RunCheck, ValuePath} from '../checks/kind.js'
import {PackError} from '../errors.js'
import {compilePhrases, type PhraseProgram} from '../phrase/compile.js'
import {type Annotator, type PhraseDefinition, PhraseError} from '../phrase/phrase.js'
import {builtinPack} from './builtin.js'
import type {Lexicon, PackRule} from './pack.js'
import type {SelectedRule} from './select.js'
import {spanIndex} from './span-index.js'

/** Rules ready to run over any number of articles. */
export interface CompiledRules {
  readonly program: PhraseProgram
  readonly rules: readonly CompiledRule[]
}

export interface CompiledRule extends SelectedRule {
  readonly run: RunCheck
}

interface RegisteredPhrase extends PhraseDefinition {
  readonly rule: PackRule
  readonly path: ValuePath
}

/**
 * Compiles all phrases of all rules into one program, so that an article is read once however many rules there are.
 *
 * @throws {PackError} for a mistake in a phrase, a lexicon or a check's definition
 */
export const compileRules = (
  selected: readonly SelectedRule[],
  annotators: readonly Annotator[],
): CompiledRules => {
  const phrases: RegisteredPhrase[] = []
  const rules = selected.map((one): CompiledRule => {
    const {from} = one
    if (from.kind === 'code')
      return {...one, run: (article, _matches, options) => from.rule.check(article, options)}
    return {...one, run: compilePackRule(from.file, phrases)}
  })
  return {program: programOf(phrases, lexiconsOf(selected), annotators), rules}
}

const compilePackRule = (rule: PackRule, phrases: RegisteredPhrase[]): RunCheck => {
  const names = (Object.keys(checkKinds) as CheckName[]).filter((name) => rule[name] !== undefined)
  const place = (path: ValuePath) => rule.locate?.(path) ?? {file: `${rule.topic}/${rule.id}.yaml`}
  if (names.length === 0)
    throw new PackError(`a rule has a check: one or more of ${Object.keys(checkKinds).join(', ')}`, place([]))
  const context: CheckContext = {
    ruleId: rule.id,
    phrase(text, path) {
      const key = `${rule.id}#${phrases.length}`
      phrases.push({key, text, rule, path})
      return key
    },
    fail(message, path) {
      throw new PackError(message, place(path))
    },
  }
  return together(names.map((name) => kindOf(name).compile(rule[name], context)))
}

/** Several checks of one rule speak once about one place: what an earlier check found, a later one leaves alone. */
const together = (checks: readonly RunCheck[]): RunCheck => {
  const [only] = checks
  if (only !== undefined && checks.length === 1) return only
  return (article, matches, options) => {
    const taken = spanIndex()
    return checks.flatMap((check) => {
      const fresh = Array.from(check(article, matches, options), (finding) => ({
        finding,
        span: finding.in === 'source' ? finding : article.spanOf(finding.start, finding.end),
      })).filter(({span}) => !taken.overlaps(span))
      for (const {span} of fresh) taken.add(span)
      return fresh.map(({finding}) => finding)
    })
  }
}

const lexiconsOf = (selected: readonly SelectedRule[]): ReadonlyMap<string, Lexicon> => {
  const lexicons = new Map<string, Lexicon>(Object.entries(builtinPack.lexicons))
  for (const {from} of selected) {
    if (from.kind === 'pack')
      for (const [name, lexicon] of Object.entries(from.pack.lexicons)) lexicons.set(name, lexicon)
  }
  return lexicons
}

const programOf = (
  phrases: readonly RegisteredPhrase[],
  lexicons: ReadonlyMap<string, Lexicon>,
  annotators: readonly Annotator[],
): PhraseProgram => {
  try {
    return compilePhrases({
      phrases,
      lexicons: [...lexicons].map(([name, {entries}]) => ({name, entries})),
      annotators,
    })
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error
    throw packErrorOf(error, phrases, lexicons)
  }
}

/** A mistake in a phrase, told at its place in the file that it was written in. */
const packErrorOf = (
  error: PhraseError,
  phrases: readonly RegisteredPhrase[],
  lexicons: ReadonlyMap<string, Lexicon>,
): PackError => {
  const {lexicon, entry, key, offset} = error
  if (lexicon !== undefined) {
    const place = lexicons.get(lexicon)?.locate?.(['entries', entry ?? 0], {offset}) ?? {
      file: `lexicons/${lexicon}.yaml`,
    }
    return new PackError(error.message, place)
  }
  const phrase = phrases.find((one) => one.key === key)
  const place = phrase?.rule.locate?.(phrase.path, {offset}) ?? {
    file: phrase && `${phrase.rule.topic}/${phrase.rule.id}.yaml`,
  }
  return new PackError(`${error.message}, in “${phrase?.text ?? ''}”`, {...place} as never)
}
