import type {CompiledPhrase, KeyedPhrase, KeyPhrases, PhraseCode} from './compile.js'
import {type LexiconTrie, linkTrie} from './lexicon.js'
import {createMachine, type Machine} from './machine.js'
import type {Annotator} from './phrase.js'
import {newScratch, type Scratch} from './scratch.js'
import type {ReadableCode} from './sentence-filter.js'
import {type Vocabulary, vocabularyOf} from './vocabulary.js'

/** What any choice of some phrases shares. */
export interface LinkedCode {
  readonly vocabulary: Vocabulary
  readonly trie: LexiconTrie
  readonly lexiconCount: number
  readonly annotators: readonly Annotator[]
  readonly code: Int32Array
  readonly sets: Int32Array
  readonly machine: Machine
  readonly keyed: readonly KeyedPhrase[]
}

/** Lexicons, annotators and phrases, ready to run: immutable, shared by all articles. */
export interface PhraseProgram extends LinkedCode {
  /** Each once, whatever the number of its keys. */
  readonly phrases: readonly CompiledPhrase[]
  /** By phrase: its first instruction. */
  readonly entries: Int32Array
  /** By phrase: 1 where an annotator is part of its anchor. */
  readonly isAnnotated: Uint8Array
  /** By phrase: 1 where several keys ask for it, so that what it finds is kept. */
  readonly isShared: Uint8Array
  readonly phrasesOf: ReadonlyMap<string, KeyPhrases>
  /** By phrase: the places of its keys among all keys. */
  readonly keysOf: Lists
  /** By place of a key: 1 where an annotator anchors one of its phrases. */
  readonly annotatedKeys: Uint8Array
  /** By symbol and by lexicon: the phrases whose anchor it is part of. */
  readonly anchoredBySymbol: Lists
  readonly anchoredByName: Lists
  readonly readable: ReadableCode
  readonly scratch: Scratch
}

/** Lists of numbers, one behind the other: those of `index` stand from `starts[index]` up to `starts[index + 1]`. */
export interface Lists {
  readonly starts: Int32Array
  readonly values: Int32Array
}

/** @param annotators those that the code was compiled with, at least */
export const linkCode = (code: PhraseCode, annotators: readonly Annotator[] = []): LinkedCode => {
  const vocabulary = vocabularyOf(code.symbols)
  const linked = {vocabulary, code: code.code, sets: code.sets, lexiconCount: code.lexiconCount}
  return {
    ...linked,
    machine: createMachine(linked),
    trie: linkTrie(code.trie, vocabulary.size),
    annotators: code.names.slice(code.lexiconCount).map((name) => {
      const found = annotators.find((annotator) => annotator.name === name)
      if (found === undefined) throw new Error(`there is no annotator ${name}`)
      return found
    }),
    keyed: code.phrases,
  }
}

/** A program of all phrases; `annotators` as for `linkCode`. */
export const linkPhrases = (code: PhraseCode, annotators: readonly Annotator[] = []): PhraseProgram => {
  const linked = linkCode(code, annotators)
  return programOf(linked, linked.keyed)
}

/** A program of the phrases with these keys: what is not asked for costs nothing. */
export const restrictTo = (linked: LinkedCode, keys: ReadonlySet<string>): PhraseProgram =>
  programOf(
    linked,
    linked.keyed.filter(({key}) => keys.has(key)),
  )

const programOf = (linked: LinkedCode, keyed: readonly KeyedPhrase[]): PhraseProgram => {
  const {vocabulary, lexiconCount, annotators, machine} = linked
  const names = lexiconCount + annotators.length
  const index = indexOf(keyed, {symbols: vocabulary.size, lexicons: lexiconCount, names})
  return {
    ...linked,
    ...index,
    keyed,
    readable: {code: linked.code, sets: linked.sets, symbolCount: vocabulary.size, lexiconCount},
    scratch: newScratch(machine, vocabulary.size + names, index.phrases.length),
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
    entries: Int32Array.from(phrases, ({entry}) => entry),
    isAnnotated: Uint8Array.from(phrases, ({anchor}) =>
      anchor.named.some((name) => name >= lexicons) ? 1 : 0,
    ),
    ...byKey(keyed, phrases, lexicons),
    anchoredBySymbol: anchoredBy('symbols', phrases, symbols),
    anchoredByName: anchoredBy('named', phrases, names),
  }
}

const byKey = (
  keyed: readonly KeyedPhrase[],
  phrases: readonly CompiledPhrase[],
  lexiconCount: number,
): Pick<PhraseProgram, 'phrasesOf' | 'isShared' | 'keysOf' | 'annotatedKeys'> => {
  const indexOfPhrase = new Map(phrases.map((phrase, index) => [phrase, index]))
  const isShared = new Uint8Array(phrases.length)
  const isMet = new Uint8Array(phrases.length)
  const phrasesOf = new Map<
    string,
    {readonly key: string; readonly index: number; readonly indices: number[]}
  >()
  const annotated: number[] = []
  const keysOf: Pairs = {owners: [], values: []}
  for (const {key, phrase} of keyed) {
    const index = indexOfPhrase.get(phrase)!
    isShared[index] = isMet[index]!
    isMet[index] = 1
    const known = phrasesOf.get(key)
    const place = known?.index ?? phrasesOf.size
    if (known === undefined) phrasesOf.set(key, {key, index: place, indices: [index]})
    else known.indices.push(index)
    keysOf.owners.push(index)
    keysOf.values.push(place)
    if (phrase.anchor.named.some((name) => name >= lexiconCount)) annotated.push(place)
  }
  const annotatedKeys = new Uint8Array(phrasesOf.size)
  for (const place of annotated) annotatedKeys[place] = 1
  return {phrasesOf, isShared, annotatedKeys, keysOf: listsOf(phrases.length, keysOf)}
}

const anchoredBy = (member: 'symbols' | 'named', phrases: readonly CompiledPhrase[], size: number): Lists => {
  const pairs: Pairs = {owners: [], values: []}
  for (let index = 0; index < phrases.length; index++) {
    for (const owner of phrases[index]!.anchor[member]) {
      pairs.owners.push(owner)
      pairs.values.push(index)
    }
  }
  return listsOf(size, pairs)
}

/** Numbers, each beside the index of the list that it belongs to. */
interface Pairs {
  readonly owners: number[]
  readonly values: number[]
}

const listsOf = (size: number, {owners, values}: Pairs): Lists => {
  const starts = new Int32Array(size + 1)
  for (const owner of owners) starts[owner + 1]!++
  for (let index = 0; index < size; index++) starts[index + 1]! += starts[index]!
  const next = starts.slice()
  const sorted = new Int32Array(values.length)
  for (let index = 0; index < owners.length; index++) sorted[next[owners[index]!]!++] = values[index]!
  return {starts, values: sorted}
}
