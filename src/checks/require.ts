import * as v from 'valibot'
import type {Article, Block} from '../article/article.js'
import {once} from '../once.js'
import type {PhraseMatches} from '../phrase/match.js'
import type {Finding} from '../rules/rule.js'
import {type Condition, type ConditionDefinition, compileConditions, conditionsSchema} from './condition.js'
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
  unless: v.optional(
    v.pipe(conditionsSchema, v.description('Nothing is asked of the article where one of these holds.')),
  ),
  unlessType: v.optional(
    v.pipe(
      v.strictObject({fields: v.array(v.string()), values: v.array(v.string())}),
      v.description('Nothing is asked of an article whose front matter gives one of these values.'),
    ),
  ),
  unlessName: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description('Nothing is asked of files with these names, in small letters and without their ending.'),
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
    const contain = compileConditions(definition.contain, context, ['require', 'contain'], 'article')
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
        evidence.map(([name, find]) => [name, once(() => find(article, matches, options, watch))]),
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
  return `${accept ? 'accepted' : 'decided'} by verdict ${number! + 1}${has === '' ? '' : ` (${has})`}`
}

/** Whether anything is asked of an article. Looked at last, since what is asked for is mostly cheaper to find. */
const compileApplicability = (
  {when, unless, unlessType, unlessName, minWords = 0}: RequireDefinition,
  context: Parameters<typeof compileConditions>[1],
): ((article: Article, matches: PhraseMatches, place: Block) => boolean) => {
  const needed: readonly Condition[] = compileConditions(when, context, ['require', 'when'], 'article')
  const exempt: readonly Condition[] = compileConditions(unless, context, ['require', 'unless'], 'article')
  const fields = new Set(unlessType?.fields)
  const values = new Set(unlessType?.values)
  const names = new Set(unlessName)
  return (article, matches, place) =>
    article.reading.tokens.count >= minWords &&
    !names.has(fileName(article)) &&
    !article.frontMatter.fields.some(
      ({name, value}) => fields.has(name) && values.has(String(value).toLowerCase()),
    ) &&
    needed.every((holds) => holds(article, matches, place, place)) &&
    !exempt.some((holds) => holds(article, matches, place, place))
}

/** `site/README.en.md` is called `readme`. */
const fileName = ({path = ''}: Article): string =>
  /[^/\\]*$/.exec(path)![0].replace(/\..*$/, '').toLowerCase()

/** Where a finding about the whole article is shown: its title, else its first readable block. */
export const titlePlace = (article: Article): Block | undefined =>
  (article.title === undefined ? undefined : article.blocks[article.title.block]) ??
  article.blocks.find((block) => block.readable)

/** Where an article is shown that has nothing but its front matter, which is asked for by `within: frontMatter`. */
const frontMatterPlace = (article: Article, {when = []}: RequireDefinition): Block | undefined =>
  when.some(looksAtFrontMatter) ? article.blocks.find(({kind}) => kind === 'frontMatter') : undefined

const looksAtFrontMatter = (condition: ConditionDefinition): boolean => {
  if (typeof condition === 'string') return false
  return condition.within === 'frontMatter' || (condition.any ?? []).some(looksAtFrontMatter)
}
