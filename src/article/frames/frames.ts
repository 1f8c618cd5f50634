import {sentenceAt} from '../../language/reading.js'
import {once, oncePer} from '../../once.js'
import type {Span} from '../article.js'
import {blockAt} from '../block-at.js'
import type {Framed} from './framed.js'
import {frameOfBlock} from './heading.js'
import {openingFrame, speaksItself} from './opening.js'
import {framedCells} from './table.js'
import {verdictOf} from './verdict.js'

/**
 * Frames: what makes the words of a block somebody else's, or false, though no cue in their own sentence says so.
 *
 *     | Myth | Fact |            ## Common myths         Watch out for phrases such as:    Honey cures hay fever.
 *     | Honey cures | No |       ### Honey cures         - Honey cures                     That is false.
 *
 * What an article says in its own voice beside them is not framed: the fact column, the paragraph below the heading.
 *
 * @returns of a span of the full text, the words that frame it: a heading, a header cell, a label, a verdict
 */
export const frameFinder = (article: Framed): ((span: Span) => Span | undefined) => {
  const {blocks, reading} = article
  const cells = once(() => framedCells(blocks))
  const ofBlock = oncePer((index: number) => frameOfBlock(article, blocks[index]!, cells()))
  const verdictAfter = oncePer((sentence: number) => verdictOf(article, sentence))
  return (span) => {
    const block = blockAt(blocks, span.start)
    if (block === undefined || !block.readable) return undefined
    const frame = ofBlock(block.index) ?? openingFrame(article, block, span)
    if (frame !== undefined && !speaksItself(article, block, span)) return frame
    return verdictAfter(sentenceAt(reading, Math.max(span.start, span.end - 1)))
  }
}
