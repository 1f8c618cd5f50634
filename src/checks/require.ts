import * as v from 'valibot'
import type {Article, Block} from '../article/article.js'
import {blockAt} from '../article/block-at.js'
import type {PhraseMatches} from '../phrase/match.js'
import type {Finding} from '../rules/rule.js'
import {type Condition, compileConditions, conditionsSchema} from './condition.js'
import {compileEvidence, type Evidence, evidenceSchema} from './evidence.js'
import {insertionSchema, insertionsOf} from './insertion.js'
import type {CheckKind} from './kind.js'
import {compileVerdicts, type Verdict, verdictSchema} from './verdict.js'

/**
 * **require**: an article with one property must contain another. Reported on the title, or the first block where
 * there is none, unless a verdict says `at`.
 *
 * The short form is `contain`: one of its conditions must hold. The long form names kinds of `evidence` and lists
 * `verdicts`, of which the first that fits decides; where none fits, the rule's own message is the verdict:
 *
 *     evidence: {N: {match: […]}, I: {match: […]}, P: {match: […]}}
 *     verdicts:
 *       - {has: [N], accept: true}
 *       - {has: [I, P], near: true, accept: true}
 *       - {has: [P], message: 'The article says “{P}” but never …'}
 */
const requireSchema = v.strictObject({
  when: v.optional(
    v.pipe(conditionsSchema, v.description('All of these hold, or nothing is asked of the article.')),
  ),
  whenFrontMatter: v.optional(
    v.pipe(
      v.strictObject({phrases: v.array(v.string()), atLeast: v.number()}),
      v.description(
        'Or this holds: the front matter has so many different wordings of these phrases, for articles whose text stands in their fields.',
      ),
    ),
  ),
  unless: v.optional(
    v.pipe(conditionsSchema, v.description('Nothing is asked of the article where one of these holds.')),
  ),
  unlessType: v.optional(
    v.pipe(
      v.strictObject({fields: v.array(v.string()), values: v.array(v.string())}),
      v.description('Nothing is asked of an article whose front matter gives one of these values.'),
    ),
  ),
  minWords: v.optional(v.pipe(v.number(), v.description('Nothing is asked of a shorter article.'))),
  contain: v.optional(v.pipe(conditionsSchema, v.minLength(1), v.description('One of these must hold.'))),
  evidence: v.optional(
    v.pipe(v.record(v.string(), evidenceSchema), v.description('What the verdicts speak of, by name.')),
  ),
  verdicts: v.optional(v.pipe(v.array(verdictSchema), v.description('The first that fits decides.'))),
  insert: v.optional(insertionSchema),
})

type RequireDefinition = v.InferOutput<typeof requireSchema>

export const requireCheck: CheckKind<typeof requireSchema> = {
  schema: requireSchema,
  compile: (definition, context) => {
    const asked = compileApplicability(definition, context)
    const contain = compileConditions(inArticle(definition.contain), context, ['require', 'contain'])
    const evidence = Object.entries(definition.evidence ?? {}).map(
      ([name, one]) => [name, compileEvidence(one, context, ['require', 'evidence', name])] as const,
    )
    const decide = compileVerdicts(definition.verdicts ?? [], Object.keys(definition.evidence ?? {}), context)
    return (article, matches, options, watch) => {
      const place = titlePlace(article) ?? frontMatterPlace(article, definition)
      if (place === undefined) return []
      if (contain.some((holds) => holds(article, matches, place, place))) {
        watch?.conclusion('the article contains what is asked for')
        return []
      }
      const found = new Map<string, () => readonly Evidence[]>(
        evidence.map(([name, find]) => [name, remembered(() => find(article, matches, options, watch))]),
      )
      const verdict = decide(article, (name) => found.get(name)?.() ?? [], options)
      const isAsked = !verdict.accept && asked(article, matches, place)
      watch?.conclusion(conclusionOf(definition, verdict, isAsked))
      if (!isAsked) return []
      const {start, end} = verdict.at ?? place
      const insertion = insertionsOf(article, definition.insert, options)
      return [
        {
          start,
          end,
          ...(verdict.message === undefined ? {} : {message: verdict.message}),
          ...(verdict.level === undefined ? {} : {level: verdict.level}),
          ...(insertion.length === 0 ? {} : {suggestions: insertion}),
        } satisfies Finding,
      ]
    }
  },
}

