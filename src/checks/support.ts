import * as v from 'valibot'
import type {Finding} from '../rules/rule.js'
import {compileConditions, conditionsSchema} from './condition.js'
import type {CheckKind} from './kind.js'
import {findingOf} from './phrase.js'
import {compileWording, wordingSchema} from './wording.js'

/**
 * **support**: where a claim stands, its support must stand: a statistic and its citation, a topic and its help line.
 * One report a block, on the first unsupported claim, with a count of the others in the message as `{more}`.
 */
const supportSchema = v.strictObject({
  claim: wordingSchema,
  by: v.pipe(conditionsSchema, v.minLength(1), v.description('Any of these near the claim supports it.')),
})

export const supportCheck: CheckKind<typeof supportSchema> = {
  schema: supportSchema,
  compile: (definition, context) => {
    const find = compileWording(definition.claim, context, ['support', 'claim'])
    const supports = compileConditions(definition.by, context, ['support', 'by'])
    return (article, matches, _options, watch) =>
      find(article, matches, watch)
        .filter((one) => {
          const by = supports.findIndex((holds) => holds(article, matches, one, one.block))
          if (by !== -1)
            watch?.match(one.match, {became: 'nothing', why: 'supported by', setting: ['support', 'by', by]})
          return by === -1
        })
        .map((one): Finding => findingOf(article, one))
  },
}
