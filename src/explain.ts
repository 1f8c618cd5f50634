import type {Article, Citation} from './article/article.js'
import {blockAt} from './article/block-at.js'
import type {Fate, Watch} from './checks/watch.js'
import type {Point} from './diagnostic.js'
import {RuleError} from './errors.js'
import type {AssertionStatus, CueReach} from './language/assertion.js'
import {assertionReader} from './language/cues.js'
import {matchAll, type PhraseMatches} from './phrase/match.js'
import type {PhraseMatch} from './phrase/phrase.js'
import {type PointAt, pointsOf} from './position.js'
import type {CompiledRule, CompiledRules} from './rules/compile.js'
import {compileRuleFile} from './rules/compile-rule.js'

/** What one rule saw in an article, whether or not it spoke: for whoever asks why it did, or why it kept silent. */
export interface Explanation {
  readonly ruleId: string
  /** What the rule came to, where its matches alone do not say. */
  readonly conclusion?: string
  /** Every match of every phrase of the rule, in the order of the text. */
  readonly sightings: readonly Sighting[]
}

export interface Sighting {
  /** Where in the rule's file the phrase stands: `phrase/match/2/phrases/0`. */
  readonly key: string
  /** As it is written there. */
  readonly phrase: string
  /** The words that it matched, in the article's text, and where they stand in the source. */
  readonly words: string
  readonly start: Point
  readonly end: Point
  /** Of the words that would be underlined; none for a plain assertion. */
  readonly statuses: readonly AssertionStatus[]
  readonly cues: readonly SeenCue[]
  /** `context` is a match of a phrase that only a condition asks for. */
  readonly became: Fate['became'] | 'context'
  /** What took it away, or what it is evidence of. */
  readonly why?: string
  /** The citation that it rests on; `none` where one was looked for. */
  readonly citation?: SeenCitation | 'none'
}

/** A cue that reaches the words; a weak one gives no status. */
interface SeenCue extends Pick<CueReach, 'kind' | 'group' | 'side' | 'weak'> {
  readonly words: string
}

interface SeenCitation extends Pick<Citation, 'kind' | 'strength' | 'text'> {
  /** The entry of the reference list that it resolves to. */
  readonly entry?: string
}

/**
 * Runs the rules with a watch on them. Comments that excuse findings are not looked at: an excused finding was found.
 *
 * @throws {RuleError} when a rule crashes
 */
export const explainRules = ({programs, rules}: CompiledRules, article: Article): readonly Explanation[] => {
  const english = article.language.tag === 'en'
  const matches = matchAll(programs, article.reading)
  const pointAt = pointsOf(article.source)
  return rules.map((rule) => {
    if (english || rule.languages === 'any') return explainRule(rule, article, matches, pointAt)
    const conclusion = `not run: it reads English, and the article is in “${article.language.tag}”`
    return {ruleId: rule.rule.id, conclusion, sightings: []}
  })
}

const explainRule = (
  rule: CompiledRule,
  article: Article,
  matches: PhraseMatches,
  pointAt: PointAt,
): Explanation => {
  const fates = new Map<string, Fate>()
  const conclusions: string[] = []
  const watch: Watch = {
    match: (match, fate) => fates.set(nameOf(match), fate),
    conclusion: (why) => conclusions.push(why),
  }
  const found = findingsOf(rule, article, matches, watch)
  // A structure check that tells nothing of its matches still underlines them, or words around them.
  const isOfStructure = (key: string): boolean => pathIn(key).startsWith('structure/')
  const isSilent = ![...fates.keys()].some(isOfStructure)
  const fateOf = (match: PhraseMatch): Fate | undefined =>
    fates.get(nameOf(match)) ??
    (isSilent &&
    isOfStructure(match.key) &&
    found.some(({start, end}) => start < match.end && match.start < end)
      ? {became: 'finding'}
      : undefined)
  const {from} = rule
  const phrases = from.kind === 'pack' ? compileRuleFile(from.file).phrases : []
  const under = (path: string): readonly PhraseMatch[] =>
    phrases
      .filter(({key}) => pathIn(key) === path || pathIn(key).startsWith(`${path}/`))
      .flatMap(({key}) => matches.of(key))
  const sightings = phrases.flatMap(({key, text}) =>
    matches.of(key).map((match) => sightingOf(match, text, fateOf(match), {article, rule, pointAt, under})),
  )
  return {
    ruleId: rule.rule.id,
    ...(conclusions.length === 0 ? {} : {conclusion: conclusions.join('; ')}),
    sightings: sightings.sort((a, b) => a.start.offset - b.start.offset || a.end.offset - b.end.offset),
  }
}

