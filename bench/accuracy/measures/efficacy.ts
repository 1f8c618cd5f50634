import * as v from 'valibot'
import {ask, type Case, expectedOf, tally} from '../cases.js'
import {type Engine, isAlarm} from '../engine.js'
import {alone} from '../fragment.js'
import type {Measure, WrongCase} from '../measure.js'
import {precisionAndRecall, share} from '../score.js'

/** The rule that the sets were made for. */
const about = ['no-absolute-efficacy']

/** The labels do not tell a promise of effect from a promise of safety. */
const efficacyRules = (engine: Engine): readonly string[] =>
  engine.known(about).length === 0 ? [] : engine.known([...about, 'no-absolute-safety'])

const first = v.object({text: v.string(), label: v.number(), source: v.string()})
const second = v.object({
  text: v.string(),
  label: v.number(),
  why: v.optional(v.string()),
  source: v.string(),
  sample: v.string(),
})

export const efficacySentences: Measure = {
  name: 'efficacy',
  title: 'Absolute efficacy, sentences, first set',
  needs: ['absolute-efficacy-sentences.jsonl'],
  rules: efficacyRules,
  run: (gold, engine) => {
    const rules = efficacyRules(engine)
    const judged = tally(
      gold
        .rows('absolute-efficacy-sentences.jsonl', first)
        .map(({text, label, source}) =>
          ask(engine, rules, {fragment: alone(text), expected: expectedOf(label), source}),
        ),
    )
    return [
      {
        ...judged,
        name: 'efficacy',
        rules,
        about,
        set: 'absolute-efficacy-sentences.jsonl',
        figures: precisionAndRecall(judged.counts, {precision: 0.75, recall: 0.6}),
      },
    ]
  },
}

/** Each row drawn from the zeros met while hunting stands for this many of them. */
const zeroWeight = 10.7
/** Drawn without looking at the words that a rule looks at, or by a net so wide that it does not matter. */
const random = new Set(['wide-net', 'no-net'])

export const efficacySecond: Measure = {
  name: 'efficacy2',
  title: 'Absolute efficacy, second set',
  needs: ['efficacy2.jsonl'],
  rules: efficacyRules,
  run: (gold, engine) => {
    const rules = efficacyRules(engine)
    const rows = gold.rows('efficacy2.jsonl', second)
    const cases: readonly Case[] = rows.map(({text, label, why, source, sample}) =>
      ask(engine, rules, {
        fragment: alone(text),
        expected: expectedOf(label),
        source,
        ...(sample === 'hunt-zero-sample' ? {weight: zeroWeight} : {}),
        note: why === undefined ? sample : `${sample}: ${why}`,
      }),
    )
    const judged = tally(cases)
    const drawn = cases.filter(({expected}, index) => expected === false && random.has(rows[index]!.sample))
    const alarms = drawn.filter(({found}) => found).length
    return [
      {
        ...judged,
        name: 'efficacy2',
        rules,
        about,
        set: 'efficacy2.jsonl',
        figures: [
          ...precisionAndRecall(judged.counts, {precision: 0.6, recall: 0.5}),
          {name: 'alarms on random sentences', value: share(alarms, drawn.length), atMost: 0.005},
        ],
        remark: `zeros of the hunt weigh ${zeroWeight} each; ${drawn.length} random sentences`,
      },
    ]
  },
}

export const efficacyDocuments: Measure = {
  name: 'efficacy-documents',
  title: 'Absolute efficacy, alarms on agency and textbook text',
  needs: ['articles/manifest.tsv'],
  rules: efficacyRules,
  run: (gold, engine) => {
    const rules = efficacyRules(engine)
    const entries = gold.articles().filter(({tier}) => tier === 'agency' || tier === 'textbook')
    let words = 0
    let alarms = 0
    const wrong: WrongCase[] = []
    for (const entry of entries) {
      const text = gold.article(entry.path)
      const diagnostics = engine.lint(rules, text, entry.path).filter(isAlarm)
      words += entry.words
      alarms += diagnostics.length
      if (diagnostics.length > 0) {
        wrong.push({kind: 'fp', text, path: entry.path, source: `${entry.tier} ${entry.path}`, diagnostics})
      }
    }
    return [
      {
        name: 'efficacy-documents',
        rules,
        about,
        set: 'articles',
        cases: entries.length,
        figures: [
          {name: 'alarms per 10,000 words', value: share(alarms * 10_000, words), atMost: 0.2},
          {name: 'alarms', value: alarms, counted: true},
        ],
        wrong,
        remark: `${words} words`,
      },
    ]
  },
}
