import {writeFileSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import {toJsonSchema} from '@valibot/to-json-schema'
import {configFileSchema} from '../src/config-schema.js'
import {lexiconFileSchema, ruleFileSchema} from '../src/rules/schema.js'

/**
 * The JSON Schemas that ship with the package, made from the schemas that the engine checks with, so that an editor
 * completes exactly what is accepted. `npm run schemas` writes them; a test fails when they are stale.
 */
export const jsonSchemas = (): Readonly<Record<string, unknown>> => ({
  'rule.schema.json': titled('A healthlint rule', ruleFileSchema),
  'config.schema.json': titled('A healthlint configuration (YAML or JSON)', configFileSchema),
  'lexicon.schema.json': titled('A healthlint lexicon', lexiconFileSchema),
})

const titled = (title: string, schema: Parameters<typeof toJsonSchema>[0]) => {
  const {$schema, ...rest} = toJsonSchema(schema)
  return {$schema, title, ...rest}
}

export const textOf = (schema: unknown): string => `${JSON.stringify(schema, null, 2)}\n`

const writeSchemas = (folder: URL): void => {
  for (const [name, schema] of Object.entries(jsonSchemas()))
    writeFileSync(new URL(name, folder), textOf(schema))
}

export const main = (_arguments: readonly string[], {root}: {readonly root: string}): number => {
  writeSchemas(pathToFileURL(`${root}schemas/`))
  return 0
}
