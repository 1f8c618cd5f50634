import * as v from 'valibot'
import {type Engine, isAlarm} from '../engine.js'
import {overlap} from '../fragment.js'
import type {Measure, WrongCase} from '../measure.js'
import {share} from '../score.js'

const document = v.object({
  path: v.string(),
  findings: v.array(
    v.object({rule: v.string(), start: v.number(), end: v.number(), quote: v.string(), note: v.string()}),
  ),
  disclaimer: v.picklist(['present', 'partial', 'absent']),
})

/** Which rules answer for a finding that a reviewer filed under a short name. */
const rulesFor = (engine: Engine, name: string): readonly string[] => {
  if (name.includes('residue')) return engine.inTopic('residue')
  if (name.includes('efficacy')) return engine.known(['no-absolute-efficacy', 'no-absolute-safety'])
  return engine.known([name])
}

const reviewed = ['residue', 'no-absolute-efficacy', 'cite-statistics']
const disclaimer = 'require-disclaimer'
const about = ['no-drafting-residue', 'no-absolute-efficacy', 'cite-statistics', disclaimer]

/**
 * A reviewer's list of an article is whole for these rules, so an alarm that touches nothing in it is false. An alarm on
 * a borderline finding is neither. A half disclaimer (“talk to your doctor”) is rightly flagged: it never says that the
 * text is no medical advice.
 */
export const documents: Measure = {
  name: 'documents',
  title: 'Whole articles',
  needs: ['documents.jsonl'],
  rules: (engine) =>
    engine.known(about).length < about.length
      ? []
      : [...reviewed.flatMap((name) => rulesFor(engine, name)), disclaimer],
  run: (gold, engine) => {
    const rules = reviewed.flatMap((name) => rulesFor(engine, name))
    const rows = gold.rows('documents.jsonl', document)
    let firm = 0
    let found = 0
    let falseAlarms = 0
    let rightVerdicts = 0
    const wrong: WrongCase[] = []
    for (const row of rows) {
      const text = gold.article(row.path)
      const alarms = engine.lint(rules, text, row.path).filter(isAlarm)
      const about = {text, path: row.path, source: row.path}
      const touches = (alarm: (typeof alarms)[number], finding: (typeof row.findings)[number]): boolean =>
        rulesFor(engine, finding.rule).includes(alarm.ruleId) &&
        overlap({start: alarm.start.offset, end: alarm.end.offset}, finding)

      for (const finding of row.findings.filter(({note}) => !note.startsWith('borderline:'))) {
        firm++
        if (alarms.some((alarm) => touches(alarm, finding))) found++
        else
          wrong.push({
            ...about,
            kind: 'fn',
            diagnostics: [],
            missed: finding,
            note: `${finding.rule}: ${finding.note}`,
          })
      }
      const stray = alarms.filter((alarm) => !row.findings.some((finding) => touches(alarm, finding)))
      falseAlarms += stray.length
      for (const alarm of stray) wrong.push({...about, kind: 'fp', diagnostics: [alarm]})

      const verdict = engine.lint([disclaimer], text, row.path)
      const flagged = verdict.some(isAlarm)
      if (flagged === (row.disclaimer !== 'present')) rightVerdicts++
      else
        wrong.push({
          ...about,
          kind: flagged ? 'fp' : 'fn',
          diagnostics: verdict,
          note: `disclaimer ${row.disclaimer}`,
        })
    }
    return [
      {
        name: 'documents',
        rules: [...rules, disclaimer],
        about,
        set: 'documents.jsonl',
        cases: rows.length,
        figures: [
          {name: 'firm findings found', value: share(found, firm), atLeast: 0.75},
          {name: 'false alarms an article', value: share(falseAlarms, rows.length), atMost: 0.5},
          {name: 'disclaimer verdict right', value: share(rightVerdicts, rows.length), atLeast: 0.9},
        ],
        wrong,
        remark: `${firm} firm findings`,
      },
    ]
  },
}
