import {describe, expect, it} from 'vitest'
import {absolute, harmless, safety} from './articles.js'
import {folderWith, healthlint, shell} from './command.js'

const folder = (): string => folderWith({'a.md': absolute})

describe('a command line that cannot be meant', () => {
  it.each([
    [['--formt', 'json'], 'there is no flag --formt', 'did you mean “--format”?'],
    [['--format', 'jsn'], '--format must be pretty, compact, json', 'did you mean “json”?'],
    [['--format', '--quiet'], '--format needs a value', '--format=<format>'],
    [['--format'], '--format needs a value', '--format=<format>'],
    [[''], 'an argument is empty', 'leave it out'],
    [['baseline', ''], 'an argument is empty', 'leave it out'],
    [['--quiet=yes'], '--quiet takes no value', ''],
    [['-x'], 'there is no flag -x', '--help'],
    [
      ['--rule', 'no-absolute-safty'],
      'there is no rule “no-absolute-safty”',
      'did you mean “no-absolute-safety”?',
    ],
    [['--rule', 'no-absolute-safty=error'], 'there is no rule “no-absolute-safty”', '“no-absolute-safety”?'],
    [
      ['--rule', 'no-absolute-safety=eror'],
      'the level must be off, info, warning or error',
      'did you mean “error”?',
    ],
    [['--preset', 'recomended'], 'there is no preset “recomended”', 'did you mean “recommended”?'],
    [['--max-warnings', 'few'], '--max-warnings must be a whole number, not “few”', ''],
    [['--fail-on', 'info'], '--fail-on must be error or warning, not “info”', ''],
    [['--fix', '-'], '--fix cannot change standard input', '--fix-dry-run'],
    [['--fix-dry-run', '--format', 'json'], '--fix-dry-run prints a diff', '--format json'],
    [['--stdin-filename', 'a.md'], '--stdin-filename names standard input', 'add -'],
    [
      ['explian', 'no-absolute-safety'],
      'there is no command, file or folder “explian”',
      'did you mean “explain”?',
    ],
    [['lint', 'a.md'], 'there is no command, file or folder “lint”', '“healthlint articles”'],
    [['--no-config', 'explain', 'no-absolute-safety'], 'there is no file or folder “explain”', 'comes first'],
    [['explain'], 'name a rule', 'healthlint rules'],
    [['explain', 'no-absolute-safty'], 'there is no rule “no-absolute-safty”', '“no-absolute-safety”?'],
    [['rules', 'no-absolute-safety'], 'takes no name', 'healthlint explain no-absolute-safety'],
  ])(
    '%j: exit 2, nothing on standard output, and a message that says what to change',
    async (args, what, next) => {
      const {code, stdout, stderr} = await healthlint(args, {cwd: folder()})
      expect({code, stdout}).toEqual({code: 2, stdout: ''})
      expect(stderr).toMatch(/^healthlint: /)
      expect(stderr).toContain(what)
      expect(stderr).toContain(next)
      expect(stderr).not.toContain('    at ')
    },
  )
})

it('a folder or an article called like a command or a verb is linted, where it is no first word', async () => {
  const cwd = folderWith({'lint/a.md': absolute, 'rules/b.md': absolute})
  expect((await healthlint(['lint', ...safety, '--format', 'compact'], {cwd})).stdout).toContain(
    'lint/a.md:3',
  )
  expect((await healthlint([...safety, 'rules', '--format', 'compact'], {cwd})).stdout).toContain(
    'rules/b.md:3',
  )
})

it('in a folder that is gone, the command says so', async () => {
  const {code, stderr} = await shell('mkdir gone; cd gone; rmdir ../gone; $healthlint', {cwd: folderWith({})})
  expect({code, stderr}).toEqual({
    code: 2,
    stderr: 'healthlint: the current folder is gone; change to one that is there\n',
  })
})

describe('the exit code', () => {
  const code = async (args: readonly string[], cwd = folder()): Promise<number | null> =>
    (await healthlint(args, {cwd})).code

  const asWarning = ['--rule', 'no-absolute-safety=warning'] as const

  it('is 0 without findings, 1 with an error', async () => {
    expect(await code(safety, folderWith({'a.md': harmless}))).toBe(0)
    expect(await code(safety)).toBe(1)
  })

  it('is 0 with a warning, unless --fail-on says otherwise', async () => {
    expect(await code(asWarning)).toBe(0)
    expect(await code([...asWarning, '--fail-on', 'warning'])).toBe(1)
  })

  it('is never changed by what a person must judge', async () => {
    expect(
      await code(['--rule', 'no-absolute-safety=info', '--fail-on', 'warning', '--max-warnings', '0']),
    ).toBe(0)
  })

  it('is 1 with more warnings than --max-warnings, and says so', async () => {
    expect(await code([...asWarning, '--max-warnings', '1'])).toBe(0)
    const {code: over, stderr} = await healthlint([...asWarning, '--max-warnings', '0'], {cwd: folder()})
    expect(over).toBe(1)
    expect(stderr).toBe('healthlint: 1 warning, and --max-warnings is 0\n')
  })

  it('counts the warnings that --quiet hides', async () => {
    const {code: hidden, stdout} = await healthlint([...asWarning, '--quiet', '--max-warnings', '0'], {
      cwd: folder(),
    })
    expect(hidden).toBe(1)
    expect(stdout).not.toContain('no-absolute-safety')
  })

  it('is 0 with --no-fail whatever is found, and 2 still for what could not be linted', async () => {
    expect(await code([...safety, '--no-fail'])).toBe(0)
    expect(await code([...safety, '--no-fail', 'a.md', 'missing.md'])).toBe(2)
    expect(await code([...safety, '--no-fail', '*.txt'])).toBe(2)
  })
})

