import type {Article, Span} from '../../src/article/article.js'
import type {Diagnostic} from '../../src/diagnostic.js'
import type {Explanation, Sighting} from '../../src/explain.js'
import type {Engine} from './engine.js'
import type {WrongCase} from './measure.js'

/** Code units shown on each side of the words in question; a whole sentence for single lines. */
const window = 160

interface Mark {
  readonly at: number
  readonly text: string
}

/**
 * The words around the places in question, on one line: findings stand in `«…»`, what was missed in `[|…|]`.
 */
export const excerpt = ({
  text,
  diagnostics,
  missed,
}: Pick<WrongCase, 'text' | 'diagnostics' | 'missed'>): string => {
  const marks: Mark[] = diagnostics.flatMap(({start, end}) => [
    {at: start.offset, text: '«'},
    {at: end.offset, text: '»'},
  ])
  if (missed !== undefined) marks.push({at: missed.start, text: '[|'}, {at: missed.end, text: '|]'})
  marks.sort((a, b) => a.at - b.at)
  const first = marks[0]?.at ?? 0
  // Findings far apart would print the whole article: what stands around the first one is enough to see why.
  const last = Math.min(marks.at(-1)?.at ?? 0, first + 2 * window)
  const from = text.length <= 4 * window ? 0 : Math.max(0, first - window)
  const to = text.length <= 4 * window ? text.length : Math.min(text.length, last + window)
  let shown = from > 0 ? '… ' : ''
  let at = from
  for (const mark of marks.filter((one) => one.at <= to)) {
    shown += text.slice(at, mark.at) + mark.text
    at = mark.at
  }
  shown += text.slice(at, to) + (to < text.length ? ' …' : '')
  return shown.replaceAll('\r', '').replaceAll('\n', ' ⏎ ')
}

