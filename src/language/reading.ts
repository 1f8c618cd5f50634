import {firstIndex} from '../first-index.js'
import type {Span} from './span.js'
import type {Tokens} from './tokens.js'

/**
 * A text as it is read: tokens, grouped into sentences, grouped into blocks. Everything that matches words works on
 * this, whatever the text came from. Sentences never cross blocks.
 */
export interface Reading {
  readonly tokens: Tokens
  /** First token of each sentence, ascending, and one more entry at the end: the number of tokens. */
  readonly sentenceStarts: Int32Array
  /** First token of each block, ascending, and one more entry at the end: the number of tokens. Empty blocks repeat a value. */
  readonly blockStarts: Int32Array
}

/** Index of the group (sentence or block) that token `token` stands in, by bisection. */
export const groupOf = (groupStarts: Int32Array, token: number): number => {
  let low = 0
  let high = groupStarts.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (groupStarts[middle]! <= token) low = middle
    else high = middle - 1
  }
  return low
}

/** The reading of the blocks `[from, to)` alone; tokens keep their numbers. */
export const readingOfBlocks = (
  {tokens, sentenceStarts, blockStarts}: Reading,
  from: number,
  to: number,
): Reading => ({
  tokens,
  sentenceStarts: sentenceStarts.subarray(
    sentenceFrom(sentenceStarts, blockStarts[from]!),
    sentenceFrom(sentenceStarts, blockStarts[to]!) + 1,
  ),
  blockStarts: blockStarts.subarray(from, to + 1),
})

/** The first sentence that begins at a token or behind it. */
const sentenceFrom = (sentenceStarts: Int32Array, token: number): number =>
  firstIndex(sentenceStarts.length, (index) => sentenceStarts[index]! >= token)

/** Index of the sentence that an offset of the text stands in, or of the last one before it, by bisection. */
export const sentenceAt = ({tokens, sentenceStarts}: Reading, offset: number): number => {
  let low = 0
  let high = tokens.count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (tokens.starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return groupOf(sentenceStarts, low)
}

/** The sentences that some spans of the text begin in. */
export const sentencesOf = (reading: Reading, spans: readonly Span[]): ReadonlySet<number> =>
  new Set(spans.map(({start}) => sentenceAt(reading, start)))
