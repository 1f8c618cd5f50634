import type {Article, Block, Span} from '../../article/article.js'
import {blockAt} from '../../article/block-at.js'
import type {Finding} from '../../rules/rule.js'
import {deletionOf} from '../deletion.js'
import {isTitleCase} from './normalized.js'
import type {Structure} from './structure.js'

/**
 * A line that advertises another article in the middle of this one: “Must Read: 9 Foods …”. `lead` phrases stand at the
 * head of it; `plain lead` phrases (“Read more:”) may introduce a link; `bare lead` phrases (“Watch How …”) have no colon, so that only a headline behind them tells. A link on
 * the article's own subject is a cross-reference, which helps a reader.
 */
export const relatedWidget: Structure = (article, {matchesOf}) => [
  ...matchesOf('lead').flatMap((match) => widgetAt(article, match, {colon: true, plain: false})),
  ...matchesOf('plain lead').flatMap((match) => widgetAt(article, match, {colon: true, plain: true})),
  ...matchesOf('bare lead').flatMap((match) => widgetAt(article, match, {colon: false, plain: true})),
]

interface Lead {
  readonly colon: boolean
  /** Words that introduce a cross-reference as well as an advertisement. */
  readonly plain: boolean
}

const kinds = new Set<Block['kind']>(['paragraph', 'heading', 'listItem', 'quote'])

const widgetAt = (article: Article, {start, end}: Span, lead: Lead): readonly Finding[] => {
  const block = blockAt(article.blocks, start)
  if (block === undefined || !kinds.has(block.kind)) return []
  const role = article.sections[block.section]?.role
  if (role === 'references' || role === 'related') return []
  const rest = article.fullText.slice(end, block.end).trim()
  const words = rest.split(/\s+/)
  if (words.length < 3 || words.length > 40 || !isTitleCase(rest)) return []
  const linked = article.links.some((link) => link.block === block.index)
  if (linked && (lead.plain || isOnSubject(article, rest))) return []
  if (!lead.colon && words.length < 5) return []
  const fix = deletionOf(article, block)
  return [
    {
      start: block.start,
      end: block.end,
      ...(fix === undefined ? {} : {suggestions: [{message: 'Take the line out', edits: [fix]}]}),
    },
  ]
}

const contentWords = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])

/** Without a title there is nothing to hold the link against. */
const isOnSubject = ({title}: Article, text: string): boolean => {
  if (title === undefined) return true
  const subject = contentWords(title.text)
  return [...contentWords(text)].some((word) => subject.has(word))
}
