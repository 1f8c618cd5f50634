import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {jsonSchemas, textOf} from '../../scripts/schemas.js'

for (const [name, schema] of Object.entries(jsonSchemas())) {
  test(`schemas/${name} is what the engine checks with (npm run schemas writes it)`, () => {
    expect(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8')).toBe(textOf(schema))
  })
}
