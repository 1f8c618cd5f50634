import type {Reading} from './reading.js'
import {splitSentences} from './sentences.js'
import {tokenize} from './tokens.js'

/**
 * Reads a text once: tokens, blocks, sentences.
 *
 * @param text what blocks are part of; between blocks there is nothing but space
 * @param blocks ascending, without overlap, in UTF-16 code units of `text`; the end of a block ends its last sentence
 */
export const read = (
  text: string,
  blocks: readonly {readonly start: number; readonly end: number}[],
): Reading => {
  const tokens = tokenize(text)
  const blockStarts = new Int32Array(blocks.length + 1)
  blockStarts[blocks.length] = tokens.count
  const {starts, count} = tokens
  for (let block = 0, token = 0; block < blocks.length; block++) {
    const {start} = blocks[block]!
    while (token < count && starts[token]! < start) token++
    blockStarts[block] = token
  }
  const sentenceStarts: number[] = []
  const begin = (token: number): void => {
    sentenceStarts.push(token)
  }
  for (let block = 0; block < blocks.length; block++) {
    const from = blockStarts[block]!
    const to = blockStarts[block + 1]!
    if (from === to) continue
    begin(from)
    splitSentences(tokens, from, to, begin)
  }
  begin(tokens.count)
  return {tokens, sentenceStarts: Int32Array.from(sentenceStarts), blockStarts}
}

/** A whole text as one block. */
export const readBlock = (text: string): Reading => read(text, [{start: 0, end: text.length}])
