import type {CompiledPhrase, PhraseCode} from './compile.js'
import {type LexiconTrie, linkTrie} from './lexicon.js'
import type {Annotator} from './phrase.js'
import {type Vocabulary, vocabularyOf} from './vocabulary.js'

/** Lexicons, annotators and phrases, ready to run: immutable, shared by all articles. */
export interface PhraseProgram {
  readonly vocabulary: Vocabulary
  readonly trie: LexiconTrie
  readonly lexiconCount: number
  readonly annotators: readonly Annotator[]
  readonly code: Int32Array
  readonly sets: Int32Array
  readonly phrases: readonly CompiledPhrase[]
  /** Indices of the phrases with a key. */
  readonly phrasesOf: ReadonlyMap<string, readonly number[]>
  /** By symbol and by lexicon: the phrases whose anchor it is part of. */
  readonly anchoredBySymbol: Lists
  readonly anchoredByName: Lists
  /** Keys of the phrases that an annotator anchors: whether it finds anything is only known when it has run. */
  readonly annotatedKeys: readonly string[]
}

/** Lists of numbers, one behind the other: those of `index` stand from `starts[index]` up to `starts[index + 1]`. */
export interface Lists {
  readonly starts: Int32Array
  readonly values: Int32Array
}

/** @param annotators those that the code was compiled with, at least */
export const linkPhrases = (code: PhraseCode, annotators: readonly Annotator[] = []): PhraseProgram => {
  const vocabulary = vocabularyOf(code.symbols)
  return {
    vocabulary,
    trie: linkTrie(code.trie, vocabulary.size),
    lexiconCount: code.lexiconCount,
    annotators: code.names.slice(code.lexiconCount).map((name) => {
      const found = annotators.find((annotator) => annotator.name === name)
      if (found === undefined) throw new Error(`there is no annotator ${name}`)
      return found
    }),
    code: code.code,
    sets: code.sets,
    ...indexOf(code.phrases, {
      symbols: vocabulary.size,
      lexicons: code.lexiconCount,
      names: code.names.length,
    }),
  }
}

/** The program with the phrases of these keys alone: what is not asked for costs nothing. */
export const restrictTo = (program: PhraseProgram, keys: ReadonlySet<string>): PhraseProgram => {
  const sizes = {
    symbols: program.vocabulary.size,
    lexicons: program.lexiconCount,
    names: program.lexiconCount + program.annotators.length,
  }
  const phrases = program.phrases.filter(({key}) => keys.has(key))
  return {...program, ...indexOf(phrases, sizes)}
}

interface Sizes {
  readonly symbols: number
  readonly lexicons: number
  readonly names: number
}

const indexOf = (phrases: readonly CompiledPhrase[], {symbols, lexicons, names}: Sizes) => ({
  phrases,
  phrasesOf: indicesByKey(phrases),
  anchoredBySymbol: listsOf(phrases, symbols, ({anchor}) => anchor.symbols),
  anchoredByName: listsOf(phrases, names, ({anchor}) => anchor.named),
  annotatedKeys: phrases
    .filter(({anchor}) => anchor.named.some((index) => index >= lexicons))
    .map(({key}) => key),
})

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
  for (let index = 0; index < phrases.length; index++)
    for (const member of members(phrases[index]!)) values[next[member]!++] = index
  return {starts, values}
}
