import {spawn} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {formats} from '../../src/cli/formats.js'
import {absolute, harmless} from './articles.js'
import {commandFile, folderWith, healthlint, shell} from './command.js'

const article = (index: number): string =>
  `# Article ${index}\n\nMost adults sleep ${index % 10} hours. ${index % 7 === 0 ? 'This tea is 100% safe. ' : ''}A dark room may help.\n`

const many = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({length: count}, (_, index) => [`a/${index}.md`, article(index)]))

/** A rule in code that does what an article's text tells it to. */
const obedient = `
  import {found} from './words.mjs'
  const check = function* ({text}) {
    if (text.includes('please hang')) for (;;) {}
    if (text.includes('please crash')) throw new Error('as you wish')
    if (text.includes('please exit')) process.exit(7)
    const start = text.indexOf('tea')
    if (start >= 0) yield {start, end: start + 3, message: found}
  }
  const rule = {id: 'obey', topic: 'own', summary: 'S.', why: 'W.', level: 'warning', sources: [], examples: [],
    url: 'https://example.org', message: 'M.', options: {}, languages: 'any', check}
  export default [{rules: {obey: 'warning', 'no-absolute-safety': 'error'}, plugins: [rule]}]
`
const words = "export const found = 'Tea.'\n"

describe('threads', () => {
  it('find the same in the same order as one thread', async () => {
    const cwd = folderWith({...many(330), 'healthlint.config.mjs': obedient, 'words.mjs': words})
    const [parallel, serial] = [
      await healthlint(['--format', 'json', '--concurrency', '2'], {cwd}),
      await healthlint(['--format', 'json', '--concurrency', 'off'], {cwd}),
    ]
    expect(parallel.stdout).toBe(serial.stdout)
    expect(JSON.parse(serial.stdout).summary).toMatchObject({files: 330, errors: 48, warnings: 48, failed: 0})
  })

  it('are not started for settings that cannot be used', async () => {
    const cwd = folderWith({'a.md': absolute, 'b.md': absolute})
    for (const settings of [{extends: ['nope']}, {options: {'limited-size': {'max-characters': 'x'}}}]) {
      writeFileSync(join(cwd, 'healthlint.config.json'), JSON.stringify(settings))
      const {code, stdout, stderr} = await healthlint(['--concurrency', '2'], {cwd})
      expect({code, stdout}).toEqual({code: 2, stdout: ''})
      expect(stderr).toMatch(/healthlint\.config\.json:1:\d+/)
    }
  })

  it('make an article on which a rule hangs, crashes or ends its thread one error each, and the others stand', async () => {
    const cwd = folderWith({
      'healthlint.config.mjs': obedient,
      'words.mjs': words,
      '1.md': absolute,
      '2.md': '# A\n\nplease hang\n',
      '3.md': absolute,
      '4.md': '# A\n\nplease crash\n',
      '5.md': '# A\n\nplease exit\n',
      '6.md': absolute,
    })
    const {code, stdout} = await healthlint(['--format', 'json', '--timeout', '3'], {cwd})
    const {files} = JSON.parse(stdout) as {
      files: {path: string; diagnostics: object[]; error?: {message: string}}[]
    }
    expect(code).toBe(2)
    expect(files.map(({path, diagnostics, error}) => [path, diagnostics.length, error?.message])).toEqual([
      ['1.md', 2, undefined],
      ['2.md', 0, expect.stringMatching(/^no result after 3 s/)],
      ['3.md', 2, undefined],
      ['4.md', 0, 'rule obey failed on 4.md: as you wish'],
      ['5.md', 0, expect.stringMatching(/^no result after 3 s/)],
      ['6.md', 2, undefined],
    ])
  })
})

