import {writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {createLinter} from '../../src/lint.js'
import {generatedArticle} from './corpus.js'
import {formatColumns, quantile} from './format.js'
import {type Machine, machine} from './machine.js'
import {settingsFor} from './settings.js'
import {keystrokeRows} from './tables.js'

/** Sizes in UTF-16 code units, and how often each is linted. */
const sizes = [
  {size: 2_000, runs: 200},
  {size: 12_000, runs: 150},
  {size: 100_000, runs: 40},
  {size: 1_000_000, runs: 10},
]

interface Keystrokes {
  /** UTF-16 code units of the article. */
  readonly size: number
  readonly runs: number
  /** Milliseconds. */
  readonly fastest: number
  readonly median: number
  readonly late: number
}

/** What `--json` writes. */
export interface KeystrokeReport {
  readonly machine: Machine
  readonly preset: string
  readonly sizes: readonly Keystrokes[]
}

/** One letter typed in the middle between two lints, which an editor asks of one follower. @returns milliseconds of each lint */
const keystrokes = (lint: (text: string) => unknown, text: string, runs: number): readonly number[] => {
  const middle = text.length >> 1
  const times: number[] = []
  for (let typed = 1; typed <= runs + 3; typed++) {
    const edited = `${text.slice(0, middle)}${'tea '.repeat(Math.ceil(typed / 4)).slice(0, typed)}${text.slice(middle)}`
    const start = performance.now()
    lint(edited)
    // The first three warm caches up.
    if (typed > 3) times.push(performance.now() - start)
  }
  return times
}

/** `npm run bench:keystroke [-- --preset NAME|all] [--json FILE]` */
export const main = (args: readonly string[]): number => {
  const {values} = parseArgs({
    args: [...args],
    options: {preset: {type: 'string', default: 'recommended'}, json: {type: 'string'}},
  })
  const linter = createLinter(settingsFor(values.preset))
  const opened = () => linter.follow({path: 'keystroke.md'})
  keystrokes(opened(), generatedArticle(1, 50_000), 20)
  const measured = sizes.map(({size, runs}): Keystrokes => {
    const times = keystrokes(opened(), generatedArticle(2, size), runs)
    const [fastest, median, late] = [0, 0.5, 0.95].map((share) => quantile(times, share)) as [
      number,
      number,
      number,
    ]
    return {size, runs, fastest, median, late}
  })
  console.log(formatColumns(keystrokeRows(measured)))
  const report: KeystrokeReport = {machine: machine(), preset: values.preset, sizes: measured}
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
  return 0
}
