import * as v from 'valibot'
import type {Article, Block, Span} from '../article/article.js'
import type {PhraseMatches} from '../phrase/match.js'
import type {Finding} from '../rules/rule.js'
import {compileConditions, conditionsSchema} from './condition.js'
import type {CheckKind} from './kind.js'

/**
 * **require**: an article with one property must contain another. Reported on the title, or the first block where
 * there is none.
 */
const requireSchema = v.strictObject({
  when: v.optional(
    v.pipe(conditionsSchema, v.description('All of these hold, or nothing is asked of the article.')),
  ),
  minWords: v.optional(v.pipe(v.number(), v.description('Nothing is asked of a shorter article.'))),
  contain: v.pipe(conditionsSchema, v.minLength(1), v.description('One of these must hold.')),
})

export const requireCheck: CheckKind<typeof requireSchema> = {
  schema: requireSchema,
  compile: (definition, context) => {
    const when = compileConditions(inArticle(definition.when), context, ['require', 'when'])
    const contain = compileConditions(inArticle(definition.contain), context, ['require', 'contain'])
    return (article, matches) => {
      const place = titlePlace(article)
      if (place === undefined) return []
      const holds = (
        condition: (article: Article, matches: PhraseMatches, span: Span, block: Block) => boolean,
      ): boolean => condition(article, matches, place, place)
      if (
        article.reading.tokens.count < (definition.minWords ?? 0) ||
        !when.every(holds) ||
        contain.some(holds)
      )
        return []
      return [{start: place.start, end: place.end} satisfies Finding]
    }
  },
}

/** A bare phrase means the whole article here. */
const inArticle = (conditions: v.InferOutput<typeof conditionsSchema> | undefined) =>
  conditions?.map((one) =>
    typeof one === 'string'
      ? {phrases: [one], within: 'article' as const}
      : {within: 'article' as const, ...one},
  ) ?? []

/** Where a finding about the whole article is shown: its title, else its first readable block. */
export const titlePlace = (article: Article): Block | undefined =>
  (article.title === undefined ? undefined : article.blocks[article.title.block]) ??
  article.blocks.find((block) => block.readable)
