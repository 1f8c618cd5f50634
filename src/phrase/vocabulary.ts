import {hashOf, hashSeed, hashStep, slotOf} from '../language/hash.js'

/**
 * The words that phrases speak of, each a small integer, so that the text's words are looked up once. A *symbol* is
 * what one token can be matched as: a word, a beginning (`cure*`), an exact spelling (`=MS`) or any number. They share
 * one numbering; 0 is none.
 */
export interface Vocabulary {
  /** Number of symbols, 0 included. */
  readonly size: number
  readonly words: WordTable
  readonly beginnings: Beginnings
  /** By symbol of a known word: the longest beginning that it has, or 0. */
  readonly beginningOf: Int32Array
  /** By symbol of the folded word: its exact spellings. */
  readonly spellings: ReadonlyMap<number, readonly Spelling[]>
}

export interface Spelling {
  readonly written: string
  readonly symbol: number
}

/** From letters to symbols, by open addressing, so that a word of the text is found without being cut out of it. */
export interface WordTable {
  /** Symbols, or 0; the length is a power of two. */
  readonly slots: Int32Array
  /** By symbol. */
  readonly hashes: Int32Array
  readonly letters: string
  /** By symbol: where its letters begin; they end where the next symbol's begin. */
  readonly letterStarts: Int32Array
}

export interface Beginnings {
  readonly table: WordTable
  /** By the first two letters, hashed: the lengths of the beginnings that have them, one bit each. */
  readonly lengths: Int32Array
  /** By symbol of a beginning: the longest shorter one that it begins with, or 0. */
  readonly shorter: Int32Array
}

/** The symbol of every number. */
export const numberSymbol = 1

/** What each symbol stands for: all that a vocabulary is made from. */
export interface SymbolTable {
  /** By symbol: its letters, as the text is folded; of a spelling, as they are written. Of 0 and `#`, nothing. */
  readonly texts: readonly string[]
  /** The symbols that are beginnings. */
  readonly beginnings: readonly number[]
  /** The symbols that are exact spellings, each behind that of its folded word. */
  readonly spellings: readonly number[]
}

/** Gives symbols while phrases are compiled. */
export interface VocabularyBuilder {
  readonly word: (folded: string) => number
  readonly beginning: (folded: string) => number
  readonly spelling: (folded: string, written: string) => number
  readonly table: SymbolTable
}

export const createVocabulary = (): VocabularyBuilder => {
  const texts = ['', '']
  const beginnings: number[] = []
  const spellings: number[] = []
  const wordSymbols = new Map<string, number>()
  const beginningSymbols = new Map<string, number>()
  const spellingSymbols = new Map<string, number>()
  const numbered = (map: Map<string, number>, text: string, found: (symbol: number) => void): number => {
    const known = map.get(text)
    if (known !== undefined) return known
    const symbol = texts.push(text) - 1
    map.set(text, symbol)
    found(symbol)
    return symbol
  }
  const word = (folded: string): number => numbered(wordSymbols, folded, () => {})
  return {
    word,
    beginning: (folded) => numbered(beginningSymbols, folded, (symbol) => beginnings.push(symbol)),
    spelling: (folded, written) => {
      const ofWord = word(folded)
      return numbered(spellingSymbols, written, (symbol) => spellings.push(ofWord, symbol))
    },
    table: {texts, beginnings, spellings},
  }
}

export const vocabularyOf = (table: SymbolTable): Vocabulary => {
  const {texts, spellings} = table
  const size = texts.length
  const written = new Map<number, Spelling[]>()
  for (let at = 0; at < spellings.length; at += 2) {
    const spelling = {written: texts[spellings[at + 1]!]!, symbol: spellings[at + 1]!}
    const known = written.get(spellings[at]!)
    if (known === undefined) written.set(spellings[at]!, [spelling])
    else known.push(spelling)
  }
  const words = wordsOf(table)
  const beginnings = beginningsOf(table)
  const beginningOf = new Int32Array(size)
  if (table.beginnings.length > 0) {
    for (const symbol of words)
      beginningOf[symbol] = longestBeginning(beginnings, texts[symbol]!, 0, texts[symbol]!.length)
  }
  return {size, words: tableOf(texts, words), beginnings, beginningOf, spellings: written}
}

