import {hashOf} from '../language/hash.js'
import type {Reading} from '../language/reading.js'
import {TokenKind, wordAt} from '../language/tokens.js'
import {PlaceFlag} from './instructions.js'
import {
  dashMark,
  ellipsisMark,
  isEdgeMark,
  MarkKind,
  markKind,
  markWidth,
  objectReplacement,
  stopsGap,
} from './marks.js'
import type {Vocabulary} from './vocabulary.js'
import {findWord, longestBeginning} from './vocabulary.js'

/**
 * A reading as phrases see it: the marks that are looked through are gone, and behind each sentence there is one place
 * more, its *border*, where no token stands.
 *
 *     Cure - it “works”. Fast.        places:  Cure — it works . | Fast . |
 */
export interface PlaceStream {
  readonly count: number
  /** Token of each place; at a border, the first token of the next sentence. */
  readonly tokens: Int32Array
  /** Symbol of the word or mark, or 0. */
  readonly words: Int32Array
  /** Symbol of the longest beginning of the word, or 0. */
  readonly beginnings: Int32Array
  /** Symbol of the spelling, or 0. */
  readonly spellings: Int32Array
  /** See `PlaceFlag`. */
  readonly flags: Uint8Array
}

export const streamOf = (reading: Reading, vocabulary: Vocabulary): PlaceStream => {
  const {tokens, sentenceStarts, blockStarts} = reading
  const capacity = tokens.count + sentenceStarts.length + 1
  const stream = {
    count: 0,
    tokens: new Int32Array(capacity),
    words: new Int32Array(capacity),
    beginnings: new Int32Array(capacity),
    spellings: new Int32Array(capacity),
    flags: new Uint8Array(capacity),
  }
  const lookUp = lookUpIn(reading, vocabulary, stream)
  const sentence = edgeMarker(stream.flags, PlaceFlag.sentenceStart, PlaceFlag.sentenceEnd)
  const block = edgeMarker(stream.flags, PlaceFlag.blockStart, PlaceFlag.blockEnd)

  let nextBlock = 0
  for (let index = 0; index + 1 < sentenceStarts.length; index++) {
    const from = sentenceStarts[index]!
    const to = sentenceStarts[index + 1]!
    if (from === to) continue
    while (nextBlock < blockStarts.length && blockStarts[nextBlock]! <= from) nextBlock++
    sentence.begin(stream.count)
    if (block.isClosed()) block.begin(stream.count)
    for (let token = from; token < to; token++) {
      const place = stream.count
      if (!lookUp(token)) continue
      stream.tokens[place] = token
      stream.count++
      if (!isLookedThrough(reading, token)) {
        sentence.meet(place)
        block.meet(place)
      }
    }
    const border = stream.count++
    stream.tokens[border] = to
    stream.flags[border]! |= PlaceFlag.border | PlaceFlag.stop
    sentence.end(border)
    if (to === tokens.count || (blockStarts[nextBlock] ?? tokens.count) <= to) block.end(border)
  }
  return stream
}

/** Flags the places from the beginning to the first token that says something, and from behind the last one to the end. */
const edgeMarker = (flags: Uint8Array, startFlag: number, endFlag: number) => {
  let from = -1
  let first = -1
  let last = -1
  return {
    isClosed: (): boolean => from < 0,
    begin: (place: number): void => {
      from = place
      first = -1
      last = place - 1
    },
    meet: (place: number): void => {
      if (first < 0) first = place
      last = place
    },
    end: (border: number): void => {
      const firstEnd = first < 0 ? border : first
      for (let place = from; place <= firstEnd; place++) flags[place]! |= startFlag
      for (let place = last + 1; place <= border; place++) flags[place]! |= endFlag
      from = -1
    },
  }
}

const isWordLike = (kind: number): boolean => kind === TokenKind.word || kind === TokenKind.number

const isLookedThrough = ({tokens}: Reading, token: number): boolean =>
  !isWordLike(tokens.kinds[token]!) && isEdgeMark(tokens.folded.charCodeAt(tokens.starts[token]!))

const hidden = /[\u00ad\u200b-\u200d\u2060\ufeff]/

interface Places {
  count: number
  readonly words: Int32Array
  readonly beginnings: Int32Array
  readonly spellings: Int32Array
  readonly flags: Uint8Array
}

/** Fills in the next place; false when the token is looked through. */
const lookUpIn = (
  {tokens}: Reading,
  vocabulary: Vocabulary,
  places: Places,
): ((token: number) => boolean) => {
  const {folded, starts, ends, kinds, hashes} = tokens
  const {words, beginnings, beginningOf, spellings} = vocabulary
  const symbolOf = (text: string): number => findWord(words, text, 0, text.length, hashOf(text))
  const dash = symbolOf(dashMark)
  const ellipsis = symbolOf(ellipsisMark)
  // Letters that are not seen are rare, and then the words are compared without them.
  const hasHidden = hidden.test(folded)

  const spell = (place: number, token: number, symbol: number): void => {
    const written = tokens.text.slice(starts[token], ends[token]).replaceAll('’', "'")
    places.spellings[place] =
      spellings.get(symbol)?.find((spelling) => spelling.written === written)?.symbol ?? 0
  }

  const wordWith = (
    place: number,
    token: number,
    text: string,
    start: number,
    end: number,
    hash: number,
  ): void => {
    const symbol = findWord(words, text, start, end, hash)
    places.words[place] = symbol
    places.beginnings[place] =
      symbol === 0 ? longestBeginning(beginnings, text, start, end) : beginningOf[symbol]!
    if (symbol !== 0 && spellings.size > 0 && spellings.has(symbol)) spell(place, token, symbol)
  }

  const word = (place: number, token: number): void => {
    const start = starts[token]!
    const end = ends[token]!
    if (hasHidden) {
      const seen = wordAt(tokens, token)
      wordWith(place, token, seen, 0, seen.length, hashes[token]!)
    } else wordWith(place, token, folded, start, end, hashes[token]!)
  }

  const mark = (place: number, token: number): boolean => {
    const start = starts[token]!
    const kind = markKind(folded, start, ends[token]!)
    if (kind === MarkKind.transparent) return false
    const code = folded.charCodeAt(start)
    if (code === objectReplacement) places.flags[place] = PlaceFlag.word
    else if (stopsGap(code)) places.flags[place] = PlaceFlag.stop
    if (kind === MarkKind.dash) places.words[place] = dash
    else if (kind === MarkKind.ellipsis) places.words[place] = ellipsis
    else
      places.words[place] = findWord(words, folded, start, start + markWidth(folded, start), hashes[token]!)
    return true
  }

  return (token) => {
    const place = places.count
    const kind = kinds[token]!
    if (!isWordLike(kind)) return mark(place, token)
    places.flags[place] = kind === TokenKind.number ? PlaceFlag.word | PlaceFlag.number : PlaceFlag.word
    word(place, token)
    return true
  }
}
