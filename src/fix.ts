import type {Diagnostic, Edit, LintResult} from './diagnostic.js'
import {ConfigError} from './errors.js'

export interface Fixed {
  readonly output: string
  /** The diagnostics whose fix is in `output`. */
  readonly applied: readonly Diagnostic[]
  /** All others: without a fix, or with one that overlaps an applied fix. */
  readonly remaining: readonly Diagnostic[]
}

/**
 * Applies the fixes that may be applied unasked, from the beginning of the text on. A diagnostic's edits are applied
 * all or none; of two that touch the same text the first wins, and the other has its turn in the next round.
 *
 * @param source the text that was linted; the edits are offsets into it
 * @throws {ConfigError} when it is not given a list of diagnostics
 */
export const applyFixes = (source: string, diagnostics: readonly Diagnostic[]): Fixed => {
  if (!Array.isArray(diagnostics))
    throw new ConfigError(
      '`applyFixes` takes the text and its diagnostics: `applyFixes(text, result.diagnostics)`',
    )
  const candidates = diagnostics
    .filter(({fix}) => fix !== undefined && fix.length > 0)
    .map((diagnostic) => ({diagnostic, edits: [...diagnostic.fix!].sort(byStart)}))
    .sort((a, b) => byStart(a.edits[0]!, b.edits[0]!))
  const applied = new Set<Diagnostic>()
  const edits: Edit[] = []
  let free = 0
  for (const candidate of candidates) {
    if (!applicable(candidate.edits, source.length, free)) continue
    applied.add(candidate.diagnostic)
    edits.push(...candidate.edits)
    free = candidate.edits.at(-1)!.end
  }
  return {
    output: rewritten(source, edits),
    applied: diagnostics.filter((diagnostic) => applied.has(diagnostic)),
    remaining: diagnostics.filter((diagnostic) => !applied.has(diagnostic)),
  }
}

export interface FixedText {
  readonly output: string
  /** How many fixes were applied, all rounds together. */
  readonly applied: number
  /** What linting `output` finds. */
  readonly result: LintResult
}

/** A fix can uncover another; ten rounds are more than any text has needed, and end a pair of fixes that undo each other. */
const maximumRounds = 10

/**
 * Fixes and lints again until nothing is left to fix, so that fixing the output changes nothing.
 *
 * @param lint the linter, already given the article's path
 */
export const fixText = (source: string, lint: (text: string) => LintResult): FixedText => {
  let output = source
  let result = lint(source)
  let applied = 0
  for (let round = 0; round < maximumRounds; round++) {
    const fixed = applyFixes(output, result.diagnostics)
    if (fixed.output === output) break
    output = fixed.output
    applied += fixed.applied.length
    result = lint(output)
  }
  return {output, applied, result}
}

const byStart = (a: Edit, b: Edit): number => a.start - b.start || a.end - b.end

/** True when the edits lie inside the text, in free ground, and apart from each other. */
const applicable = (edits: readonly Edit[], length: number, free: number): boolean => {
  let from = free
  for (const {start, end} of edits) {
    if (start < from || end < start || end > length) return false
    from = end
  }
  return true
}

const rewritten = (source: string, edits: readonly Edit[]): string => {
  const parts: string[] = []
  let from = 0
  for (const {start, end, text} of edits) {
    parts.push(source.slice(from, start), text)
    from = end
  }
  parts.push(source.slice(from))
  return parts.join('')
}
