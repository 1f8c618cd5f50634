import type {Block, Span} from '../article.js'
import {type Framed, headOf, most, unwrapped} from './framed.js'
import {mythSectionOf} from './heading.js'

const label =
  /^\W*(?:(?:the|common|popular) )?(?:myth|fiction|misconception|false claim|claim|rumou?r|(?:they|people|some|many|sellers) (?:say|claim)|what (?:they|people|some) (?:say|claim)) ?(?:#|no\.?|number)? ?\d*\W{0,3}[.:!—–]/i
const openers: readonly (readonly [open: string, close: string])[] = [
  ['**', '**'],
  ['__', '__'],
  ['<strong>', '</strong>'],
  ['<b>', '</b>'],
  ['“', '”'],
  ['"', '"'],
]

/** `Claim: Honey cures.`, and in a section of myths the bold or quoted words that a paragraph begins with. */
export const openingFrame = (article: Framed, block: Block, span: Span): Span | undefined => {
  if (block.kind === 'heading' || block.table !== undefined) return undefined
  const found = label.exec(headOf(block))?.[0]
  if (found !== undefined && block.start + found.length <= span.start)
    return isUpheld(article, block) ? undefined : {start: block.start, end: block.start + found.length}
  if (block.kind !== 'paragraph' || span.end - block.start > 2 * most) return undefined
  const {start} = block.source
  const opener = openers.find(([open]) => article.source.startsWith(open, start))
  if (opener === undefined) return undefined
  const end = article.spanOf(span.start, span.end).end
  const closed = article.source.slice(start + opener[0].length, end).includes(opener[1])
  return closed ? undefined : mythSectionOf(article, block)
}

const truth =
  /\b(?:facts?|truth|reality|in fact|in truth|in reality|actually|answer|verdict|evidence)\b ?[:,—–-]|(?:^|[.!?] )(?:but|however|instead|luckily)\b|\bour\b/i

/** Whether the article has taken the word between the beginning of the block and the span: “Fact: …”. */
export const speaksItself = ({fullText}: Framed, block: Block, span: Span): boolean =>
  truth.test(unwrapped(fullText.slice(Math.max(block.start, span.start - 8 * most), span.start)))

/** “Claim: Salt is salty. Verdict: True.” */
const isUpheld = ({blocks}: Framed, block: Block): boolean =>
  verdictIsTrue.test(block.text.slice(0, 4 * most)) ||
  verdictIsTrue.test((blocks[block.index + 1]?.text ?? '').slice(0, most))

const verdictIsTrue =
  /\b(?:verdict|rating|ruling|status|answer|fact[ -]check)\W{1,4}(?:mostly |largely )?(?:true|yes|correct|confirmed)\b/i