/** Where in its rule's file the phrase of a key stands. */
const pathIn = (key: string): string => key.slice(key.indexOf('#') + 1)

/** The same words can match several phrases, and one phrase in several places. */
const nameOf = ({key, from, to}: PhraseMatch): string => `${key} ${from} ${to}`

const findingsOf = (rule: CompiledRule, article: Article, matches: PhraseMatches, watch: Watch) => {
  try {
    return Array.from(rule.run(article, matches, rule.options, watch)).filter((one) => one.in !== 'source')
  } catch (error) {
    throw new RuleError(rule.rule.id, article.path, error)
  }
}

interface Surroundings {
  readonly article: Article
  readonly rule: CompiledRule
  readonly pointAt: PointAt
  /** Matches of the phrases that stand under a path of the rule's file. */
  readonly under: (path: string) => readonly PhraseMatch[]
}

const sightingOf = (
  match: PhraseMatch,
  phrase: string,
  fate: Fate | undefined,
  surroundings: Surroundings,
): Sighting => {
  const {article, pointAt} = surroundings
  const {fullText, reading} = article
  const [start, end] = [reading.tokens.starts[match.from]!, reading.tokens.ends[match.to - 1]!]
  const place = article.spanOf(start, end)
  const isHeading = blockAt(article.blocks, match.start)?.kind === 'heading'
  const why = fate === undefined ? undefined : reasonOf(fate, match, surroundings)
  return {
    key: pathIn(match.key),
    phrase,
    words: fullText.slice(start, end),
    start: pointAt(place.start),
    end: pointAt(place.end),
    statuses: article.assertionOf(match),
    cues: assertionReader.explain(reading, match, isHeading).map(({kind, group, side, weak, ...cue}) => ({
      ...{kind, group, side, weak},
      words: fullText.slice(cue.start, cue.end),
    })),
    became: fate?.became ?? 'context',
    ...(why === undefined ? {} : {why}),
    ...(fate?.citation === undefined ? {} : {citation: seenCitation(article, fate.citation)}),
  }
}

/** The setting that decided and the words that it went by; as it stands in the rule's file where there are none. */
const reasonOf = (
  {why, setting, lacks}: Fate,
  match: PhraseMatch,
  {article, rule: {from}, under}: Surroundings,
): string | undefined => {
  const decisive = setting ?? lacks
  if (decisive === undefined || from.kind !== 'pack') return why
  const path = decisive.join('/')
  const heard = setting === undefined ? [] : wordsNear(article, match, under(path))
  const written = decisive.reduce<unknown>(
    (value, step) => (value as Readonly<Record<string | number, unknown>> | undefined)?.[step],
    from.file,
  )
  const shown = heard.length > 0 ? heard.map((words) => `“${words}”`).join(', ') : JSON.stringify(written)
  return `${why === undefined ? '' : `${why} `}${path}: ${shown}`
}

const mostWords = 3

/** What a condition that held has likely gone by: matches in the same sentence, else in the same block, else anywhere. */
const wordsNear = (
  article: Article,
  match: PhraseMatch,
  candidates: readonly PhraseMatch[],
): readonly string[] => {
  const block = blockAt(article.blocks, match.start)
  const rings = [
    candidates.filter(({sentence}) => sentence === match.sentence),
    candidates.filter(({start}) => blockAt(article.blocks, start) === block),
    candidates,
  ]
  const nearest = rings.find(({length}) => length > 0) ?? []
  return [...new Set(nearest.map(({start, end}) => article.fullText.slice(start, end)))].slice(0, mostWords)
}

const seenCitation = (article: Article, citation: Citation | 'none'): SeenCitation | 'none' => {
  if (citation === 'none') return citation
  const {kind, strength, text, reference} = citation
  const entry = reference === undefined ? undefined : article.references[reference]?.text
  return {kind, strength, text, ...(entry === undefined ? {} : {entry})}
}
