import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, it, onTestFinished} from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** One of the benches in a process of its own; what it says is looked at, not how long it took. */
const bench = (script: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, ['bench/run.mjs', `bench/speed/${script}.ts`, ...args], {
    cwd: root,
    encoding: 'utf8',
  })

const scratch = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'healthlint-bench-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

it('npm run bench prints the steps of a run and the ten slowest rules, and writes them as JSON', () => {
  const file = join(scratch(), 'steps.json')
  const {status, stdout, stderr} = bench('main', 'fixtures/seeds', '--json', file)
  expect([status, stderr]).toEqual([0, ''])
  const steps = ['read', 'compile', 'parse', 'article', 'language', 'match', 'rules', 'suppress', 'report']
  for (const name of steps) expect(stdout).toMatch(new RegExp(`^${name} +[\\d.]+ +[\\d.]+ % `, 'm'))
  expect(stdout).toMatch(/^slowest rules\n( {2}[\w-]+ +[\d.]+ ms.*\n){10}\n/m)
  expect(stdout).toMatch(/^peak memory \d+ MB$/m)
  const report = JSON.parse(readFileSync(file, 'utf8'))
  expect(report).toMatchObject({
    corpus: {name: 'seeds', files: 5},
    machine: {node: process.version, cores: expect.any(Number)},
    preset: 'recommended',
  })
  expect(report.steps.map(({name}: {name: string}) => name)).toEqual([...steps, 'other', 'total'])
  expect(report.rules.length).toBeGreaterThan(10)
  // Nothing that names the machine or its owner.
  expect(JSON.stringify(report)).not.toContain(root)
})

it('npm run bench:patho prints seconds for a megabyte, peak memory and status, and writes them as JSON', () => {
  const file = join(scratch(), 'patho.json')
  const {status, stdout} = bench('pathological', 'quotes-1k', 'newlines', '--json', file)
  expect(status).toBe(0)
  expect(stdout).toMatch(/^input +MB +CPU s +s per MB +peak MB +status$/m)
  expect(stdout).toMatch(/^quotes-1k-lazy +1\.00 +[\d.]+ +[\d.]+ +\d+ +linted$/m)
  const {inputs, limit} = JSON.parse(readFileSync(file, 'utf8'))
  expect(limit).toBe(30)
  expect(inputs.map(({name, exit}: {name: string; exit: string}) => [name, exit])).toEqual([
    ['quotes-1k-lazy', '0'],
    ['newlines-1mb', '0'],
  ])
})

it('npm run bench:start sets one article, and a folder from its cache, beside Node alone, and writes them as JSON', () => {
  const file = join(scratch(), 'start.json')
  const {status, stdout} = bench('start', 'fixtures/seeds', '--rounds', '1', '--json', file)
  expect(status).toBe(0)
  expect(stdout).toMatch(/^`node -e 0` +\d+ +\d+$/m)
  expect(stdout).toMatch(/^one article +\d+ +\d+ +[\d.]+ × node$/m)
  expect(stdout).toMatch(/^all articles, nothing changed since .* +\d+ +\d+ +[\d.]+ × node$/m)
  expect(stdout).toMatch(/^all articles, two threads +\d+ +\d+ +[\d.]+ × as fast as one$/m)
  const {corpus, runs} = JSON.parse(readFileSync(file, 'utf8'))
  expect(corpus.files).toBe(5)
  expect(Object.keys(runs)).toEqual(['node', 'article', 'hashing', 'cached', 'oneThread', 'twoThreads'])
})

it('an input on which the command does not end is one row, and exit code 1', () => {
  const {status, stdout} = bench('pathological', 'links-100k-lines', '--limit', '0.2')
  expect([status, stdout]).toEqual([
    1,
    expect.stringMatching(/^links-100k-lines +4\.28 +– +– +– +killed after 0\.2 s$/m),
  ])
})

it('each bench says what it cannot do: exit 2', () => {
  const empty = scratch()
  const cases = [
    [['pathological', 'quots'], /no input quots; there are .*quotes-50k/],
    [['peers'], /Usage: npm run bench:peers/],
    [['peers', empty], /there is no article in /],
    [['peers', join(empty, 'nowhere')], /there is no folder .*nowhere/],
    [['peers', 'docs', '--only', 'textlnt'], /no peer textlnt; there are .*textlint/],
    [['start', join(empty, 'nowhere')], /there is no folder .*nowhere/],
    [['start', '--rounds', '0'], /--rounds takes a number from 1 on, not 0/],
    [['scale', '--files', 'many'], /--files takes a number of files, not many/],
  ] as const
  for (const [[script, ...args], message] of cases) {
    const {status, stderr} = bench(script, ...args)
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)])
  }
})
