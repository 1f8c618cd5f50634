import {existsSync, mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {corpusOf} from './corpus.js'
import {formatColumns} from './format.js'
import {type Machine, machine} from './machine.js'
import {startRows} from './tables.js'
import {runMeasured, type Usage} from './usage.js'

const usage = `Usage: npm run bench:start -- [FOLDER] [--rounds N] [--json FILE]

What the built command takes before it has linted much: one of the seed articles in a new process, beside \`node -e 0\`.
With a folder of articles, also all of them when nothing has changed since the cache was written, beside a script that only
reads and hashes them, and all of them without a cache in one thread and in two. Medians of the rounds, which are interleaved.`

/** What was run, in the order of the rows. */
export type StartRun = 'node' | 'article' | 'hashing' | 'cached' | 'oneThread' | 'twoThreads'

/** What `--json` writes. */
export interface StartReport {
  readonly machine: Machine
  readonly article: {readonly bytes: number}
  readonly corpus?: {readonly files: number; readonly bytes: number}
  readonly runs: Readonly<Partial<Record<StartRun, readonly Usage[]>>>
}

/** @returns the exit code */
export const main = (args: readonly string[], {root}: {readonly root: string}): number => {
  const {values, positionals} = parseArgs({
    args: [...args],
    options: {
      rounds: {type: 'string', default: '7'},
      json: {type: 'string'},
      help: {type: 'boolean', short: 'h'},
    },
    allowPositionals: true,
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const command = join(root, 'dist', 'cli.js')
  const folder = positionals[0] === undefined ? undefined : resolve(positionals[0])
  const rounds = Number(values.rounds)
  const trouble = !existsSync(command)
    ? `${command} is not there: run npm run build`
    : folder !== undefined && !existsSync(folder)
      ? `there is no folder ${folder}`
      : !(Number.isInteger(rounds) && rounds > 0)
        ? `--rounds takes a number from 1 on, not ${values.rounds}`
        : undefined
  if (trouble !== undefined) {
    console.error(trouble)
    return 2
  }
  const article = corpusOf(join(root, 'fixtures', 'seeds')).files[0]!.path
  const scratch = mkdtempSync(join(tmpdir(), 'healthlint-start-'))
  try {
    const lint = [command, '--no-fail', '--no-config', '--format', 'json']
    const kept = ['--cache', '--cache-location', join(scratch, 'cache')]
    const scripts: Partial<Record<StartRun, readonly string[]>> = {
      node: ['-e', '0'],
      article: [...lint, article],
      ...(folder === undefined
        ? {}
        : {
            hashing: ['-e', hashAll, folder],
            cached: [...lint, ...kept, folder],
            oneThread: [...lint, '--concurrency', '1', folder],
            twoThreads: [...lint, '--concurrency', '2', folder],
          }),
    }
    const run = (script: readonly string[]): Usage => runMeasured(script, {limit: 600, scratch})
    // The first run of all fills the machine's own caches, and ours.
    for (const name of ['node', 'article', 'hashing', 'cached'] as const)
      if (scripts[name] !== undefined) run(scripts[name])
    const runs: {-readonly [Name in StartRun]?: Usage[]} = {}
    for (let round = 0; round < rounds; round++) {
      for (const [name, script] of Object.entries(scripts) as [StartRun, readonly string[]][]) {
        // What takes seconds is steady enough after three.
        if (round >= 3 && /Threads?$/.test(name)) continue
        runs[name] = [...(runs[name] ?? []), run(script)]
      }
    }
    const corpus = folder === undefined ? undefined : corpusOf(folder)
    const report: StartReport = {
      machine: machine(),
      article: {bytes: statSync(article).size},
      ...(corpus === undefined ? {} : {corpus: {files: corpus.files.length, bytes: corpus.bytes}}),
      runs,
    }
    console.log(formatColumns(startRows(report)))
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
    return Object.values(runs).every((all) => all.every(({exit}) => exit === '0')) ? 0 : 1
  } finally {
    rmSync(scratch, {recursive: true})
  }
}

/** The least that a run with a cache must do: every file is read, and its bytes are hashed. */
const hashAll = `
  const {readdirSync, readFileSync, statSync} = require('node:fs')
  const {createHash} = require('node:crypto')
  const [folder] = process.argv.slice(1)
  for (const name of readdirSync(folder, {recursive: true})) {
    const path = folder + '/' + name
    if (/\\.(md|mdx|markdown|txt)$/.test(name) && statSync(path).isFile())
      createHash('sha256').update(readFileSync(path)).digest()
  }
`
