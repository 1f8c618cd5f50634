import {fold} from './fold.js'
import {hashSeed, hashStep} from './hash.js'

/**
 * The words, numbers and marks of a text, as parallel arrays: one pass, no object per token, since an article has
 * thousands of them and an editor asks again at every keystroke.
 *
 * Words are split as in the Penn Treebank where it helps phrases: `don't` is `do` + `n't`, `patient's` is
 * `patient` + `'s`, so that one cue covers every contraction. `side-effects` is three tokens, and the phrase matcher
 * looks through a hyphen. A number keeps its own commas and points (`1,000.5`), and ends where a letter begins (`5mg`).
 */
export interface Tokens {
  readonly text: string
  /** `text` folded, of the same length: see `fold`. */
  readonly folded: string
  readonly count: number
  /** Offset of each token's first code unit. */
  readonly starts: Int32Array
  /** Offset after each token's last code unit. */
  readonly ends: Int32Array
  /** One of `TokenKind`. */
  readonly kinds: Uint8Array
  /** The hash of what `wordAt` gives; of a mark, that of its one character, however often it is repeated. */
  readonly hashes: Int32Array
  /** Whether any character is not seen (soft hyphen, zero-width space); then words are compared without them. */
  readonly hasHidden: boolean
}

export const TokenKind = {word: 0, number: 1, punctuation: 2, symbol: 3} as const

const characterClass = {space: 0, letter: 1, digit: 2, punctuation: 3, symbol: 4, ignorable: 5} as const

const classOfAscii = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code)
  classOfAscii[code] = /[a-z]/i.test(char)
    ? characterClass.letter
    : /[0-9]/.test(char)
      ? characterClass.digit
      : /\s/.test(char) || code < 32
        ? characterClass.space
        : characterClass.punctuation
}

const letter = /[\p{L}\p{M}]/u
const digit = /\p{Nd}/u
const space = /[\s\u0085]/
const punctuation = /\p{P}/u
const ignorable = /[\u00ad\u200b-\u200d\u2060\ufeff]|[\ufe00-\ufe0f]/
/** Soft hyphen, zero-width characters, what makes ⚠ an emoji, byte-order mark: they are not seen. */
const isIgnorable = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200d) ||
  code === 0x2060 ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  code === 0xfeff

const classOf = (text: string, at: number, code: number): number => {
  if (code < 128) return classOfAscii[code]!
  // Latin letters with accents are the common case beyond ASCII.
  if (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) return characterClass.letter
  if (code >= 0xd800 && code <= 0xdbff) {
    const point = text.codePointAt(at)!
    return letter.test(String.fromCodePoint(point)) ? characterClass.letter : characterClass.symbol
  }
  const char = text[at]!
  if (isIgnorable(code)) return characterClass.ignorable
  if (space.test(char)) return characterClass.space
  if (letter.test(char)) return characterClass.letter
  if (digit.test(char)) return characterClass.digit
  return punctuation.test(char) ? characterClass.punctuation : characterClass.symbol
}

const width = (code: number): number => (code >= 0xd800 && code <= 0xdbff ? 2 : 1)

/** Runs of these are one token: `...`, `--`, `***`, `????`. Brackets are not, since each of them opens or closes something. */
const runs = new Set(Array.from('.-—*_=~#!?', (char) => char.charCodeAt(0)))

const apostrophe = 0x27
const underscore = 0x5f
const clitics = new Set(["'s", "'re", "'ve", "'ll", "'d", "'m"])

/** Tokens under construction: columns that grow together. */
interface Columns {
  starts: Int32Array
  ends: Int32Array
  kinds: Uint8Array
  hashes: Int32Array
  count: number
}

const columnsOf = (capacity: number): Columns => ({
  starts: new Int32Array(capacity),
  ends: new Int32Array(capacity),
  kinds: new Uint8Array(capacity),
  hashes: new Int32Array(capacity),
  count: 0,
})

const push = (columns: Columns, start: number, end: number, kind: number, hash: number): void => {
  const at = columns.count++
  if (at === columns.starts.length) grow(columns)
  columns.starts[at] = start
  columns.ends[at] = end
  columns.kinds[at] = kind
  columns.hashes[at] = hash
}

const grow = (columns: Columns): void => {
  const {starts, ends, kinds, hashes} = columns
  Object.assign(columns, {...columnsOf(starts.length * 2), count: columns.count})
  columns.starts.set(starts)
  columns.ends.set(ends)
  columns.kinds.set(kinds)
  columns.hashes.set(hashes)
}

/**
 * @param text readable text; offsets in the result are UTF-16 code units of it
 */
export const tokenize = (text: string): Tokens => {
  const folded = fold(text)
  const columns = columnsOf((folded.length >> 2) + 16)
  const {length} = folded
  let at = 0
  while (at < length) {
    const code = folded.charCodeAt(at)
    const kind = code < 128 ? classOfAscii[code]! : classOf(folded, at, code)
    if (kind === characterClass.space || kind === characterClass.ignorable) at++
    else if (kind === characterClass.letter) at = readWord(columns, folded, at)
    else if (kind === characterClass.digit) at = readNumber(columns, folded, at)
    else at = readMark(columns, folded, at, kind)
  }
  const {count} = columns
  return {
    text,
    folded,
    count,
    starts: columns.starts.subarray(0, count),
    ends: columns.ends.subarray(0, count),
    kinds: columns.kinds.subarray(0, count),
    hashes: columns.hashes.subarray(0, count),
    hasHidden: ignorable.test(folded),
  }
}