const conclusionOf = ({verdicts}: RequireDefinition, {number, accept}: Verdict, isAsked: boolean): string => {
  if (!accept && !isAsked) return 'nothing is asked of this article (when, unless, minWords)'
  const has = number === undefined ? undefined : verdicts?.[number]?.has.join(', ')
  if (has === undefined) return 'no verdict fits'
  return `${accept ? 'accepted' : 'decided'} by verdict ${number! + 1} (${has})`
}

/** Whether anything is asked of an article. Looked at last, since what is asked for is mostly cheaper to find. */
const compileApplicability = (
  {when, whenFrontMatter, unless, unlessType, minWords = 0}: RequireDefinition,
  context: Parameters<typeof compileConditions>[1],
): ((article: Article, matches: PhraseMatches, place: Block) => boolean) => {
  const needed: readonly Condition[] = compileConditions(inArticle(when), context, ['require', 'when'])
  const told = compileFrontMatter(whenFrontMatter, context)
  const exempt: readonly Condition[] = compileConditions(inArticle(unless), context, ['require', 'unless'])
  const fields = new Set(unlessType?.fields)
  const values = new Set(unlessType?.values)
  return (article, matches, place) =>
    article.reading.tokens.count >= minWords &&
    !article.frontMatter.fields.some(
      ({name, value}) => fields.has(name) && values.has(String(value).toLowerCase()),
    ) &&
    (needed.every((holds) => holds(article, matches, place, place)) || told(article, matches)) &&
    !exempt.some((holds) => holds(article, matches, place, place))
}

const compileFrontMatter = (
  definition: RequireDefinition['whenFrontMatter'],
  context: Parameters<typeof compileConditions>[1],
): ((article: Article, matches: PhraseMatches) => boolean) => {
  if (definition === undefined) return () => false
  const keys = definition.phrases.map((phrase, index) =>
    context.phrase(phrase, ['require', 'whenFrontMatter', 'phrases', index]),
  )
  return (article, matches) => {
    const length = article.blocks.reduce(
      (sum, {kind, text}) => (kind === 'frontMatter' ? sum + text.length : sum),
      0,
    )
    if (length < leastFrontMatter) return false
    const found = matches
      .ofAll(keys)
      .filter(({start}) => blockAt(article.blocks, start)?.kind === 'frontMatter')
    const wordings = new Set(found.map(({start, end}) => article.fullText.slice(start, end).toLowerCase()))
    return wordings.size >= definition.atLeast
  }
}

/** Fewer characters of front matter describe an article, a list of articles or a stub; they are not its text. */
const leastFrontMatter = 300

/** A bare phrase means the whole article here. */
const inArticle = (conditions: v.InferOutput<typeof conditionsSchema> | undefined) =>
  conditions?.map((one) =>
    typeof one === 'string'
      ? {phrases: [one], within: 'article' as const}
      : {within: 'article' as const, ...one},
  ) ?? []

const remembered = <T>(make: () => T): (() => T) => {
  let made: {readonly value: T} | undefined
  return () => {
    made ??= {value: make()}
    return made.value
  }
}

/** Where a finding about the whole article is shown: its title, else its first readable block. */
export const titlePlace = (article: Article): Block | undefined =>
  (article.title === undefined ? undefined : article.blocks[article.title.block]) ??
  article.blocks.find((block) => block.readable)

/** Where an article is shown that has nothing but its front matter. */
const frontMatterPlace = (article: Article, {whenFrontMatter}: RequireDefinition): Block | undefined =>
  whenFrontMatter === undefined ? undefined : article.blocks.find(({kind}) => kind === 'frontMatter')
