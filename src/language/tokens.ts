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
const ignorable = /[\u00ad\u200b-\u200d\u2060\ufeff]/
/** Soft hyphen, zero-width characters, byte-order mark: inside a word they are not seen. */
export const isIgnorable = (code: number): boolean =>
  code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff

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

type Push = (start: number, end: number, kind: number, hash: number) => void

/**
 * @param text readable text; offsets in the result are UTF-16 code units of it
 */
export const tokenize = (text: string): Tokens => {
  const folded = fold(text)
  const length = folded.length
  let capacity = (length >> 2) + 16
  let starts = new Int32Array(capacity)
  let ends = new Int32Array(capacity)
  let kinds = new Uint8Array(capacity)
  let hashes = new Int32Array(capacity)
  let count = 0

  const push: Push = (start, end, kind, hash) => {
    if (count === capacity) {
      capacity *= 2
      starts = grown(starts, new Int32Array(capacity))
      ends = grown(ends, new Int32Array(capacity))
      kinds = grown(kinds, new Uint8Array(capacity))
      hashes = grown(hashes, new Int32Array(capacity))
    }
    starts[count] = start
    ends[count] = end
    kinds[count] = kind
    hashes[count] = hash
    count++
  }

  let at = 0
  while (at < length) {
    const code = folded.charCodeAt(at)
    const kind = code < 128 ? classOfAscii[code]! : classOf(folded, at, code)
    if (kind === characterClass.space || kind === characterClass.ignorable) {
      at++
    } else if (kind === characterClass.letter) {
      // Nearly all words are ASCII letters up to a blank or a mark, and are hashed as they are passed.
      let end = at
      let next = code
      let hash = hashSeed
      while (next < 128 && isWordCode(next)) {
        hash = hashStep(hash, next)
        end++
        next = end < length ? folded.charCodeAt(end) : 0
      }
      if (next >= 128 || next === apostrophe || next === underscore) {
        end = endOfWord(folded, at, length)
        pushWord(folded, at, end, push)
      } else push(at, end, TokenKind.word, hash)
      at = end
    } else if (kind === characterClass.digit) {
      const end = endOfNumber(folded, at, length)
      push(at, end, TokenKind.number, hashIn(folded, at, end))
      at = end
    } else {
      // A contraction's ending can stand alone after a quote or a number: “the 1990's”.
      const clitic =
        code === apostrophe &&
        at > 0 &&
        classOf(folded, at - 1, folded.charCodeAt(at - 1)) !== characterClass.space
          ? cliticAt(folded, at)
          : 0
      const one = at + width(code)
      let end = clitic > 0 ? at + clitic : one
      if (runs.has(code)) while (end < length && folded.charCodeAt(end) === code) end++
      push(
        at,
        end,
        clitic > 0
          ? TokenKind.word
          : kind === characterClass.symbol
            ? TokenKind.symbol
            : TokenKind.punctuation,
        hashIn(folded, at, clitic > 0 ? end : one),
      )
      at = end
    }
  }
  return {
    text,
    folded,
    count,
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    kinds: kinds.subarray(0, count),
    hashes: hashes.subarray(0, count),
  }
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

const grown = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
  to.set(from)
  return to
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
const pushWord = (text: string, start: number, end: number, push: Push): void => {
  // The longest ending (`'re`) has three letters, so a mark further back is no clitic's.
  let mark = Math.max(end - 4, start)
  while (mark < end && text.charCodeAt(mark) !== apostrophe) mark++
  const split = mark > start && mark < end ? splitAt(text, start, mark, end) : end
  push(start, split, TokenKind.word, hashIn(text, start, split))
  if (split < end) push(split, end, TokenKind.word, hashIn(text, split, end))
}

/** Where a word with an apostrophe at `mark` falls in two; `end` when it does not. */
const splitAt = (text: string, start: number, mark: number, end: number): number => {
  const ending = text.slice(mark, end)
  if (ending === "'t" && text[mark - 1] === 'n' && mark - 1 > start) return mark - 1
  return clitics.has(ending) ? mark : end
}

const cliticAt = (text: string, at: number): number => {
  const end = endOfWord(text, at + 1, text.length)
  return clitics.has(text.slice(at, end)) ? end - at : 0
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
  const word = tokens.folded.slice(tokens.starts[index], tokens.ends[index])
  return ignorable.test(word) ? word.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '') : word
}

/** The token as it was written. */
export const writtenAt = (tokens: Tokens, index: number): string =>
  tokens.text.slice(tokens.starts[index], tokens.ends[index])
