import type {Span} from '../../article/article.js'
import type {Finding} from '../../rules/rule.js'
import {blockFilter} from '../place.js'
import {sentenceOf, sourceReach} from '../source-reach.js'
import {blockAt} from '../wording.js'
import type {Structure} from './structure.js'

const reads = blockFilter({in: ['paragraph', 'listItem', 'tableCell', 'quote', 'caption', 'heading']})

/**
 * Research that nobody is named for: one finding a paragraph. A sentence with an unsourced statistic is left to the
 * statistic. Phrases asked for: `research`, `implied` (lowered to info), `exempt` (in the same sentence), `statistic`,
 * `continuing`.
 */
export const vagueResearch: Structure = (article, {matchesOf}) => {
  const research = matchesOf('research')
  const implied = matchesOf('implied')
  if (research.length + implied.length === 0) return []
  const sentencesOf = (name: string): ReadonlySet<number> =>
    new Set(matchesOf(name).map(({start}) => sentenceOf(article, start)))
  const exempt = sentencesOf('exempt')
  const statistics = sentencesOf('statistic')
  const {sourceOf} = sourceReach(article, {continuing: matchesOf('continuing'), acceptedHosts: []})
  const first = new Map<number, Finding>()
  const consider = (claims: readonly Span[], level: 'warning' | 'info'): void => {
    for (const claim of claims) {
      const block = blockAt(article, claim.start)
      if (block === undefined || first.has(block.index) || !reads(article, block)) continue
      const sentence = sentenceOf(article, claim.start)
      if (exempt.has(sentence) || statistics.has(sentence)) continue
      const statuses = article.assertionOf(claim)
      if (statuses.includes('questioned') || statuses.includes('negated') || statuses.includes('conditional'))
        continue
      if (sourceOf(claim, block) !== undefined) continue
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
