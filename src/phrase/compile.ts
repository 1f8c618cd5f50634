import {didYouMean} from '../errors.js'
import {inflect} from '../language/inflection.js'
import type {Anchor} from './anchor.js'
import {anchorOf} from './anchor.js'
import {frequencyOf, frequencyOfBeginning} from './frequency.js'
import type {InstructionWriter} from './instructions.js'
import {writeInstructions} from './instructions.js'
import type {SymbolSequence, TrieNodes} from './lexicon.js'
import {growTrie, lexiconExpander} from './lexicon.js'
import type {PhraseNode} from './parse.js'
import {parsePhrase} from './parse.js'
import type {Annotator, LexiconDefinition, PhraseDefinition} from './phrase.js'
import {PhraseError} from './phrase.js'
import {reachOf, settle, shapeOf} from './shape.js'
import type {SymbolTable} from './vocabulary.js'
import {createVocabulary, numberSymbol} from './vocabulary.js'

export interface PhraseSources {
  readonly phrases: readonly PhraseDefinition[]
  /** Each is checked, whether a phrase names it or not. */
  readonly lexicons?: readonly LexiconDefinition[]
  /** Lexicons known to be right: those that nothing names are left out. */
  readonly shared?: readonly LexiconDefinition[]
  readonly annotators?: readonly Pick<Annotator, 'name'>[]
}

/** A phrase, ready to run. */
export interface CompiledPhrase {
  /** Index of its first instruction in the program's code. */
  readonly entry: number
  readonly anchor: Anchor
  /** Number of instructions that remember failures. */
  readonly choices: number
  /** How many tokens on from its beginning the phrase can look. */
  readonly reach: number
}

/** A phrase under the key that it is asked for by. Phrases with the same text are one object under several keys. */
export interface KeyedPhrase {
  readonly key: string
  readonly phrase: CompiledPhrase
}

/** The phrases with one key. */
export interface KeyPhrases {
  readonly key: string
  /** Its place among the keys of the program. */
  readonly index: number
  /** Places in the program's list of phrases. */
  readonly indices: readonly number[]
}

/** Phrases and lexicons as words and numbers alone: what `link.ts` makes a program of, and `packed.ts` writes down. */
export interface PhraseCode {
  readonly symbols: SymbolTable
  /** Lexicons and annotators share one numbering: lexicons first. */
  readonly names: readonly string[]
  readonly lexiconCount: number
  readonly trie: TrieNodes
  readonly code: Int32Array
  /** Sets of symbols: how many, then the symbols, ascending. */
  readonly sets: Int32Array
  readonly phrases: readonly KeyedPhrase[]
}

/** An annotated span of more tokens than this is not seen by phrases. */
export const maximalAnnotation = 40

/**
 * @throws {PhraseError} whose `origin` says which phrase, or which entry of which lexicon, is not valid
 */
export const compilePhrases = (sources: PhraseSources): PhraseCode => {
  const {phrases, lexicons = [], shared = [], annotators = []} = sources
  const vocabulary = createVocabulary()
  const frequencies: number[] = []
  const symbols = symbolsIn(vocabulary, frequencies)
  const all = [...lexicons, ...shared]
  const names = nameAll(all, annotators)
  const rarity = rarityOf(frequencies)
  const expand = lexiconExpander({
    symbols,
    lexicons: new Map(all.map((lexicon) => [lexicon.name, lexicon])),
    isAnnotator: (name) => (names.get(name) ?? -1) >= all.length,
  })
  const sequences: (readonly SymbolSequence[])[] = all.map(() => [])
  for (const [index, {name}] of lexicons.entries()) sequences[index] = expand(name)
  const named = (name: string, offset: number) => {
    const index = names.get(name)
    if (index === undefined) {
      throw new PhraseError(
        `there is no lexicon or annotator <${name}>${didYouMean(name, names.keys())}`,
        offset,
      )
    }
    if (index >= all.length) return {index, width: maximalAnnotation}
    const list = expand(name)
    sequences[index] = list
    rarity.learn(index, list)
    return {index, width: widest(list)}
  }

  const writer: InstructionWriter = {code: [], sets: [], setAt: new Map(), choices: 0}
  const byText = new Map<string, CompiledPhrase>()
  const compile = (text: string): CompiledPhrase => {
    const shape = settle(shapeOf(parsePhrase(text), {symbols, named}))
    const entry = writer.code.length
    writeInstructions(shape, writer)
    return {entry, anchor: anchorOf(shape, rarity), choices: writer.choices, reach: reachOf(shape)}
  }
  const compiled = phrases.map(({key, text}): KeyedPhrase => {
    try {
      const phrase = byText.get(text) ?? compile(text)
      byText.set(text, phrase)
      return {key, phrase}
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error
      throw error.lexicon === undefined ? new PhraseError(error.message, error.offset, {key}) : error
    }
  })
  return {
    symbols: vocabulary.table,
    names: [...names.keys()],
    lexiconCount: all.length,
    trie: growTrie(sequences),
    code: new Int32Array(writer.code),
    sets: new Int32Array(writer.sets),
    phrases: compiled,
  }
}

/** What a lexicon costs is learned when a phrase names it. */
const rarityOf = (frequencies: readonly number[]) => {
  const costs: number[] = []
  const ofSymbol = (symbol: number): number => frequencies[symbol] ?? 0
  return {
    ofSymbol,
    // An annotator has to be run to know whether it finds anything: it is the anchor of last resort.
    ofNamed: (index: number): number => costs[index] ?? Number.MAX_SAFE_INTEGER,
    learn: (index: number, sequences: readonly SymbolSequence[]): void => {
      costs[index] ??= costOf(sequences, ofSymbol)
    },
  }
}

const nameAll = (
  lexicons: readonly LexiconDefinition[],
  annotators: readonly Pick<Annotator, 'name'>[],
): ReadonlyMap<string, number> => {
  const names = new Map<string, number>()
  for (const {name} of [...lexicons, ...annotators]) {
    if (names.has(name)) throw new PhraseError(`<${name}> is defined twice`, 0, {lexicon: name, entry: 0})
    names.set(name, names.size)
  }
  return names
}

/** Symbols of a word as it is written in the notation, and the frequency of each new one. */
const symbolsIn = (vocabulary: ReturnType<typeof createVocabulary>, frequencies: number[]) => {
  frequencies[numberSymbol] = 15_000
  const word = (text: string): number => {
    const symbol = vocabulary.word(text)
    frequencies[symbol] ??= frequencyOf(text)
    return symbol
  }
  return (node: Extract<PhraseNode, {readonly type: 'word' | 'number'}>): readonly number[] => {
    if (node.type === 'number') return [numberSymbol]
    switch (node.form) {
      case 'plain':
        return [word(node.word)]
      case 'inflected':
        return inflect(node.word).map(word)
      case 'prefix': {
        const symbol = vocabulary.beginning(node.word)
        frequencies[symbol] ??= frequencyOfBeginning(node.word)
        return [symbol]
      }
      case 'exact': {
        const symbol = vocabulary.spelling(node.word, node.written)
        frequencies[symbol] = frequencyOf(node.word) / 4
        return [symbol]
      }
    }
  }
}

const widest = (sequences: readonly SymbolSequence[]): number =>
  sequences.reduce((most, sequence) => Math.max(most, sequence.length), 1)

const costOf = (sequences: readonly SymbolSequence[], frequency: (symbol: number) => number): number =>
  sequences.reduce((sum, sequence) => sum + Math.min(...sequence.map(frequency)), 0)
