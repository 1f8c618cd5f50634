import {counted} from '../reporters/summary.js'
import type {Totals} from '../reporters/totals.js'

export const exitCodes = {clean: 0, findings: 1, failure: 2} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** When findings fail a run. */
export interface FailurePolicy {
  readonly failOn: 'error' | 'warning'
  readonly maxWarnings: number | undefined
  /** Findings never fail the run; what could not be linted still does. */
  readonly noFail: boolean
}

export interface Verdict {
  readonly code: ExitCode
  /** Why findings failed the run, when the findings themselves do not show it. */
  readonly reason?: string
}

/** @param totals of all findings, whether shown or not */
export const verdictOf = (totals: Totals, policy: FailurePolicy): Verdict => {
  if (totals.failed > 0) return {code: exitCodes.failure}
  if (policy.noFail) return {code: exitCodes.clean}
  if (totals.errors > 0) return {code: exitCodes.findings}
  if (policy.failOn === 'warning' && totals.warnings > 0) {
    return {
      code: exitCodes.findings,
      reason: `${counted(totals.warnings, 'warning')}, and --fail-on is warning`,
    }
  }
  if (policy.maxWarnings !== undefined && totals.warnings > policy.maxWarnings) {
    return {
      code: exitCodes.findings,
      reason: `${counted(totals.warnings, 'warning')}, and --max-warnings is ${policy.maxWarnings}`,
    }
  }
  return {code: exitCodes.clean}
}
