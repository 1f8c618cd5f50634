import * as v from 'valibot'
import type {Article, Block, Citation, Span} from '../article/article.js'
import {lastStartingBy} from '../article/block-at.js'
import {firstIndex} from '../first-index.js'
import {sentenceAt} from '../language/reading.js'
import type {PhraseMatches} from '../phrase/match.js'
import type {PhraseMatch} from '../phrase/phrase.js'
import type {CheckContext, ValuePath} from './kind.js'

/**
 * What must, or must not, stand near a match. A bare string is a phrase in the same sentence.
 *
 *     unless:
 *       - usually | mostly
 *       - {within: block, citation: medium}
 *       - {within: before, phrases: [myth]}
 */
const withins = [
  ...(['before', 'after', 'sentence', 'adjacent', 'block', 'section', 'title'] as const),
  ...(['article', 'frontMatter'] as const),
] as const

const entries = {
  within: v.optional(
    v.pipe(
      v.picklist(withins),
      v.description(
        'How far from the match: before or after it in its sentence, in its sentence, in the sentences beside it too, in its block, its section, the title, the article, the front matter where the article’s text stands in its fields.',
      ),
    ),
  ),
  phrases: v.optional(
    v.pipe(v.array(v.string()), v.description('Phrases of the notation, any of which may stand there.')),
  ),
  citation: v.optional(
    v.pipe(
      v.picklist(['weak', 'medium', 'strong']),
      v.description('A citation at least this strong stands there.'),
    ),
  ),
  atLeast: v.optional(
    v.pipe(
      v.number(),
      v.minValue(1),
      v.description('So many matches of `phrases` must stand there; 1 unless given.'),
    ),
  ),
  different: v.optional(v.pipe(v.boolean(), v.description('Counts different wordings only.'))),
  maxWords: v.optional(
    v.pipe(v.number(), v.minValue(1), v.description('At most so many words stand there in all.')),
  ),
}

const simpleCondition = v.union([v.string(), v.strictObject(entries)])

const conditionSchema = v.union([
  v.string(),
  v.strictObject({
    ...entries,
    any: v.optional(
      v.pipe(
        v.array(simpleCondition),
        v.minLength(1),
        v.description('Conditions of which one must hold; they stand in place of the other keys.'),
      ),
    ),
  }),
])
export const conditionsSchema = v.array(conditionSchema)
export type ConditionDefinition = v.InferOutput<typeof conditionSchema>

/** Whether the condition holds near the span, which stands in `block`. */
export type Condition = (article: Article, matches: PhraseMatches, span: Span, block: Block) => boolean

const strengths = {weak: 0, medium: 1, strong: 2} as const

type Within = (typeof withins)[number]

/** @param within where a condition looks that does not say it */
export const compileConditions = (
  definitions: readonly ConditionDefinition[] | undefined,
  context: CheckContext,
  path: ValuePath,
  within: Within = 'sentence',
): readonly Condition[] =>
  (definitions ?? []).map((definition, index) =>
    compileCondition(definition, context, [...path, index], within),
  )

const compileAny = (
  definitions: readonly ConditionDefinition[],
  context: CheckContext,
  path: ValuePath,
  within: Within,
): Condition => {
  const conditions = compileConditions(definitions, context, path, within)
  return (article, matches, span, block) => conditions.some((holds) => holds(article, matches, span, block))
}

const compileCondition = (
  definition: ConditionDefinition,
  context: CheckContext,
  path: ValuePath,
  unlessSaid: Within,
): Condition => {
  const given: Exclude<ConditionDefinition, string> =
    typeof definition === 'string' ? {phrases: [definition]} : definition
  if (given.any !== undefined) {
    if (Object.keys(given).length > 1)
      context.fail('`any` stands alone: give its conditions their own keys', path)
    return compileAny(given.any, context, [...path, 'any'], unlessSaid)
  }
  const {within = unlessSaid, phrases = [], citation, atLeast = 1, different = false, maxWords} = given
  const keys = phrases.map((text, index) =>
    context.phrase(text, typeof definition === 'string' ? path : [...path, 'phrases', index]),
  )
  if (keys.length === 0 && citation === undefined)
    context.fail('a condition needs `phrases`, `citation` or `any`', path)
  const holds: Condition = (article, matches, span, block) => {
    const range = rangeOf(article, span, block, within)
    if (range === undefined) return false
    if (maxWords !== undefined && wordsIn(article, range) > maxWords) return false
    if (citation !== undefined) {
      const least = strengths[citation]
      return citationsFrom(article, range).some(
        (found) => strengths[found.strength] >= least && found.start >= range.start && found.end <= range.end,
      )
    }
    return countWithin(article, matches, keys, {range, different, atLeast}) >= atLeast
  }
  return wholeArticle.has(within) ? oncePerArticle(holds) : holds
}

const wordsIn = ({reading: {tokens}}: Article, {start, end}: Span): number =>
  firstIndex(tokens.count, (at) => tokens.starts[at]! >= end) -
  firstIndex(tokens.count, (at) => tokens.starts[at]! >= start)

