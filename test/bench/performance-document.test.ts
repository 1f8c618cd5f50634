import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {hostname, tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, it, onTestFinished} from 'vitest'
import {formatPerformanceDocument, type Results} from '../../bench/speed/document.js'
import {machine} from '../../bench/speed/machine.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const on = {...machine(), date: '2026-01-31', node: 'v20.1.0', cores: 4, memoryBytes: 8 * 2 ** 30}

const run = (cpuMs: number, memory: number) => ({wallMs: cpuMs, cpuMs, memory, exit: '0'})

const results: Results = {
  seeds: {
    machine: on,
    corpus: {name: 'seeds', files: 5, bytes: 50_000},
    preset: 'recommended',
    steps: [
      {name: 'parse', ms: 10},
      {name: 'suppress', ms: 0.01},
      {name: 'total', ms: 40},
    ],
    rules: [{name: 'require-disclaimer', ms: 20}],
    cold: {wallMs: 100, cpuMs: 50, findings: 7},
    warm: {wallMs: 50, cpuMs: 25, findings: 7},
    memory: 90e6,
  },
  start: {
    machine: on,
    article: {bytes: 8500},
    corpus: {files: 900, bytes: 4e6},
    runs: {
      node: [run(70, 40e6)],
      article: [run(210, 90e6), run(200, 90e6), run(280, 90e6)],
      cached: [run(350, 90e6)],
      oneThread: [run(4000, 90e6)],
      twoThreads: [{...run(5000, 90e6), wallMs: 2500}],
    },
  },
  keystroke: {
    machine: on,
    preset: 'recommended',
    sizes: [{size: 12_000, runs: 9, fastest: 1, median: 2, late: 3}],
  },
  pathological: {
    machine: on,
    limit: 30,
    inputs: [
      {name: 'quotes', bytes: 50_000, ...run(1500, 80e6)},
      {name: 'stars', bytes: 2e6, ...run(1000, 90e6)},
      {
        name: 'lists',
        bytes: 1e6,
        wallMs: 3e4,
        cpuMs: undefined,
        memory: undefined,
        exit: 'killed after 30 s',
      },
    ],
  },
  scale: {
    machine: on,
    sizes: [250_000, 500_000, 1_000_000, 2_000_000],
    series: [{name: 'an article', costs: [1, 2, 4, 8], exponent: 1}],
    text: 'generated',
    runs: [
      {files: 100, bytes: 4e5, ...run(1000, 100e6)},
      {files: 800, bytes: 32e5, ...run(8000, 110e6)},
    ],
  },
  peers: {
    machine: on,
    corpus: {name: 'health', files: 900, bytes: 4e6},
    rounds: 2,
    peers: [
      {
        name: 'slowlint',
        packages: ['slowlint@1.2.3'],
        files: 90,
        bytes: 4e5,
        partial: true,
        pairs: [
          {ours: run(1000, 80e6), theirs: run(9000, 200e6)},
          {ours: run(2000, 80e6), theirs: run(22_000, 200e6)},
        ],
      },
    ],
  },
}

it('the page on performance has date, machine, versions, a table for each bench, and how to repeat it', () => {
  const page = formatPerformanceDocument(results, '1.2.3')
  expect(page).toContain('healthlint 1.2.3, measured on 2026-01-31 with Node 20.1.0')
  expect(page).toContain('4 cores, 8 GB of memory')
  expect(page).toContain('| parse | 10.0 | 25.0 % | 5.0 |\n| suppress | 0.0 | 0.0 % | – |')
  expect(page).toContain('| `require-disclaimer` | 20.0 | 50.0 % |')
  expect(page).toContain('| one article | 210 | 210 | 3.0 × node |')
  expect(page).toContain('| all articles, two threads | 5000 | 2500 | 1.6 × as fast as one |')
  expect(page).toContain('one article of 8.5 KB, and 900 articles of 4.00 MB')
  expect(page).toContain('| 12 | 9 | 2.00 | 1.00 | 3.00 |')
  expect(page).toContain('| an article | 1 | 2 | 4 | 8 | 1.00 |')
  expect(page).toContain('| 800 | 3.20 | 8.00 | 8.00 | 10.00 | 110 | 1.00 | linted |')
  expect(page).toContain('| quotes | 0.05 | 1.50 | 1.50 | 80 | linted |')
  expect(page).toContain('| lists | 1.00 | – | – | – | killed after 30 s |')
  expect(page).toContain('1 of them fail; the worst takes 1.50 s per MB')
  expect(page).toContain('| slowlint | 90 | 0.40 | 22.00 | 2.00 | 11.0 × | 22.00 | 200 | 80 | 0 |')
  expect(page).toContain('slowlint is too slow for all of it and ran on an even part, 90 files and 0.40 MB')
  expect(page).toContain('Versions: slowlint@1.2.3.')
  expect(page).toMatch(/## How to repeat it[\s\S]*npm run bench:docs -- FOLDER/)
})

it('leaves out what was not measured, and never names the machine', () => {
  const {peers: _peers, scale: _scale, ...rest} = results
  const page = formatPerformanceDocument({...rest, seeds: {...results.seeds!, machine: machine()}}, '1.2.3')
  expect(page).not.toMatch(/Beside other tools|Growth/)
  expect(page).not.toContain(root)
  if (hostname().length > 3) expect(page).not.toContain(hostname())
})

it('npm run bench:docs --reuse writes it from the results of an earlier run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'healthlint-results-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  mkdirSync(join(folder, 'articles'))
  for (const [name, value] of Object.entries({...results, steps: results.seeds}))
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(value))
  const docs = (...args: readonly string[]) =>
    spawnSync(
      process.execPath,
      ['bench/run.mjs', 'bench/speed/docs.ts', ...args, '--reuse', '--results', folder],
      {cwd: root, encoding: 'utf8'},
    )
  const [all, without] = [join(folder, 'all.md'), join(folder, 'without.md')]
  expect(docs(join(folder, 'articles'), '--output', all).status).toBe(0)
  expect(readFileSync(all, 'utf8')).toMatch(/## Steps of a run[\s\S]*## Beside other tools[\s\S]*## Growth/)
  expect(docs(join(folder, 'articles'), '--no-peers', '--output', without).status).toBe(0)
  expect(readFileSync(without, 'utf8')).not.toContain('## Beside other tools')
  expect(docs(join(folder, 'nowhere')).stderr).toMatch(/there is no folder .*nowhere/)
})
