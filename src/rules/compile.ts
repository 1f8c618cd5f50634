import type {RunCheck} from '../checks/kind.js'
import {PackError} from '../errors.js'
import {annotators} from '../language/annotators/index.js'
import {compilePhrases} from '../phrase/compile.js'
import {linkPhrases, type PhraseProgram, restrictTo} from '../phrase/link.js'
import {PhraseError} from '../phrase/phrase.js'
import {builtinPack} from './builtin.js'
import {builtinProgram} from './builtin-program.js'
import {compileRuleFile, type RegisteredPhrase} from './compile-rule.js'
import type {Lexicon} from './pack.js'
import type {SelectedRule} from './select.js'

/** Rules ready to run over any number of articles. */
export interface CompiledRules {
  /** Phrases of built-in rules, and phrases of the user's. */
  readonly programs: readonly PhraseProgram[]
  readonly rules: readonly CompiledRule[]
}

export interface CompiledRule extends SelectedRule {
  readonly run: RunCheck
}

/**
 * Compiles all phrases of all rules together, so that an article is read once however many rules there are. Those of
 * the built-in pack were compiled when we were built.
 *
 * @throws {PackError} for a mistake in a phrase, a lexicon or a check's definition
 */
export const compileRules = (selected: readonly SelectedRule[]): CompiledRules => {
  const builtin = new Set<string>()
  const own: RegisteredPhrase[] = []
  const lexicons = userLexicons(selected)
  // A user's lexicon with a built-in name takes its place in built-in rules, too.
  const isReplaced = [...lexicons.keys()].some((name) => Object.hasOwn(builtinPack.lexicons, name))
  const rules = selected.map((one): CompiledRule => {
    const {from} = one
    if (from.kind === 'code')
      return {...one, run: (article, _matches, options) => from.rule.check(article, options)}
    const {run, phrases} = compileRuleFile(from.file)
    if (from.pack === builtinPack && !isReplaced) for (const {key} of phrases) builtin.add(key)
    else own.push(...phrases)
    return {...one, run}
  })
  return {
    programs: [
      ...(builtin.size === 0 ? [] : [restrictTo(builtinProgram(), builtin)]),
      ...(own.length + lexicons.size === 0 ? [] : [programOf(own, lexicons)]),
    ],
    rules,
  }
}

const userLexicons = (selected: readonly SelectedRule[]): ReadonlyMap<string, Lexicon> => {
  const lexicons = new Map<string, Lexicon>()
  for (const {from} of selected) {
    if (from.kind === 'pack' && from.pack !== builtinPack)
      for (const [name, lexicon] of Object.entries(from.pack.lexicons)) lexicons.set(name, lexicon)
  }
  return lexicons
}

const programOf = (
  phrases: readonly RegisteredPhrase[],
  lexicons: ReadonlyMap<string, Lexicon>,
): PhraseProgram => {
  const definitions = (some: Iterable<readonly [string, Lexicon]>) =>
    Array.from(some, ([name, {entries}]) => ({name, entries}))
  try {
    const code = compilePhrases({
      phrases,
      lexicons: definitions(lexicons),
      shared: definitions(Object.entries(builtinPack.lexicons).filter(([name]) => !lexicons.has(name))),
      annotators,
    })
    return linkPhrases(code, annotators)
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