describe('which rules run', () => {
  const ruleIds = async (args: readonly string[]): Promise<Set<string>> => {
    const text = `${absolute}\n(Note: The article is 300 words long. Expand it to reach the desired length.)\n`
    const {stdout, stderr} = await healthlint([...args, '--format', 'json'], {
      cwd: folderWith({'a.md': text}),
    })
    expect(stderr).toBe('')
    const {files} = JSON.parse(stdout) as {files: {diagnostics: {ruleId: string}[]}[]}
    return new Set(files.flatMap(({diagnostics}) => diagnostics.map(({ruleId}) => ruleId)))
  }

  it('is the recommended preset, unless one is named', async () => {
    const recommended = await ruleIds([])
    expect(recommended).toContain('no-absolute-safety')
    expect(recommended).toContain('no-drafting-residue')
    expect(await ruleIds(['--preset', 'recommended'])).toEqual(recommended)
  })

  it('is those named with --rule alone', async () => {
    expect(await ruleIds(safety)).toEqual(new Set(['no-absolute-safety']))
  })

  it('is the preset without what --rule switches off', async () => {
    const left = await ruleIds(['--rule', 'no-absolute-safety=off'])
    expect(left).toContain('no-drafting-residue')
    expect(left).not.toContain('no-absolute-safety')
  })

  it('is the preset and --rule together when both are given', async () => {
    expect(await ruleIds(['--preset', 'recommended', ...safety])).toContain('no-drafting-residue')
  })
})

describe('--help and --version', () => {
  it('list every flag, command and exit code', async () => {
    const {code, stdout, stderr} = await healthlint(['--help'], {cwd: folder()})
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    const listed = [
      '--fix-dry-run',
      '--stdin-filename',
      '--max-warnings',
      '--allow-empty',
      'explain <rule>',
      'Exit codes',
    ]
    for (const word of listed) expect(stdout).toContain(word)
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })

  it('belong to commands too', async () => {
    expect((await healthlint(['rules', '--help'], {cwd: folder()})).stdout).toContain(
      'Usage: healthlint rules',
    )
    expect((await healthlint(['explain', '-h'], {cwd: folder()})).stdout).toContain(
      'Usage: healthlint explain <rule>',
    )
  })

  it('print the version of the package', async () => {
    const {version} = await import('../../package.json')
    expect(await healthlint(['--version'], {cwd: folder()})).toEqual({
      code: 0,
      stdout: `${version}\n`,
      stderr: '',
    })
  })
})

describe('explain and rules', () => {
  it('explain shows a few examples of a rule that has hundreds, and all that are shipped when asked', async () => {
    const cwd = folder()
    const [few, all] = await Promise.all(
      [[], ['--all']].map((flags) => healthlint(['explain', 'require-disclaimer', ...flags], {cwd})),
    )
    const count = (text: string): number => text.match(/^ {2}[✗✓] /gm)!.length
    expect(count(few!.stdout)).toBe(12)
    expect(few!.stdout.match(/^ {2}and \d+ more: --all$/gm)).toHaveLength(2)
    expect(count(all!.stdout)).toBe(16)
    expect(all!.stdout).not.toContain('more: --all')
  })

  it('explain shows why, sources with their links, examples, and how to silence the rule', async () => {
    const {code, stdout} = await healthlint(['explain', 'no-absolute-safety'], {cwd: folder()})
    expect(code).toBe(0)
    for (const word of ['Why', 'Sources', 'https://', 'Found', '✗', '^^^', 'Not found', '✓'])
      expect(stdout).toContain(word)
    expect(stdout).toContain('<!-- healthlint-disable-next-line no-absolute-safety -- ')
    expect(stdout).not.toContain('[|')
  })

  it('rules lists every rule by topic, for people and as JSON', async () => {
    const {stdout} = await healthlint(['rules', '--format', 'json'], {cwd: folder()})
    const listed = JSON.parse(stdout) as {id: string; topic: string; level: string; summary: string}[]
    expect(listed.find(({id}) => id === 'no-absolute-safety')).toMatchObject({
      topic: 'claims',
      level: 'error',
    })
    const pretty = (await healthlint(['rules'], {cwd: folder()})).stdout
    for (const {id} of listed) expect(pretty).toContain(id)
  })
})
