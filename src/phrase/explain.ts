import type {Reading} from '../language/reading.js'
import {compilePhrases, type PhraseSources} from './compile.js'
import {linkPhrases} from './link.js'
import {matchPhrases} from './match.js'
import {type PhraseNode, parsePhrase} from './parse.js'
import type {Annotator, PhraseMatch} from './phrase.js'

/** What names in a phrase can stand for. */
export interface PhraseNames extends Pick<PhraseSources, 'lexicons' | 'shared'> {
  readonly annotators?: readonly Annotator[]
}

/** A phrase alone, ready for any number of readings: what `healthlint match` runs. */
export interface PhraseFinder {
  readonly find: (reading: Reading) => readonly PhraseMatch[]
}

/**
 * @param text a phrase in the notation of `phrase.ts`
 * @throws {PhraseError} with the offset in `text`
 */
export const phraseFinder = (text: string, names: PhraseNames = {}): PhraseFinder => {
  const program = linkPhrases(compilePhrases({...names, phrases: [{key: text, text}]}), names.annotators)
  return {find: (reading) => matchPhrases(program, reading).of(text)}
}

/**
 * How a phrase was understood, one line for each part, indented as the parts are nested:
 *
 *     one of
 *       any form of “cure”
 *       “remedy”
 *     up to 3 words
 *     an entry of <condition>
 *
 * @throws {PhraseError}
 */
export const describePhrase = (text: string): string => linesOf(parsePhrase(text)).join('\n')

const linesOf = (node: PhraseNode): readonly string[] => {
  switch (node.type) {
    case 'sequence':
      return node.items.flatMap(linesOf)
    case 'choice':
      return under('one of', node.options.flatMap(alternative))
    case 'optional':
      return under('perhaps', linesOf(node.item))
    case 'underline':
      return under('underlined', linesOf(node.item))
    case 'not':
      return under('not followed by', linesOf(node.item))
    default:
      return [lineOf(node)]
  }
}

const alternative = (option: PhraseNode): readonly string[] =>
  option.type === 'sequence' ? under('all of', linesOf(option)) : linesOf(option)

const under = (title: string, lines: readonly string[]): readonly string[] => [
  title,
  ...lines.map((line) => `  ${line}`),
]

type Leaf = Extract<
  PhraseNode,
  {readonly type: 'word' | 'number' | 'named' | 'gap' | 'edge' | 'nextSentence'}
>

const wordForms = {
  plain: '',
  inflected: 'any form of ',
  prefix: 'any word that begins with ',
  exact: 'exactly ',
} as const

const edges = {
  sentenceStart: 'the sentence begins',
  sentenceEnd: 'the sentence ends',
  blockStart: 'the block begins',
  blockEnd: 'the block ends',
} as const

const lineOf = (node: Leaf): string => {
  switch (node.type) {
    case 'word':
      return `${wordForms[node.form]}“${node.form === 'exact' ? node.written : node.word}”`
    case 'number':
      return 'a number'
    case 'named':
      return `an entry of <${node.name}>`
    case 'gap':
      return `up to ${node.words} ${node.words === 1 ? 'word' : 'words'}`
    case 'edge':
      return edges[node.edge]
    case 'nextSentence':
      return 'the next sentence begins'
  }
}
