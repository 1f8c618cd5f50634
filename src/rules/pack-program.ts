import type {PhraseCode} from '../phrase/compile.js'
import {compileRulePhrases} from './compile-phrases.js'
import {compileRuleFile} from './compile-rule.js'
import type {Pack} from './pack.js'

/**
 * All phrases of a pack with the lexicons that they name. The build writes down what this gives for the built-in pack.
 *
 * @throws {PackError} for a mistake in a rule, a phrase or a lexicon
 */
export const packProgram = ({rules, lexicons}: Pack): PhraseCode =>
  compileRulePhrases(
    rules.flatMap((rule) => compileRuleFile(rule).phrases),
    {shared: lexicons},
  )
