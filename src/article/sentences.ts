import type {Cue} from '../language/assertion.js'
import {groupOf, type Reading} from '../language/reading.js'
import type {Block, Sentence, Span} from './article.js'

/** The sentences of a reading, block by block. @param cuesOf the cues of a sentence, by its place in the reading */
export const sentencesOf = (
  reading: Reading,
  text: string,
  blocks: readonly Block[],
  cuesOf: (sentence: number, block: number) => readonly Cue[],
): readonly Sentence[] => {
  const {tokens, sentenceStarts, blockStarts} = reading
  const sentences: Sentence[] = []
  for (let index = 0; index + 1 < sentenceStarts.length; index++) {
    const first = sentenceStarts[index]!
    const behind = sentenceStarts[index + 1]!
    if (first === behind) continue
    const start = tokens.starts[first]!
    const end = tokens.ends[behind - 1]!
    const block = groupOf(blockStarts, first)
    sentences.push({
      index: sentences.length,
      text: text.slice(start, end),
      start,
      end,
      block,
      section: blocks[block]?.section ?? 0,
      tokens: {start: first, end: behind},
      // Looked up when asked for: most rules never do.
      get cues() {
        return cuesOf(index, block)
      },
    })
  }
  return sentences
}

/** For each block its first and last (exclusive) sentence. */
export const sentenceRanges = ({sentenceStarts, blockStarts}: Reading, blocks: number): readonly Span[] => {
  const ranges: Span[] = []
  const count = sentenceStarts.length - 1
  let at = 0
  for (let block = 0; block < blocks; block++) {
    const start = at
    while (at < count && sentenceStarts[at]! < blockStarts[block + 1]!) at++
    ranges.push({start, end: at})
  }
  return ranges
}
