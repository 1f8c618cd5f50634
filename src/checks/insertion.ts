import * as v from 'valibot'
import type {Article} from '../article/article.js'
import type {Finding} from '../rules/rule.js'
import type {RuleOptions} from './kind.js'

/** The wording that a suggestion puts at the end of the article, by the value of the option `locale`. */
export const insertionSchema = v.pipe(
  v.strictObject({
    message: v.pipe(v.string(), v.description('What the suggestion is called.')),
    texts: v.pipe(
      v.record(v.string(), v.string()),
      v.description('The wording for each value of the option `locale`; `generic` where it has none.'),
    ),
  }),
  v.description('Wording that a suggestion, never a fix, puts at the end of the article.'),
)

export const insertionsOf = (
  article: Article,
  insertion: v.InferOutput<typeof insertionSchema> | undefined,
  options: RuleOptions,
): NonNullable<Finding['suggestions']> => {
  const text = insertion?.texts[String(options['locale'] ?? 'generic')] ?? insertion?.texts['generic']
  if (insertion === undefined || text === undefined) return []
  const {source} = article
  let end = source.length
  while (end > 0 && ' \t\r\n'.includes(source[end - 1]!)) end--
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n'
  const written = article.kind === 'text' ? text : `*${text}*`
  return [
    {
      message: insertion.message,
      edits: [
        {in: 'source', start: end, end: source.length, text: `${lineEnd}${lineEnd}${written}${lineEnd}`},
      ],
    },
  ]
}
