import type {Article} from '../article/article.js'
import type {Finding} from '../rules/rule.js'
import {deletionOf} from './deletion.js'
import type {CheckKind} from './kind.js'
import {compileWording, type FindWording, type Occurrence, wordingSchema} from './wording.js'

/** **phrase**: wording that should not stand in an article. `instead` is advice; `replace` makes a suggestion of it. */
export const phraseCheck: CheckKind<typeof wordingSchema> = {
  schema: wordingSchema,
  compile: (definition, context) => {
    const find: FindWording = compileWording(definition, context, ['phrase'])
    return (article, matches, _options, watch) =>
      find(article, matches, watch).map((one) => findingOf(article, one))
  },
}

/** An occurrence as a finding, with the edits that its `fix` and its `replace` name. */
export const findingOf = (article: Article, one: Occurrence): Finding => {
  const fix =
    one.fix === undefined ? undefined : deletionOf(article, one.fix === 'delete-block' ? one.block : one)
  const better = one.replace?.(article, one.block, one) ?? []
  const instead = one.instead.length > 0 ? one.instead : better.map(({text}) => text)
  return {
    start: one.start,
    end: one.end,
    ...(one.level === undefined ? {} : {level: one.level}),
    ...(one.message === undefined ? {} : {message: one.message}),
    ...(instead.length === 0 ? {} : {instead}),
    ...(better.length === 0 ? {} : {suggestions: better}),
    ...(fix === undefined ? {} : {fix: [fix]}),
  }
}
