import type {CompiledPhrase, KeyedPhrase, KeyPhrases, PhraseCode} from './compile.js'
import {type LexiconTrie, linkTrie} from './lexicon.js'
import {createMachine} from './machine.js'
import type {Annotator} from './phrase.js'
import {newScratch, type Scratch} from './scratch.js'
import {type Vocabulary, vocabularyOf} from './vocabulary.js'

/** Lexicons, annotators and phrases, ready to run: immutable, shared by all articles. */
export interface PhraseProgram {
  readonly vocabulary: Vocabulary
  readonly trie: LexiconTrie
  readonly lexiconCount: number
  readonly annotators: readonly Annotator[]
  readonly code: Int32Array
  readonly sets: Int32Array
  /** Each once, whatever the number of its keys. */
  readonly phrases: readonly CompiledPhrase[]
  /** By phrase: 1 where several keys ask for it, so that what it finds is kept. */
  readonly isShared: Uint8Array
  readonly keyed: readonly KeyedPhrase[]
  readonly phrasesOf: ReadonlyMap<string, KeyPhrases>
  /** By symbol and by lexicon: the phrases whose anchor it is part of. */
  readonly anchoredBySymbol: Lists
  readonly anchoredByName: Lists
  readonly scratch: Scratch
}

/** Lists of numbers, one behind the other: those of `index` stand from `starts[index]` up to `starts[index + 1]`. */
export interface Lists {
  readonly starts: Int32Array
  readonly values: Int32Array
}

/** @param annotators those that the code was compiled with, at least */
export const linkPhrases = (code: PhraseCode, annotators: readonly Annotator[] = []): PhraseProgram => {
  const vocabulary = vocabularyOf(code.symbols)
  const linked = {vocabulary, code: code.code, sets: code.sets, lexiconCount: code.lexiconCount}
  return {
    ...linked,
    trie: linkTrie(code.trie, vocabulary.size),
    scratch: newScratch(createMachine(linked), vocabulary.size + code.names.length),
    annotators: code.names.slice(code.lexiconCount).map((name) => {
      const found = annotators.find((annotator) => annotator.name === name)
      if (found === undefined) throw new Error(`there is no annotator ${name}`)
      return found
    }),
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
  return {
    ...program,
    scratch: newScratch(program.scratch.machine, program.scratch.heads.length),
    ...indexOf(
      program.keyed.filter(({key}) => keys.has(key)),
      sizes,
    ),
  }
}

interface Sizes {
  readonly symbols: number
  readonly lexicons: number
  readonly names: number
}

const indexOf = (keyed: readonly KeyedPhrase[], {symbols, lexicons, names}: Sizes) => {
  const phrases = [...new Set(keyed.map(({phrase}) => phrase))]
  return {
    phrases,
    keyed,
    ...byKey(keyed, phrases, lexicons),
    anchoredBySymbol: listsOf(phrases, symbols, ({anchor}) => anchor.symbols),
    anchoredByName: listsOf(phrases, names, ({anchor}) => anchor.named),
  }
}

const byKey = (
  keyed: readonly KeyedPhrase[],
  phrases: readonly CompiledPhrase[],
  lexiconCount: number,
): Pick<PhraseProgram, 'phrasesOf' | 'isShared'> => {
  const indexOfPhrase = new Map(phrases.map((phrase, index) => [phrase, index]))
  const isShared = new Uint8Array(phrases.length)
  const isMet = new Uint8Array(phrases.length)
  const phrasesOf = new Map<string, {readonly key: string; readonly indices: number[]; annotated: boolean}>()
  for (const {key, phrase} of keyed) {
    const index = indexOfPhrase.get(phrase)!
    isShared[index] = isMet[index]!
    isMet[index] = 1
    const annotated = phrase.anchor.named.some((name) => name >= lexiconCount)
    const known = phrasesOf.get(key)
    if (known === undefined) phrasesOf.set(key, {key, indices: [index], annotated})
    else {
      known.indices.push(index)
      known.annotated ||= annotated
    }
  }
  return {phrasesOf, isShared}
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
