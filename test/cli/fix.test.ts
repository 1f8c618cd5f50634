import {chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {absolute, drafted, draftedFixed, residue, safety} from './articles.js'
import {folderWith, healthlint, shell} from './command.js'

const read = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8')

describe('--fix', () => {
  it('makes the safe changes, reports the rest, and finds nothing more to change', async () => {
    const cwd = folderWith({'a.md': drafted, 'b.md': absolute})
    const first = await healthlint([...residue, ...safety, '--fix'], {cwd})
    expect(first.stdout).toContain('no-absolute-safety')
    expect(first.stdout).not.toContain('no-drafting-residue')
    expect(first.stdout).toContain('2 articles, 1 error, 1 fixed')
    expect(first.code).toBe(1)
    expect(read(cwd, 'a.md').trimEnd()).toBe(draftedFixed.trimEnd())
    expect(read(cwd, 'b.md')).toBe(absolute)
    const fixed = read(cwd, 'a.md')
    expect((await healthlint([...residue, '--fix'], {cwd})).code).toBe(0)
    expect(read(cwd, 'a.md')).toBe(fixed)
  })

  it('leaves no other file behind, keeps the mode, and writes through a link', async () => {
    const cwd = folderWith({'real/a.md': drafted})
    chmodSync(join(cwd, 'real/a.md'), 0o640)
    symlinkSync('real/a.md', join(cwd, 'link.md'))
    await healthlint([...residue, '--fix', 'link.md'], {cwd})
    expect(readdirSync(join(cwd, 'real'))).toEqual(['a.md'])
    expect(lstatSync(join(cwd, 'link.md')).isSymbolicLink()).toBe(true)
    expect(statSync(join(cwd, 'real/a.md')).mode & 0o777).toBe(0o640)
    expect(read(cwd, 'real/a.md')).not.toContain('(Note')
  })
})

describe('--fix-dry-run', () => {
  it('prints a diff that patch applies, and changes nothing itself', async () => {
    const cwd = folderWith({'a.md': drafted})
    const {stdout, stderr, code} = await healthlint([...residue, '--fix-dry-run'], {cwd})
    expect(stdout).toMatch(/^--- a\/a\.md\n\+\+\+ b\/a\.md\n@@ /)
    expect(stdout).toContain('\n-(Note: The article is')
    expect(stderr).toContain('1 change shown, none made')
    expect(code).toBe(0)
    expect(read(cwd, 'a.md')).toBe(drafted)
    await shell(`$healthlint ${residue.join(' ')} --fix-dry-run | git apply`, {cwd})
    expect(read(cwd, 'a.md').trimEnd()).toBe(draftedFixed.trimEnd())
  })

  it('shows what would change in standard input', async () => {
    const {stdout} = await healthlint([...residue, '--fix-dry-run', '-', '--stdin-filename', 'x.md'], {
      cwd: folderWith({}),
      input: drafted,
    })
    expect(stdout).toContain('+++ b/x.md')
  })
})
