import {read} from '../../src/language/read.js'
import type {Reading} from '../../src/language/reading.js'
import type {PhraseSources} from '../../src/phrase/compile.js'
import {phraseFinder} from '../../src/phrase/explain.js'

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
export const found = (phrase: string, text: string, names: Omit<PhraseSources, 'phrases'> = {}): string[] =>
  phraseFinder(phrase, names)
    .find(readingOf(text))
    .map((match) => text.slice(match.start, match.end))
