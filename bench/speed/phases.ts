import {peakMemory} from '../../src/cli/peak-memory.js'
import type {Profile} from '../../src/cli/profile-table.js'
import {createLinter, type Linter} from '../../src/lint.js'
import {lintBytes} from '../../src/node/lint-file.js'
import {jsonReporter} from '../../src/reporters/json.js'
import {startTotals} from '../../src/reporters/totals.js'
import type {Settings} from '../../src/rules/settings.js'
import {createStopwatch, type Stopwatch, timed} from '../../src/stopwatch.js'
import {type Corpus, cpuMsSince} from './corpus.js'

export interface WholeRun {
  readonly wallMs: number
  /** User and system time together. */
  readonly cpuMs: number
  readonly findings: number
}

/** Reads, lints and reports every file as the command does in one thread, and times each step if there is a stopwatch. */
const lintAll = ({files}: Corpus, settings: Settings, stopwatch?: Stopwatch): WholeRun => {
  const before = process.cpuUsage()
  const start = performance.now()
  const linter: Linter = timed(stopwatch, 'compile', () => createLinter(settings))
  const {totals, add} = startTotals()
  let written = 0
  for (const {path, read} of files) {
    const bytes = timed(stopwatch, 'read', read)
    const result = lintBytes(bytes, path, linter, stopwatch)
    written += timed(stopwatch, 'report', () => jsonReporter.file(result, totals).length)
    add(result)
  }
  if (written === 0 && files.length > 0) throw new Error('nothing was reported')
  return {
    wallMs: performance.now() - start,
    cpuMs: cpuMsSince(before),
    findings: totals.errors + totals.warnings + totals.infos,
  }
}

/** The run as a caller sees it, nothing timed inside. */
export const measureWhole = (corpus: Corpus, settings: Settings): WholeRun => lintAll(corpus, settings)

/** The same run with every step timed. */
export const measureSteps = (corpus: Corpus, settings: Settings): Profile => {
  const stopwatch = createStopwatch()
  const {wallMs} = lintAll(corpus, settings, stopwatch)
  return {
    times: stopwatch.times(),
    files: corpus.files.length,
    bytes: corpus.bytes,
    total: wallMs,
    memory: peakMemory(),
  }
}
