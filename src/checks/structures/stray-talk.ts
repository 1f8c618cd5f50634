import type {Article, Block, Span} from '../../article/article.js'
import {blockAt} from '../../article/block-at.js'
import type {Finding} from '../../rules/rule.js'
import {sentenceRange} from '../condition.js'
import {apart} from './apart.js'
import type {StructureInput} from './structure.js'

/** Longest order or note, in code units: what is longer is an article about writing. */
const longest = 240
/** More of them are a guide for writers. */
const most = 2

interface Stray extends Span {
  readonly block: Block
}

/**
 * “Keep the paragraphs short.”, “This needs a stronger opening.”: an order to a writer or a note of one, which stands
 * alone in an article whose other words are of something else. A guide for writers says such things, too, and goes on.
 */
export const strayTalk = (article: Article, input: StructureInput): readonly Finding[] => {
  const stray = [orders, offers, openings, firstOpenings].flatMap((find) => find(article, input))
  const blocks = new Set(stray.map(({block}) => block))
  if (blocks.size === 0 || blocks.size > most) return []
  if (['talk', 'exchange'].some((name) => input.matchesOf(name).length > 0)) return []
  const isOfTexts = input.matchesOf('of texts').some(({start}) => {
    const block = blockAt(article.blocks, start)
    return block !== undefined && !blocks.has(block)
  })
  if (isOfTexts) return []
  return apart(stray).map(({start, end}) => ({
    start,
    end,
    level: 'warning',
    message: '“{match}” speaks to the writer, or of the writing; take it out.',
  }))
}

const blocksOf = (article: Article, {matchesOf}: StructureInput, name: string): readonly Stray[] =>
  matchesOf(name).flatMap((match) => {
    const block = blockAt(article.blocks, match.start)
    if (block?.kind !== 'paragraph' && block?.kind !== 'quote') return []
    if (article.assertionOf(match).includes('quoted')) return []
    return [{block, start: match.start, end: match.end}]
  })

/** Orders and notes, which fill a short paragraph and are not all there is. */
const orders = (article: Article, input: StructureInput): readonly Stray[] => {
  const found = blocksOf(article, input, 'stray').filter(
    ({block}) => block.kind === 'paragraph' && block.text.length <= longest,
  )
  const own = new Set(found.map(({block}) => block))
  return article.blocks.some((block) => block.readable && !own.has(block))
    ? found.map(({block}) => ({block, start: block.start, end: block.end}))
    : []
}

/** An author who speaks of himself and his readers; “type I diabetes” is no author. */
const author =
  /(?<!\b(?:[Tt]ype|[Ss]tage|[Pp]hase|[Cc]lass|[Gg]rade|[Gg]roup|[Pp]art|[Ff]actor|War|[Aa]ngiotensin) )\bI(?:[’'](?:m|ve|ll|d)| \p{Ll}+)\b/u

/** “I can swap the headline if you like”, in a text whose author nowhere else says “I”. */
const offers = (article: Article, input: StructureInput): readonly Stray[] => {
  const found = blocksOf(article, input, 'offer')
  if (found.length === 0) return []
  const own = new Set(found.map(({block}) => block))
  if (article.blocks.some((block) => block.readable && !own.has(block) && author.test(block.text))) return []
  return found.map(({block, start}) => ({block, ...sentenceRange(article, {start, end: start + 1})}))
}

/** Whether what stands before is a question. */
const answers = ({fullText}: Article, start: number): boolean =>
  /\?\W*$/u.test(fullText.slice(Math.max(0, start - 8), start))

/** “Of course! Here is the page, in plain words:”, where no question stands before it. */
const openings = (article: Article, input: StructureInput): readonly Stray[] =>
  blocksOf(article, input, 'opening')
    .filter(({start}) => !answers(article, start))
    .map(({block, start, end}) => ({block, start, end: sentenceRange(article, {start: end - 1, end}).end}))

/** The same in more words, where an article begins and its title asks nothing. */
const firstOpenings = (article: Article, input: StructureInput): readonly Stray[] => {
  const found = blocksOf(article, input, 'first opening')
  if (found.length === 0 || article.title?.text.includes('?')) return []
  const first = article.blocks.find(({kind, readable}) => readable && kind !== 'heading')
  return found
    .filter(({block}) => block === first && !answers(article, block.start))
    .map(({block}) => ({block, start: block.start, end: block.end}))
}
