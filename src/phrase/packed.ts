import type {CompiledPhrase, KeyedPhrase, PhraseCode} from './compile.js'

/**
 * Compiled phrases as text: small, and read in a few milliseconds where compiling takes half a second. Numbers are
 * written as in source maps: five bits a character, the sixth says that more follow.
 */
export interface PackedPhrases {
  /** One a line. */
  readonly symbols: string
  readonly beginnings: string
  readonly spellings: string
  readonly names: string
  readonly lexiconCount: number
  readonly trie: {
    /** How many children each node has, and how many lexicons end there. */
    readonly childCounts: string
    readonly symbols: string
    readonly endCounts: string
    readonly ends: string
  }
  readonly code: string
  readonly sets: string
  /** One a line, without what it begins with as the one before it did. */
  readonly keyEnds: string
  /** For each key: how many characters it shares with the one before it. */
  readonly keyShares: string
  /** For each key: 0 when it is the first of the next phrase, else the number of its phrase, counted from 1. */
  readonly phraseOfKey: string
  /**
   * For each phrase: its entry, counted from that of the one before it, choices, reach, least, most, then the anchor's
   * symbols and names, each with their count.
   */
  readonly phrases: string
}

export const packPhrases = ({symbols, names, trie, ...code}: PhraseCode): PackedPhrases => {
  const phrases = [...new Set(code.phrases.map(({phrase}) => phrase))]
  const index = new Map(phrases.map((phrase, at) => [phrase, at]))
  const keys = code.phrases.map(({key}) => key)
  const shares = keys.map((key, at) => sharedStart(keys[at - 1] ?? '', key))
  return {
    symbols: symbols.texts.join('\n'),
    beginnings: packNumbers(symbols.beginnings),
    spellings: packNumbers(symbols.spellings),
    names: names.join('\n'),
    lexiconCount: code.lexiconCount,
    trie: {
      childCounts: packNumbers(countsOf(trie.childStarts)),
      symbols: packNumbers(trie.symbols),
      endCounts: packNumbers(countsOf(trie.endStarts)),
      ends: packNumbers(trie.ends),
    },
    code: packNumbers(code.code),
    sets: packNumbers(code.sets),
    keyEnds: keys.map((key, at) => key.slice(shares[at])).join('\n'),
    keyShares: packNumbers(shares),
    phraseOfKey: packNumbers(firstsAsZero(code.phrases.map(({phrase}) => index.get(phrase)!))),
    phrases: packNumbers(
      phrases.flatMap(({entry, choices, reach, anchor: {least, most, symbols, named}}, at) => [
        ...[entry - (phrases[at - 1]?.entry ?? 0), choices, reach, least, most],
        ...[symbols.length, ...symbols],
        ...[named.length, ...named],
      ]),
    ),
  }
}

export const unpackPhrases = (packed: PackedPhrases): PhraseCode => {
  return {
    symbols: {
      texts: packed.symbols.split('\n'),
      beginnings: Array.from(unpackNumbers(packed.beginnings)),
      spellings: Array.from(unpackNumbers(packed.spellings)),
    },
    names: linesOf(packed.names),
    lexiconCount: packed.lexiconCount,
    trie: {
      // The root is the child of no node.
      childStarts: startsOf(unpackNumbers(packed.trie.childCounts), 1),
      symbols: unpackNumbers(packed.trie.symbols),
      endStarts: startsOf(unpackNumbers(packed.trie.endCounts), 0),
      ends: unpackNumbers(packed.trie.ends),
    },
    code: unpackNumbers(packed.code),
    sets: unpackNumbers(packed.sets),
    phrases: phrasesIn(packed),
  }
}

const countsOf = (starts: Int32Array): Int32Array =>
  starts.subarray(1).map((start, index) => start - starts[index]!)

const startsOf = (counts: Int32Array, first: number): Int32Array => {
  const starts = new Int32Array(counts.length + 1)
  starts[0] = first
  for (let index = 0; index < counts.length; index++) starts[index + 1] = starts[index]! + counts[index]!
  return starts
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'))

const sharedStart = (a: string, b: string): number => {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

/** Phrases are numbered as their first keys come, so that nearly every key has the next one. */
const firstsAsZero = (indices: readonly number[]): readonly number[] => {
  let next = 0
  return indices.map((index) => {
    if (index !== next) return index + 1
    next++
    return 0
  })
}

const phrasesIn = ({keyEnds, keyShares, phraseOfKey, phrases}: PackedPhrases): readonly KeyedPhrase[] => {
  const numbers = unpackNumbers(phrases)
  let at = 0
  const number = (): number => numbers[at++]!
  const list = (): readonly number[] => {
    const items: number[] = []
    for (let left = number(); left > 0; left--) items.push(number())
    return items
  }
  const all: CompiledPhrase[] = []
  let entry = 0
  while (at < numbers.length) {
    entry += number()
    const choices = number()
    const reach = number()
    const least = number()
    const most = number()
    all.push({entry, anchor: {symbols: list(), named: list(), least, most}, choices, reach})
  }
  const ends = keyEnds.split('\n')
  const shares = unpackNumbers(keyShares)
  const indices = unpackNumbers(phraseOfKey)
  const keyed: KeyedPhrase[] = []
  let key = ''
  let next = 0
  for (let index = 0; index < indices.length; index++) {
    key = key.slice(0, shares[index]) + ends[index]!
    const known = indices[index]!
    keyed.push({key, phrase: all[known === 0 ? next++ : known - 1]!})
  }
  return keyed
}

/** The 64 characters from `?` on, which are printed as they are but for one. */
const firstCharacter = 0x3f
const more = 32

/** @param numbers integers from 0 on, below 2 ** 30 */
export const packNumbers = (numbers: Int32Array | readonly number[]): string => {
  const characters: string[] = []
  const write = (digit: number): void => {
    characters.push(String.fromCharCode(firstCharacter + digit))
  }
  const add = (number: number): void => {
    let rest = number
    for (; rest >= more; rest >>>= 5) write((rest & (more - 1)) | more)
    write(rest)
  }
  add(numbers.length)
  for (const number of numbers) add(number)
  return characters.join('')
}

export const unpackNumbers = (text: string): Int32Array => {
  let numbers: Int32Array | undefined
  let count = 0
  let value = 0
  let shift = 0
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - firstCharacter
    value |= (digit & (more - 1)) << shift
    shift += 5
    if (digit >= more) continue
    if (numbers === undefined) numbers = new Int32Array(value)
    else numbers[count++] = value
    value = 0
    shift = 0
  }
  return numbers ?? new Int32Array(0)
}
