import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createLinter, defineRule} from '../src/index.js'

/** Finds each “honey”, so that what is excused can be counted. */
const noHoney = defineRule({
  id: 'no-honey',
  topic: 'test',
  summary: 'No honey.',
  why: 'For the test.',
  level: 'error',
  *check({text}) {
    for (const {index} of text.matchAll(/honey/g)) yield {start: index, end: index + 5}
  },
})
const linter = createLinter({
  plugins: [noHoney],
  rules: {'no-honey': 'error', 'valid-suppression': 'warning'},
})

const lint = (text: string, path = 'a.md') => {
  const {diagnostics, suppressed} = linter.lint(text, {path, today: '2026-06-01'})
  return {
    honey: diagnostics.filter(({ruleId}) => ruleId === 'no-honey').map(({start}) => start.line),
    comments: diagnostics.filter(({ruleId}) => ruleId === 'valid-suppression').map(({message}) => message),
    suppressed: suppressed.map(({start, suppression}) => ({line: start.line, ...suppression})),
  }
}

describe('a comment excuses', () => {
  test('the next line, with a reason that is kept', () => {
    const text =
      'Eat honey.\n\n<!-- healthlint-disable-next-line no-honey -- a recipe -->\nMore honey.\n\nYet more honey.\n'
    expect(lint(text)).toEqual({
      honey: [1, 6],
      comments: [],
      suppressed: [{line: 4, kind: 'next-line', reason: 'a recipe'}],
    })
  })
  test('the next line over a blank one, and the whole of a paragraph that is wrapped', () => {
    const text =
      '<!-- healthlint-disable-next-line no-honey -- a recipe -->\n\nMore\nhoney and\nhoney.\n\nHoney and honey.\n'
    expect(lint(text).honey).toEqual([7])
  })
  test('every row of the table below', () => {
    const table = '| honey | tea |\n|---|---|\n| honey | a |\n| b | honey |\n'
    expect(
      lint(`<!-- healthlint-disable-next-line no-honey -- a recipe -->\n${table}\nhoney\n`),
    ).toMatchObject({honey: [7], comments: []})
  })
  test.each([
    ['a table in HTML', '<table>\n<tr><td>tea</td></tr>\n\n<tr>\n<td>honey</td></tr>\n</table>\n', 'a.md'],
    ['an element', '<ul class="a">\n<li>tea</li>\n<li>honey</li>\n</ul>\n', 'a.md'],
    ['an element in others of its name', '<div>\n<div>tea</div>\nhoney\n</div>\n', 'a.md'],
    ['an element in MDX', '<Card>\nhoney\n</Card>\n', 'a.mdx'],
  ])('the whole of %s that begins in the next line', (_name, element, path) => {
    const comment = 'healthlint-disable-next-line no-honey -- a recipe'
    const text = path === 'a.mdx' ? `{/* ${comment} */}\n${element}` : `<!-- ${comment} -->\n${element}`
    expect(lint(`${text}\nhoney\n`, path)).toMatchObject({
      honey: [text.split('\n').length + 1],
      comments: [],
      suppressed: [{}],
    })
  })
  test.each([
    ['YAML', '---\n# COMMENT\ntitle: Eat honey\ntea: honey\n---\n\nTea.\n'],
    ['a wrapped value of YAML', '---\n# COMMENT\ntitle: >-\n  Eat\n  honey\ntea: honey\n---\n'],
    ['a list of YAML', '---\ntea:\n  # COMMENT\n  - honey\n  - sweet honey\n---\n'],
    ['YAML that does not parse', '---\nx: [\n# COMMENT\ntitle: Eat honey\ntea: honey\n---\n'],
    ['TOML', '+++\n# COMMENT\ntitle = "Eat honey"\ntea = "honey"\n+++\n'],
  ])('the next line of %s in front matter', (_name, text) => {
    const everywhere = defineRule({
      ...noHoney,
      *check({fullText}) {
        for (const {index} of fullText.matchAll(/honey/g)) yield {start: index, end: index + 5}
      },
    })
    const written = text.replace('COMMENT', 'healthlint-disable-next-line no-honey -- a recipe')
    const {diagnostics, suppressed} = createLinter({
      plugins: [everywhere],
      rules: {'no-honey': 'error', 'valid-suppression': 'warning'},
    }).lint(written)
    expect(diagnostics.map(({ruleId}) => ruleId)).toEqual(['no-honey'])
    expect(suppressed).toHaveLength(1)
  })
  test('no element beyond the next blank line', () => {
    const text = '<!-- healthlint-disable-next-line no-honey -- a -->\n<div>\nhoney\n\nhoney\n\n</div>\n'
    expect(lint(text).honey).toEqual([5])
  })
  test('with a dash before the reason, as word processors write it', () => {
    expect(lint('<!-- healthlint-disable-next-line no-honey — a recipe -->\nhoney\n')).toMatchObject({
      honey: [],
      comments: [],
      suppressed: [{reason: 'a recipe'}],
    })
  })
  test('one item of a list', () => {
    expect(
      lint('- honey\n<!-- healthlint-disable-next-line no-honey -- a recipe -->\n- honey\n- honey\n').honey,
    ).toEqual([1, 4])
  })
  test('a passage', () => {
    const text =
      'honey\n\n<!-- healthlint-disable no-honey -- a recipe -->\n\nhoney\n\nhoney\n\n<!-- healthlint-enable no-honey -->\n\nhoney\n'
    expect(lint(text)).toMatchObject({honey: [1, 11], comments: []})
  })
  test('a file', () => {
    expect(
      lint('honey\n\n<!-- healthlint-disable-file no-honey -- a recipe book -->\n\nhoney\n'),
    ).toMatchObject({honey: [], comments: []})
  })
  test('every rule, when it names none', () => {
    expect(lint('<!-- healthlint-disable-next-line -- a recipe -->\nhoney\n')).toMatchObject({
      honey: [],
      comments: [],
    })
  })
  test('in MDX', () => {
    expect(lint('{/* healthlint-disable-next-line no-honey -- a recipe */}\nhoney\n', 'a.mdx')).toMatchObject(
      {honey: [], comments: []},
    )
  })
  test.each([
    ['in the comments of Docusaurus', '<!-- healthlint-disable-next-line no-honey -- a -->\nhoney\n'],
    ['beside a heading’s id', '## Tea {#tea}\n\n{/* healthlint-disable-next-line no-honey -- a */}\nhoney\n'],
    ['where MDX is none', 'Less than <5\n\n{/* healthlint-disable-next-line no-honey -- a */}\nhoney\n'],
    ['where MDX is none, in a passage', '{/*healthlint-disable no-honey -- --> */}\n\n<5 honey\n'],
    [
      'where MDX is none, in a list',
      '- <5\n- {/* healthlint-disable-next-line no-honey -- a */}\n  honey\n\n{/* b */} tea\n',
    ],
    ['where MDX is none, within a line', 'tea <5 {/* healthlint-disable no-honey -- a */} honey\n'],
  ])('in MDX, %s', (_name, text) => {
    expect(lint(text, 'a.mdx')).toMatchObject({honey: [], comments: []})
    expect(lint(text, 'a.mdx').suppressed).toHaveLength(1)
  })
  test('until a day, for an owner', () => {
    const text =
      '<!-- healthlint-disable-next-line no-honey -- a recipe owner: ana until: 2026-06-01 -->\nhoney\n'
    expect(lint(text).suppressed).toEqual([
      {line: 2, kind: 'next-line', reason: 'a recipe', owner: 'ana', until: '2026-06-01'},
    ])
  })
})

