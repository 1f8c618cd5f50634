import {mkdirSync, readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {absolute, harmless, safety} from './articles.js'
import {folderWith, healthlint} from './command.js'

const json = async (args: readonly string[], cwd: string, input?: string | Uint8Array) => {
  const {stdout, ...rest} = await healthlint([...args, '--format', 'json', ...safety], {
    cwd,
    ...(input === undefined ? {} : {input}),
  })
  return {...rest, report: JSON.parse(stdout)}
}

const pathsOf = (report: {files: {path: string}[]}): string[] => report.files.map(({path}) => path)

describe('what is linted', () => {
  it('is the current folder when no path is given, sorted', async () => {
    const cwd = folderWith({
      'b.md': harmless,
      'a/z.txt': harmless,
      'a.mdx': harmless,
      'c.markdown': harmless,
      'd.html': 'x',
    })
    expect(pathsOf((await json([], cwd)).report)).toEqual(['a.mdx', 'a/z.txt', 'b.md', 'c.markdown'])
  })

  it('is each file once, however often it is named', async () => {
    const cwd = folderWith({'a.md': harmless, 'b.md': harmless})
    expect(pathsOf((await json(['b.md', './a.md', '.', '*.md'], cwd)).report)).toEqual(['a.md', 'b.md'])
  })

  it('is what a glob matches, and a pattern with ! takes out again', async () => {
    const cwd = folderWith({
      'x/a.md': harmless,
      'x/old/b.md': harmless,
      'y/c.md': harmless,
      'x/d.txt': harmless,
    })
    expect(pathsOf((await json(['**/*.md', '!x/old'], cwd)).report)).toEqual(['x/a.md', 'y/c.md'])
    expect(pathsOf((await json(['!x'], cwd)).report)).toEqual(['y/c.md'])
  })

  it('is a file with brackets in its name, not the glob that the name looks like', async () => {
    const cwd = folderWith({'[slug].md': harmless, 's.md': harmless})
    expect(pathsOf((await json(['[slug].md'], cwd)).report)).toEqual(['[slug].md'])
  })

  it('is not what .gitignore excludes, in nested folders too, nor node_modules', async () => {
    const cwd = folderWith({
      '.git/HEAD': '',
      '.gitignore': 'public/\n*.draft.md\n',
      'public/a.md': harmless,
      'a.draft.md': harmless,
      'node_modules/pkg/README.md': harmless,
      'advice/.gitignore': 'secret.md\n!keep.draft.md\n',
      'advice/secret.md': harmless,
      'advice/keep.draft.md': harmless,
      'other/secret.md': harmless,
    })
    expect(pathsOf((await json(['.'], cwd)).report)).toEqual(['advice/keep.draft.md', 'other/secret.md'])
    expect(pathsOf((await json(['**/*.md'], cwd)).report)).toEqual([
      'advice/keep.draft.md',
      'other/secret.md',
    ])
  })

  it('respects the .gitignore of the repository when it runs in a folder of it', async () => {
    const cwd = folderWith({
      '.git/HEAD': '',
      '.gitignore': 'old.md\n',
      'docs/old.md': harmless,
      'docs/new.md': harmless,
    })
    expect(pathsOf((await json(['.'], join(cwd, 'docs'))).report)).toEqual(['new.md'])
  })

  it('is a file named outright, whatever it is called and whatever git ignores', async () => {
    const cwd = folderWith({'.git/HEAD': '', '.gitignore': '*', 'notes.html': harmless})
    expect(pathsOf((await json(['notes.html'], cwd)).report)).toEqual(['notes.html'])
  })

  it('is standard input for -, under the name that --stdin-filename gives', async () => {
    const cwd = folderWith({})
    const {report, code} = await json(['-', '--stdin-filename', 'advice/tea.md'], cwd, absolute)
    expect(pathsOf(report)).toEqual(['advice/tea.md'])
    expect(report.files[0].diagnostics[0]).toMatchObject({
      ruleId: 'no-absolute-safety',
      path: 'advice/tea.md',
    })
    expect(code).toBe(1)
  })

  it('keeps a byte-order mark, from which offsets count', async () => {
    const cwd = folderWith({'a.md': `\ufeff${absolute}`})
    const {report} = await json(['a.md'], cwd)
    const {start, end, actual} = report.files[0].diagnostics[0]
    expect(readFileSync(join(cwd, 'a.md'), 'utf8').slice(start.offset, end.offset)).toBe(actual)
  })
})

describe('what cannot be linted', () => {
  const failing = async (args: readonly string[], cwd: string, input?: string | Uint8Array) => {
    const {code, stderr, report} = await json(args, cwd, input)
    expect(code).toBe(2)
    return {stderr, report}
  }

  it('a missing file is named, and the others are reported', async () => {
    const cwd = folderWith({'a.md': absolute})
    const {stderr, report} = await failing(['a.md', 'missing.md'], cwd)
    expect(stderr).toContain('missing.md: no such file or folder')
    expect(pathsOf(report)).toEqual(['a.md', 'missing.md'])
    expect(report.files[1].error.name).toBe('ConfigError')
    expect(report.summary).toMatchObject({files: 2, errors: 1, failed: 1})
  })

  it('bytes that are not UTF-8 are placed, and the others are reported', async () => {
    const cwd = folderWith({
      'a.md': absolute,
      'latin.md': Buffer.from('# Caf\u00e9 \ufffd\n\nna\u00efve', 'latin1'),
    })
    const {stderr, report} = await failing(['.'], cwd)
    expect(stderr).toContain('latin.md:1:6: byte 0xE9 is not valid UTF-8')
    expect(report.summary).toMatchObject({errors: 1, failed: 1})
  })

  it('a replacement character that is in the file is not taken for a wrong byte', async () => {
    const cwd = folderWith({'a.md': Buffer.concat([Buffer.from('ok \ufffd\n\u00e9'), Buffer.from([0xff])])})
    expect((await failing(['.'], cwd)).stderr).toContain('a.md:2:2: byte 0xFF')
  })

  it('UTF-16 is called by its name', async () => {
    const cwd = folderWith({'a.md': Buffer.from('\ufeff# Sleep', 'utf16le')})
    expect((await failing(['.'], cwd)).stderr).toContain('a.md: the file is UTF-16; save it as UTF-8')
  })

  it('standard input is held to the same', async () => {
    const {stderr} = await failing(
      ['-', '--stdin-filename', 'x.md'],
      folderWith({}),
      Buffer.from([0x61, 0xff]),
    )
    expect(stderr).toContain('x.md:1:2: byte 0xFF is not valid UTF-8')
  })

  it('a link that leads nowhere is told from a misspelt name', async () => {
    const cwd = folderWith({'a.md': harmless})
    symlinkSync('gone.md', join(cwd, 'link.md'))
    const {stderr, report} = await failing(['.'], cwd)
    expect(stderr).toContain('link.md: the link leads to no file')
    expect(pathsOf(report)).toEqual(['a.md', 'link.md'])
  })

  it('a link that leads back to itself is one failure, and the others are linted', async () => {
    const cwd = folderWith({'a.md': harmless})
    symlinkSync('loop.md', join(cwd, 'loop.md'))
    for (const paths of [['.'], ['a.md', 'loop.md'], ['*.md']]) {
      const {stderr, report} = await failing(paths, cwd)
      expect(stderr).toContain('loop.md: the link leads back to itself; mend or remove it')
      expect(pathsOf(report)).toEqual(['a.md', 'loop.md'])
    }
  })

  it('a file without read permission is named', {skip: process.getuid?.() === 0}, async () => {
    const cwd = folderWith({'a.md': harmless})
    const {chmodSync} = await import('node:fs')
    chmodSync(join(cwd, 'a.md'), 0)
    expect((await failing(['.'], cwd)).stderr).toContain('a.md: no permission to read the file')
  })

  it('a folder without read permission is called a folder', {skip: process.getuid?.() === 0}, async () => {
    const cwd = folderWith({'a.md': harmless, 'locked/b.md': harmless})
    const {chmodSync} = await import('node:fs')
    chmodSync(join(cwd, 'locked'), 0)
    const {stderr} = await failing(['.'], cwd)
    chmodSync(join(cwd, 'locked'), 0o755)
    expect(stderr).toContain('locked: no permission to read the folder')
  })

  it('a folder called like an article is entered, and a link to a folder is not', async () => {
    const cwd = folderWith({'x.md/inner.md': harmless})
    symlinkSync('.', join(cwd, 'loop.md'))
    const {code, report} = await json(['.'], cwd)
    expect([code, pathsOf(report)]).toEqual([0, ['x.md/inner.md']])
  })

  it('a folder or glob without articles fails, unless that is allowed', async () => {
    const cwd = folderWith({'a.html': ''})
    mkdirSync(join(cwd, 'empty'))
    const {stderr} = await failing(['empty', '*.md'], cwd)
    expect(stderr).toContain('no article in “empty”')
    expect(stderr).toContain('no article in “*.md”')
    expect(stderr).toContain('--allow-empty')
    const allowed = await json(['empty', '--allow-empty'], cwd)
    expect(allowed).toMatchObject({code: 0, stderr: '', report: {files: [], summary: {files: 0}}})
  })
})
