import type {Level} from '../diagnostic.js'
import type {FileResult} from '../file-result.js'

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

export const noTotals: Totals = {
  files: 0,
  errors: 0,
  warnings: 0,
  infos: 0,
  suppressed: 0,
  failed: 0,
  fixable: 0,
  fixed: 0,
  rules: new Map(),
}

export const withFile = (totals: Totals, {diagnostics, suppressed, error, fixed = 0}: FileResult): Totals => {
  const counts = {error: 0, warning: 0, info: 0}
  let fixable = 0
  const rules = new Map(totals.rules)
  for (const {ruleId, level, url, fix} of diagnostics) {
    counts[level]++
    if (fix !== undefined) fixable++
    const met = rules.get(ruleId)
    rules.set(ruleId, {level: met?.level ?? level, url, findings: (met?.findings ?? 0) + 1})
  }
  return {
    files: totals.files + 1,
    errors: totals.errors + counts.error,
    warnings: totals.warnings + counts.warning,
    infos: totals.infos + counts.info,
    suppressed: totals.suppressed + suppressed.length,
    failed: totals.failed + (error === undefined ? 0 : 1),
    fixable: totals.fixable + fixable,
    fixed: totals.fixed + fixed,
    rules,
  }
}
