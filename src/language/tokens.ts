import {fold} from './fold.js'

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
/** Soft hyphen, zero-width characters, byte-order mark: inside a word they are not seen. */
const ignorable = /[\u00ad\u200b-\u200d\u2060\ufeff]/

const classOf = (text: string, at: number, code: number): number => {
  if (code < 128) return classOfAscii[code]!
  // Latin letters with accents are the common case beyond ASCII.
  if (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) return characterClass.letter
  if (code >= 0xd800 && code <= 0xdbff) {
    const point = text.codePointAt(at)!
    return letter.test(String.fromCodePoint(point)) ? characterClass.letter : characterClass.symbol
  }
  const char = text[at]!
  if (ignorable.test(char)) return characterClass.ignorable
  if (space.test(char)) return characterClass.space
  if (letter.test(char)) return characterClass.letter
  if (digit.test(char)) return characterClass.digit
  return punctuation.test(char) ? characterClass.punctuation : characterClass.symbol
}

const width = (code: number): number => (code >= 0xd800 && code <= 0xdbff ? 2 : 1)

/** Runs of these are one token: `...`, `--`, `***`, `????`. Brackets are not, since each of them opens or closes something. */
const runs = new Set(Array.from('.-—*_=~#!?', (char) => char.charCodeAt(0)))

const apostrophe = 0x27
const clitics = new Set(["'s", "'re", "'ve", "'ll", "'d", "'m"])

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
  let count = 0

  const push = (start: number, end: number, kind: number): void => {
    if (count === capacity) {
      capacity *= 2
      starts = grown(starts, new Int32Array(capacity))
      ends = grown(ends, new Int32Array(capacity))
      kinds = grown(kinds, new Uint8Array(capacity))
    }
    starts[count] = start
    ends[count] = end
    kinds[count] = kind
    count++
  }

  let at = 0
  while (at < length) {
    const code = folded.charCodeAt(at)
    const kind = classOf(folded, at, code)
    if (kind === characterClass.space || kind === characterClass.ignorable) {
      at++
    } else if (kind === characterClass.letter) {
      const end = endOfWord(folded, at, length)
      pushWord(folded, at, end, push)
      at = end
    } else if (kind === characterClass.digit) {
      const end = endOfNumber(folded, at, length)
      push(at, end, TokenKind.number)
      at = end
    } else {
      // A contraction's ending can stand alone after a quote or a number: “the 1990's”.
      const clitic =
        code === apostrophe &&
        at > 0 &&
        classOf(folded, at - 1, folded.charCodeAt(at - 1)) !== characterClass.space
          ? cliticAt(folded, at)
          : 0
      let end = clitic > 0 ? at + clitic : at + width(code)
      if (runs.has(code)) while (end < length && folded.charCodeAt(end) === code) end++
      push(
        at,
        end,
        clitic > 0
          ? TokenKind.word
          : kind === characterClass.symbol
            ? TokenKind.symbol
            : TokenKind.punctuation,
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
  }
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
    else if ((code === apostrophe || code === 0x5f) && at + 1 < length && at > from) {
      // An apostrophe or underscore inside a word belongs to it.
      const next = classOf(text, at + 1, text.charCodeAt(at + 1))
      if (next !== characterClass.letter) break
      at++
    } else break
  }
  return at
}

/** Splits the negation and the clitics off a word that ends with them. */
const pushWord = (
  text: string,
  start: number,
  end: number,
  push: (start: number, end: number, kind: number) => void,
): void => {
  // The longest ending (`'re`) has three letters, so a mark further back is no clitic's.
  let mark = Math.max(end - 4, start)
  while (mark < end && text.charCodeAt(mark) !== apostrophe) mark++
  if (mark > start && mark < end) {
    const ending = text.slice(mark, end)
    if (ending === "'t" && text[mark - 1] === 'n' && mark - 1 > start) {
      push(start, mark - 1, TokenKind.word)
      push(mark - 1, end, TokenKind.word)
      return
    }
    if (clitics.has(ending)) {
      push(start, mark, TokenKind.word)
      push(mark, end, TokenKind.word)
      return
    }
  }
  push(start, end, TokenKind.word)
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
