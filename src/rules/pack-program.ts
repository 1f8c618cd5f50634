import {annotators} from '../language/annotators/index.js'
import {compilePhrases, type PhraseCode} from '../phrase/compile.js'
import {compileRuleFile} from './compile-rule.js'
import type {Pack} from './pack.js'

/**
 * All phrases of a pack with the lexicons that they name. The build writes down what this gives for the built-in pack.
 *
 * @throws {PackError} {PhraseError} for a mistake in a rule, a phrase or a lexicon
 */
export const packProgram = ({rules, lexicons}: Pack): PhraseCode =>
  compilePhrases({
    phrases: rules.flatMap((rule) => compileRuleFile(rule).phrases),
    shared: Object.entries(lexicons).map(([name, {entries}]) => ({name, entries})),
    annotators,
  })