/** Nearly all words are ASCII letters up to a blank or a mark, and are hashed as they are passed. @returns where it ends */
const readWord = (columns: Columns, text: string, start: number): number => {
  const {length} = text
  let end = start
  let next = text.charCodeAt(start)
  let hash = hashSeed
  while (next < 128 && isWordCode(next)) {
    hash = hashStep(hash, next)
    end++
    next = end < length ? text.charCodeAt(end) : 0
  }
  if (next < 128 && next !== apostrophe && next !== underscore) {
    push(columns, start, end, TokenKind.word, hash)
    return end
  }
  end = endOfWord(text, start, length)
  pushWord(columns, text, start, end)
  return end
}

const readNumber = (columns: Columns, text: string, start: number): number => {
  const end = endOfNumber(text, start, text.length)
  push(columns, start, end, TokenKind.number, hashIn(text, start, end))
  return end
}

const readMark = (columns: Columns, text: string, start: number, kind: number): number => {
  const code = text.charCodeAt(start)
  const clitic = code === apostrophe ? standingClitic(text, start) : 0
  if (clitic > 0) {
    push(columns, start, start + clitic, TokenKind.word, hashIn(text, start, start + clitic))
    return start + clitic
  }
  const one = start + width(code)
  let end = one
  if (runs.has(code)) while (end < text.length && text.charCodeAt(end) === code) end++
  const isSymbol = kind === characterClass.symbol
  push(columns, start, end, isSymbol ? TokenKind.symbol : TokenKind.punctuation, hashIn(text, start, one))
  return end
}

/** Length of a contraction's ending that stands alone after a quote or a number, “the 1990's”; else 0. */
const standingClitic = (text: string, at: number): number => {
  if (at === 0 || classOf(text, at - 1, text.charCodeAt(at - 1)) === characterClass.space) return 0
  const end = endOfWord(text, at + 1, text.length)
  return clitics.has(text.slice(at, end)) ? end - at : 0
}

/** Whether an ASCII character is a letter or a digit. */
const isWordCode = (code: number): boolean => {
  const kind = classOfAscii[code]
  return kind === characterClass.letter || kind === characterClass.digit
}

/** The hash of the letters in `[start, end)` that are seen. */
const hashIn = (text: string, start: number, end: number): number => {
  let hash = hashSeed
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code < 128 || !isIgnorable(code)) hash = hashStep(hash, code)
  }
  return hash
}

const endOfWord = (text: string, from: number, length: number): number => {
  let at = from
  while (at < length) {
    const code = text.charCodeAt(at)
    const kind = classOf(text, at, code)
    if (kind === characterClass.letter || kind === characterClass.digit) at += width(code)
    else if (kind === characterClass.ignorable) at++
    else if ((code === apostrophe || code === underscore) && at + 1 < length && at > from) {
      // An apostrophe or underscore inside a word belongs to it.
      const next = classOf(text, at + 1, text.charCodeAt(at + 1))
      if (next !== characterClass.letter) break
      at++
    } else break
  }
  return at
}

/** Splits the negation and the clitics off a word that ends with them. */
const pushWord = (columns: Columns, text: string, start: number, end: number): void => {
  // The longest ending (`'re`) has three letters, so a mark further back is no clitic's.
  let mark = Math.max(end - 4, start)
  while (mark < end && text.charCodeAt(mark) !== apostrophe) mark++
  const split = mark > start && mark < end ? splitAt(text, start, mark, end) : end
  push(columns, start, split, TokenKind.word, hashIn(text, start, split))
  if (split < end) push(columns, split, end, TokenKind.word, hashIn(text, split, end))
}

/** Where a word with an apostrophe at `mark` falls in two; `end` when it does not. */
const splitAt = (text: string, start: number, mark: number, end: number): number => {
  const ending = text.slice(mark, end)
  if (ending === "'t" && text[mark - 1] === 'n' && mark - 1 > start) return mark - 1
  return clitics.has(ending) ? mark : end
}

const endOfNumber = (text: string, from: number, length: number): number => {
  let at = from
  while (at < length) {
    const code = text.charCodeAt(at)
    if (classOf(text, at, code) === characterClass.digit) at++
    else if (
      (code === 0x2c || code === 0x2e) &&
      at + 1 < length &&
      classOf(text, at + 1, text.charCodeAt(at + 1)) === characterClass.digit
    )
      at++
    else break
  }
  return at
}

/** The token's folded letters, with characters that are not seen (soft hyphen, zero-width space) taken out. */
export const wordAt = (tokens: Tokens, index: number): string => {
  const {folded, starts, ends, hashes, hasHidden} = tokens
  const start = starts[index]!
  const end = ends[index]!
  if (hasHidden) return folded.slice(start, end).replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
  const slot = hashes[index]! & (usual.length - 1)
  const word = usual[slot]!
  if (word.length === end - start && folded.startsWith(word, start)) return word
  const cut = folded.slice(start, end)
  // A longer piece would keep the whole text that it was cut from in memory.
  if (cut.length <= longestUsual) usual[slot] = cut
  return cut
}

/**
 * Words that were asked for lately, by the low bits of their hash. One string for one word is cut and hashed once,
 * where lists and maps of words are asked about it again and again. It changes no result.
 */
const longestUsual = 12
const usual: string[] = new Array<string>(1 << 13).fill('')

/** The token as it was written. */
export const writtenAt = (tokens: Tokens, index: number): string =>
  tokens.text.slice(tokens.starts[index], tokens.ends[index])
