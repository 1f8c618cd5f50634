import * as v from 'valibot'
import {ask, tally} from '../cases.js'
import {isAlarm} from '../engine.js'
import {inArticle} from '../fragment.js'
import type {Measure, WrongCase} from '../measure.js'
import {precisionAndRecall, share} from '../score.js'

const rules = ['require-disclaimer']

const article = v.object({
  path: v.string(),
  label: v.picklist(['present', 'partial', 'absent']),
  source: v.string(),
})
const line = v.object({
  text: v.string(),
  label: v.picklist(['present', 'not-a-disclaimer']),
  source: v.string(),
})

/** A finding at `info` leaves an article alone: it asks a person to look, as for a disclaimer that is only linked. */
export const disclaimerArticles: Measure = {
  name: 'disclaimer-articles',
  title: 'Disclaimer, whole articles',
  needs: ['disclaimer-articles.jsonl'],
  rules: (engine) => engine.known(rules),
  run: (gold, engine) => {
    const wrong: WrongCase[] = []
    const seen = {present: 0, partial: 0, absent: 0}
    const flagged = {present: 0, partial: 0, absent: 0}
    for (const {path, label, source} of gold.rows('disclaimer-articles.jsonl', article)) {
      const text = gold.article(path)
      const diagnostics = engine.lint(rules, text, path)
      const hit = diagnostics.some(isAlarm)
      seen[label]++
      if (hit) flagged[label]++
      const about = {text, path, source: `${source} ${path}`, diagnostics, note: `disclaimer ${label}`}
      if (label === 'present' && hit) wrong.push({...about, kind: 'fp'})
      if (label === 'absent' && !hit) wrong.push({...about, kind: 'fn'})
    }
    return [
      {
        name: 'disclaimer-articles',
        rules,
        set: 'disclaimer-articles.jsonl',
        cases: seen.present + seen.absent,
        counts: {
          truePositive: flagged.absent,
          falsePositive: flagged.present,
          falseNegative: seen.absent - flagged.absent,
          trueNegative: seen.present - flagged.present,
        },
        figures: [
          {
            name: 'with one, left alone',
            value: share(seen.present - flagged.present, seen.present),
            atLeast: 0.97,
          },
          {name: 'with none, flagged', value: share(flagged.absent, seen.absent), atLeast: 0.995},
        ],
        wrong,
        remark: `${seen.partial} half disclaimers are not counted; ${flagged.partial} of them are flagged`,
      },
    ]
  },
}

/** Each line ends a small article that has no disclaimer of its own; found means that the rule took it for one. */
export const disclaimerLines: Measure = {
  name: 'disclaimer-lines',
  title: 'Disclaimer, lines',
  needs: ['disclaimer-lines.jsonl'],
  rules: (engine) => engine.known(rules),
  run: (gold, engine) => {
    const judged = tally(
      gold
        .rows('disclaimer-lines.jsonl', line)
        .map(({text, label, source}) =>
          ask(
            engine,
            rules,
            {fragment: inArticle(text), expected: label === 'present', source, note: text},
            (diagnostics) => !diagnostics.some(isAlarm),
          ),
        ),
    )
    return [
      {
        ...judged,
        name: 'disclaimer-lines',
        rules,
        set: 'disclaimer-lines.jsonl',
        figures: precisionAndRecall(judged.counts),
        remark: 'precision and recall of taking a line for a disclaimer',
      },
    ]
  },
}
