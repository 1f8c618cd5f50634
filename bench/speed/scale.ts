import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {createLinter} from '../../src/lint.js'
import {type BenchFile, corpusOf, cpuMsSince, generatedArticle} from './corpus.js'
import {exponent, formatColumns} from './format.js'
import {type Machine, machine} from './machine.js'
import {settingsFor} from './settings.js'
import {fileRows, sizeRows} from './tables.js'
import {runMeasured} from './usage.js'

const usage = `Usage: npm run bench:scale -- [FOLDER] [--files N]… [--limit SECONDS] [--json FILE]

How cost grows: with the size of one article, eightfold, in this process; and with the number of files, for the built
command in a process of its own. The files are those of FOLDER, over and over until there are enough, or generated ones.
An exponent of 1 is linear, 2 quadratic.`

const sizes = [250_000, 500_000, 1_000_000, 2_000_000]

interface SizeSeries {
  readonly name: string
  /** CPU milliseconds for each size. */
  readonly costs: readonly number[]
  readonly exponent: number
}

interface FileRun {
  readonly files: number
  readonly bytes: number
  readonly cpuMs: number | undefined
  readonly wallMs: number
  readonly memory: number | undefined
  readonly exit: string
}

/** What `--json` writes. */
export interface ScaleReport {
  readonly machine: Machine
  /** UTF-16 code units. */
  readonly sizes: readonly number[]
  readonly series: readonly SizeSeries[]
  readonly text: 'generated' | 'given'
  readonly runs: readonly FileRun[]
}

/** CPU milliseconds of the best of three: what the work costs when nothing disturbs it. */
const bestOfThree = (run: () => unknown): number =>
  Math.min(
    ...[0, 1, 2].map(() => {
      const before = process.cpuUsage()
      run()
      return cpuMsSince(before)
    }),
  )

const texts: readonly (readonly [string, (size: number) => string])[] = [
  ['an article', (size) => generatedArticle(3, size)],
  [
    'one paragraph',
    (size) =>
      generatedArticle(4, size)
        .replace(/^---[\s\S]*?---/, '')
        .replace(/[#|\n-]+/g, ' '),
  ],
  ['one sentence', (size) => 'patient '.repeat(size / 8)],
]

/** @returns the exit code */
export const main = (args: readonly string[], {root}: {readonly root: string}): number => {
  const {values, positionals} = parseArgs({
    args: [...args],
    options: {
      files: {type: 'string', multiple: true, default: ['2843', '24000']},
      limit: {type: 'string', default: '600'},
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
  const counts = values.files.map(Number)
  const trouble = !existsSync(command)
    ? `${command} is not there: run npm run build`
    : counts.some((count) => !(Number.isInteger(count) && count > 0))
      ? `--files takes a number of files, not ${values.files.join(', ')}`
      : undefined
  if (trouble !== undefined) {
    console.error(trouble)
    return 2
  }
  const linter = createLinter(settingsFor('recommended'))
  const lint = (text: string): unknown => linter.lint(text, {path: 'scale.md'})
  const series = texts.map(([name, make]): SizeSeries => {
    // The just-in-time compiler has its fill before the smallest is timed, or growth would look flatter than it is.
    for (let warm = 0; warm < 4; warm++) lint(make(500_000))
    const costs = sizes.map((size) => {
      const text = make(size)
      return bestOfThree(() => lint(text))
    })
    return {name, costs, exponent: exponent(sizes, costs)}
  })
  console.log(formatColumns(sizeRows({sizes, series})))

  const given = positionals[0] === undefined ? undefined : corpusOf(resolve(positionals[0])).files
  const run = {command, limit: Number(values.limit)}
  const runs = counts.map((count) => runFiles(count, given, run))
  console.log(`\n${formatColumns(fileRows(runs))}`)
  const report: ScaleReport = {
    machine: machine(),
    sizes,
    series,
    text: given === undefined ? 'generated' : 'given',
    runs,
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
  return 0
}

/** About the length of an article on a health site. */
const usualLength = 4000

const runFiles = (
  count: number,
  given: readonly BenchFile[] | undefined,
  {command, limit}: {readonly command: string; readonly limit: number},
): FileRun => {
  const scratch = mkdtempSync(join(tmpdir(), 'healthlint-scale-'))
  try {
    let bytes = 0
    for (let index = 0; index < count; index++) {
      const from = given?.[index % given.length]
      const content =
        from === undefined ? Buffer.from(generatedArticle(index, usualLength)) : readFileSync(from.path)
      const ending = from?.path.replace(/^.*\./, '') ?? 'md'
      // A folder of a hundred, as sites have them.
      const path = join(scratch, 'articles', String(Math.floor(index / 100)), `${index}.${ending}`)
      mkdirSync(dirname(path), {recursive: true})
      writeFileSync(path, content)
      bytes += content.length
    }
    const script = [command, '--no-config', '--format', 'json', '--no-fail', 'articles']
    const {cpuMs, wallMs, memory, exit} = runMeasured(script, {cwd: scratch, limit, scratch})
    return {files: count, bytes, cpuMs, wallMs, memory, exit}
  } finally {
    rmSync(scratch, {recursive: true})
  }
}
