import type {Article, Block, Span} from '../../article/article.js'
import {blockAt, lastStartingBy} from '../../article/block-at.js'
import {sentenceAt} from '../../language/reading.js'
import type {Finding} from '../../rules/rule.js'
import {blockFilter} from '../place.js'
import {sourceReach} from '../source-reach.js'
import type {Structure} from './structure.js'

const reads = blockFilter({in: ['paragraph', 'listItem', 'tableCell', 'quote', 'caption', 'heading']})

/**
 * Research that nobody is named for: one finding a paragraph. A sentence with an unsourced statistic is left to the
 * statistic. A named source in the paragraph before covers it too, as news is written. Phrases asked for: `research`,
 * `implied` (lowered to info), `pointing` (“these studies”, around the words), `exempt` (in the same sentence),
 * `statistic`, `continuing`.
 */
export const vagueResearch: Structure = (article, {matchesOf}) => {
  const research = matchesOf('research')
  const implied = matchesOf('implied')
  if (research.length + implied.length === 0) return []
  const sentencesOf = (name: string): ReadonlySet<number> =>
    new Set(matchesOf(name).map(({start}) => sentenceAt(article.reading, start)))
  const exempt = sentencesOf('exempt')
  const statistics = sentencesOf('statistic')
  const {sourceOf} = sourceReach(article, {continuing: matchesOf('continuing'), acceptedHosts: []})
  const pointing = matchesOf('pointing').toSorted((a, b) => a.start - b.start)
  const isPointedAt = (claim: Span): boolean => {
    const before = pointing[lastStartingBy(pointing, claim.start - 1)]
    return before !== undefined && before.start < claim.start && before.end > claim.start
  }
  const first = new Map<number, Finding>()
  const consider = (claims: readonly Span[], level: 'warning' | 'info'): void => {
    for (const claim of claims) {
      const block = blockAt(article.blocks, claim.start)
      if (block === undefined || first.has(block.index) || !reads(article, block)) continue
      const sentence = sentenceAt(article.reading, claim.start)
      if (exempt.has(sentence) || statistics.has(sentence)) continue
      if (isPointedAt(claim)) continue
      const statuses = article.assertionOf(claim)
      if (statuses.includes('questioned') || statuses.includes('negated') || statuses.includes('conditional'))
        continue
      if (sourceOf(claim, block) !== undefined || namedBefore(article, block)) continue
      first.set(block.index, {start: claim.start, end: claim.end, ...(level === 'info' ? {level} : {})})
    }
  }
  consider(
    research.toSorted((a, b) => a.start - b.start),
    'warning',
  )
  consider(
    implied.toSorted((a, b) => a.start - b.start),
    'info',
  )
  return [...first.values()].toSorted((a, b) => a.start - b.start)
}

/** Whether the paragraph before names a source or points to a strong one. */
const namedBefore = (article: Article, block: Block): boolean => {
  const before = article.blocks[block.index - 1]
  return (
    before?.section === block.section &&
    before.kind === block.kind &&
    article
      .citationsIn(before.index)
      .some(({strength, kind}) => strength === 'strong' || kind === 'named-source')
  )
}
