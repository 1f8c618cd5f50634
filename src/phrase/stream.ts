import {hashOf} from '../language/hash.js'
import type {Reading} from '../language/reading.js'
import {TokenKind, type Tokens, wordAt} from '../language/tokens.js'
import {PlaceFlag} from './instructions.js'
import {
  dashMark,
  ellipsisMark,
  isEdgeMark,
  MarkKind,
  markKind,
  markWidth,
  objectUnit,
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

/** The stream while it is filled. Functions of it stand outside: made anew for each text, they would be compiled anew. */
interface Filling extends PlaceStream {
  count: number
  readonly text: Tokens
  readonly vocabulary: Vocabulary
  readonly dash: number
  readonly ellipsis: number
  readonly sentence: Edges
  readonly block: Edges
}

/** @param reading of a whole text or of some of its blocks: the places are the same */
export const streamOf = (reading: Reading, vocabulary: Vocabulary): PlaceStream => {
  const {tokens, sentenceStarts, blockStarts} = reading
  const stream = emptyStream(reading, vocabulary)
  const {sentence, block} = stream
  let nextBlock = 0
  for (let index = 0; index + 1 < sentenceStarts.length; index++) {
    const from = sentenceStarts[index]!
    const to = sentenceStarts[index + 1]!
    if (from === to) continue
    while (nextBlock < blockStarts.length && blockStarts[nextBlock]! <= from) nextBlock++
    begin(sentence, stream.count)
    if (block.from < 0) begin(block, stream.count)
    for (let token = from; token < to; token++) addToken(stream, token)
    const border = stream.count++
    stream.tokens[border] = to
    stream.flags[border]! |= PlaceFlag.border | PlaceFlag.stop
    close(sentence, stream.flags, border)
    if (to === tokens.count || (blockStarts[nextBlock] ?? tokens.count) <= to)
      close(block, stream.flags, border)
  }
  // Behind some blocks of a text another one begins, as a phrase at their end would see in the whole.
  const end = sentenceStarts[sentenceStarts.length - 1] ?? 0
  if (end < tokens.count) stream.flags[stream.count]! |= PlaceFlag.sentenceStart | PlaceFlag.blockStart
  return stream
}

const emptyStream = ({tokens, sentenceStarts}: Reading, vocabulary: Vocabulary): Filling => {
  const last = sentenceStarts.length - 1
  const capacity = (sentenceStarts[last] ?? 0) - (sentenceStarts[0] ?? 0) + sentenceStarts.length + 1
  return {
    count: 0,
    tokens: new Int32Array(capacity),
    words: new Int32Array(capacity),
    beginnings: new Int32Array(capacity),
    spellings: new Int32Array(capacity),
    flags: new Uint8Array(capacity),
    text: tokens,
    vocabulary,
    dash: symbolOf(vocabulary, dashMark),
    ellipsis: symbolOf(vocabulary, ellipsisMark),
    sentence: edges(PlaceFlag.sentenceStart, PlaceFlag.sentenceEnd),
    block: edges(PlaceFlag.blockStart, PlaceFlag.blockEnd),
  }
}

const symbolOf = ({words}: Vocabulary, text: string): number =>
  findWord(words, text, 0, text.length, hashOf(text))

/** The edges of the sentence or block that is being filled: its first place, and the first and last that say something. */
interface Edges {
  readonly startFlag: number
  readonly endFlag: number
  /** -1 between two. */
  from: number
  first: number
  last: number
}

const edges = (startFlag: number, endFlag: number): Edges => ({
  startFlag,
  endFlag,
  from: -1,
  first: -1,
  last: -1,
})

const begin = (edge: Edges, place: number): void => {
  edge.from = place
  edge.first = -1
  edge.last = place - 1
}

const meet = (edge: Edges, place: number): void => {
  if (edge.first < 0) edge.first = place
  edge.last = place
}

/** Flags the places from the beginning to the first token that says something, and from behind the last one to the end. */
const close = (edge: Edges, flags: Uint8Array, border: number): void => {
  const firstEnd = edge.first < 0 ? border : edge.first
  for (let place = edge.from; place <= firstEnd; place++) flags[place]! |= edge.startFlag
  for (let place = edge.last + 1; place <= border; place++) flags[place]! |= edge.endFlag
  edge.from = -1
}

/** Fills in the next place, unless the token is looked through. */
const addToken = (stream: Filling, token: number): void => {
  const place = stream.count
  const kind = stream.text.kinds[token]!
  if (kind === TokenKind.word || kind === TokenKind.number) {
    stream.flags[place] = kind === TokenKind.number ? PlaceFlag.word | PlaceFlag.number : PlaceFlag.word
    addWord(stream, place, token)
  } else if (!addMark(stream, place, token)) return
  else if (isEdgeMark(stream.text.folded.charCodeAt(stream.text.starts[token]!))) {
    stream.tokens[place] = token
    stream.count++
    return
  }
  stream.tokens[place] = token
  stream.count++
  meet(stream.sentence, place)
  meet(stream.block, place)
}

const addWord = (stream: Filling, place: number, token: number): void => {
  const {text} = stream
  if (text.hasHidden) {
    const seen = wordAt(text, token)
    lookUp(stream, place, token, seen, 0, seen.length)
  } else lookUp(stream, place, token, text.folded, text.starts[token]!, text.ends[token]!)
}

const lookUp = (
  stream: Filling,
  place: number,
  token: number,
  letters: string,
  start: number,
  end: number,
): void => {
  const {words, beginnings, beginningOf, spellings} = stream.vocabulary
  const symbol = findWord(words, letters, start, end, stream.text.hashes[token]!)
  if (symbol === 0) {
    stream.beginnings[place] = longestBeginning(beginnings, letters, start, end)
    return
  }
  stream.words[place] = symbol
  stream.beginnings[place] = beginningOf[symbol]!
  const known = spellings.get(symbol)
  if (known === undefined) return
  const {text, starts, ends} = stream.text
  for (const spelling of known)
    if (isWritten(spelling.written, text, starts[token]!, ends[token]!)) {
      stream.spellings[place] = spelling.symbol
      return
    }
}

/** Whether `[start, end)` of the text is this word, letter by letter; a curly apostrophe is as good as a straight one. */
const isWritten = (word: string, text: string, start: number, end: number): boolean => {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at++) {
    const code = text.charCodeAt(start + at)
    if (code !== word.charCodeAt(at) && !(code === 0x2019 && word.charCodeAt(at) === 0x27)) return false
  }
  return true
}

/** @returns whether the mark takes a place */
const addMark = (stream: Filling, place: number, token: number): boolean => {
  const {folded, starts, ends, hashes} = stream.text
  const start = starts[token]!
  const kind = markKind(folded, start, ends[token]!)
  if (kind === MarkKind.transparent) return false
  const code = folded.charCodeAt(start)
  if (code === objectUnit) stream.flags[place] = PlaceFlag.word
  else if (stopsGap(code)) stream.flags[place] = PlaceFlag.stop
  if (kind === MarkKind.dash) stream.words[place] = stream.dash
  else if (kind === MarkKind.ellipsis) stream.words[place] = stream.ellipsis
  else {
    const {words} = stream.vocabulary
    stream.words[place] = findWord(words, folded, start, start + markWidth(folded, start), hashes[token]!)
  }
  return true
}
