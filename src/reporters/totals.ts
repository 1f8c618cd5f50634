import type {Level} from '../diagnostic.js'
import type {FileResult} from '../file-result.js'
import {keptOf, tallyOf} from '../kept-result.js'

/** What a run has met so far. */
export interface Totals {
  readonly files: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly suppressed: number
  /** Files that could not be linted. */
  readonly failed: number
  /** Findings with a fix that may be applied unasked. */
  readonly fixable: number
  /** Fixes applied. */
  readonly fixed: number
  /** Rules with a finding, in the order met. */
  readonly rules: ReadonlyMap<string, RuleMet>
}

export interface RuleMet {
  readonly level: Level
  readonly url: string
  readonly findings: number
}

export interface RunningTotals {
  /** What was met so far; it changes with the next file. */
  readonly totals: Totals
  readonly add: (result: FileResult) => void
}

export const startTotals = (): RunningTotals => {
  const rules = new Map<string, RuleMet>()
  const totals = {
    ...{files: 0, errors: 0, warnings: 0, infos: 0, suppressed: 0, failed: 0, fixable: 0, fixed: 0},
    rules,
  } satisfies Totals
  const add = (result: FileResult): void => {
    const tally = keptOf(result)?.tally ?? tallyOf(result)
    totals.files++
    if (result.error !== undefined) totals.failed++
    totals.fixed += result.fixed ?? 0
    for (const key of ['errors', 'warnings', 'infos', 'suppressed', 'fixable'] as const)
      totals[key] += tally[key]
    for (const {ruleId, level, url, findings} of tally.rules) {
      const met = rules.get(ruleId)
      rules.set(ruleId, {level: met?.level ?? level, url, findings: (met?.findings ?? 0) + findings})
    }
  }
  return {totals, add}
}
