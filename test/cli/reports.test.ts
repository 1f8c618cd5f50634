import {spawn} from 'node:child_process'
import {lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {XMLValidator} from 'fast-xml-parser'
import {describe, expect, it} from 'vitest'
import {formats} from '../../src/cli/formats.js'
import {absolute, harmless, safety} from './articles.js'
import {commandFile, folderWith, healthlint, type Outcome, shell} from './command.js'

const folder = (): string => folderWith({'advice/lamps.md': absolute, 'sleep.md': harmless})
const read = (...path: string[]): string => readFileSync(join(...path), 'utf8')
const isJson = (text: string): boolean => typeof JSON.parse(text) === 'object'
const areJsonLines = (text: string): boolean => text.trimEnd().split('\n').every(isJson)

/** Whether a text is a whole report in its format. */
const isWhole: Readonly<Record<(typeof formats)[number], (text: string) => boolean>> = {
  pretty: (text) => text.endsWith('2 articles, 1 error\n'),
  compact: (text) => text.endsWith('2 articles, 1 error\n'),
  json: isJson,
  ndjson: areJsonLines,
  sarif: isJson,
  github: (text) => /^::error file=advice\/lamps\.md,line=3,[^\n]*\n$/.test(text),
  gitlab: isJson,
  junit: (text) => XMLValidator.validate(text) === true,
  checkstyle: (text) => XMLValidator.validate(text) === true,
  rdjsonl: areJsonLines,
  markdown: (text) => text.startsWith('### healthlint\n'),
  html: (text) => text.startsWith('<!doctype html>') && text.trimEnd().endsWith('</html>'),
}

describe('a format', () => {
  it.each(formats)(
    '%s is all that is on standard output, names the finding, and exits with 1',
    async (format) => {
      const {code, stdout, stderr} = await healthlint([...safety, '--format', format], {cwd: folder()})
      expect({code, stderr}).toEqual({code: 1, stderr: ''})
      expect(isWhole[format](stdout)).toBe(true)
      expect(stdout).toContain('lamps.md')
    },
  )
})

describe('several reports', () => {
  it('are written at once, each whole and the same as on standard output, in folders that are made', async () => {
    const cwd = folder()
    const outputs = formats.flatMap((format) => ['--output', `${format}=reports/today/${format}.out`])
    const {code, stdout} = await healthlint([...safety, ...outputs], {cwd})
    expect(code).toBe(1)
    expect(isWhole.pretty(stdout)).toBe(true)
    expect(readdirSync(join(cwd, 'reports/today')).sort()).toEqual(formats.map((one) => `${one}.out`).sort())
    for (const format of formats)
      expect(isWhole[format](read(cwd, 'reports/today', `${format}.out`))).toBe(true)
  })

  it('show errors only with --quiet, while warnings still count', async () => {
    const cwd = folder()
    const args = ['--rule', 'no-absolute-safety=warning', '--quiet', '--max-warnings', '0']
    const {code, stdout, stderr} = await healthlint([...args, '--output', 'json=found.json'], {cwd})
    expect({code, stdout: stdout.trim()}).toEqual({code: 1, stdout: '2 articles, nothing found'})
    expect(stderr).toBe('healthlint: 1 warning, and --max-warnings is 0\n')
    const {files} = JSON.parse(read(cwd, 'found.json'))
    expect(files.flatMap(({diagnostics}: {diagnostics: readonly unknown[]}) => diagnostics)).toEqual([])
  })

  it('replace older ones, and a link stays a link', async () => {
    const cwd = folderWith({'sleep.md': harmless, 'real.json': 'old'})
    symlinkSync('real.json', join(cwd, 'link.json'))
    await healthlint(['--output', 'json=link.json'], {cwd})
    expect(lstatSync(join(cwd, 'link.json')).isSymbolicLink()).toBe(true)
    expect(isJson(read(cwd, 'real.json'))).toBe(true)
  })

  it('may go to a device or a pipe', async () => {
    const cwd = folderWith({'sleep.md': harmless})
    const line =
      '$healthlint --rule no-absolute-safety --format compact --output json=/dev/null --output ndjson=/dev/stdout | cat'
    const {stdout, stderr} = await shell(line, {cwd})
    expect({lines: stdout.split('\n').sort(), stderr}).toEqual({
      lines: ['', '1 article, nothing found', expect.stringContaining('{"path":"sleep.md"')],
      stderr: '',
    })
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  it('are written for findings of --no-fail and for articles that cannot be read', async () => {
    const cwd = folderWith({'a.md': absolute, 'b.md': new Uint8Array([0xff, 0xfe, 0xfd])})
    const {code} = await healthlint([...safety, '--no-fail', '--output', 'sarif=a.sarif'], {cwd})
    expect(code).toBe(2)
    expect(JSON.parse(read(cwd, 'a.sarif')).runs[0].results).toHaveLength(1)
  })
})

describe('a report that cannot be written is exit 2, before anything is linted', () => {
  const refused = async (...outputs: string[]): Promise<string> => {
    const cwd = folder()
    mkdirSync(join(cwd, 'taken'))
    const args = outputs.flatMap((one) => ['--output', one])
    const {code, stdout, stderr} = await healthlint([...safety, ...args], {cwd})
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(readdirSync(cwd).sort()).toEqual(['advice', 'sleep.md', 'taken'])
    return stderr
  }
  it('when a file stands where its folder should be', async () =>
    expect(await refused('json=fine.json', 'json=sleep.md/found.json')).toMatch(
      /^healthlint: sleep\.md\/found\.json: the report cannot be written: /,
    ))
  it('when a folder has its name', async () =>
    expect(await refused('json=taken')).toContain('the report cannot be written: a folder is in its place'))
  it('when two have the same', async () =>
    expect(await refused('json=a.out', 'sarif=./a.out')).toContain('give each --output its own'))
  it('when its format is misspelt', async () =>
    expect(await refused('sarf=a.sarif')).toContain('did you mean “sarif”?'))
})

it('a run that is interrupted leaves no report, and no half of one', async () => {
  const articles = Object.fromEntries(
    Array.from({length: 400}, (_, index) => [`${index}.md`, absolute.repeat(60)]),
  )
  const cwd = folderWith({...articles, 'found.json': 'the last one'})
  const child = spawn(
    process.execPath,
    [commandFile, '--concurrency', 'off', '--output', 'json=found.json'],
    {cwd},
  )
  const signal = await new Promise((resolve) => {
    child.stdout.once('data', () => child.kill('SIGINT')).resume()
    child.on('close', (_code, name) => resolve(name))
  })
  expect(signal).toBe('SIGINT')
  expect(readdirSync(cwd).filter((name) => !/^\d+\.md$/.test(name))).toEqual(['found.json'])
  expect(read(cwd, 'found.json')).toBe('the last one')
})

describe('in GitHub Actions', () => {
  const inActions = (
    cwd: string,
    args: readonly string[] = [],
    env: NodeJS.ProcessEnv = {},
  ): Promise<Outcome> =>
    healthlint([...safety, ...args], {
      cwd,
      env: {GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'), ...env},
    })
  const commands = (stdout: string): readonly string[] =>
    stdout.split('\n').filter((line) => /^::(error|warning|notice)/.test(line))

  it('annotations and a summary of the step come unasked, after the report', async () => {
    const cwd = folder()
    const {code, stdout} = await inActions(cwd)
    expect(code).toBe(1)
    expect(stdout).toContain('2 articles, 1 error')
    expect(commands(stdout)).toEqual([
      expect.stringMatching(
        /^::error file=advice\/lamps\.md,line=3,endLine=3,col=13,endColumn=22,title=no-absolute-safety::/,
      ),
    ])
    expect(read(cwd, 'summary.md')).toMatch(/^### healthlint\n\n2 articles, 1 error\n.*advice\/lamps\.md/s)
  })

  it('annotations name files from the root of the repository, wherever the command runs', async () => {
    const root = folder()
    const {stdout} = await inActions(join(root, 'advice'), ['--output', 'sarif=a.sarif'], {
      GITHUB_WORKSPACE: root,
    })
    expect(commands(stdout)[0]).toContain('file=advice/lamps.md,')
    const [result] = JSON.parse(read(root, 'advice/a.sarif')).runs[0].results
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('advice/lamps.md')
  })

  it('annotations are the worst ones, and a line says how many more there are', async () => {
    const cwd = folderWith({'a.md': `# Lamps\n\n${'This lamp is 100% safe.\n\n'.repeat(30)}`})
    const {stdout} = await inActions(cwd)
    expect(commands(stdout)).toHaveLength(11)
    expect(commands(stdout).at(-1)).toBe(
      '::notice title=healthlint::20 more findings: see the log of this step.',
    )
  })

  it('no command in an article or a name is obeyed', async () => {
    const line = '::set-env name=X::y'
    const cwd = folderWith({
      'a.md': `# Lamps\n\n${line}\n::error::100% safe\n::stop-commands::x\n`,
      '::error::x.md': absolute,
    })
    const {stdout} = await inActions(cwd, ['--format', 'compact'])
    const [, token] = /^::stop-commands::([0-9a-f-]{36})\n/.exec(stdout) ?? []
    expect(token).toBeDefined()
    const after = stdout.slice(stdout.indexOf(`\n::${token}::\n`))
    expect(commands(stdout.slice(0, -after.length)).length).toBeGreaterThanOrEqual(1)
    expect(after.split('\n').slice(2, -1)).toEqual(commands(after))
    expect(commands(after)).toHaveLength(2)
  })

  it('a report for a program is left as it is', async () => {
    const {stdout} = await inActions(folder(), ['--format', 'json'])
    expect(isJson(stdout)).toBe(true)
  })

  it('--quiet annotates errors only', async () => {
    const {stdout} = await healthlint(['--rule', 'no-absolute-safety=warning', '--quiet'], {
      cwd: folder(),
      env: {GITHUB_ACTIONS: 'true'},
    })
    expect(commands(stdout)).toEqual([])
  })

  it('a summary that cannot be written is exit 2', async () => {
    const {code, stderr} = await inActions(folder(), [], {GITHUB_STEP_SUMMARY: '/nowhere/at/all'})
    expect(code).toBe(2)
    expect(stderr).toContain('/nowhere/at/all: the summary of the step cannot be written')
  })
})

it.each(formats.filter((format) => format !== 'pretty' && format !== 'compact'))(
  'a file that could not be read is in the report: %s',
  async (format) => {
    const {code, stdout} = await healthlint(['--format', format, 'sleep.md', 'gone.md'], {cwd: folder()})
    expect(code).toBe(2)
    expect(stdout).toMatch(/gone\.md: no such file or folder/)
    expect(stdout.replace(/gone\.md: no such/g, '')).toContain('gone.md')
  },
)

it('JUnit counts as failures what fails the run, and shows the rest as cases that pass', async () => {
  const claims = '# Lamps\n\nThis tea is 100% safe.\n\nThis lamp is 100% safe.\n'
  const cwd = folderWith({'a.md': claims, 'b.md': absolute})
  const failures = async (...flags: string[]) => {
    const {code, stdout} = await healthlint(['--format', 'junit', ...flags], {cwd})
    expect(Array.from(stdout.matchAll(/ tests="(\d)"/g), ([, tests]) => tests)).toEqual(['2', '1'])
    expect(stdout.match(/<failure /g)?.length ?? 0).toBe(
      Array.from(stdout.matchAll(/ failures="(\d)"/g), ([, count]) => Number(count)).reduce((a, b) => a + b),
    )
    return [code, ...Array.from(stdout.matchAll(/ failures="(\d)"/g), ([, count]) => Number(count))]
  }
  const warnings = ['--rule', 'no-absolute-safety=warning']
  expect(await failures(...safety)).toEqual([1, 2, 1])
  expect(await failures(...warnings)).toEqual([0, 0, 0])
  expect(await failures(...warnings, '--fail-on', 'warning')).toEqual([1, 2, 1])
  expect(await failures(...warnings, '--max-warnings', '1')).toEqual([1, 1, 1])
})

it.each([
  ['its own name', ['sleep.md'], 'sleep.md'],
  ['a folder', ['.'], './advice/../sleep.md'],
  ['a link', ['.'], 'link.txt'],
])('a report never overwrites an article that is linted: %s', async (_, paths, output) => {
  const cwd = folder()
  symlinkSync('sleep.md', join(cwd, 'link.txt'))
  expect(await healthlint([...paths, '--output', `sarif=${output}`], {cwd})).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining(`${output}: the report would overwrite an article`),
  })
  expect(read(cwd, 'sleep.md')).toBe(harmless)
})

it('in GitLab, the report names files from the root of the repository', async () => {
  const root = folder()
  const {stdout} = await healthlint([...safety, '--format', 'gitlab'], {
    cwd: join(root, 'advice'),
    env: {CI_PROJECT_DIR: root},
  })
  expect(JSON.parse(stdout)[0].location.path).toBe('advice/lamps.md')
})
