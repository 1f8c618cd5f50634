import type {Article} from './article/article.js'
import {blockAt} from './article/block-at.js'
import {sentenceRange} from './checks/condition.js'
import type {Diagnostic, Edit, Level} from './diagnostic.js'
import {fingerprint} from './fingerprint.js'
import {objectReplacement} from './language/object-replacement.js'
import type {PointAt} from './position.js'
import type {Recall} from './recall.js'
import type {CompiledRule} from './rules/compile.js'
import type {Finding, FindingEdit} from './rules/rule.js'

/** A finding at its place in the source, not yet worded. */
export interface PlacedFinding {
  readonly ruleId: string
  readonly rule: CompiledRule
  readonly finding: Finding
  readonly start: number
  readonly end: number
}

/** Finds where in the source a finding stands. @throws {RangeError} when its span is not inside the article */
export const placeFinding = (article: Article, rule: CompiledRule, finding: Finding): PlacedFinding => {
  const {start, end} = inSource(article, finding)
  if (!(start >= 0 && start <= end && end <= article.source.length)) {
    throw new RangeError(`a finding at ${finding.start}–${finding.end} is outside the article`)
  }
  return {ruleId: rule.rule.id, rule, finding, start, end}
}

const inSource = (
  article: Article,
  span: {readonly start: number; readonly end: number; readonly in?: 'source'},
) => {
  if (span.in === 'source') return {start: span.start, end: span.end}
  if (!(span.start >= 0 && span.end >= span.start && span.end <= article.fullText.length)) {
    throw new RangeError(`a finding at ${span.start}–${span.end} is outside the article’s text`)
  }
  return article.spanOf(span.start, span.end)
}

const order = {info: 0, warning: 1, error: 2} as const

/** A check may find less than its rule's level, never more than the user allowed. */
const levelOf = (configured: Level, found: Level | undefined): Level =>
  found === undefined || order[found] > order[configured] ? configured : found

/** The level that a finding is told at, as a number: the worse, the higher. */
export const weightOf = ({rule, finding}: PlacedFinding): number => order[levelOf(rule.level, finding.level)]

/** What is known while the findings of one article are worded. */
export interface Wording {
  readonly pointAt: PointAt
  /** Counts those that are alike. */
  readonly occurrences: Map<string, number>
  /** Of the version before, where there is one: a fingerprint costs more than all else. */
  readonly fingerprints?: Recall<string> | undefined
}

/** Words a finding: what it says, and where. */
export const wordFinding = (article: Article, placed: PlacedFinding, wording: Wording): Diagnostic => {
  const {pointAt} = wording
  const {
    rule: {rule, level, message},
    finding,
    start,
    end,
  } = placed
  const actual = article.source.slice(start, end)
  const words = finding.in === 'source' ? actual : article.fullText.slice(finding.start, finding.end)
  const shown = words.includes(objectReplacement) ? withCode(article, words, finding.start) : words
  const edits = (list: readonly FindingEdit[]): readonly Edit[] =>
    list
      .map((edit) => ({...inSource(article, edit), text: edit.text}))
      .map(({start, end, text}) => ({start, end, text}))
  const sentence = sentenceOf(article, finding, words)
  return {
    ruleId: rule.id,
    level: levelOf(level, finding.level),
    message: withoutMarks(filled(finding.message ?? message, shown)),
    note: rule.why,
    url: rule.url,
    path: article.path ?? '',
    start: pointAt(start),
    end: pointAt(end),
    actual,
    expected: finding.instead ?? [],
    suggestions: (finding.suggestions ?? []).map((one) => ({
      message: withoutMarks(one.message),
      edits: edits(one.edits),
    })),
    ...(finding.fix === undefined ? {} : {fix: edits(finding.fix)}),
    related: (finding.related ?? []).map((one) => {
      const place = inSource(article, one)
      return {message: withoutMarks(one.message), start: pointAt(place.start), end: pointAt(place.end)}
    }),
    sentence,
    fingerprint: fingerprintOf(article, placed, sentence, wording),
  }
}

/** Words of the text, with the code in them as the source has it. */
const withCode = (article: Article, words: string, start: number): string =>
  words.replaceAll(objectReplacement, (_, at: number) => {
    const place = article.spanOf(start + at, start + at + 1)
    return article.source.slice(place.start, place.end)
  })

/** A check that quotes the text quotes the mark with it. */
const withoutMarks = (message: string): string => message.replaceAll(objectReplacement, '…')

/** `{match}` in a message is the text that was found: on one line, cut in the middle where it is long. */
const filled = (message: string, words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim()
  const shown = line.length <= 90 ? line : `${line.slice(0, 55).trimEnd()} … ${line.slice(-25).trimStart()}`
  return message.replaceAll('{match}', () => shown)
}

/** How far around a finding its sentence is read: a sentence can be a megabyte, with a thousand findings in it. */
const reach = 500

/** The sentence a finding stands in, on one line; the words themselves for what stands outside the text. */
const sentenceOf = (article: Article, finding: Finding, words: string): string => {
  const inText = isInText(article, finding)
  const range = inText ? sentenceRange(article, finding) : undefined
  const sentence =
    range === undefined
      ? words.slice(0, 2 * reach)
      : article.fullText.slice(
          Math.max(Math.min(range.start, finding.start), finding.start - reach),
          Math.min(Math.max(range.end, finding.end), finding.start + reach),
        )
  return sentence.replace(/\s+/g, ' ').trim()
}

const isInText = (article: Article, finding: Finding): boolean =>
  finding.in !== 'source' && article.reading.tokens.count > 0 && finding.end > finding.start

const fingerprintOf = (
  article: Article,
  {ruleId, finding}: PlacedFinding,
  sentence: string,
  {occurrences, fingerprints}: Wording,
): string => {
  const block = isInText(article, finding) ? blockAt(article.blocks, finding.start) : undefined
  const headings: string[] = []
  for (
    let section = block === undefined ? undefined : article.sections[block.section];
    section !== undefined;
  ) {
    if (section.title !== '') headings.push(section.title)
    section = section.parent === undefined ? undefined : article.sections[section.parent]
  }
  const alike = [ruleId, sentence, ...headings].join('\n')
  const occurrence = occurrences.get(alike) ?? 0
  occurrences.set(alike, occurrence + 1)
  const make = (): string => fingerprint({ruleId, sentence, headings, occurrence})
  return fingerprints === undefined ? make() : fingerprints.of(`${alike}\n${occurrence}`, make)
}
