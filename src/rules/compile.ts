import type {RunCheck} from '../checks/kind.js'
import {annotators} from '../language/annotators/index.js'
import {linkPhrases, type PhraseProgram, restrictTo} from '../phrase/link.js'
import {builtinPack} from './builtin.js'
import {builtinCode} from './builtin-program.js'
import {compileRulePhrases} from './compile-phrases.js'
import {compileRuleFile, type RegisteredPhrase} from './compile-rule.js'
import type {Lexicon} from './pack.js'
import {runInCode} from './run-code.js'
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
  const isReplaced = Object.keys(lexicons).some((name) => Object.hasOwn(builtinPack.lexicons, name))
  const rules = selected.map((one): CompiledRule => {
    const {from} = one
    if (from.kind === 'code')
      return {...one, run: (article, _matches, options) => runInCode(from.rule, article, options)}
    const {run, phrases} = compileRuleFile(from.file)
    if (from.pack === builtinPack && !isReplaced) for (const {key} of phrases) builtin.add(key)
    else own.push(...phrases)
    return {...one, run}
  })
  return {
    programs: [
      ...(builtin.size === 0 ? [] : [restrictTo(builtinCode(), builtin)]),
      ...(own.length + Object.keys(lexicons).length === 0
        ? []
        : [linkPhrases(compileRulePhrases(own, {lexicons, shared: builtinPack.lexicons}), annotators)]),
    ],
    rules,
  }
}

const userLexicons = (selected: readonly SelectedRule[]): Readonly<Record<string, Lexicon>> =>
  Object.assign(
    {},
    ...selected.map(({from}) =>
      from.kind === 'pack' && from.pack !== builtinPack ? from.pack.lexicons : undefined,
    ),
  ) as Readonly<Record<string, Lexicon>>
