import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import presets from '../../rules/presets.yaml'
import {rules} from '../../src/index.js'

const {recommended} = presets as {readonly recommended: {readonly rules: Readonly<Record<string, string>>}}
const document = readFileSync(new URL('../../docs/ACCURACY.md', import.meta.url), 'utf8')
const byRule = document.slice(document.indexOf('## By rule'), document.indexOf('## Known weak spots'))

describe('docs/ACCURACY.md', () => {
  const errors = rules.map(({id}) => id).filter((id) => recommended.rules[id] === 'error')

  it('knows of rules at error, so that what follows asks something', () => {
    expect(errors.length).toBeGreaterThan(0)
  })

  it.each(errors)('has a row for %s, which the recommended preset reports as an error', (id) => {
    expect(byRule).toMatch(new RegExp(`^\\| \`${id}\` \\|`, 'm'))
  })

  it('says when it was measured, and on what version', () => {
    expect(document).toMatch(/healthlint \d+\.\d+\.\d+, measured on \d{4}-\d{2}-\d{2}/)
  })
})