describe('a comment is itself a finding', () => {
  test('when it gives no reason, and then it excuses nothing', () => {
    const {honey, comments} = lint('<!-- healthlint-disable-next-line no-honey -->\nhoney\n')
    expect(honey).toEqual([2])
    expect(comments[0]).toContain('Say why')
  })
  test('when it has run out, and then it excuses nothing', () => {
    const {honey, comments} = lint(
      '<!-- healthlint-disable-next-line no-honey -- x until: 2026-05-31 -->\nhoney\n',
    )
    expect(honey).toEqual([2])
    expect(comments[0]).toContain('ran out on 2026-05-31')
  })
  test.each(['soon', '2027-02-31', '2027-2-1', '2027'])(
    'when its day is no date, such as %s, and then it excuses nothing',
    (day) => {
      const {honey, comments} = lint(
        `<!-- healthlint-disable-next-line no-honey -- x until: ${day} -->\nhoney\n`,
      )
      expect(honey).toEqual([2])
      expect(comments).toEqual([`“${day}” is no date; write it as 2027-01-31.`])
    },
  )
  test.each(['no-honey -- x until: 2026-05-31', 'no-honey', '-- x until: 2026-05-31'])(
    'once, where a passage begins with “%s” and has an end',
    (said) => {
      const end = said.startsWith('no-honey') ? 'healthlint-enable no-honey' : 'healthlint-enable'
      const {honey, comments} = lint(`<!-- healthlint-disable ${said} -->\n\nhoney\n\n<!-- ${end} -->\n`)
      expect(honey).toEqual([3])
      expect(comments).toHaveLength(1)
    },
  )
  test('in plain text, which has none: it excuses nothing', () => {
    for (const blank of ['', '\n']) {
      const text = `Tea\n${blank}<!-- healthlint-disable-next-line no-honey -- x -->\n${blank}Eat honey.\n`
      const {honey, comments} = lint(text, 'a.txt')
      expect(honey).toEqual([blank === '' ? 3 : 5])
      expect(comments).toEqual([
        expect.stringMatching(/^Plain text has no comments.*in the configuration\.$/),
      ])
    }
  })
  test('when it names an unknown rule, and then it does not excuse all', () => {
    const {honey, comments} = lint('<!-- healthlint-disable-next-line no-hony -- x -->\nhoney\n')
    expect(honey).toEqual([2])
    expect(comments[0]).toContain('did you mean “no-honey”?')
  })
  test('when there is nothing to excuse', () => {
    expect(lint('<!-- healthlint-disable-next-line no-honey -- x -->\nsugar\n').comments[0]).toContain(
      'excuses nothing',
    )
  })
  test('when it ends what nothing began', () => {
    expect(lint('<!-- healthlint-enable no-honey -->\nsugar\n').comments[0]).toContain('could end')
  })
  test('when it is misspelt', () => {
    expect(lint('<!-- healthlint-disable-nextline no-honey -- x -->\nhoney\n').comments[0]).toContain(
      'did you mean “disable-next-line”?',
    )
  })
  test('when it is written in another way', () => {
    expect(lint('<!-- healthlint disable-next-line no-honey -- x -->\nhoney\n').comments).toEqual([
      '“healthlint disable-next-line” is no directive; write `healthlint-disable-next-line`.',
    ])
    expect(lint('<!-- healthlint: see the style guide -->\nhoney\n').comments).toEqual([])
  })
  test('but not for a rule that did not run', () => {
    expect(lint('<!-- healthlint-disable-next-line cite-statistics -- x -->\nsugar\n').comments).toEqual([])
  })
})

test('suppressing a finding removes it and only it', () => {
  const line = fc.constantFrom('honey', 'sugar', 'honey and honey', 'milk')
  fc.assert(
    fc.property(fc.array(line, {minLength: 1, maxLength: 8}), fc.nat(7), (lines, at) => {
      const index = at % lines.length
      const plain = lines.map((words) => `${words}\n\n`)
      const excused = plain.map((words, i) =>
        i === index ? `<!-- healthlint-disable-next-line no-honey -- x -->\n${words}` : words,
      )
      const before = lint(plain.join('')).honey
      const after = lint(excused.join('')).honey
      expect(after).toEqual(
        before
          .filter((found) => found !== index * 2 + 1)
          .map((found) => (found > index * 2 ? found + 1 : found)),
      )
    }),
  )
})
