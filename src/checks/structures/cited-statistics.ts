import type {Article, Block, Span} from '../../article/article.js'
import {blockAt, lastStartingBy} from '../../article/block-at.js'
import {sentenceAt, sentencesOf} from '../../language/reading.js'
import {once} from '../../once.js'
import type {PhraseMatch} from '../../phrase/phrase.js'
import type {Finding} from '../../rules/rule.js'
import {blockFilter} from '../place.js'
import {sourceReach} from '../source-reach/source-reach.js'
import type {Structure, StructureInput} from './structure.js'

interface Claim {
  readonly claim: PhraseMatch
  readonly block: Block
}

const reads = blockFilter({in: ['paragraph', 'listItem', 'tableCell', 'quote', 'caption']})

/**
 * Statistics without a source in reach: one finding a paragraph or table, on the first, with the places of the others.
 * Phrases asked for: `statistic`, `exempt` (sentences with figures of another kind), `vague` (a claim of size, lowered to info), `continuing`, `pointing`,
 * `opening`, `speaking`, `outcome`,
 * `background`, `tallying` and `elsewhere` (see `sourceReach`).
 */
export const citedStatistics: Structure = (article, input) => {
  const {matchesOf, watch} = input
  const exempt = sentencesOf(article.reading, matchesOf('exempt'))
  const isEntry = entryOf(article)
  const claims = sorted(matchesOf('statistic')).flatMap((claim): readonly Claim[] => {
    const block = blockAt(article.blocks, claim.start)
    const judged = block !== undefined && reads(article, block) && !isEntry(block)
    if (judged && !exempt.has(sentenceAt(article.reading, claim.start))) return [{claim, block}]
    watch?.match(claim, {became: 'nothing', why: 'figures are not judged here'})
    return []
  })
  if (claims.length === 0) return []
  const vague = sorted(matchesOf('vague'))
  const {sourceOf} = sourceReach(article, {
    continuing: matchesOf('continuing'),
    pointing: matchesOf('pointing'),
    opening: matchesOf('opening'),
    speaking: matchesOf('speaking'),
    outcome: matchesOf('outcome'),
    background: matchesOf('background'),
    tallying: matchesOf('tallying'),
    elsewhere: matchesOf('elsewhere'),
    acceptedHosts: acceptedHosts(input),
  })
  const groups = new Map<string, Span[]>()
  for (const {claim, block} of claims) {
    const source = sourceOf(claim, block)
    if (source !== undefined) {
      watch?.match(claim, {became: 'nothing', why: 'it has a source', citation: source})
      continue
    }
    watch?.match(claim, {became: 'finding', citation: 'none'})
    const group = block.table === undefined ? `block ${block.index}` : `table ${block.table.table}`
    const list = groups.get(group)
    if (list === undefined) groups.set(group, [claim])
    else list.push(claim)
  }
  const isVague = (claim: Span): boolean => {
    const last = vague[lastStartingBy(vague, claim.end - 1)]
    return last !== undefined && last.start >= claim.start && last.start < claim.end
  }
  const ending = whatWouldDo(article)
  return [...groups.values()].map((group): Finding => {
    const firm = group.find((claim) => !isVague(claim))
    const shown = firm ?? group[0]!
    const {start, end} = shown
    const others = group.filter((claim) => claim !== shown)
    return {
      start,
      end,
      message: `“{match}” has no source${more(others.length)}: ${notASource(article, start) ?? ending}`,
      ...(firm === undefined ? {level: 'info' as const} : {}),
      related: others.map((claim) => ({
        start: claim.start,
        end: claim.end,
        message: 'No source for this either.',
      })),
    }
  })
}

const more = (others: number): string => {
  if (others === 0) return ''
  return others === 1 ? ', nor has 1 more figure here' : `, nor have ${others} more figures here`
}

/** “2018;44(2):101-9”, “22:310-18”: volume and pages, as only an entry of a list of references has them. */
const pages = /\b(?:19|20)\d{2}\s?[;,]\s?\d{1,4}\s?(?:\(\d{1,3}[^)]{0,12}\))?\s?:\s?[a-zA-Z]?\d+/

/** What stands in the list of references says what its source is about. */
const entryOf = (article: Article): ((block: Block) => boolean) => {
  const listed = once(
    () => new Set(article.references.filter(({kind}) => kind === 'list').flatMap(({blocks}) => blocks)),
  )
  return ({index, text}) => (text.length < 600 && pages.test(text)) || listed().has(index)
}

const acceptedHosts = ({options}: StructureInput): readonly string[] =>
  Array.isArray(options['accept-hosts'])
    ? options['accept-hosts'].filter((host) => typeof host === 'string')
    : []

const whatWouldDo = (article: Article): string => {
  const listed = article.references.filter(({kind}) => kind === 'list').length
  const isCited = (block: number): boolean =>
    article.citationsIn(block).some(({reference}) => reference !== undefined)
  return listed > 0 && !article.blocks.some(({index}) => isCited(index))
    ? `which of the ${listed} references is it from? Point to it with its number.`
    : 'link the study, agency or society it is from, add a numbered reference, or name the source and its year.'
}

/** What stands in the claim's sentence and looks like a source, but leads to none. */
const notASource = (article: Article, claim: number): string | undefined => {
  const block = blockAt(article.blocks, claim)
  const sentence = sentenceAt(article.reading, claim)
  const weak = article
    .citationsIn(block?.index ?? 0)
    .find((citation) => citation.strength === 'weak' && citation.sentence === sentence)
  if (weak === undefined) return undefined
  return weak.kind === 'link'
    ? 'a link to a shop, a forum, a wiki, a social network or a page of your own is none. Link the study, agency or society it is from, or name the source and its year.'
    : `“${weak.text}” has no entry. Add it to the references, or link the source.`
}

const sorted = <T extends Span>(spans: readonly T[]): readonly T[] =>
  spans.toSorted((a, b) => a.start - b.start)
