import type {CompiledPhrase, KeyPhrases, PhraseCode} from './compile.js'
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
  readonly phrases: readonly CompiledPhrase[]
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
  const phrases = program.phrases.filter(({key}) => keys.has(key))
  return {
    ...program,
    scratch: newScratch(program.scratch.machine, program.scratch.heads.length),
    ...indexOf(phrases, sizes),
  }
}

interface Sizes {
  readonly symbols: number
  readonly lexicons: number
  readonly names: number
}

const indexOf = (phrases: readonly CompiledPhrase[], {symbols, lexicons, names}: Sizes) => ({
  phrases,
  phrasesOf: byKey(phrases, lexicons),
  anchoredBySymbol: listsOf(phrases, symbols, ({anchor}) => anchor.symbols),
  anchoredByName: listsOf(phrases, names, ({anchor}) => anchor.named),
})

const byKey = (phrases: readonly CompiledPhrase[], lexiconCount: number): ReadonlyMap<string, KeyPhrases> => {
  const found = new Map<string, {readonly indices: number[]; annotated: boolean}>()
  for (const [index, {key, anchor}] of phrases.entries()) {
    const annotated = anchor.named.some((name) => name >= lexiconCount)
    const known = found.get(key)
    if (known === undefined) found.set(key, {indices: [index], annotated})
    else {
      known.indices.push(index)
      known.annotated ||= annotated
    }
  }
  return found
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
