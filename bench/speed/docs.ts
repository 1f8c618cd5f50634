import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {formatPerformanceDocument, type Results} from './document.js'

const usage = `Usage: npm run bench:docs -- [FOLDER] [--no-peers] [--reuse] [--rounds N] [--results DIR] [--output FILE]

Runs every bench, one after the other, and writes docs/PERFORMANCE.md (or --output) from what they measured. FOLDER holds articles for the
steps, the peers and the number of files; without it they are the seeds and generated text, and no peer runs. Results are
kept as JSON under --results (bench/results unless given); --reuse takes those that are there instead of measuring again.`

interface Bench {
  readonly name: keyof Results
  readonly script: string
  readonly args: readonly string[]
}

/** @returns the exit code */
export const main = (args: readonly string[], {root}: {readonly root: string}): number => {
  const {values, positionals} = parseArgs({
    args: [...args],
    options: {
      'no-peers': {type: 'boolean', default: false},
      reuse: {type: 'boolean', default: false},
      rounds: {type: 'string', default: '3'},
      results: {type: 'string', default: join(root, 'bench', 'results')},
      output: {type: 'string', default: join(root, 'docs', 'PERFORMANCE.md')},
      help: {type: 'boolean', short: 'h'},
    },
    allowPositionals: true,
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const folder = positionals[0] === undefined ? undefined : resolve(positionals[0])
  if (folder !== undefined && !existsSync(folder)) {
    console.error(`there is no folder ${folder}`)
    return 2
  }
  const given = folder === undefined ? [] : [folder]
  const benches: readonly Bench[] = [
    {name: 'seeds', script: 'main', args: []},
    ...(folder === undefined ? [] : [{name: 'steps', script: 'main', args: given} as const]),
    {name: 'start', script: 'start', args: given},
    {name: 'keystroke', script: 'keystroke', args: []},
    {name: 'pathological', script: 'pathological', args: []},
    {name: 'scale', script: 'scale', args: given},
    ...(folder === undefined || values['no-peers']
      ? []
      : [{name: 'peers', script: 'peers', args: [...given, '--rounds', values.rounds]} as const]),
  ]
  mkdirSync(values.results, {recursive: true})
  const results: {-readonly [Name in keyof Results]: Results[Name]} = {}
  for (const bench of benches) {
    const file = join(values.results, `${bench.name}.json`)
    if (!(values.reuse && existsSync(file))) {
      console.error(`\n${bench.name}`)
      const {status} = spawnSync(
        process.execPath,
        ['bench/run.mjs', `bench/speed/${bench.script}.ts`, ...bench.args, '--json', file],
        {cwd: root, stdio: ['ignore', 'inherit', 'inherit']},
      )
      // 1 is a bench whose figures show a failure: they are figures all the same.
      if (status !== 0 && status !== 1) {
        console.error(`${bench.name} could not be measured`)
        return 2
      }
    }
    results[bench.name] = JSON.parse(readFileSync(file, 'utf8'))
  }
  const {version}: {version: string} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  writeFileSync(values.output, formatPerformanceDocument(results, version))
  console.error(`\nwrote ${values.output}`)
  return 0
}
