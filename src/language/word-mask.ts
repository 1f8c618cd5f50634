import {type Tokens, tokenize} from './tokens.js'

/** Tells which of some lists of words a run of tokens may have a word of, as a bit for each list. */
export type WordMask = (tokens: Tokens, from: number, to: number) => number

/**
 * Made for passing over text quickly: two words may share a place, so that a bit that is not set is certain, and one
 * that is set is to be looked into.
 *
 * @param lists at most 16 lists of words in any case; of several tokens (`meta-analysis`) the first one counts
 */
export const wordMask = (lists: readonly Iterable<string>[]): WordMask => {
  const bits = new Uint16Array(1 << 16)
  for (const [list, words] of [...lists].entries())
    for (const word of words) bits[placeOf(tokenize(word).hashes[0]!)]! |= 1 << list
  return ({hashes}, from, to) => {
    let found = 0
    for (let token = from; token < to; token++) found |= bits[placeOf(hashes[token]!)]!
    return found
  }
}

const placeOf = (hash: number): number => (hash ^ (hash >>> 16)) & 0xffff
