import {describe, expect, it} from 'vitest'
import {folderWith, healthlint} from './command.js'

const rule = `summary: S.
why: W.
level: warning
sources: []
message: M.
phrase:
  status: [negated]
  match:
    - phrases: [green ~tonic]
      unless: [label]
examples: [{fail: 'A [|green tonic|].'}, {pass: B.}]
`

describe('rules of the configuration here', () => {
  const files = {'healthlint.config.json': '{"packs": ["rules"]}', 'rules/own/no-miracles.yaml': rule}

  it('are listed and explained beside the built-in ones', async () => {
    const cwd = folderWith(files)
    const {stdout} = await healthlint(['rules', '--format', 'json'], {cwd})
    const ids = (JSON.parse(stdout) as {id: string}[]).map(({id}) => id)
    expect(ids).toEqual(expect.arrayContaining(['no-miracles', 'require-disclaimer']))
    expect((await healthlint(['explain', 'no-miracles'], {cwd})).stdout).toContain('no-miracles')
    const unknown = await healthlint(['explain', 'no-miracle'], {cwd})
    expect(unknown.stderr).toContain('did you mean “no-miracles”?')
  })
})

describe('healthlint explain <rule> <paths…>', () => {
  const files = {
    'healthlint.config.json': '{"packs": ["rules"]}',
    'rules/own/no-miracles.yaml': rule,
    'a/b.md': '# Tea\n\nNo green tonic. It *is* a **green** tonic. A green tonic, on the label.\n',
    'a/c.md': 'It is about 40% of adults.\n',
  }

  it('shows each match in each article, its cues, and what made it a finding or took it away', async () => {
    const {code, stdout, stderr} = await healthlint(['explain', 'no-miracles', 'a'], {cwd: folderWith(files)})
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toBe(`a/b.md
      3:4  “green tonic”  no finding: status negated
           with green ~tonic (phrase/match/0/phrases/0)
           negated by “No”
     3:29  “green tonic”  a finding
           with green ~tonic (phrase/match/0/phrases/0)
     3:46  “green tonic”  no finding: unless phrase/match/0/unless/0: “label”
           with green ~tonic (phrase/match/0/phrases/0)
           1 more match, covered by another or asked for by conditions: --all

a/c.md
           no phrase of the rule itself matches here, and it finds nothing

`)
  })

  it('says what has become of a finding that a lint does not tell', async () => {
    const cwd = folderWith({
      'd.md': `~~Keto cures gout.~~

This tea is a miracle cure for gout.

<!-- healthlint-disable-next-line no-absolute-efficacy -- the name of a film -->
Keto cures gout.
`,
    })
    const {stdout} = await healthlint(['explain', 'no-absolute-efficacy', 'no-miracle-words', 'd.md'], {cwd})
    expect(stdout).toMatch(/^ +1:3 {2}“Keto cures gout” {2}no finding: its words are struck out$/m)
    expect(stdout).toMatch(/“miracle cure” {2}no finding: it lies in one of no-absolute-efficacy$/m)
    expect(stdout).toMatch(/^ +6:1 .*no finding: a comment excuses it: “the name of a film”$/m)
    expect(stdout).not.toContain('another match covers it')
  })

  it('lists the findings of a rule in code, which has no phrases', async () => {
    const cwd = folderWith({
      'healthlint.config.mjs': `
        const check = ({text}) => Array.from(text.matchAll(/tea/g), ({index}) => ({start: index, end: index + 3}))
        const rule = {id: 'no-tea', topic: 'own', summary: 'No tea.', why: 'Taste.', level: 'info', sources: [],
          examples: [], url: 'https://example.org', message: 'Tea.', options: {}, languages: 'any', check}
        export default [{extends: ['recommended'], plugins: [rule]}]`,
      'e.md': 'Drink tea.\n\n<!-- healthlint-disable-next-line no-tea -- a name -->\nA tea room.\n',
    })
    const {stdout} = await healthlint(['explain', 'no-tea', 'e.md'], {cwd})
    expect(stdout).toBe(`e.md
      1:7  “tea”  a finding
      4:3  “tea”  no finding: a comment excuses it: “a name”

`)
  })

  it('lists what conditions ask for with --all, and citations', async () => {
    const cwd = folderWith(files)
    const {stdout} = await healthlint(
      ['explain', 'no-miracles', 'cite-statistics', 'a/b.md', 'a/c.md', '--all'],
      {cwd},
    )
    expect(stdout).toMatch(/^a\/b\.md: no-miracles$/m)
    expect(stdout).toMatch(/“label” {2}asked for by a condition/)
    expect(stdout).toMatch(
      /^a\/c\.md: cite-statistics\n(?:.*\n)*?.*“.*40% of adults” {2}a finding\n.*\n +no citation$/m,
    )
  })

  it('says what it cannot find: exit 2', async () => {
    const cwd = folderWith(files)
    const cases = [
      [['no-miracle', 'a/b.md'], /there is no rule “no-miracle”/],
      [['no-miracles', 'a/d.md'], /a\/d\.md: no such file or folder/],
    ] as const
    for (const [args, message] of cases) {
      const {code, stdout, stderr} = await healthlint(['explain', ...args], {cwd})
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(message)
    }
  })
})