const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 3)}…` : text

const quote = (text: string, most = 60): string => `“${shortened(text, most)}”`

const describeDiagnostic = ({ruleId, level, message, actual}: Diagnostic): string =>
  `${ruleId} ${level}: ${message} ${quote(actual)}`

const describeSighting = (ruleId: string, one: Sighting): string => {
  const {key, phrase, words, statuses, became, why, citation} = one
  const outcome = {
    finding: 'a finding',
    nothing: 'no finding',
    evidence: 'evidence',
    covered: 'another match covers it',
    context: 'asked for by a condition',
  }[became]
  return [
    `${ruleId} saw ${quote(oneLine(words))} with ${quote(phrase, 120)} (${key})`,
    `[${statuses.length === 0 ? 'asserted' : statuses.join(', ')}${describeCues(one)}]`,
    `→ ${outcome}${why === undefined ? '' : `: ${why}`}`,
    ...(citation === undefined ? [] : [describeCitation(citation)]),
  ].join(' ')
}

/** `: hedged by “may”, “can” (weak)` */
const describeCues = ({cues}: Sighting): string =>
  cues.length === 0
    ? ''
    : `: ${cues.map(({kind, words, weak}) => `${kind} by ${quote(words)}${weak ? ' (weak)' : ''}`).join(', ')}`

const describeCitation = (citation: NonNullable<Sighting['citation']>): string => {
  if (citation === 'none') return '· citation: none'
  const {kind, strength, text, entry} = citation
  return `· citation: ${strength} ${kind} ${quote(text)}${entry === undefined ? ', no entry' : ` to ${quote(oneLine(entry))}`}`
}

/** Matches of phrases that conditions ask for come last, and few: a long article has hundreds. */
const mostSightings = 8
const mostContext = 3

/** What the rules saw at the places in question, or anywhere where there are none. */
const seenAt = (explanations: readonly Explanation[], places: readonly Span[]): readonly Explanation[] =>
  explanations.flatMap(({sightings, ...rule}) => {
    const near = sightings.filter(
      ({start, end}) =>
        places.length === 0 || places.some((place) => start.offset < place.end && place.start < end.offset),
    )
    const own = near.filter(({became}) => became !== 'context').slice(0, mostSightings)
    const context = near.filter(({became}) => became === 'context').slice(0, mostContext)
    return own.length + context.length === 0 && rule.conclusion === undefined
      ? []
      : [{...rule, sightings: [...own, ...context]}]
  })

const describeSeen = (seen: readonly Explanation[]): readonly string[] =>
  seen.length === 0 ? ['no phrase of these rules matched here'] : seen.flatMap(describeExplanation)

const describeExplanation = ({ruleId, conclusion, sightings}: Explanation): readonly string[] => {
  const concluded = conclusion === undefined ? [] : [`${ruleId}: ${conclusion}`]
  if (sightings.some(({became}) => became !== 'context'))
    return [...concluded, ...sightings.map((one) => describeSighting(ruleId, one))]
  const words = new Set(sightings.map((one) => quote(oneLine(one.words))))
  return words.size === 0
    ? concluded
    : [...concluded, `${ruleId}: only phrases of its conditions matched here: ${[...words].join(', ')}`]
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Where the case is right or wrong, as far as anyone said. */
const placesOf = ({diagnostics, missed}: WrongCase): readonly Span[] =>
  missed === undefined
    ? diagnostics.map(({start, end}) => ({start: start.offset, end: end.offset}))
    : [missed]

interface Heard {
  readonly cues: readonly {readonly kind: string; readonly words: string}[]
  readonly citations: readonly {
    readonly kind: string
    readonly strength: string
    readonly text: string
    readonly entry?: string
  }[]
}

/** Cues and citations of the sentences in question: what a rule that kept silent may have listened to. */
const heardIn = (article: Article, places: readonly Span[]): Heard => {
  const sentences = article.sentences.filter(({start, end}) => {
    const span = article.spanOf(start, end)
    return places.length === 0 || places.some((place) => span.start < place.end && place.start < span.end)
  })
  const indices = new Set(sentences.map(({index}) => index))
  return {
    cues: sentences
      .flatMap(({cues}) => cues)
      .slice(0, 12)
      .map(({kind, start, end}) => ({kind, words: article.fullText.slice(start, end)})),
    citations: article.citations
      .filter(({sentence}) => indices.has(sentence))
      .slice(0, 8)
      .map(({kind, strength, text, reference}) => {
        const entry = reference === undefined ? undefined : article.references[reference]?.text
        return {kind, strength, text, ...(entry === undefined ? {} : {entry: oneLine(entry)})}
      }),
  }
}

/** A wrong case with all that tells why: what is printed, and what `--json` writes. */
export interface ShownCase extends Heard {
  readonly kind: 'fp' | 'fn'
  readonly source: string
  readonly note?: string
  /** The words around the places in question, on one line. */
  readonly excerpt: string
  readonly diagnostics: readonly Diagnostic[]
  readonly seen: readonly Explanation[]
}

export const showCase = (engine: Engine, rules: readonly string[], wrong: WrongCase): ShownCase => {
  const {kind, source, note, text, path, diagnostics} = wrong
  const places = placesOf(wrong)
  return {
    kind,
    source,
    ...(note === undefined ? {} : {note}),
    excerpt: excerpt(wrong),
    diagnostics,
    seen: seenAt(engine.explain(rules, text, path), places),
    ...engine.probe(text, path, (article) => heardIn(article, places)),
  }
}

/** A wrong case in a few lines: its place, its words, what was said, what was seen. */
export const formatWrong = (
  engine: Engine,
  rules: readonly string[],
  name: string,
  wrong: WrongCase,
): string => {
  const {kind, source, note, diagnostics, cues, citations, ...shown} = showCase(engine, rules, wrong)
  return [
    `${kind} ${name}  ${source}${note === undefined ? '' : `  (${note})`}`,
    `  ${shown.excerpt}`,
    ...diagnostics.slice(0, 6).map((one) => `  → ${describeDiagnostic(one)}`),
    ...(rules.length === 0 ? [] : describeSeen(shown.seen).map((line) => `  · ${line}`)),
    ...(cues.length === 0
      ? []
      : [`  · cues: ${cues.map(({kind, words}) => `${kind} ${quote(words)}`).join(', ')}`]),
    `  · citations: ${citations.length === 0 ? 'none' : citations.map((one) => describeHeard(one)).join(', ')}`,
  ].join('\n')
}

const describeHeard = ({kind, strength, text, entry}: Heard['citations'][number]): string =>
  `${strength} ${kind} ${quote(text)}${entry === undefined ? '' : ` to ${quote(entry)}`}`