/** The symbols that are whole words. */
const wordsOf = ({texts, beginnings, spellings}: SymbolTable): readonly number[] => {
  const others = new Uint8Array(texts.length)
  for (const symbol of beginnings) others[symbol] = 1
  for (let at = 1; at < spellings.length; at += 2) others[spellings[at]!] = 1
  const words: number[] = []
  for (let symbol = numberSymbol + 1; symbol < texts.length; symbol++)
    if (others[symbol] === 0) words.push(symbol)
  return words
}

const tableOf = (texts: readonly string[], members: readonly number[]): WordTable => {
  let capacity = 64
  while (capacity < members.length * 3) capacity *= 2
  const slots = new Int32Array(capacity)
  const hashes = new Int32Array(texts.length)
  const letterStarts = new Int32Array(texts.length + 1)
  for (const symbol of members) {
    const hash = hashOf(texts[symbol]!)
    hashes[symbol] = hash
    let slot = slotOf(hash, capacity - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (capacity - 1)
    slots[slot] = symbol
    letterStarts[symbol + 1] = texts[symbol]!.length
  }
  for (let symbol = 0; symbol < texts.length; symbol++) letterStarts[symbol + 1]! += letterStarts[symbol]!
  return {slots, hashes, letters: members.map((symbol) => texts[symbol]!).join(''), letterStarts}
}

/** The last bit stands for all lengths from 31 on. */
const lengthBit = (length: number): number => Math.min(length, 31)

const twoLetters = (first: number, second: number): number => (first * 31 + second) & 1023

const beginningsOf = ({texts, beginnings}: SymbolTable): Beginnings => {
  const lengths = new Int32Array(1024)
  const shorter = new Int32Array(texts.length)
  const symbols = new Map(beginnings.map((symbol) => [texts[symbol]!, symbol]))
  for (const [text, symbol] of symbols) {
    lengths[twoLetters(text.charCodeAt(0), text.charCodeAt(1))]! |= 1 << lengthBit(text.length)
    for (let length = text.length - 1; length > 1 && shorter[symbol] === 0; length--) {
      shorter[symbol] = symbols.get(text.slice(0, length)) ?? 0
    }
  }
  return {table: tableOf(texts, beginnings), lengths, shorter}
}

/** Symbol of the longest beginning that the letters in `[start, end)` have, or 0. */
export const longestBeginning = (
  beginnings: Beginnings,
  text: string,
  start: number,
  end: number,
): number => {
  if (end - start < 2) return 0
  const lengths = beginnings.lengths[twoLetters(text.charCodeAt(start), text.charCodeAt(start + 1))]!
  if (lengths === 0) return 0
  let hash = hashStep(hashSeed, text.charCodeAt(start))
  let found = 0
  let length = 2
  for (let at = start + 1; at < end; at++, length++) {
    if (lengths >>> lengthBit(length) === 0) break
    hash = hashStep(hash, text.charCodeAt(at))
    if ((lengths & (1 << lengthBit(length))) === 0) continue
    const symbol = findWord(beginnings.table, text, start, at + 1, hash)
    if (symbol !== 0) found = symbol
  }
  return found
}

/** Symbol of the word with this hash in `[start, end)` of `text`, or 0. */
export const findWord = (
  table: WordTable,
  text: string,
  start: number,
  end: number,
  hash: number,
): number => {
  const {slots, hashes, letters, letterStarts} = table
  const mask = slots.length - 1
  let slot = slotOf(hash, mask)
  for (;;) {
    const symbol = slots[slot]!
    if (symbol === 0) return 0
    if (hashes[symbol] === hash) {
      const from = letterStarts[symbol]!
      if (
        letterStarts[symbol + 1]! - from === end - start &&
        sameLetters(letters, from, text, start, end - start)
      )
        return symbol
    }
    slot = (slot + 1) & mask
  }
}

const sameLetters = (a: string, fromA: number, b: string, fromB: number, length: number): boolean => {
  for (let at = 0; at < length; at++) if (a.charCodeAt(fromA + at) !== b.charCodeAt(fromB + at)) return false
  return true
}
