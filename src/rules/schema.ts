import * as v from 'valibot'
import {siteFacts} from '../article/site.js'
import {checkKinds} from '../checks/index.js'

/** The shape of a rule file. `schemas/rule.schema.json` is made from it, so that an editor completes what is checked here. */
const exampleText = v.pipe(v.string(), v.minLength(1))
const exampleExtras = {
  note: v.optional(v.string()),
  known: v.optional(
    v.pipe(v.string(), v.description('Why today’s result is wrong: the example asserts that it still is.')),
  ),
  options: v.optional(v.record(v.string(), v.unknown())),
  level: v.optional(
    v.pipe(v.picklist(['error', 'warning', 'info']), v.description('The level that the finding must have.')),
  ),
  path: v.optional(v.pipe(v.string(), v.description('A file name, for what depends on one.'))),
}

const exampleSchema = v.union([
  v.strictObject({
    fail: v.pipe(exampleText, v.description('Text with `[|…|]` around what is underlined.')),
    ...exampleExtras,
  }),
  v.strictObject({
    pass: v.pipe(exampleText, v.description('Text in which nothing is found.')),
    ...exampleExtras,
  }),
])

const optionSchema = v.strictObject({
  default: v.unknown(),
  description: v.string(),
  type: v.picklist(['boolean', 'number', 'string', 'strings']),
  values: v.optional(v.array(v.string())),
  site: v.optional(
    v.pipe(
      v.picklist(siteFacts),
      v.description(
        'The site fact that fills it: `components.disclaimer`, `assumeLayout.author`, `helpLines` …',
      ),
    ),
  ),
})

export const ruleFileSchema = v.strictObject({
  summary: v.pipe(v.string(), v.description('What the rule asks for, in one sentence.')),
  why: v.pipe(v.string(), v.description('Why a reader is better off; shown under a finding.')),
  level: v.pipe(
    v.picklist(['error', 'warning', 'info']),
    v.description('error: breaks the cited standard; warning: very likely does; info: a person must judge.'),
  ),
  sources: v.pipe(v.array(v.string()), v.description('Keys of rules/sources.yaml.')),
  message: v.pipe(
    v.string(),
    v.description('What is wrong, in one sentence; `{match}` is the text that was found.'),
  ),
  languages: v.optional(
    v.pipe(v.picklist(['english', 'any']), v.description('`any` for rules that read structure or residue.')),
  ),
  shapes: v.optional(
    v.pipe(
      v.literal('whole'),
      v.description('The examples are whole articles: they are not tried inside a quote or a list.'),
    ),
  ),
  scope: v.optional(
    v.pipe(
      v.picklist(['passage', 'article']),
      v.description(
        '`article` when a finding speaks of the whole article, wherever it is shown; so do those of `require`.',
      ),
    ),
  ),
  url: v.optional(v.pipe(v.string(), v.description('A page about the rule, if there is one.'))),
  aliases: v.optional(v.pipe(v.array(v.string()), v.description('Names that the rule had before.'))),
  options: v.optional(v.record(v.string(), optionSchema)),
  phrase: v.optional(checkKinds.phrase.schema),
  require: v.optional(checkKinds.require.schema),
  support: v.optional(checkKinds.support.schema),
  structure: v.optional(checkKinds.structure.schema),
  examples: v.pipe(
    v.array(exampleSchema),
    v.minLength(2),
    v.description('The rule’s tests and its documentation.'),
  ),
})

export type RuleFile = v.InferOutput<typeof ruleFileSchema>

export const lexiconFileSchema = v.strictObject({
  summary: v.string(),
  entries: v.array(v.string()),
})

export const sourceSchema = v.strictObject({
  title: v.string(),
  publisher: v.string(),
  year: v.number(),
  url: v.string(),
})

export const presetSchema = v.strictObject({
  summary: v.string(),
  extends: v.optional(v.array(v.string())),
  rules: v.record(v.string(), v.picklist(['off', 'info', 'warning', 'error'])),
})

export type Preset = v.InferOutput<typeof presetSchema>
