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

/** Gives symbols while phrases are compiled; `finish` freezes the result. */
export interface VocabularyBuilder {
  readonly word: (folded: string) => number
  readonly beginning: (folded: string) => number
  readonly spelling: (folded: string, written: string) => number
  readonly finish: () => Vocabulary
}

export const createVocabulary = (): VocabularyBuilder => {
  const words = new Map<string, number>()
  const starts = new Map<string, number>()
  const exact = new Map<string, {readonly word: number; readonly symbol: number}>()
  let size = numberSymbol + 1
  const numbered = (map: Map<string, number>, key: string): number => {
    const known = map.get(key)
    if (known !== undefined) return known
    map.set(key, size)
    return size++
  }
  const word = (folded: string): number => numbered(words, folded)
  return {
    word,
    beginning: (folded) => numbered(starts, folded),
    spelling: (folded, written) => {
      const known = exact.get(written)
      if (known !== undefined) return known.symbol
      const entry = {word: word(folded), symbol: size++}
      exact.set(written, entry)
      return entry.symbol
    },
    finish: () => {
      const spellings = new Map<number, Spelling[]>()
      for (const [written, {word, symbol}] of exact) {
        const list = spellings.get(word)
        if (list === undefined) spellings.set(word, [{written, symbol}])
        else list.push({written, symbol})
      }
      const beginnings = beginningsOf(starts, size)
      const beginningOf = new Int32Array(size)
      if (starts.size > 0) {
        for (const [text, symbol] of words)
          beginningOf[symbol] = longestBeginning(beginnings, text, 0, text.length)
      }
      return {size, words: tableOf(words, size), beginnings, beginningOf, spellings}
    },
  }
}

const tableOf = (words: ReadonlyMap<string, number>, size: number): WordTable => {
  let capacity = 64
  while (capacity < words.size * 3) capacity *= 2
  const slots = new Int32Array(capacity)
  const hashes = new Int32Array(size)
  const letterStarts = new Int32Array(size + 1)
  const bySymbol: string[] = new Array<string>(size).fill('')
  for (const [word, symbol] of words) {
    bySymbol[symbol] = word
    const hash = hashOf(word)
    hashes[symbol] = hash
    let slot = slotOf(hash, capacity - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (capacity - 1)
    slots[slot] = symbol
  }
  for (let symbol = 0; symbol < size; symbol++)
    letterStarts[symbol + 1] = letterStarts[symbol]! + bySymbol[symbol]!.length
  return {slots, hashes, letters: bySymbol.join(''), letterStarts}
}

/** The last bit stands for all lengths from 31 on. */
const lengthBit = (length: number): number => Math.min(length, 31)

const twoLetters = (first: number, second: number): number => (first * 31 + second) & 1023

const beginningsOf = (starts: ReadonlyMap<string, number>, size: number): Beginnings => {
  const lengths = new Int32Array(1024)
  const shorter = new Int32Array(size)
  for (const [text, symbol] of starts) {
    lengths[twoLetters(text.charCodeAt(0), text.charCodeAt(1))]! |= 1 << lengthBit(text.length)
    for (let length = text.length - 1; length > 1 && shorter[symbol] === 0; length--) {
      shorter[symbol] = starts.get(text.slice(0, length)) ?? 0
    }
  }
  return {table: tableOf(starts, size), lengths, shorter}
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
