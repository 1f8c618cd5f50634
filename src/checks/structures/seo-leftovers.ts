import type {Article, Block} from '../../article/article.js'
import {blockAt} from '../../article/block-at.js'
import type {PhraseMatch} from '../../phrase/phrase.js'
import type {Finding} from '../../rules/rule.js'
import type {Structure} from './structure.js'

/** Search words that were never made into sentences: a raw query as title, and runs of keywords. */
export const seoLeftovers: Structure = (article, {matchesOf}) => [
  ...rawQueryTitle(article),
  ...matchesOf('keyword label').flatMap((match) => labelledRun(article, match)),
  ...article.blocks.flatMap((block) => keywordRun(article, block)),
]

const question =
  /^(?:can|could|does|do|did|is|are|was|will|would|should|how (?:to|do|does|can|is|are|long|much|many|often)|wh(?:y|at|en|ere) (?:to|do|does|is|are|can|should|helps|causes)|best|top|cheap|buy)\b/

/** A title in small letters throughout, of the kind that people type into a search box. */
const rawQueryTitle = ({title, blocks}: Article): readonly Finding[] => {
  const block = title === undefined ? undefined : blocks[title.block]
  if (title === undefined || block === undefined) return []
  const words = title.text.trim().split(/\s+/)
  if (words.length < 3 || words.length > 14 || !/^[\p{Ll}\p{N}\s'’,&+-]+$/u.test(title.text.trim())) return []
  if (!question.test(title.text.trim()) && !/\bnear me\b/.test(title.text)) return []
  return [
    {
      start: block.start,
      end: block.end,
      message: '“{match}” is a search query, not a title; write it as one.',
    },
  ]
}

/**
 * `Learn more: gout diets/gout diet plan`: small letters on both sides of a slash, and a word that both share; behind
 * commas, two words that nearly all share.
 */
const labelledRun = (article: Article, match: PhraseMatch): readonly Finding[] => {
  const block = blockAt(article.blocks, match.start)
  if (block === undefined) return []
  const rest = article.fullText.slice(match.end, Math.min(block.end, match.end + 300)).trimEnd()
  const slashed = rest.includes('/')
  const line = slashed ? /^[^\n]*/.exec(rest)![0].trimEnd() : rest
  const parts = line.trim().split(slashed ? '/' : /,\s*/)
  if (parts.length < 2 || /https?:|www\.|^\//.test(line) || !parts.every(isKeyword)) return []
  if (slashed ? !shareWord(parts, parts.length) : parts.length < 4 || !sharePair(parts, parts.length * 0.75))
    return []
  return [{start: match.start, end: match.end + line.length}]
}

const isKeyword = (part: string): boolean => /^[\p{Ll}\p{N}][\p{Ll}\p{N}\s'’-]{2,60}$/u.test(part.trim())

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])

/** Whether one word, or its plural, stands in at least so many of the parts. */
const shareWord = (parts: readonly string[], least: number): boolean => {
  const counts = new Map<string, number>()
  for (const part of parts) {
    for (const word of new Set([...wordsOf(part)].map((one) => one.replace(/s$/, ''))))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts.values()].some((count) => count >= least)
}

const proseKinds: ReadonlySet<Block['kind']> = new Set(['paragraph', 'listItem', 'quote'])

/** Whether two words side by side stand in at least so many of the parts. */
const sharePair = (parts: readonly string[], least: number): boolean => {
  const counts = new Map<string, number>()
  for (const part of parts) {
    const words = part.toLowerCase().split(/\s+/)
    for (const pair of new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`)))
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return [...counts.values()].some((count) => count >= least)
}

/** `ketamine clinic, ketamine clinic near me, best ketamine clinic`: a block of its own, without a verb or full stop. */
const keywordRun = (article: Article, block: Block): readonly Finding[] => {
  if (!proseKinds.has(block.kind) || block.end - block.start > 400 || block.end - block.start < 40) return []
  const text = article.fullText.slice(block.start, block.end).trim()
  if (/[.!?:;()]/.test(text)) return []
  const parts = text.split(/[,|/]/).map((part) => part.trim())
  if (parts.length < 4 || parts.some((part) => part === '' || part.split(/\s+/).length > 6)) return []
  if (parts.some((part) => /^(?:and|or)\b/i.test(part)) || !sharePair(parts, Math.ceil(parts.length * 0.75)))
    return []
  return [
    {start: block.start, end: block.end, message: '“{match}” is a run of search keywords; take it out.'},
  ]
}
