import type {Reading} from './reading.js'

/**
 * What an edit left alone: the first blocks of a text and its last ones. Blocks have their tokens and sentences from
 * their own words only, so those of a kept block are what they were, so many numbers further on.
 *
 *     earlier   ██ ██ ██ ░░ ██ ██        head 3, tail 2
 *     later     ██ ██ ██ ▒▒ ▒▒ ██ ██
 */
export interface Kept {
  /** Blocks at the beginning that stand where they stood. */
  readonly head: number
  /** Blocks at the end. */
  readonly tail: number
  /** First token behind the head, in both. */
  readonly headTokens: number
  /** First token of the tail, in the earlier text. */
  readonly tailFrom: number
  /** How much further on the tail stands now. */
  readonly shift: {readonly offset: number; readonly token: number; readonly sentence: number}
}

/** Nothing is kept. */
export const keptNothing = ({tokens, sentenceStarts}: Reading): Kept => ({
  head: 0,
  tail: 0,
  headTokens: 0,
  tailFrom: tokens.count,
  shift: {offset: 0, token: 0, sentence: sentenceStarts.length},
})

export const keptBlocks = (earlier: Reading, later: Reading): Kept => {
  const before = earlier.blockStarts
  const after = later.blockStarts
  const most = Math.min(before.length, after.length) - 1
  const same = commonBeginning(earlier.tokens.text, later.tokens.text)
  let head = 0
  // A block is whole only where the first word of the next one is seen, too.
  while (head < most && before[head + 1] === after[head + 1] && startOf(earlier, before[head + 1]!) < same)
    head++
  const sameEnd = commonEnd(earlier.tokens.text, later.tokens.text)
  const [last, lastLater] = [before.length - 1, after.length - 1]
  let tail = 0
  while (
    tail < most - head &&
    earlier.tokens.count - before[last - tail - 1]! === later.tokens.count - after[lastLater - tail - 1]! &&
    earlier.tokens.text.length - startOf(earlier, before[last - tail - 1]!) < sameEnd
  )
    tail++
  return {
    head,
    tail,
    headTokens: before[head]!,
    tailFrom: before[last - tail]!,
    shift: {
      offset: later.tokens.text.length - earlier.tokens.text.length,
      token: later.tokens.count - earlier.tokens.count,
      sentence: later.sentenceStarts.length - earlier.sentenceStarts.length,
    },
  }
}

const startOf = ({tokens}: Reading, token: number): number => tokens.starts[token] ?? tokens.text.length

/** Texts are compared so many characters at a time, and only the piece where they part letter by letter. */
const piece = 512

const commonBeginning = (a: string, b: string): number => {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at + piece <= most && a.slice(at, at + piece) === b.slice(at, at + piece)) at += piece
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}

const commonEnd = (a: string, b: string): number => {
  const most = Math.min(a.length, b.length)
  const pieceAt = (text: string, count: number): string =>
    text.slice(text.length - count - piece, text.length - count)
  let count = 0
  while (count + piece <= most && pieceAt(a, count) === pieceAt(b, count)) count += piece
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++
  return count
}
