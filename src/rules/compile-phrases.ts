import {PackError} from '../errors.js'
import {annotators} from '../language/annotators/index.js'
import {compilePhrases, type PhraseCode} from '../phrase/compile.js'
import {PhraseError} from '../phrase/phrase.js'
import type {RegisteredPhrase} from './compile-rule.js'
import type {Lexicon} from './pack.js'

type Lexicons = Readonly<Record<string, Lexicon>>

/**
 * Compiles phrases of rules. The lexicons of `lexicons` are checked, used or not; of `shared`, those that nothing names
 * are left out.
 *
 * @throws {PackError} for a mistake in a phrase or a lexicon
 */
export const compileRulePhrases = (
  phrases: readonly RegisteredPhrase[],
  {lexicons = {}, shared = {}}: {readonly lexicons?: Lexicons; readonly shared?: Lexicons},
): PhraseCode => {
  try {
    return compilePhrases({
      phrases,
      lexicons: definitionsOf(lexicons),
      shared: definitionsOf(shared).filter(({name}) => !Object.hasOwn(lexicons, name)),
      annotators,
    })
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error
    throw packErrorOf(error, phrases, {...shared, ...lexicons})
  }
}

const definitionsOf = (lexicons: Lexicons) =>
  Object.entries(lexicons).map(([name, {entries}]) => ({name, entries}))

/** A mistake in a phrase, told at its place in the file that it was written in. */
const packErrorOf = (
  error: PhraseError,
  phrases: readonly RegisteredPhrase[],
  lexicons: Lexicons,
): PackError => {
  const {lexicon, entry, key, offset} = error
  if (lexicon !== undefined) {
    const place = lexicons[lexicon]?.locate?.(['entries', entry ?? 0], {offset}) ?? {
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
