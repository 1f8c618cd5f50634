import type {Article, Block, Span} from '../../article/article.js'
import {blockAt} from '../../article/block-at.js'
import type {Finding} from '../../rules/rule.js'
import type {Structure} from './structure.js'

/** Front matter fields that name who answers for a text, and when: the last part of the name, in small letters. */
const fields = new Set([
  'author',
  'authors',
  'byline',
  'writer',
  'reviewer',
  'reviewedby',
  'medicalreviewer',
  'medicallyreviewedby',
  'factcheckedby',
  'editor',
  'date',
  'published',
  'publishdate',
  'pubdate',
  'datepublished',
  'updated',
  'lastmod',
  'lastupdated',
  'datemodified',
  'lastreviewed',
  'reviewedon',
  'nextreview',
])

/** A label such as “Medically reviewed by:” (phrases `label`) with no name or date behind it, and empty fields. */
export const emptyByline: Structure = (article, {matchesOf}) => [
  ...labelsIn(article, matchesOf('label'))
    .filter((block) => !hasValue(article, block))
    .map(({start, end}): Finding => ({start, end})),
  ...article.frontMatter.fields
    .filter(({name, value}) => (value === null || value === '') && fields.has(plainName(name)))
    .map(({key}): Finding => ({...key, message: 'The front matter field “{match}” has no value.'})),
]

/** Blocks that are a label and nothing more, each once however many phrases find it. */
const labelsIn = (article: Article, matches: readonly Span[]): readonly Block[] => [
  ...new Set(
    matches.flatMap((match) => {
      const block = blockAt(article.blocks, match.start)
      return block !== undefined && isLabel(article, block, match) ? [block] : []
    }),
  ),
]

const plainName = (name: string): string => name.replace(/^.*\./, '').replace(/[-_ ]/g, '').toLowerCase()

const isLabel = ({fullText}: Article, block: Block, match: Span): boolean =>
  block.readable &&
  block.kind !== 'tableCell' &&
  /^[^\p{L}\p{N}]*$/u.test(fullText.slice(block.start, match.start)) &&
  /^[\s:*_–—-]*$/.test(fullText.slice(match.end, block.end))

/** What comes next is the value when it reads like a name or a date; in plain text such a line may look like a heading. */
const hasValue = (article: Article, block: Block): boolean => {
  const next = article.blocks[block.index + 1]
  const until = next?.readable ? next.source.start : article.source.length
  // An image or a component may show the name.
  if (/[<{!\p{L}\p{N}]/u.test(article.source.slice(block.source.end, until))) return true
  if (next === undefined || !next.readable) return false
  if (next.kind === 'heading' && article.kind !== 'text') return false
  return looksLikeValue(next.text)
}

const looksLikeValue = (text: string): boolean => {
  const words = text.trim().split(/\s+/)
  if (words.length > 14) return false
  if (/\d{4}|\d[./-]\d/.test(text)) return true
  return (
    words.length <= 10 &&
    /^\p{Lu}/u.test(words[0] ?? '') &&
    !/[.!?]$/.test(text.replace(/(?<=\s)\p{L}{1,4}\.$/u, ''))
  )
}
