import {read} from '../../src/language/read.js'
import type {Reading} from '../../src/language/reading.js'
import {compilePhrases} from '../../src/phrase/compile.js'
import {type PhraseNames, phraseFinder} from '../../src/phrase/explain.js'
import {linkPhrases, type PhraseProgram} from '../../src/phrase/link.js'
import type {PhraseDefinition} from '../../src/phrase/phrase.js'

/** Phrases ready to run. */
export const programOf = (
  sources: PhraseNames & {readonly phrases: readonly PhraseDefinition[]},
): PhraseProgram => linkPhrases(compilePhrases(sources), sources.annotators)

/** Blocks are set apart by an empty line. */
export const readingOf = (text: string): Reading => {
  const blocks: {start: number; end: number}[] = []
  let start = 0
  for (const part of text.split('\n\n')) {
    blocks.push({start, end: start + part.length})
    start += part.length + 2
  }
  return read(text, blocks)
}

/** What a phrase underlines in a text. */
export const found = (phrase: string, text: string, names: PhraseNames = {}): string[] =>
  phraseFinder(phrase, names)
    .find(readingOf(text))
    .map((match) => text.slice(match.start, match.end))
