import * as v from 'valibot'
import {ask, expectedOf, tally} from '../cases.js'
import {type Engine, isAlarm} from '../engine.js'
import {alone} from '../fragment.js'
import type {Measure} from '../measure.js'
import {precisionAndRecall, share} from '../score.js'

const rules = ['cite-statistics']
const statisticRules = (engine: Engine): readonly string[] => engine.known(rules)

const first = v.object({text: v.string(), label: v.number(), source: v.string()})
const second = v.object({
  text: v.string(),
  label: v.number(),
  kind: v.optional(v.string()),
  cited: v.boolean(),
  source: v.string(),
  sample: v.string(),
})

/**
 * Label 1 is a statistic that needs a source, whether or not the sentence names one. A rule that finds the figure and
 * its source keeps silent and is right, so what it explains counts beside what it reports. Any level counts: the
 * question is whether the figure was seen.
 */
export const statisticSentences: Measure = {
  name: 'statistics',
  title: 'Statistics that need a source, first set',
  needs: ['statistic-sentences.jsonl'],
  rules: statisticRules,
  run: (gold, engine) => {
    const judged = tally(
      gold.rows('statistic-sentences.jsonl', first).map(({text, label, source}) =>
        ask(engine, rules, {fragment: alone(text), expected: expectedOf(label), source}, (diagnostics) => {
          if (diagnostics.length > 0) return true
          return engine
            .explain(rules, text, 'fragment.md')
            .some(({sightings}) =>
              sightings.some(({citation}) => citation !== undefined && citation !== 'none'),
            )
        }),
      ),
    )
    return [
      {
        ...judged,
        name: 'statistics',
        rules,
        set: 'statistic-sentences.jsonl',
        figures: precisionAndRecall(judged.counts, {precision: 0.88, recall: 0.88}),
      },
    ]
  },
}

/** A statistic whose sentence names its source is no case for the rule, so it stands among the zeros. */
export const statisticsSecond: Measure = {
  name: 'statistics2',
  title: 'Statistics that need a source and have none, second set',
  needs: ['statistics2.jsonl'],
  rules: statisticRules,
  run: (gold, engine) => {
    const rows = gold.rows('statistics2.jsonl', second)
    const cases = rows.map(({text, label, cited, kind, source, sample}) =>
      ask(
        engine,
        rules,
        {
          fragment: alone(text),
          expected: label === 1 ? !cited : expectedOf(label),
          source,
          note: [sample, kind, cited ? 'cited' : undefined].filter((part) => part !== undefined).join(', '),
        },
        (diagnostics) => diagnostics.length > 0,
      ),
    )
    const judged = tally(cases)
    const cited = cases.filter((_, index) => rows[index]!.label === 1 && rows[index]!.cited)
    const loud = tally(cases.map((one) => ({...one, found: one.diagnostics.some(isAlarm)})))
    return [
      {
        ...judged,
        name: 'statistics2',
        rules,
        set: 'statistics2.jsonl',
        figures: [
          ...precisionAndRecall(judged.counts, {precision: 0.8, recall: 0.8}),
          {name: 'cited, left alone', value: share(cited.filter(({found}) => !found).length, cited.length)},
        ],
      },
      {
        ...loud,
        name: 'statistics2/alarms',
        rules,
        set: 'statistics2.jsonl',
        figures: precisionAndRecall(loud.counts),
        remark: 'the same, counting error and warning alone',
      },
    ]
  },
}
