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
