import * as v from 'valibot'
import type {Diagnostic} from '../../../src/diagnostic.js'
import type {Rule} from '../../../src/rules/rule.js'
import {type Case, tally} from '../cases.js'
import {type Engine, isAlarm} from '../engine.js'
import {overlap, pathFor, withoutMarks} from '../fragment.js'
import type {Measure, Result} from '../measure.js'
import {precisionAndRecall, share} from '../score.js'

const example = v.object({
  rule: v.string(),
  label: v.picklist(['fail', 'pass']),
  text: v.string(),
  note: v.optional(v.string()),
})

export interface ExampleVerdict {
  /** Each marked span is touched and nothing else is; for a passing example, nothing is. */
  readonly right: boolean
  /** The spans are those marked, to the letter. */
  readonly exact: boolean
}

/**
 * A passing example may have a finding at `info` when the rule speaks louder by default: it was accepted, with a word to
 * a person.
 */
export const verdictOfExample = (
  label: 'fail' | 'pass',
  marked: string,
  diagnostics: readonly Diagnostic[],
  level: Rule['level'],
): ExampleVerdict => {
  if (label === 'pass') {
    const right = (level === 'info' ? diagnostics : diagnostics.filter(isAlarm)).length === 0
    return {right, exact: right}
  }
  const {spans} = withoutMarks(marked)
  const places = diagnostics.map(({start, end}) => ({start: start.offset, end: end.offset}))
  const right =
    spans.every((span) => places.some((place) => overlap(place, span))) &&
    places.every((place) => spans.some((span) => overlap(place, span))) &&
    places.length > 0
  const same = (a: {start: number; end: number}, b: {start: number; end: number}) =>
    a.start === b.start && a.end === b.end
  const exact =
    right &&
    spans.every((span) => places.some((place) => same(place, span))) &&
    places.length === spans.length
  return {right, exact}
}

const isKnown = (rule: Rule, text: string): boolean =>
  rule.examples.some(
    (one) =>
      one.known !== undefined &&
      withoutMarks('fail' in one ? one.fail : one.pass).text === withoutMarks(text).text,
  )

interface Judgement extends Case {
  readonly rule: Rule
  readonly label: 'fail' | 'pass'
  readonly verdict: ExampleVerdict
  readonly known: boolean
}

const judge = (engine: Engine, rule: Rule, row: v.InferOutput<typeof example>): Judgement => {
  const {text} = withoutMarks(row.text)
  const fragment = {text, path: pathFor(text), offset: 0}
  const diagnostics = engine.lint([rule.id], text, fragment.path)
  const verdict = verdictOfExample(row.label, row.text, diagnostics, rule.level)
  const expected = row.label === 'fail'
  return {
    rule,
    label: row.label,
    verdict,
    known: isKnown(rule, row.text),
    fragment,
    source: `${rule.id} (${row.label})`,
    ...(row.note === undefined ? {} : {note: row.note}),
    expected,
    found: expected === verdict.right,
    diagnostics,
  }
}

export const ruleExamples: Measure = {
  name: 'rule-examples',
  title: 'Examples of the catalogue, rules that exist',
  needs: ['rule-examples.jsonl'],
  rules: (engine) => engine.rules.map(({id}) => id),
  run: (gold, engine) => {
    const judgements = gold.rows('rule-examples.jsonl', example).flatMap((row) => {
      const rule = engine.rules.find(({id}) => id === row.rule)
      return rule === undefined ? [] : [judge(engine, rule, row)]
    })
    const ids = [...new Set(judgements.map(({rule}) => rule.id))]
    return [
      summary('rule-examples', ids, judgements, true),
      ...ids.map((id) =>
        summary(
          `rule-examples/${id}`,
          [id],
          judgements.filter(({rule}) => rule.id === id),
          false,
        ),
      ),
    ]
  },
}

const summary = (
  name: string,
  rules: readonly string[],
  judgements: readonly Judgement[],
  bound: boolean,
): Result => {
  const judged = tally(judgements)
  const wrong = judgements.filter(({verdict}) => !verdict.right)
  const rightShare = share(judgements.length - wrong.length, judgements.length)
  return {
    ...judged,
    name,
    rules,
    set: 'rule-examples.jsonl',
    figures: [
      {name: 'right', value: rightShare, ...(bound ? {atLeast: 0.95} : {})},
      ...precisionAndRecall(judged.counts),
      {
        name: 'spans exact',
        value: share(judgements.filter(({verdict}) => verdict.exact).length, judgements.length),
      },
      {
        name: 'wrong and not known',
        value: wrong.filter(({known}) => !known).length,
        counted: true,
        ...(bound ? {atMost: 0} : {}),
      },
    ],
  }
}
