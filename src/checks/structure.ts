import * as v from 'valibot'
import type {CheckKind, RunCheck} from './kind.js'
import {structures} from './structures/index.js'

/**
 * **structure**: a check by name, for what wording alone cannot say (duplicated passages, empty sections, references
 * that nothing points to). Its words, if it needs any, stand in the rule's file as `phrases`.
 */
const structureSchema = v.strictObject({
  name: v.pipe(v.string(), v.description('The name of the check.')),
  phrases: v.optional(
    v.pipe(
      v.record(v.string(), v.array(v.string())),
      v.description('Named lists of phrases that the check asks for.'),
    ),
  ),
})

const none: readonly never[] = []

export const structureCheck: CheckKind<typeof structureSchema> = {
  schema: structureSchema,
  compile: (definition, context): RunCheck => {
    const structure = structures[definition.name]
    if (structure === undefined) {
      return context.fail(
        `there is no structure check “${definition.name}”; there are ${Object.keys(structures).join(', ')}`,
        ['structure', 'name'],
      )
    }
    const keys: Record<string, readonly string[]> = {}
    for (const [name, texts] of Object.entries(definition.phrases ?? {})) {
      keys[name] = texts.map((text, index) => context.phrase(text, ['structure', 'phrases', name, index]))
    }
    return (article, matches, options, watch) =>
      structure(article, {options, matchesOf: (name) => matches.ofAll(keys[name] ?? none), watch})
  },
}
