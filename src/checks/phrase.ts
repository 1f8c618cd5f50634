import type {Article} from '../article/article.js'
import type {Finding} from '../rules/rule.js'
import {deletionOf} from './deletion.js'
import type {CheckKind} from './kind.js'
import {compileWording, type FindWording, type Occurrence, wordingSchema} from './wording.js'

/** **phrase**: wording that should not stand in an article. `instead` makes suggestions of it. */
export const phraseCheck: CheckKind<typeof wordingSchema> = {
  schema: wordingSchema,
  compile: (definition, context) => {
    const find: FindWording = compileWording(definition, context, ['phrase'])
    return (article, matches, _options, watch) =>
      find(article, matches, watch).map((one) => findingOf(article, one))
  },
}

/** An occurrence as a finding, with the edits that its `fix` names. */
export const findingOf = (article: Article, one: Occurrence): Finding => {
  const fix =
    one.fix === undefined ? undefined : deletionOf(article, one.fix === 'delete-block' ? one.block : one)
  return {
    start: one.start,
    end: one.end,
    ...(one.level === undefined ? {} : {level: one.level}),
    ...(one.message === undefined ? {} : {message: one.message}),
    ...(one.instead.length === 0 ? {} : {instead: one.instead}),
    ...(fix === undefined ? {} : {fix: [fix]}),
  }
}
