import type {Article, Citation} from './article/article.js'
import {blockAt} from './article/block-at.js'
import type {Fate, Watch} from './checks/watch.js'
import type {Point} from './diagnostic.js'
import {RuleError} from './errors.js'
import type {AssertionStatus, CueReach} from './language/assertion.js'
import {assertionReader} from './language/cues.js'
import {type PlacedFinding, placeFinding} from './message.js'
import {matchAll, type PhraseMatches} from './phrase/match.js'
import type {PhraseMatch} from './phrase/phrase.js'
import {type PointAt, pointsOf} from './position.js'
import type {CompiledRule, CompiledRules} from './rules/compile.js'
import {compileRuleFile} from './rules/compile-rule.js'
import {type Settled, type SettleOptions, settle} from './settle.js'

/** What one rule saw in an article, whether or not it spoke: for whoever asks why it did, or why it kept silent. */
export interface Explanation {
  readonly ruleId: string
  /** What the rule came to, where its matches alone do not say. */
  readonly conclusion?: string
  /** Every finding of the rule, in the order of the text, and what has become of it. */
  readonly findings: readonly ExplainedFinding[]
  /** Every match of every phrase of the rule, in the order of the text. */
  readonly sightings: readonly Sighting[]
}

export interface ExplainedFinding {
  /** The words that it underlines, as they stand in the source. */
  readonly words: string
  readonly start: Point
  readonly end: Point
  /** `withdrawn` is told by nobody: struck out, accepted, or told by another rule. */
  readonly became: 'reported' | 'suppressed' | 'withdrawn'
  /** Of what is not reported. */
  readonly why?: string
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
  /** `covered` is told by another match, `context` is one that only a condition asks for. */
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
 * Runs the rules with a watch on them, and settles what they find as a lint does.
 *
 * @throws {RuleError} when a rule crashes
 */
export const explainRules = (
  {programs, rules}: CompiledRules,
  article: Article,
  settling: SettleOptions,
): readonly Explanation[] => {
  const english = article.language.tag === 'en'
  const matches = matchAll(programs, article.reading)
  const pointAt = pointsOf(article.source)
  const isRead = (rule: CompiledRule): boolean => english || rule.languages === 'any'
  const watched = rules.map((rule) => (isRead(rule) ? watch(rule, article, matches) : undefined))
  const settled = settle(
    article,
    watched.flatMap((one) => one?.found ?? []),
    settling,
  )
  return watched.map((one, index) =>
    one === undefined
      ? {
          ruleId: rules[index]!.rule.id,
          conclusion: `not run: it reads English, and the article is in “${article.language.tag}”`,
          findings: [],
          sightings: [],
        }
      : explanationOf(one, settled, {article, matches, pointAt}),
  )
}

/** A rule, what it has found, and what it told of its matches. */
interface Watched {
  readonly rule: CompiledRule
  readonly found: readonly PlacedFinding[]
  readonly fates: ReadonlyMap<string, Fate>
  readonly conclusions: readonly string[]
}

const watch = (rule: CompiledRule, article: Article, matches: PhraseMatches): Watched => {
  const fates = new Map<string, Fate>()
  const conclusions: string[] = []
  const watcher: Watch = {
    match: (match, fate) => fates.set(nameOf(match), fate),
    conclusion: (why) => conclusions.push(why),
  }
  try {
    const findings = Array.from(rule.run(article, matches, rule.options, watcher))
    const found = findings.map((finding) => placeFinding(article, rule, finding))
    return {rule, found, fates, conclusions}
  } catch (error) {
    throw new RuleError(rule.rule.id, article.path, error)
  }
}

interface Ground {
  readonly article: Article
  readonly matches: PhraseMatches
  readonly pointAt: PointAt
}

const explanationOf = (
  {rule, found, fates, conclusions}: Watched,
  settled: Settled,
  {article, matches, pointAt}: Ground,
): Explanation => {
  const findings = found.map((one) => ({one, fate: endOf(one, settled)}))
  // A structure check that tells nothing of its matches still underlines them, or words around them.
  const isOfStructure = (key: string): boolean => pathIn(key).startsWith('structure/')
  const isSilent = ![...fates.keys()].some(isOfStructure)
  const fateOf = (match: PhraseMatch): Fate | undefined => {
    const told = fates.get(nameOf(match))
    const over = findings.filter(
      ({one: {finding}}) => finding.in !== 'source' && finding.start < match.end && match.start < finding.end,
    )
    const fate: Fate | undefined =
      told ?? (isSilent && isOfStructure(match.key) && over.length > 0 ? {became: 'finding'} : undefined)
    if (fate?.became !== 'finding' || over.length === 0) return fate
    const [first] = over
    const isTold = over.some((each) => each.fate.became === 'reported')
    return isTold || first?.fate.why === undefined ? fate : {...fate, became: 'nothing', why: first.fate.why}
  }
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
    findings: findings
      .map(
        ({one: {start, end}, fate}): ExplainedFinding => ({
          words: article.source.slice(start, end),
          start: pointAt(start),
          end: pointAt(end),
          ...fate,
        }),
      )
      .sort(byPlace),
    sightings: sightings.sort(byPlace),
  }
}

const byPlace = (a: ExplainedFinding | Sighting, b: ExplainedFinding | Sighting): number =>
  a.start.offset - b.start.offset || a.end.offset - b.end.offset

const endOf = (
  one: PlacedFinding,
  {suppressed, withdrawn}: Settled,
): Pick<ExplainedFinding, 'became' | 'why'> => {
  const why = withdrawn.get(one)
  if (why !== undefined) return {became: 'withdrawn', why}
  const excuse = suppressed.find(([finding]) => finding === one)
  return excuse === undefined
    ? {became: 'reported'}
    : {became: 'suppressed', why: `a comment excuses it: “${excuse[1].reason}”`}
}

/** Where in its rule's file the phrase of a key stands. */
const pathIn = (key: string): string => key.slice(key.indexOf('#') + 1)

/** The same words can match several phrases, and one phrase in several places. */
const nameOf = ({key, from, to}: PhraseMatch): string => `${key} ${from} ${to}`

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
  const frame = article.frameOf(match)
  const framed: readonly CueReach[] =
    frame === undefined
      ? []
      : [{...frame, kind: 'attributed', group: 'frame', side: 'around', distance: 0, weak: false}]
  const why = fate === undefined ? undefined : reasonOf(fate, match, surroundings)
  return {
    key: pathIn(match.key),
    phrase,
    words: fullText.slice(start, end),
    start: pointAt(place.start),
    end: pointAt(place.end),
    statuses: article.assertionOf(match),
    cues: [...assertionReader.explain(reading, match, isHeading), ...framed].map(
      ({kind, group, side, weak, ...cue}) => ({
        ...{kind, group, side, weak},
        words: fullText.slice(cue.start, cue.end),
      }),
    ),
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
