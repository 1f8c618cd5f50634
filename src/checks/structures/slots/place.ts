import type {Article, Block} from '../../../article/article.js'
import {blockAt} from '../../../article/block-at.js'
import type {Level} from '../../../diagnostic.js'
import type {PhraseMatch} from '../../../phrase/phrase.js'
import {sentenceRange} from '../../condition.js'
import {isButton, isCaption, isFormatOfCode, isJoke, isPath, pictureFinder} from './look-alike.js'
import {isNamedMark} from './named-mark.js'
import {longestSlot, type Slot} from './slot.js'

const read = new Set<Block['kind']>([
  'paragraph',
  'heading',
  'listItem',
  'quote',
  'caption',
  'alternativeText',
  'frontMatter',
  'html',
])

/** Text that stands in for something else, where a bare “insert image” is no instruction to the reader. */
export const isUnread = (kind: Block['kind'] | undefined): boolean =>
  kind === 'alternativeText' || kind === 'html'

/** Finds the slot that a match opens, where it is one: it is closed, read, and not spoken of. */
export const slotFinder = (article: Article): ((match: PhraseMatch, level: Level) => readonly Slot[]) => {
  const isPicture = pictureFinder(article.fullText)
  return (match, level) => slotAt(article, match, level, isPicture)
}

const slotAt = (
  article: Article,
  match: PhraseMatch,
  level: Level,
  isPicture: (at: number) => boolean,
): readonly Slot[] => {
  const block = blockAt(article.blocks, match.start)
  if (block === undefined || !read.has(block.kind)) return []
  if (article.assertionOf(match).includes('quoted')) return []
  const {fullText} = article
  const opener = fullText[match.start]
  if (opener !== '[' && opener !== '(' && opener !== '{') {
    // A list that says “Photo placeholder: …” describes a page, or what is wrong with it.
    if (block.kind === 'listItem' && /placeholder/i.test(fullText.slice(match.start, match.end))) return []
    return [{...match, end: block.kind === 'alternativeText' ? block.end : match.end, block, level}]
  }
  const end = closeOf(fullText, match.start, Math.min(block.end, match.start + longestSlot))
  if (end === undefined) return []
  const span = {start: match.start, end}
  if (isPath(fullText, span) || isFormatOfCode(fullText, span) || isPicture(match.start)) return []
  if (isButton(fullText, span) || isCaption(fullText, span)) return []
  if (isJoke(fullText, span, fullText.slice(sentenceRange(article, match).start, match.start))) return []
  const inside = fullText.slice(match.start + 1, end - 1)
  // “[insert your favourite film]” is a figure of speech, unless it stands for a whole line.
  if (/favou?rite/i.test(inside) && sentenceRange(article, match).start < match.start - 1) return []
  if (block.kind === 'caption' && /^\W*(?:image|photo|picture|screenshot) of\b/iu.test(inside)) return []
  const before = fullText.slice(Math.max(block.start, match.start - longestSlot), match.start)
  if (isNamedMark(before, inside, fullText.slice(end, end + 14))) return []
  return [{...span, block, level}]
}

const closeOf = (text: string, open: number, limit: number): number | undefined => {
  const closer = text[open] === '[' ? ']' : text[open] === '(' ? ')' : '}'
  for (let at = open + 1; at < limit; at++) if (text[at] === closer) return at + 1
  return undefined
}
