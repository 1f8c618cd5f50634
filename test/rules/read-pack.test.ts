import {describe, expect, test} from 'vitest'
import {createLinter, PackError} from '../../src/index.js'
import {readPack} from '../../src/rules/read-pack.js'

const rule = `summary: No honey for babies.
why: Honey can hold spores that make a baby very ill.
level: error
sources: []
message: "“{match}” offers honey to a baby."
phrase:
  match:
    - honey ..3 (baby | babies)
examples:
  - fail: Give [|honey to your baby|].
  - pass: Honey is sweet.
`

const mistake = (text: string, path = 'safety/no-honey.yaml'): string => {
  try {
    createLinter({packs: [readPack([{path, text}])]})
  } catch (error) {
    if (error instanceof PackError) return error.message
    throw error
  }
  return 'no mistake'
}

describe('a pack of one’s own', () => {
  test('runs like the built-in one', () => {
    const linter = createLinter({
      packs: [readPack([{path: 'safety/no-honey.yaml', text: rule}])],
      rules: {'no-honey': 'warning'},
    })
    const {diagnostics} = linter.lint('Give *honey* to your\nbaby today.')
    expect(diagnostics.map(({ruleId, level, actual}) => ({ruleId, level, actual}))).toEqual([
      {ruleId: 'no-honey', level: 'warning', actual: 'honey* to your\nbaby'},
    ])
  })

  test('has presets, which have the last word on its rules and names of their own', () => {
    const packWith = (presets: string) =>
      readPack([
        {path: 'safety/no-honey.yaml', text: rule},
        {path: 'safety/no-tea.yaml', text: rule},
        {path: 'presets.yaml', text: presets},
      ])
    const mine = packWith('mine: {summary: Mine., rules: {no-honey: off}}')
    expect(createLinter({extends: ['mine'], packs: [mine]}).rules.map(({id}) => id)).toEqual(['no-tea'])
    expect(() => createLinter({packs: [packWith('recommended: {summary: Mine., rules: {}}')]})).toThrow(
      'two presets are called “recommended”; rename one of them',
    )
  })

  test('brings lexicons of its own', () => {
    const linter = createLinter({
      packs: [
        readPack([
          {path: 'safety/no-honey.yaml', text: rule.replace('honey ..3', '<sweet> ..3')},
          {path: 'lexicons/sweet.yaml', text: 'summary: Sweet things.\nentries: [honey, maple syrup]\n'},
        ]),
      ],
      rules: {'no-honey': 'error'},
    })
    expect(linter.lint('Never mind: maple syrup for babies.').diagnostics).toHaveLength(1)
  })
})

describe('a mistake in a pack is told with file, line, column and the nearest valid word', () => {
  test('an unknown key', () => {
    expect(mistake(rule.replace('message:', 'mesage:'))).toBe(
      'safety/no-honey.yaml:5:1: unknown key “mesage”; did you mean “message”?',
    )
  })
  test('an unknown key in a check', () => {
    expect(mistake(rule.replace('  match:', '  once: block\n  mtach: []\n  match:'))).toMatch(
      /^safety\/no-honey\.yaml:8:3: unknown key “mtach”; did you mean “match”\?$/,
    )
  })
  test('a missing key', () => {
    expect(mistake(rule.replace(/why: .*\n/, ''))).toMatch(/^safety\/no-honey\.yaml:1:1: “why” is missing$/)
  })
  test('a wrong value', () => {
    expect(mistake(rule.replace('level: error', 'level: fatal'))).toMatch(
      /^safety\/no-honey\.yaml:3:8: expected .*"error".*, not "fatal"/,
    )
  })
  test('too short a list', () => {
    expect(mistake(rule.replace(/examples:[\s\S]*/, 'examples: [{pass: Tea.}]'))).toMatch(
      /expected 2 or more entries, not 1$/,
    )
  })
  test('a condition that says two things', () => {
    const unless = (condition: string) => rule.replace('  match:', `  unless: [${condition}]\n  match:`)
    expect(mistake(unless('{any: [tea], within: block}'))).toMatch(/:7:12: `any` stands alone/)
    expect(mistake(unless('{any: []}'))).toMatch(/:7:18: expected 1 or more entries, not 0$/)
    expect(mistake(unless('{any: ["(tea"]}'))).toMatch(/:7:20: “\(” is not closed/)
    expect(mistake(unless('{}'))).toMatch(/:7:12: a condition needs `phrases`, `citation` or `any`/)
  })
  test('a mark that is not closed', () => {
    expect(mistake(rule.replace('[|honey to your baby|]', '[|honey to your baby'))).toMatch(
      /^safety\/no-honey\.yaml:10:11: a mark is not closed/,
    )
  })
  test('a source that nobody knows', () => {
    expect(mistake(rule.replace('sources: []', 'sources: [who-suicide-2032]'))).toMatch(
      /:4:11: there is no source “who-suicide-2032”; did you mean “who-suicide-2023”\?$/,
    )
  })
  test('a name in a message that stands for nothing', () => {
    expect(mistake(rule.replace('{match}', '{word}'))).toMatch(
      /:5:11: \{word\} stands for nothing here; there is \{match\}$/,
    )
  })
  test('a default that is not of its type', () => {
    const option = 'options: {most: {default: 3, type: string, description: x}}\nphrase:'
    expect(mistake(rule.replace('phrase:', option))).toMatch(/the default of “most” is no string$/)
  })
  test('an example whose text is no text', () => {
    expect(mistake(rule.replace('pass: Honey is sweet.', 'pass: 3'))).toMatch(/expected string, not 3$/)
  })
  test('a file that is not called as a rule is', () => {
    expect(mistake(rule, 'safety/NoHoney.yaml')).toMatch(/lower-case words joined by hyphens/)
  })
  test('an unknown lexicon in a phrase', () => {
    expect(mistake(rule.replace('(baby | babies)', '<professionl>'))).toMatch(
      /^safety\/no-honey\.yaml:8:18: .*professionl.*did you mean .*professional/,
    )
  })
  test('a phrase that does not parse', () => {
    expect(mistake(rule.replace('(baby | babies)', '(baby | babies'))).toMatch(
      /^safety\/no-honey\.yaml:8:\d+: /,
    )
  })
  test('a rule without a check', () => {
    expect(mistake(rule.replace(/phrase:[\s\S]*?examples:/, 'examples:'))).toMatch(
      /a rule has a check: one or more/,
    )
  })
  test('an unknown structure check', () => {
    expect(
      mistake(rule.replace(/phrase:[\s\S]*?examples:/, 'structure: {name: no-such}\nexamples:')),
    ).toMatch(/^safety\/no-honey\.yaml:\d+:\d+: there is no structure check “no-such”/)
  })
  test('YAML that does not parse', () => {
    expect(mistake('summary: "open\nwhy: x')).toMatch(/^safety\/no-honey\.yaml:\d+:\d+: /)
  })
  test('a failing example without marks', () => {
    expect(mistake(rule.replace('[|honey to your baby|]', 'honey to your baby'))).toMatch(
      /^safety\/no-honey\.yaml:10:11: a `fail` example marks/,
    )
  })
})
