import type {Article} from '../../src/article/article.js'
import type {Diagnostic} from '../../src/diagnostic.js'
import type {Engine, Sighting} from './engine.js'
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

const quote = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`

const describeDiagnostic = ({ruleId, level, message, actual}: Diagnostic): string =>
  `${ruleId} ${level}: ${message} ${quote(actual)}`

const describeSighting = ({ruleId, phrase, statuses, citation, reason}: Sighting): string =>
  [
    `${ruleId} saw`,
    phrase === undefined ? undefined : quote(phrase),
    statuses === undefined ? undefined : `[${statuses.join(', ') || 'asserted'}]`,
    citation === undefined ? undefined : `citation ${quote(citation)}`,
    reason,
  ]
    .filter((part) => part !== undefined)
    .join(' ')

/** Cues and citations of the sentences in question: what a rule that kept silent may have listened to. */
const readingOf = (article: Article, {diagnostics, missed}: WrongCase): readonly string[] => {
  const places =
    missed === undefined
      ? diagnostics.map(({start, end}) => ({start: start.offset, end: end.offset}))
      : [missed]
  const sentences = article.sentences.filter(({start, end}) => {
    const span = article.spanOf(start, end)
    return places.length === 0 || places.some((place) => span.start < place.end && place.start < span.end)
  })
  const cues = sentences.flatMap((sentence) =>
    sentence.cues.map(({kind, start, end}) => `${kind} ${quote(article.fullText.slice(start, end))}`),
  )
  const indices = new Set(sentences.map(({index}) => index))
  const citations = (article.citations ?? [])
    .filter(({sentence}) => indices.has(sentence))
    .map(({kind, strength, text}) => `${strength} ${kind} ${quote(text)}`)
  return [
    ...(cues.length === 0 ? [] : [`cues: ${cues.slice(0, 12).join(', ')}`]),
    ...(citations.length === 0 ? [] : [`citations: ${citations.slice(0, 8).join(', ')}`]),
  ]
}

/** A wrong case in a few lines: its place, its words, what was said, what was seen. */
export const formatWrong = (
  engine: Engine,
  rules: readonly string[],
  name: string,
  wrong: WrongCase,
): string => {
  const {kind, source, note, text, path, diagnostics} = wrong
  const sightings = rules.length === 0 ? [] : engine.explain(rules, text, path)
  const reading = engine.probe(text, path, (article) => readingOf(article, wrong))
  return [
    `${kind} ${name}  ${source}${note === undefined ? '' : `  (${note})`}`,
    `  ${excerpt(wrong)}`,
    ...diagnostics.slice(0, 6).map((one) => `  → ${describeDiagnostic(one)}`),
    ...sightings.slice(0, 6).map((one) => `  · ${describeSighting(one)}`),
    ...reading.map((line) => `  · ${line}`),
  ].join('\n')
}
