import {didYouMean} from '../errors.js'
import {inflect} from '../language/inflection.js'
import type {Anchor} from './anchor.js'
import {anchorOf} from './anchor.js'
import {frequencyOf} from './frequency.js'
import type {InstructionWriter} from './instructions.js'
import {writeInstructions} from './instructions.js'
import type {LexiconTrie, SymbolSequence} from './lexicon.js'
import {buildTrie, expandLexicons} from './lexicon.js'
import type {PhraseNode} from './parse.js'
import {parsePhrase} from './parse.js'
import type {Annotator, LexiconDefinition, PhraseDefinition} from './phrase.js'
import {PhraseError} from './phrase.js'
import {reachOf, settle, shapeOf} from './shape.js'
import type {Vocabulary} from './vocabulary.js'
import {createVocabulary, numberSymbol} from './vocabulary.js'

export interface PhraseSources {
  readonly phrases: readonly PhraseDefinition[]
  readonly lexicons?: readonly LexiconDefinition[]
  readonly annotators?: readonly Annotator[]
}

/** One phrase, ready to run. */
export interface CompiledPhrase {
  readonly key: string
  /** Index of its first instruction in the program's code. */
  readonly entry: number
  readonly anchor: Anchor
  /** Number of instructions that remember failures. */
  readonly choices: number
  /** How many tokens on from its beginning the phrase can look. */
  readonly reach: number
}

/** Lexicons, annotators and phrases, compiled together: immutable, shared by all articles. */
export interface PhraseProgram {
  readonly vocabulary: Vocabulary
  readonly trie: LexiconTrie
  /** Lexicons and annotators share one numbering: lexicons first. */
  readonly names: ReadonlyMap<string, number>
  readonly lexiconCount: number
  readonly annotators: readonly Annotator[]
  readonly code: Int32Array
  /** Sets of symbols: how many, then the symbols, ascending. */
  readonly sets: Int32Array
  readonly phrases: readonly CompiledPhrase[]
  /** Indices of the phrases with a key. */
  readonly phrasesOf: ReadonlyMap<string, readonly number[]>
  /** By symbol and by lexicon: the phrases whose anchor it is part of. */
  readonly anchoredBySymbol: Lists
  readonly anchoredByName: Lists
}

/** Lists of numbers, one behind the other: those of `index` stand from `starts[index]` up to `starts[index + 1]`. */
export interface Lists {
  readonly starts: Int32Array
  readonly values: Int32Array
}

/** An annotated span of more tokens than this is not seen by phrases. */
export const maximalAnnotation = 40

/**
 * @throws {PhraseError} whose `origin` says which phrase, or which entry of which lexicon, is not valid
 */
export const compilePhrases = ({phrases, lexicons = [], annotators = []}: PhraseSources): PhraseProgram => {
  const vocabulary = createVocabulary()
  const frequencies: number[] = []
  const symbols = symbolsIn(vocabulary, frequencies)
  const names = nameAll(lexicons, annotators)

  const expanded = expandLexicons({
    symbols,
    lexicons: new Map(lexicons.map((lexicon) => [lexicon.name, lexicon])),
    isAnnotator: (name) => (names.get(name) ?? -1) >= lexicons.length,
  })
  const sequences = lexicons.map(({name}) => expanded.get(name) ?? [])
  const widths = [...sequences.map(widest), ...annotators.map(() => maximalAnnotation)]
  const named = (name: string, offset: number) => {
    const index = names.get(name)
    if (index === undefined) {
      throw new PhraseError(
        `there is no lexicon or annotator <${name}>${didYouMean(name, names.keys())}`,
        offset,
      )
    }
    return {index, width: widths[index]!}
  }

  const ofSymbol = (symbol: number): number => frequencies[symbol] ?? 0
  const costs = sequences.map((list) => costOf(list, ofSymbol))
  // An annotator has to be run to know whether it finds anything: it is the anchor of last resort.
  const rarity = {ofSymbol, ofNamed: (index: number) => costs[index] ?? Number.MAX_SAFE_INTEGER}
  const writer: InstructionWriter = {code: [], sets: [], choices: 0}
  const compiled = phrases.map(({key, text}): CompiledPhrase => {
    try {
      const shape = settle(shapeOf(parsePhrase(text), {symbols, named}))
      const entry = writer.code.length
      writeInstructions(shape, writer)
      return {key, entry, anchor: anchorOf(shape, rarity), choices: writer.choices, reach: reachOf(shape)}
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error
      throw new PhraseError(error.message, error.offset, {key})
    }
  })

  const finished = vocabulary.finish()
  return {
    vocabulary: finished,
    trie: buildTrie(sequences, finished.size),
    names,
    lexiconCount: lexicons.length,
    annotators,
    code: new Int32Array(writer.code),
    sets: new Int32Array(writer.sets),
    phrases: compiled,
    phrasesOf: indicesByKey(compiled),
    anchoredBySymbol: listsOf(compiled, finished.size, ({anchor}) => anchor.symbols),
    anchoredByName: listsOf(compiled, names.size, ({anchor}) => anchor.named),
  }
}

const nameAll = (
  lexicons: readonly LexiconDefinition[],
  annotators: readonly Annotator[],
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
        frequencies[symbol] = 8000 / node.word.length ** 2
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

const indicesByKey = (phrases: readonly CompiledPhrase[]): ReadonlyMap<string, readonly number[]> => {
  const indices = new Map<string, number[]>()
  for (const [index, {key}] of phrases.entries()) {
    const list = indices.get(key)
    if (list === undefined) indices.set(key, [index])
    else list.push(index)
  }
  return indices
}

const listsOf = (
  phrases: readonly CompiledPhrase[],
  size: number,
  members: (phrase: CompiledPhrase) => readonly number[],
): Lists => {
  const starts = new Int32Array(size + 1)
  for (const phrase of phrases) for (const member of members(phrase)) starts[member + 1]!++
  for (let index = 0; index < size; index++) starts[index + 1]! += starts[index]!
  const next = starts.slice()
  const values = new Int32Array(starts[size]!)
  for (const [index, phrase] of phrases.entries())
    for (const member of members(phrase)) values[next[member]!++] = index
  return {starts, values}
}
