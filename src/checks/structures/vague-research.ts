import type {Article, Block, Span} from '../../article/article.js'
import {blockAt, lastStartingBy} from '../../article/block-at.js'
import type {AssertionStatus} from '../../language/assertion.js'
import {sentenceAt, sentencesOf} from '../../language/reading.js'
import type {PhraseMatch} from '../../phrase/phrase.js'
import type {Finding} from '../../rules/rule.js'
import {blockFilter} from '../place.js'
import {sourceReach} from '../source-reach/source-reach.js'
import type {Fate} from '../watch.js'
import type {Structure} from './structure.js'

const reads = blockFilter({in: ['paragraph', 'listItem', 'tableCell', 'quote', 'caption', 'heading']})

const clears: ReadonlySet<AssertionStatus> = new Set(['questioned', 'negated', 'conditional'])

const excuse = (why: string): Fate => ({became: 'nothing', why})
const elsewhere = excuse('no claim is read here')
const repeated = excuse('another one stands for its paragraph')
const exempted = excuse('what exempts it stands in its sentence')
const leftToFigure = excuse('a figure stands in its sentence, and is judged instead')
const pointedAt = excuse('it points back to a study')
const sourceBeside = excuse('the paragraph before names a source')

/**
 * Research that nobody is named for: one finding a paragraph. A sentence with an unsourced statistic is left to the
 * statistic. A named source in the paragraph before covers it too, as news is written. Phrases asked for: `research`,
 * `implied` (lowered to info), `pointing` (“these studies”, around the words), `opening` (“new research”, within the
 * words), `exempt` (in the same sentence), `statistic`, `continuing`, `introducing`, `elsewhere`.
 */
export const vagueResearch: Structure = (article, {matchesOf, watch}) => {
  const research = matchesOf('research')
  const implied = matchesOf('implied')
  if (research.length + implied.length === 0) return []
  const exempt = sentencesOf(article.reading, matchesOf('exempt'))
  const statistics = sentencesOf(article.reading, matchesOf('statistic'))
  const {sourceOf} = sourceReach(article, {
    continuing: matchesOf('continuing'),
    introducing: matchesOf('introducing'),
    elsewhere: matchesOf('elsewhere'),
    acceptedHosts: [],
  })
  const pointing = matchesOf('pointing').toSorted((a, b) => a.start - b.start)
  const isPointedAt = (claim: Span): boolean => {
    const before = pointing[lastStartingBy(pointing, claim.start - 1)]
    return before !== undefined && before.start < claim.start && before.end > claim.start
  }
  const opening = matchesOf('opening').toSorted((a, b) => a.start - b.start)
  const isOpening = (claim: Span): boolean => {
    const last = opening[lastStartingBy(opening, claim.end - 1)]
    return last !== undefined && last.end > claim.start
  }
  const first = new Map<number, Finding>()
  const excuseOf = (claim: PhraseMatch, block: Block, level: 'warning' | 'info'): Fate | undefined => {
    if (!reads(article, block)) return elsewhere
    if (first.has(block.index)) return repeated
    const sentence = sentenceAt(article.reading, claim.start)
    if (exempt.has(sentence)) return exempted
    if (statistics.has(sentence)) return leftToFigure
    if (isPointedAt(claim)) return pointedAt
    const clearing = article.assertionOf(claim).find((status) => clears.has(status))
    if (clearing !== undefined) return {became: 'nothing', why: `status ${clearing}`}
    const source = sourceOf(claim, block)
    if (source !== undefined) return {became: 'nothing', why: 'it has a source', citation: source}
    // News names the study of its first lines further down.
    const steps = level === 'info' || isOpening(claim) ? [-1, 1, 2, 3, 4] : [-1]
    return steps.some((step) => namedBeside(article, block, step)) ? sourceBeside : undefined
  }
  const consider = (claims: readonly PhraseMatch[], level: 'warning' | 'info'): void => {
    for (const claim of claims) {
      const block = blockAt(article.blocks, claim.start)
      const excuse = block === undefined ? elsewhere : excuseOf(claim, block, level)
      watch?.match(claim, excuse ?? {became: 'finding', citation: 'none'})
      if (block !== undefined && excuse === undefined)
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

/** Whether the paragraph so many blocks away names a source or points to a strong one. */
const namedBeside = (article: Article, block: Block, step: number): boolean => {
  const other = article.blocks[block.index + step]
  return (
    other?.section === block.section &&
    other.kind === block.kind &&
    other.list?.item === block.list?.item &&
    article
      .citationsIn(other.index)
      .some(({strength, kind}) => strength === 'strong' || kind === 'named-source')
  )
}
