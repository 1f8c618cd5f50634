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
  ...matchesOf('line').flatMap((match) => emptyLine(article, match) ?? []),
  ...article.frontMatter.fields
    .filter(({name, value}) => isEmpty(value) && fields.has(plainName(name)))
    .map(
      ({key, value, valueSpan}): Finding =>
        value === null || value === ''
          ? {...key, message: 'The front matter field “{match}” has no value.'}
          : {
              ...key,
              end: valueSpan.end,
              message: 'The front matter says “{match}”, which is no name or date.',
            },
    ),
]

/** What stands for a name or date that is not there: “N/A”, “TBC”. */
const placeholder =
  /^(?:n\s?\/\s?a|tb[acd]|none|unknown|pending|to be (?:confirmed|announced|added|decided)|x{2,}|[-–—?.]+)\.?$/i

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (typeof value === 'string' && placeholder.test(value.trim()))

/** The beginning of a line that is a label, too: “Updated: …”. */
const labelled = /^\p{Lu}[\p{L}-]*(?: \p{L}+){0,3}:/u

/**
 * A label on a line of its own, or before a placeholder:
 *
 *     Reviewed by:
 *     Updated: 3 May 2026
 *     Date: TBC
 */
const emptyLine = (article: Article, {start, end}: Span): Finding | undefined => {
  const block = blockAt(article.blocks, start)
  if (block === undefined || !block.readable || block.kind === 'tableCell') return undefined
  const {fullText} = article
  if (!/(?:^|\n)[ \t]*$/.test(fullText.slice(block.start, start))) return undefined
  const [rest = '', next] = fullText.slice(end, block.end).split(/\r?\n/)
  const value = rest.trim()
  if (placeholder.test(value)) return {start, end: end + rest.trimEnd().length}
  return value === '' && next !== undefined && labelled.test(next.trim()) ? {start, end} : undefined
}

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
  // “Published”, over what has been.
  !(block.kind === 'heading' && /^\p{L}+$/u.test(block.text.trim())) &&
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
  // In plain text a name may look like a heading, but it has more than one word.
  if (article.kind === 'text' && /^\p{L}+$/u.test(next.text.trim())) return false
  if (labelled.test(next.text)) return false
  return looksLikeValue(next.text)
}

const looksLikeValue = (text: string): boolean => {
  const words = text.trim().split(/\s+/)
  if (words.length > 14) return false
  if (/\d{4}|\d[./-]\d|\bago\b|^(?:to|yester)day\b/i.test(text)) return true
  return (
    words.length <= 10 &&
    /^\p{Lu}/u.test(words[0] ?? '') &&
    !/[.!?]$/.test(text.replace(/(?<=\s)(?:\p{Lu}\p{L}?|Esq)\.$/u, ''))
  )
}
