import {describe, expect, it} from 'vitest'
import {absolute, drafted, harmless} from './articles.js'
import {folderWith, healthlint} from './command.js'

/** Names in the first column of the table of steps. */
const stepsIn = (stderr: string): readonly (string | undefined)[] =>
  [...stderr.matchAll(/^(\w+) +[\d.]+ +[\d.–]+ %/gm)].map(([, name]) => name)

const numbers = (stderr: string, column: RegExp): readonly number[] =>
  [...stderr.matchAll(column)].map(([, number]) => Number(number))

describe('--profile', () => {
  it('says what each step and the slowest rules took, and leaves report and exit code as they are', async () => {
    const cwd = folderWith({'a.md': absolute, 'b.md': harmless, 'c/d.md': drafted})
    const plain = await healthlint(['--format', 'json'], {cwd})
    const profiled = await healthlint(['--format', 'json', '--profile'], {cwd})
    expect([profiled.code, profiled.stdout]).toEqual([plain.code, plain.stdout])
    expect(plain.stderr).toBe('')
    expect(profiled.stderr).toMatch(/^\n3 articles, 0\.00 MB, in one thread\n/)
    expect(stepsIn(profiled.stderr)).toEqual([
      ...['start', 'read', 'compile', 'parse', 'article', 'language', 'match', 'rules', 'suppress', 'report'],
      ...['other', 'total'],
    ])
    expect(profiled.stderr).toMatch(/^slowest rules\n( {2}[\w-]+ +[\d.]+ ms +[\d.]+ %\n){10}\n/m)
    expect(profiled.stderr).toMatch(/^peak memory [1-9]\d+ MB$/m)
  })

  it('has steps that add up to the whole', async () => {
    const cwd = folderWith({'a.md': absolute})
    const {stderr} = await healthlint(['--profile', '--no-fail'], {cwd})
    const times = numbers(stderr, /^\w+ +([\d.]+) +[\d.]+ %/gm)
    const total = times.at(-1)!
    const sum = times.slice(0, -1).reduce((all, one) => all + one, 0)
    // Each is rounded to a tenth of a millisecond.
    expect(Math.abs(sum - total)).toBeLessThan(1)
  })

  it('counts standard input, and rules of one’s own', async () => {
    const cwd = folderWith({})
    const {code, stderr} = await healthlint(['-', '--profile', '--rule', 'no-absolute-safety'], {
      cwd,
      input: absolute,
    })
    expect(code).toBe(1)
    expect(stderr).toMatch(/^1 article, 0\.00 MB, in one thread$/m)
    expect(stderr).toMatch(/^slowest rules\n {2}no-absolute-safety .*\n\n/m)
  })

  it('refuses what it would have to switch off', async () => {
    const cwd = folderWith({'a.md': absolute})
    for (const flags of [['--concurrency', '2'], ['--cache'], ['--timeout', '5']]) {
      const {code, stderr} = await healthlint(['--profile', ...flags], {cwd})
      expect([code, stderr]).toEqual([2, expect.stringContaining(`goes without ${flags[0]}`)])
    }
    expect((await healthlint(['--profile', '--concurrency', 'off', '--no-fail'], {cwd})).code).toBe(0)
  })
})
