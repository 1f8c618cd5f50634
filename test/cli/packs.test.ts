import {describe, expect, it} from 'vitest'
import {folderWith, healthlint} from './command.js'

const rule = (examples: string, more = ''): string => `summary: S.
why: W.
level: warning
sources: [house-guide]
message: M.
phrase: {${more} match: [eat <sweet>]}
examples: ${examples}
`
const files = {
  'healthlint.config.json': '{"packs": ["house"]}',
  'house/sources.yaml': 'house-guide: {title: T, publisher: P, year: 2026, url: "https://example.org"}\n',
  'house/lexicons/sweet.yaml': 'summary: Sweets.\nentries: [honey]\n',
  'house/food/no-sweets.yaml': rule('[{fail: "You [|eat honey|]."}, {pass: Tea.}]'),
  'a.md': 'You eat honey.\n',
}

describe('healthlint match', () => {
  it('knows the lexicons of the configuration', async () => {
    const {code, stdout} = await healthlint(['match', 'eat <sweet>', 'a.md'], {cwd: folderWith(files)})
    expect({code, stdout}).toMatchObject({code: 0, stdout: expect.stringContaining('1 match in 1 article')})
  })
})

describe('healthlint test', () => {
  it('knows the sources and lexicons of the pack around a file', async () => {
    const {stdout, stderr} = await healthlint(['test', 'house/food/no-sweets.yaml'], {cwd: folderWith(files)})
    expect({stdout, stderr}).toEqual({stdout: expect.stringContaining('2 examples, 0 wrong'), stderr: ''})
  })

  it('tries an example where the rule reads it: not in a quote or a list, when `in` leaves these out', async () => {
    const text = rule('[{fail: "You [|eat honey|]."}, {pass: Tea.}]', 'in: [paragraph, heading],')
    const cwd = folderWith({...files, 'house/food/no-sweets.yaml': text})
    expect((await healthlint(['test', 'house'], {cwd})).stdout).toContain('2 examples, 0 wrong')
  })

  it('says nothing of the level of what is missing', async () => {
    const text = rule('[{fail: "You eat [|jam|].", level: info}, {fail: "You [|eat honey|].", level: info}]')
    const cwd = folderWith({...files, 'house/food/no-sweets.yaml': text})
    const {stdout} = await healthlint(['test', 'house'], {cwd})
    expect(stdout.split('\n').filter((line) => /missing|level/.test(line))).toEqual([
      '      missing jam',
      '      level   warning, not info',
    ])
  })
})

it('a rule of one’s own has no page unless it names one', async () => {
  const cwd = folderWith(files)
  const urls = async (): Promise<readonly string[]> => {
    const {stdout} = await healthlint(['--format', 'json', 'a.md'], {cwd})
    const {files: found} = JSON.parse(stdout) as {files: {diagnostics: {ruleId: string; url: string}[]}[]}
    return found.flatMap(({diagnostics}) =>
      diagnostics.filter(({ruleId}) => ruleId === 'no-sweets').map(({url}) => url),
    )
  }
  expect(await urls()).toEqual([''])
  const {stdout} = await healthlint(['explain', 'no-sweets'], {cwd})
  expect(stdout).not.toContain('healthlint.dev')
  expect(stdout).toContain('{files: [article.txt], rules: {no-sweets: off}} in the configuration')
})