/** What is the same for every span of an article. */
const wholeArticle: ReadonlySet<Within> = new Set(['article', 'title', 'frontMatter'])

/** The citations of the blocks that a stretch of the full text touches. */
const citationsFrom = (article: Article, {start, end}: Span): readonly Citation[] => {
  const found: Citation[] = []
  for (let index = lastStartingBy(article.blocks, start); index < article.blocks.length; index++) {
    if (article.blocks[index]!.start > end) break
    found.push(...article.citationsIn(index))
  }
  return found
}

/** What holds anywhere in an article holds for every match in it: asked once, or many matches would each read it all. */
const oncePerArticle = (holds: Condition): Condition => {
  const known = new WeakMap<PhraseMatches, boolean>()
  return (article, matches, span, block) => {
    const before = known.get(matches)
    if (before !== undefined) return before
    const answer = holds(article, matches, span, block)
    known.set(matches, answer)
    return answer
  }
}

const countWithin = (
  article: Article,
  matches: PhraseMatches,
  keys: readonly string[],
  {range, different, atLeast}: {readonly range: Span; readonly different: boolean; readonly atLeast: number},
): number => {
  // Nearly always none of the words stands anywhere in the article.
  if (matches.ofAll(keys).length === 0) return 0
  const {starts} = article.reading.tokens
  const seen = new Set<string>()
  let count = 0
  for (const key of keys) {
    if (count >= atLeast) break
    const found = matches.of(key)
    for (let at = firstFrom(article, found, range.start); at < found.length; at++) {
      const one = found[at]!
      if (starts[one.from]! >= range.end || count >= atLeast) break
      if (one.start < range.start || one.end > range.end) continue
      if (different) seen.add(article.fullText.slice(one.start, one.end).toLowerCase())
      count = different ? seen.size : count + 1
    }
  }
  return count
}

/** Sentences that one match may run over, with `/` in its phrase. */
const sentencesOfMatch = 4

/** Index of the first match that can stand at or after an offset, by bisection on the sentences that they begin in. */
const firstFrom = (article: Article, found: readonly PhraseMatch[], offset: number): number => {
  if (found.length < 8 || offset === 0) return 0
  const least = sentenceAt(article.reading, offset) - sentencesOfMatch
  return firstIndex(found.length, (index) => found[index]!.sentence >= least)
}

/** The stretch of the full text that `within` names, seen from a span in a block. */
export const rangeOf = (article: Article, span: Span, block: Block, within: Within): Span | undefined => {
  switch (within) {
    case 'before':
    case 'after':
    case 'sentence':
    case 'adjacent': {
      const sentence = sentenceRange(article, span)
      if (within === 'before') return {start: sentence.start, end: span.start}
      if (within === 'after') return {start: span.end, end: sentence.end}
      if (within === 'sentence') return sentence
      return beside(article, sentence, block)
    }
    case 'block':
      return block
    case 'section': {
      const section = article.sections[block.section]
      const heading = section?.heading === undefined ? block : article.blocks[section.heading]!
      const first = article.blocks[section?.blocks[0] ?? block.index] ?? block
      const last = article.blocks[section?.blocks.at(-1) ?? block.index] ?? block
      return {
        start: Math.min(block.start, heading.start, first.start),
        end: Math.max(block.end, heading.end, last.end),
      }
    }
    case 'title': {
      const title = article.title
      return title === undefined ? undefined : article.blocks[title.block]
    }
    case 'article':
      return {start: 0, end: article.text.length}
    case 'frontMatter':
      return textInFrontMatter(article)
  }
}

/** Fewer characters of front matter describe an article, a list of articles or a stub; they are not its text. */
const leastText = 300

const textInFrontMatter = ({blocks}: Article): Span | undefined => {
  const fields = blocks.filter(({kind}) => kind === 'frontMatter')
  const length = fields.reduce((sum, {text}) => sum + text.length, 0)
  return length < leastText ? undefined : {start: fields[0]!.start, end: fields.at(-1)!.end}
}

/** The sentence that a span begins in, as offsets, read off the tokens so that no sentence object is made. */
export const sentenceRange = (article: Article, span: Span): Span => {
  const {tokens, sentenceStarts} = article.reading
  const sentence = sentenceAt(article.reading, span.start)
  return {
    start: tokens.starts[sentenceStarts[sentence]!]!,
    end: tokens.ends[sentenceStarts[sentence + 1]! - 1]!,
  }
}

const beside = (article: Article, sentence: Span, block: Block): Span => {
  const before =
    sentence.start > block.start
      ? sentenceRange(article, {start: sentence.start - 1, end: sentence.start})
      : sentence
  const after =
    sentence.end < block.end
      ? sentenceRange(article, {start: Math.min(sentence.end + 2, block.end - 1), end: block.end})
      : sentence
  return {start: Math.max(block.start, before.start), end: Math.min(block.end, after.end)}
}
