import type {Block, Span} from './article.js'

/** The block that an offset of `fullText` stands in, or the last one before it. */
export const blockAt = (blocks: readonly Block[], offset: number): Block | undefined =>
  blocks[lastStartingBy(blocks, offset)]

/** Index of the last of some ascending spans that starts at or before `offset`, by bisection; 0 when none does. */
export const lastStartingBy = (spans: readonly Span[], offset: number): number => {
  let low = 0
  let high = spans.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (spans[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return Math.max(low, 0)
}
