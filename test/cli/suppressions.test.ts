import {expect, it} from 'vitest'
import {harmless} from './articles.js'
import {folderWith, healthlint} from './command.js'

const excused = `# Tea

<!-- healthlint-disable-next-line no-absolute-safety -- quoted from a letter owner: ana until: 2099-01-31 -->
This tea is 100% safe.

Another tea is 100% safe.
`

const mdx = `# Lamps

{/* healthlint-disable-next-line no-absolute-safety -- the maker's words */}
This lamp is 100% safe.
`

const rule = ['--rule', 'no-absolute-safety', '--rule', 'valid-suppression']

it('--report-suppressions lists what comments excuse, by whom, why and until when', async () => {
  const cwd = folderWith({'tea.md': excused, 'lamp.mdx': mdx, 'sleep.md': harmless})
  const {code, stdout} = await healthlint(['--report-suppressions', ...rule], {cwd})
  expect(code).toBe(0)
  expect(stdout.split('\n')).toEqual([
    'File        Rule                Sentence                 Reason                Owner  Until',
    'lamp.mdx:4  no-absolute-safety  This lamp is 100% safe.  the maker\u0027s words     –      –',
    'tea.md:4    no-absolute-safety  This tea is 100% safe.   quoted from a letter  ana    2099-01-31',
    '',
    '2 suppressions',
    '',
  ])
})

it('--report-suppressions gives the same as JSON, and no other format', async () => {
  const cwd = folderWith({'tea.md': excused})
  const {stdout} = await healthlint(['--report-suppressions', '--format', 'json', ...rule], {cwd})
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    suppressions: [
      {
        path: 'tea.md',
        line: 4,
        ruleId: 'no-absolute-safety',
        sentence: 'This tea is 100% safe.',
        reason: 'quoted from a letter',
        owner: 'ana',
        until: '2099-01-31',
      },
    ],
  })
  expect(await healthlint(['--report-suppressions', '--format', 'sarif'], {cwd})).toMatchObject({code: 2})
})

it('--report-suppressions is exit 2 when an article cannot be read, and lists the others', async () => {
  const cwd = folderWith({'tea.md': excused, 'x.md': new Uint8Array([0xff, 0x80])})
  const {code, stdout, stderr} = await healthlint(['--report-suppressions', ...rule], {cwd})
  expect(code).toBe(2)
  expect(stdout).toContain('1 suppression\n')
  expect(stderr).toContain('x.md')
})
