import type {Article, Block, Span} from '../article/article.js'
import {blockAt} from '../article/block-at.js'
import type {FindingEdit} from '../rules/rule.js'

/**
 * The edit that takes a stretch of the full text out and leaves what is around it tidy: with whole blocks goes the
 * blank line after them, with part of one the space before it. Emphasis around all of the stretch goes with it.
 *
 * @returns nothing where a deletion would leave half of some markup: in part of a link, an empty list item or quote
 */
export const deletionOf = (article: Article, span: Span): FindingEdit | undefined => {
  const first = blockAt(article.blocks, span.start)
  const last = blockAt(article.blocks, Math.max(span.start, span.end - 1))
  if (first === undefined || last === undefined || !first.readable) return undefined
  const whole = isBare(article, first.start, span.start) && isBare(article, span.end, last.end)
  if (whole) return canGo(first) && canGo(last) ? wholeBlocks(article, first, last) : undefined
  return partOf(article, span, first, last)
}

/** A block in a list, quote or table would leave its bullet, mark or cell behind. */
const canGo = (block: Block): boolean =>
  block.listDepth === 0 && block.quoteDepth === 0 && block.table === undefined

const isBare = (article: Article, start: number, end: number): boolean =>
  article.fullText.slice(start, end).trim() === ''

const wholeBlocks = ({source}: Article, first: Block, last: Block): FindingEdit => {
  let start = first.source.start
  let end = last.source.end
  while (end < source.length && isSpace(source[end]!)) end++
  // At the end of the file the blank line before goes instead, and the last line keeps its ending.
  if (end === source.length) {
    while (start > 0 && isSpace(source[start - 1]!)) start--
    end = last.source.end
  } else {
    while (start > 0 && (source[start - 1] === ' ' || source[start - 1] === '\t')) start--
    // What the next line is indented by stays: the block ended at the beginning of a line.
    end = Math.max(last.source.end, source.lastIndexOf('\n', end - 1) + 1)
  }
  return {in: 'source', start, end, text: ''}
}

const partOf = (article: Article, span: Span, first: Block, last: Block): FindingEdit | undefined => {
  const {source} = article
  let {start, end} = article.spanOf(span.start, span.end)
  while (isEmphasis(source[start - 1]) && source[start - 1] === source[end]) {
    start--
    end++
  }
  if (
    article.links.some(
      (link) =>
        link.source.start < end &&
        start < link.source.end &&
        !(start <= link.source.start && link.source.end <= end),
    )
  )
    return undefined
  const atEnd = isBare(article, span.end, last.end)
  if (first !== last && !(atEnd && canGo(last))) return undefined
  if (atEnd || source[end] === ' ' || /[.,;:!?]/.test(source[end] ?? '')) {
    while (start > first.source.start && isSpace(source[start - 1]!)) start--
  }
  if (start === first.source.start || isBare(article, first.start, span.start)) {
    while (end < source.length && source[end] === ' ') end++
  }
  return {in: 'source', start, end, text: ''}
}

const isEmphasis = (char: string | undefined): boolean => char === '*' || char === '_'
const isSpace = (char: string): boolean => char === ' ' || char === '\t' || char === '\n' || char === '\r'
