import type {Diagnostic} from '../../src/diagnostic.js'
import {type Engine, isAlarm} from './engine.js'
import type {Fragment} from './fragment.js'
import type {WrongCase} from './measure.js'
import {type Counts, countsOf, type Judged} from './score.js'

/** A labelled text, linted. */
export interface Case extends Judged {
  readonly fragment: Fragment
  readonly source: string
  readonly diagnostics: readonly Diagnostic[]
  readonly note?: string
}

export interface Question {
  readonly fragment: Fragment
  readonly expected: boolean | undefined
  readonly source: string
  readonly weight?: number
  readonly note?: string
}

/** Lints the fragment; `found` says whether any finding counts, by default one at error or warning. */
export const ask = (
  engine: Engine,
  rules: readonly string[],
  question: Question,
  found: (diagnostics: readonly Diagnostic[]) => boolean = (diagnostics) => diagnostics.some(isAlarm),
): Case => {
  const {fragment} = question
  const diagnostics = engine.lint(rules, fragment.text, fragment.path)
  return {...question, diagnostics, found: found(diagnostics)}
}

const wrongOf = (cases: readonly Case[]): readonly WrongCase[] =>
  cases.flatMap(({expected, found, fragment, source, diagnostics, note}) =>
    expected === undefined || expected === found
      ? []
      : [
          {
            kind: found ? ('fp' as const) : ('fn' as const),
            text: fragment.text,
            path: fragment.path,
            source,
            diagnostics,
            ...(note === undefined ? {} : {note}),
          },
        ],
  )

/** Counts, number of cases and wrong cases: what every measure of single texts reports. */
export const tally = (
  cases: readonly Case[],
): {readonly cases: number; readonly counts: Counts; readonly wrong: readonly WrongCase[]} => ({
  cases: cases.filter(({expected}) => expected !== undefined).length,
  counts: countsOf(cases),
  wrong: wrongOf(cases),
})

/** `1` violates, `0` does not, `-1` is borderline and is counted neither as hit nor as miss. */
export const expectedOf = (label: number): boolean | undefined => (label === -1 ? undefined : label === 1)
