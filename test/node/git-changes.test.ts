import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {ConfigError} from '../../src/errors.js'
import {changedLines, type LineRange} from '../../src/node/git-changes.js'

let folder = ''
const git = (...args: string[]): string =>
  execFileSync('git', args, {cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']})
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text)
const lines = (count: number): string =>
  Array.from({length: count}, (_, index) => `Line ${index + 1}.\n`).join('')
const changes = (
  since: Parameters<typeof changedLines>[0] = {ref: 'main'},
): Record<string, readonly LineRange[] | 'all'> =>
  Object.fromEntries(
    [...changedLines(since, folder)].map(([path, ranges]) => [path.slice(folder.length + 1), ranges]),
  )

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'healthlint-git-')))
  git('init', '-q', '-b', 'main')
  git('config', 'user.email', 'ana@example.org')
  git('config', 'user.name', 'Ana')
  write('a.md', lines(20))
  git('add', '.')
  git('commit', '-qm', 'first')
  git('checkout', '-qb', 'work')
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

describe('the lines that changed since a ref', () => {
  test('are those of the branch, the working tree and untracked files', () => {
    write('a.md', lines(20).replace('Line 3.', 'Line three.'))
    git('commit', '-qam', 'change')
    write('a.md', lines(20).replace('Line 3.', 'Line three.').replace('Line 9.', 'Line nine.\nMore.'))
    write('new.md', 'New.\n')
    expect(changes()).toEqual({
      'a.md': [
        {from: 3, to: 3},
        {from: 9, to: 10},
      ],
      'new.md': 'all',
    })
  })
  test('are not those that only the other branch changed', () => {
    git('checkout', '-q', 'main')
    write('a.md', lines(20).replace('Line 1.', 'Line one.'))
    git('commit', '-qam', 'theirs')
    git('checkout', '-q', 'work')
    write('a.md', lines(20).replace('Line 20.', 'Line twenty.'))
    expect(changes()).toEqual({'a.md': [{from: 20, to: 20}]})
  })
  test('follow a file that was renamed and edited', () => {
    renameSync(join(folder, 'a.md'), join(folder, 'b.md'))
    write('b.md', lines(20).replace('Line 5.', 'Line five.'))
    git('add', '-A')
    expect(changes()).toEqual({'b.md': [{from: 5, to: 5}]})
  })
  test('touch both sides of what was deleted', () => {
    write('a.md', lines(20).replace('Line 5.\n', ''))
    expect(changes()).toEqual({'a.md': [{from: 4, to: 5}]})
  })
  test('are found in files with unusual names', () => {
    mkdirSync(join(folder, 'naïve "quoted" folder'))
    const name = 'naïve "quoted" folder/a\tb 🍵.md'
    write(name, lines(3))
    git('add', '-A')
    git('commit', '-qm', 'unusual')
    write(name, lines(4))
    expect(changes({ref: 'HEAD'})).toEqual({[name]: [{from: 4, to: 4}]})
  })
  test('are the same whatever the user’s git is set to', () => {
    git('config', 'diff.noprefix', 'true')
    git('config', 'diff.external', 'false')
    git('config', 'color.ui', 'always')
    write('a.md', lines(21))
    expect(changes()).toEqual({'a.md': [{from: 21, to: 21}]})
  })
  test('do not take text that looks like a patch for one', () => {
    write('a.md', `${lines(20)}diff --git a/x b/x\n@@ -1 +1 @@\n`)
    write('z.md', 'x\n')
    git('add', '-A')
    expect(changes()).toEqual({'a.md': [{from: 21, to: 22}], 'z.md': [{from: 1, to: 1}]})
  })
})

test('the lines that are staged leave out what is not', () => {
  write('a.md', lines(21))
  git('add', 'a.md')
  write('a.md', lines(22))
  write('new.md', 'x')
  expect(changes('staged')).toEqual({'a.md': [{from: 21, to: 21}]})
})

describe('what cannot be compared is told with its remedy', () => {
  const message = (run: () => unknown): string => {
    try {
      run()
    } catch (error) {
      if (error instanceof ConfigError) return error.message
      throw error
    }
    return 'nothing'
  }
  test('an unknown ref', () => {
    expect(message(() => changes({ref: 'origin/main'}))).toMatch(
      /no commit “origin\/main”: fetch it first .*fetch-depth: 0/,
    )
  })
  test('a ref that looks like a flag', () => {
    expect(message(() => changes({ref: '--output=x'}))).toMatch(/no commit “--output=x”/)
  })
  test('a clone that is too shallow', () => {
    git('checkout', '-q', '--orphan', 'other')
    git('commit', '-qm', 'no common ancestor')
    expect(message(() => changes())).toMatch(/no merge base.*fetch-depth: 0/)
  })
  test('a folder in no repository', () => {
    rmSync(join(folder, '.git'), {recursive: true})
    expect(message(() => changes())).toMatch(/in none/)
  })
})