describe('the cache', () => {
  const cached = ['--cache', '--format', 'json', '--rule', 'no-absolute-safety']

  it('gives what linting gives, sees what changed, and forgets what is gone', async () => {
    const cwd = folderWith({...many(20), 'b.md': absolute})
    const cold = await healthlint(cached, {cwd})
    expect((await healthlint(cached, {cwd})).stdout).toBe(cold.stdout)
    writeFileSync(join(cwd, 'b.md'), harmless)
    rmSync(join(cwd, 'a/0.md'))
    const fresh = await healthlint(cached.slice(1), {cwd})
    expect((await healthlint(cached, {cwd})).stdout).toBe(fresh.stdout)
    const [index = ''] = readFileSync(join(cwd, '.healthlintcache'), 'utf8').split('\n')
    expect(JSON.parse(index).files).toHaveLength(20)
  })

  it('gives every format what linting gives, however the paths are written and whatever is left out', async () => {
    const excused = `${absolute}\n<!-- healthlint-disable-next-line no-absolute-safety -- quoted until: 2099-01-31 -->\nThis “cure” 🍵 is 100% safe.\n`
    const cwd = folderWith({...many(20), 'é/b c.md': excused, 'd.md': harmless})
    const rule = ['--rule', 'no-absolute-safety']
    await healthlint([...rule, '--cache'], {cwd})
    const ways = [
      ...formats.map((format) => ['--format', format]),
      ['--format', 'json', cwd],
      ['--format', 'ndjson', './a', `${cwd}/é`, 'd.md'],
      ['--format', 'json', '--quiet'],
      ['--format', 'compact', '--output', 'json=report.json'],
    ]
    const outcomeOf = async (args: readonly string[]): Promise<unknown> => {
      const {code, stdout, stderr} = await healthlint([...rule, ...args], {cwd})
      const report = join(cwd, 'report.json')
      return {code, stdout, stderr, report: existsSync(report) ? readFileSync(report, 'utf8') : ''}
    }
    for (const way of ways) expect(await outcomeOf([...way, '--cache'])).toEqual(await outcomeOf(way))
  })

  it('that was cut, or whose line ends another program changed, is left out with a note', async () => {
    const cwd = folderWith({...many(20), 'b.md': absolute})
    const fresh = await healthlint(cached, {cwd})
    const file = join(cwd, '.healthlintcache')
    const whole = readFileSync(file, 'utf8')
    for (const damaged of [whole.slice(0, -10), whole.slice(0, 40), whole.replaceAll('\n', '\r\n')]) {
      writeFileSync(file, damaged)
      const {stdout, stderr} = await healthlint(cached, {cwd})
      expect(stdout).toBe(fresh.stdout)
      expect(stderr).toMatch(/is not a cache of healthlint, or is damaged/)
      expect(readFileSync(file, 'utf8')).toBe(whole)
    }
  })

  it('keeps what it knew beside what it learns', async () => {
    const cwd = folderWith({...many(20), 'b.md': absolute})
    await healthlint(cached, {cwd})
    const file = join(cwd, '.healthlintcache')
    const before = readFileSync(file, 'utf8')
    writeFileSync(join(cwd, 'a/7.md'), absolute)
    const changed = await healthlint(cached, {cwd})
    writeFileSync(join(cwd, 'a/7.md'), article(7))
    await healthlint(cached, {cwd})
    expect(readFileSync(file, 'utf8')).toBe(before)
    writeFileSync(join(cwd, 'a/7.md'), absolute)
    expect((await healthlint(cached, {cwd})).stdout).toBe(changed.stdout)
  })

  it('reads a pipe once', async () => {
    const cwd = folderWith({'a.md': absolute.repeat(40_000)})
    const line = '$healthlint --cache --format compact --rule no-absolute-safety <(cat a.md) | cut -d: -f2-'
    const found = await shell(line, {cwd})
    expect(found.stdout).toBe((await shell(line.replace('--cache ', ''), {cwd})).stdout)
  })

  it('knows the configuration, and the modules of its rules', async () => {
    const cwd = folderWith({
      'healthlint.config.mjs': obedient,
      'words.mjs': words,
      'a.md': absolute,
    })
    const messages = async (): Promise<readonly string[]> => {
      const {stdout} = await healthlint(['--cache', '--format', 'json'], {cwd})
      return JSON.parse(stdout).files[0].diagnostics.map(({message}: {message: string}) => message)
    }
    expect(await messages()).toContain('Tea.')
    writeFileSync(join(cwd, 'words.mjs'), "export const found = 'Coffee.'\n")
    expect(await messages()).toContain('Coffee.')
    writeFileSync(
      join(cwd, 'healthlint.config.mjs'),
      'export default {rules: {"no-absolute-safety": "info"}}',
    )
    expect(await messages()).toHaveLength(1)
  })

  it('that is damaged or of another program is left out with a note, and written anew', async () => {
    const cwd = folderWith({'a.md': absolute, '.healthlintcache': '{"format":"other","files":{'})
    const {code, stdout, stderr} = await healthlint(cached, {cwd})
    expect(code).toBe(1)
    expect(JSON.parse(stdout).summary.errors).toBe(1)
    expect(stderr).toMatch(/is not a cache of healthlint, or is damaged/)
    expect((await healthlint(cached, {cwd})).stderr).toBe('')
  })

  it('is never written over a file that is none', async () => {
    const cwd = folderWith({'a.md': absolute, 'b.json': '{"articles": []}'})
    for (const file of ['a.md', 'b.json']) {
      const before = readFileSync(join(cwd, file), 'utf8')
      const {code, stdout, stderr} = await healthlint([...cached, '--cache-location', file], {cwd})
      expect({code, stdout}).toEqual({code: 2, stdout: ''})
      expect(stderr).toContain(`${file}: this is no cache of healthlint, and would be overwritten`)
      expect(readFileSync(join(cwd, file), 'utf8')).toBe(before)
    }
  })

  it('may be written over a half of itself, and into an empty file, wherever it stands', async () => {
    const cwd = folderWith({'a.md': absolute, half: '{"format":"healthlint cache 1","ver', empty: ''})
    for (const file of ['half', 'empty']) {
      const run = [...cached, '--cache-location', file]
      expect((await healthlint(run, {cwd})).code).toBe(1)
      expect((await healthlint(run, {cwd})).stderr).toBe('')
    }
  })

  it('stands where --cache-location says', async () => {
    const cwd = folderWith({'a.md': article(1)})
    await healthlint(['--cache', '--cache-location', 'kept/findings.json'], {cwd})
    expect(readdirSync(join(cwd, 'kept'))).toEqual(['findings.json'])
  })
})

it('Ctrl-C leaves no half-written file, and the cache as it was', async () => {
  const cwd = folderWith({
    ...many(200),
    'z.md': '# A\n\nplease hang\n',
    'healthlint.config.mjs': obedient,
    'words.mjs': words,
  })
  writeFileSync(join(cwd, '.healthlintcache'), '')
  const child = spawn(process.execPath, [commandFile, '--cache', '--output', 'sarif=out.sarif'], {cwd})
  await new Promise((resolve) => child.stdout.once('data', resolve))
  child.kill('SIGINT')
  const signal = await new Promise((resolve) => child.once('exit', (code, name) => resolve(name ?? code)))
  expect(['SIGINT', 130]).toContain(signal)
  expect(readdirSync(cwd).sort()).toEqual([
    '.healthlintcache',
    'a',
    'healthlint.config.mjs',
    'words.mjs',
    'z.md',
  ])
  expect(readFileSync(join(cwd, '.healthlintcache'), 'utf8')).toBe('')
})
