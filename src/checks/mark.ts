import type {Article, Block, Span} from '../article/article.js'
import {sentenceRange} from './condition.js'

/** How much is underlined where a match stands. */
export const marks = ['match', 'sentence', 'note', 'block'] as const
export type Mark = (typeof marks)[number]

/** The stretch of the full text that `mark` names, seen from a match in a block. */
export const markedSpan = (article: Article, block: Block, match: Span, mark: Mark): Span => {
  switch (mark) {
    case 'match':
      return match
    case 'block':
      return block
    case 'sentence':
      return sentencesOf(article, block, match)
    case 'note':
      return bracketsAround(article, block, match) ?? sentencesOf(article, block, match)
  }
}

/** The sentences of the block that a match touches, from the first to the last. */
const sentencesOf = (article: Article, block: Block, match: Span): Span => {
  const last = Math.max(match.start, match.end - 1)
  return {
    start: Math.max(block.start, Math.min(sentenceRange(article, match).start, match.start)),
    end: Math.min(block.end, Math.max(sentenceRange(article, {start: last, end: last}).end, match.end)),
  }
}

/** Longest distance from a match to the bracket that opens or closes its note, in code units. */
const reach = 2_000

/**
 * The brackets that a match stands in, if they open in its block and close there or in the next block:
 *
 *     … of times. (Note: the article has 485 words.⏎⏎Expand on each topic.)
 *                 ^ opens                                                  ^ closes
 */
const bracketsAround = (article: Article, block: Block, match: Span): Span | undefined => {
  const {fullText} = article
  const open = openingBefore(fullText, Math.max(block.start, match.start - reach), match.start)
  if (open === undefined) return undefined
  const next = article.blocks[block.index + 1]
  const last = next?.readable && block.readable && next.kind === block.kind ? next : block
  const close = closingAfter(fullText, match.start, Math.min(last.end, match.end + reach))
  return close === undefined ? undefined : {start: open, end: close + 1}
}

const openingBefore = (text: string, from: number, to: number): number | undefined => {
  let depth = 0
  for (let at = to - 1; at >= from; at--) {
    const char = text[at]
    if (char === ')' || char === ']') depth++
    else if (char === '(' || char === '[') {
      if (depth === 0) return at
      depth--
    }
  }
  return undefined
}

const closingAfter = (text: string, from: number, to: number): number | undefined => {
  let depth = 0
  for (let at = from; at < to; at++) {
    const char = text[at]
    if (char === '(' || char === '[') depth++
    else if (char === ')' || char === ']') {
      if (depth === 0) return at
      depth--
    }
  }
  return undefined
}
