import {symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {findFiles} from '../../src/node/find-files.js'
import {folderWith} from '../cli/command.js'

const article = ''

describe('finding files', () => {
  it('writes paths as the pattern was written', () => {
    const cwd = folderWith({'docs/a.md': article, 'docs/sub/b.md': article})
    const both = ['a.md', 'sub/b.md']
    expect(findFiles(['docs'], {cwd}).paths).toEqual(both.map((path) => `docs/${path}`))
    expect(findFiles(['./docs/'], {cwd}).paths).toEqual(both.map((path) => `docs/${path}`))
    expect(findFiles(['../docs'], {cwd: join(cwd, 'docs')}).paths).toEqual(
      both.map((path) => `../docs/${path}`),
    )
    expect(findFiles(['../docs/**/*.md'], {cwd: join(cwd, 'docs')}).paths).toEqual(
      both.map((path) => `../docs/${path}`),
    )
    expect(findFiles([join(cwd, 'docs')]).paths).toEqual(both.map((path) => join(cwd, 'docs', path)))
    expect(findFiles(['./docs/*.md'], {cwd}).paths).toEqual(['docs/a.md'])
  })

  it('sorts by code unit, so that every machine gives the same order', () => {
    const cwd = folderWith({
      'b.md': article,
      'B.md': article,
      'é.md': article,
      'a/z.md': article,
      'a.md': article,
    })
    expect(findFiles(['.'], {cwd}).paths).toEqual(['B.md', 'a.md', 'a/z.md', 'b.md', 'é.md'])
  })

  it('passes over names with a dot before them, unless the glob spells the dot', () => {
    const cwd = folderWith({'.github/a.md': article, '.b.md': article, 'c.md': article})
    expect(findFiles(['.'], {cwd}).paths).toEqual(['c.md'])
    expect(findFiles(['.github'], {cwd}).paths).toEqual(['.github/a.md'])
    expect(findFiles(['.*.md'], {cwd}).paths).toEqual(['.b.md'])
  })

  it('lets the innermost .gitignore decide, and unlocks a folder that is named outright', () => {
    const cwd = folderWith({
      '.git/HEAD': '',
      '.gitignore': '/out\n*.txt\n',
      'out/a.md': article,
      'out/b.md': article,
      'out/.gitignore': 'b.md\n',
      'keep/.gitignore': '!c.txt\n',
      'keep/c.txt': article,
      'd.txt': article,
    })
    expect(findFiles(['.'], {cwd}).paths).toEqual(['keep/c.txt'])
    expect(findFiles(['out'], {cwd}).paths).toEqual(['out/a.md'])
    expect(findFiles(['.'], {cwd, gitignore: false}).paths).toEqual([
      'd.txt',
      'keep/c.txt',
      'out/a.md',
      'out/b.md',
    ])
  })

  it('respects a .gitignore outside any repository too', () => {
    const cwd = folderWith({'.gitignore': 'a.md\n', 'a.md': article, 'b.md': article})
    expect(findFiles(['.'], {cwd}).paths).toEqual(['b.md'])
  })

  it('takes endings in capitals, and other endings when told', () => {
    const cwd = folderWith({'A.MD': article, 'b.html': article})
    expect(findFiles(['.'], {cwd}).paths).toEqual(['A.MD'])
    expect(findFiles(['.'], {cwd, extensions: ['.html']}).paths).toEqual(['b.html'])
  })

  it('tells which patterns found nothing, and takes a name that does not exist at its word', () => {
    const cwd = folderWith({'empty/x.html': article})
    expect(findFiles(['empty', 'missing/*.md', 'gone.md'], {cwd})).toEqual({
      paths: ['gone.md'],
      unmatched: ['empty', 'missing/*.md'],
    })
  })

  it('leaves out of the current folder when nothing but what to leave out is given', () => {
    const cwd = folderWith({'a.md': article, 'drafts/b.md': article})
    expect(findFiles(['!drafts'], {cwd})).toEqual({paths: ['a.md'], unmatched: []})
    expect(findFiles(['!drafts', '!*.md'], {cwd})).toEqual({paths: [], unmatched: ['.']})
  })

  it('follows links to files, and not to folders', () => {
    const cwd = folderWith({'real/a.md': article})
    symlinkSync('real/a.md', join(cwd, 'link.md'))
    symlinkSync('real', join(cwd, 'linked'))
    expect(findFiles(['.'], {cwd}).paths).toEqual(['link.md', 'real/a.md'])
  })
})
