import {spawnSync} from 'node:child_process'
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {createLinter} from '../src/index.js'
import {remarkHealthlint} from '../src/remark.js'

const article = '# Tea\r\n\r\n> A *calming* drink &amp; 100% **safe** for everyone.\r\n'
const settings = {rules: {'no-absolute-safety': 'error'}} as const

test('the plugin leaves messages that the unified world understands', async () => {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter)
  const file = {value: article, path: 'tea.md', messages: [] as unknown[]}
  const {VFile} = await import('vfile')
  const vfile = new VFile({value: file.value, path: file.path})
  await processor.use(remarkHealthlint, settings).run(processor.parse(vfile), vfile)
  expect(vfile.messages).toHaveLength(1)
  const [message] = vfile.messages
  const [diagnostic] = createLinter(settings).lint(article, {path: 'tea.md'}).diagnostics
  expect(message).toMatchObject({
    ruleId: 'no-absolute-safety',
    source: 'healthlint',
    reason: diagnostic!.message,
    fatal: true,
    place: {start: diagnostic!.start, end: diagnostic!.end},
    note: diagnostic!.note,
    url: diagnostic!.url,
    actual: diagnostic!.actual,
    expected: [],
    file: 'tea.md',
  })
})

test('an editor is offered only words that fit in place; other advice stands in the note', async () => {
  const messagesOf = async (value: string) => {
    const {VFile} = await import('vfile')
    const vfile = new VFile({value})
    const processor = unified()
      .use(remarkParse)
      .use(remarkHealthlint, {
        rules: {'prefer-people-first': 'warning', 'no-absolute-efficacy': 'error'},
      })
    await processor.run(processor.parse(vfile), vfile)
    return vfile.messages
  }
  expect(await messagesOf('Advice for diabetics.')).toMatchObject([{expected: ['people with diabetes']}])
  expect(await messagesOf('This tea cures insomnia.')).toMatchObject([
    {actual: 'cures insomnia', expected: ['may help with insomnia']},
  ])
  const [older] = await messagesOf('Advice for older diabetics.')
  expect(older).toMatchObject({expected: []})
  expect(older!.note).toMatch(/Better: people with diabetes\.$/)
})

test('remark-cli runs it', () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const folder = mkdtempSync(join(tmpdir(), 'healthlint-remark-'))
  writeFileSync(join(folder, 'tea.md'), article)
  writeFileSync(
    join(folder, '.remarkrc.mjs'),
    `import healthlint from ${JSON.stringify(new URL('../dist/remark.js', import.meta.url).href)}\nexport default {plugins: [[healthlint, ${JSON.stringify(settings)}]]}\n`,
  )
  const {status, stderr} = spawnSync(
    process.execPath,
    [join(root, 'node_modules/.bin/remark'), '.', '--quiet', '--no-color'],
    {cwd: folder, encoding: 'utf8'},
  )
  expect(stderr).toMatch(/3:27-3:38\s+error\s+.*no-absolute-safety\s+healthlint/)
  expect(status).toBe(1)
})
