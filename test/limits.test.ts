import {describe, expect, it} from 'vitest'
import {createLinter, type RuleSetting} from '../src/index.js'

const claim = 'This tea is 100% safe.'
const settings = (setting: RuleSetting) => ({
  rules: {'limited-size': setting, 'no-absolute-safety': 'error'} as const,
})

describe('a text that is too long', () => {
  const {lint} = createLinter(settings(['warning', {'max-characters': 100}]))
  const long = `# Tea\r\n\r\n${claim} ${'It is warm. '.repeat(20)}`

  it('is one finding on its first line, and nothing else in it is linted', () => {
    const {diagnostics, suppressed} = lint(long, {path: 'tea.md'})
    expect(suppressed).toEqual([])
    expect(diagnostics).toEqual([
      expect.objectContaining({
        ruleId: 'limited-size',
        level: 'warning',
        message: 'This text has 272 characters, more than 100, and is not linted.',
        path: 'tea.md',
        actual: '# Tea',
        start: {line: 1, column: 1, offset: 0},
        end: {line: 1, column: 6, offset: 5},
      }),
    ])
  })

  it('is found behind a byte-order mark, without a line break, and when it is empty of letters', () => {
    const places = [`\ufeff${long}`, 'a'.repeat(101), '\n'.repeat(101)].map((text) => {
      const [{ruleId, start, end} = {}] = lint(text).diagnostics
      return [ruleId, start?.offset, end?.offset]
    })
    expect(places).toEqual([
      ['limited-size', 1, 6],
      ['limited-size', 0, 80],
      ['limited-size', 0, 0],
    ])
  })

  it('is linted like any other when it is just not too long, or the rule is off', () => {
    const ids = (text: string, setting: RuleSetting): readonly string[] =>
      createLinter(settings(setting))
        .lint(text)
        .diagnostics.map(({ruleId}) => ruleId)
    expect(ids(claim.padEnd(100, '\n'), ['warning', {'max-characters': 100}])).toEqual(['no-absolute-safety'])
    expect(ids(long, 'off')).toEqual(['no-absolute-safety'])
  })

  it('is, unless the option says otherwise, one of more than twelve million characters', () => {
    const [finding, ...others] = createLinter().lint('patient '.repeat(1_500_001)).diagnostics
    expect(others).toEqual([])
    expect(finding!.message).toBe(
      'This text has 12,000,008 characters, more than 12,000,000, and is not linted.',
    )
  })
})
