import {describe, expect, it} from 'vitest'
import {absolute, harmless, safety} from './articles.js'
import {folderWith, healthlint, shell} from './command.js'

const controlSequence = '\u001b['

describe('colour', () => {
  const stdout = async (env: NodeJS.ProcessEnv): Promise<string> =>
    (await healthlint(safety, {cwd: folderWith({'a.md': absolute}), env})).stdout

  it('is left out when no person is looking, in CI too', async () => {
    expect(await stdout({})).not.toContain(controlSequence)
    expect(await stdout({CI: 'true'})).not.toContain(controlSequence)
  })

  it('is there when FORCE_COLOR asks for it, and FORCE_COLOR=0 forbids it', async () => {
    expect(await stdout({FORCE_COLOR: '1'})).toContain(controlSequence)
    expect(await stdout({FORCE_COLOR: '0'})).not.toContain(controlSequence)
  })

  it('on a terminal is there unless NO_COLOR or a dumb terminal is', async () => {
    const cwd = folderWith({'a.md': absolute})
    const onTerminal = (variables: string) =>
      shell(`script -qec "env ${variables} $healthlint ${safety.join(' ')}" /dev/null`, {cwd})
    expect((await onTerminal('TERM=xterm')).stdout).toContain(`${controlSequence}31m`)
    expect((await onTerminal('TERM=xterm NO_COLOR=1')).stdout).not.toContain(`${controlSequence}31m`)
    expect((await onTerminal('TERM=dumb')).stdout).not.toContain(`${controlSequence}31m`)
  })

  it('marks the same words and lines as without', async () => {
    const coloured = await stdout({FORCE_COLOR: '1'})
    const withoutCodes = coloured.replaceAll(/\u001b\[\d+m/g, '')
    expect(withoutCodes).toBe(await stdout({}))
  })
})

describe('progress', () => {
  const slow = `(sleep 2; echo Hello) | $healthlint ${safety.join(' ')} - a.md`

  it('is counted on a terminal when the run is long, and wiped before the report goes on', async () => {
    const {stdout} = await shell(`export healthlint; script -qec '${slow}' /dev/null`, {
      cwd: folderWith({'a.md': absolute}),
      env: {TERM: 'xterm'},
    })
    expect(stdout).toContain('\r\u001b[2K1 of 2 articles\r\u001b[2K')
    expect(stdout).toContain('100% safe')
  })

  it('is not written into a log', async () => {
    expect((await shell(slow, {cwd: folderWith({'a.md': absolute})})).stderr).toBe('')
  })
})

describe('a reader that goes away', () => {
  it('ends the output quietly, and the exit code still speaks of all articles', async () => {
    const files = Object.fromEntries(
      Array.from({length: 300}, (_, n) => [`${String(n).padStart(3, '0')}.md`, harmless]),
    )
    const cwd = folderWith({...files, 'zz.md': absolute})
    const {stdout, stderr, code} = await shell(
      `$healthlint --format json ${safety.join(' ')} | head -1; exit \${PIPESTATUS[0]}`,
      {cwd},
    )
    expect({stdout, stderr, code}).toEqual({stdout: '{"version":1,"files":[\n', stderr: '', code: 1})
  })

  it('is not mistaken for a full disk, which is exit 2', async () => {
    const cwd = folderWith({'a.md': absolute})
    const {stderr, code} = await shell(`$healthlint --format json ${safety.join(' ')} > /dev/full`, {cwd})
    expect(code).toBe(2)
    expect(stderr).toContain('healthlint: the report cannot be written: ENOSPC')
  })
})

describe('the JSON report', () => {
  it('is one valid object, streamed a file a line', async () => {
    const cwd = folderWith({'a.md': absolute, 'b.md': harmless})
    const {stdout} = await healthlint(['--format', 'json', ...safety], {cwd})
    expect(stdout.trimEnd().split('\n')).toHaveLength(4)
    const {version, files, summary} = JSON.parse(stdout)
    expect(version).toBe(1)
    expect(files[1]).toEqual({path: 'b.md', diagnostics: [], suppressed: []})
    expect(summary).toEqual({files: 2, errors: 1, warnings: 0, infos: 0, suppressed: 0, failed: 0})
  })

  it('keeps what a comment suppresses, with its reason', async () => {
    const excused = absolute.replace(
      'This tea',
      '<!-- healthlint-disable-next-line no-absolute-safety -- quoted -->\n\nThis tea',
    )
    const {stdout, code} = await healthlint(['--format', 'json', ...safety], {
      cwd: folderWith({'a.md': excused}),
    })
    const {files, summary} = JSON.parse(stdout)
    expect(files[0].diagnostics).toEqual([])
    expect(files[0].suppressed[0].suppression).toMatchObject({kind: 'next-line', reason: 'quoted'})
    expect({code, suppressed: summary.suppressed}).toEqual({code: 0, suppressed: 1})
  })
})

describe('article text', () => {
  it('cannot speak to the terminal', async () => {
    const hostile = `# Tea\n\nThis tea \u001b[2J\u0007is 100% safe\u202e for all\u009b31m.\n`
    const cwd = folderWith({'a.md': hostile, 'b\u001b[31m.md': absolute})
    const {stdout, stderr} = await healthlint([...safety], {cwd})
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    expect(stdout).toContain('b␛[31m.md')
  })
})
