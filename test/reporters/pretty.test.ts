import picocolors from 'picocolors'
import {describe, expect, it} from 'vitest'
import type {FileResult} from '../../src/file-result.js'
import {prettyReporter} from '../../src/reporters/pretty.js'
import {startTotals} from '../../src/reporters/totals.js'
import {diagnosticOn} from './diagnostics.js'

const reporter = prettyReporter({colours: picocolors.createColors(false), width: 80})

const reportOf = (results: readonly FileResult[]): string => {
  const {totals, add} = startTotals()
  let text = reporter.open()
  for (const result of results) {
    text += reporter.file(result, totals)
    add(result)
  }
  return text + reporter.close(totals)
}

const source = '# Tea\n\nThis tea cures diabetes.\n\nStudies show that it helps.\n'
const claim = diagnosticOn(source, 'cures diabetes', {
  expected: ['may help with', 'has been shown to reduce'],
})
const vague = diagnosticOn(source, 'Studies show', {
  ruleId: 'cite-vague-research',
  level: 'warning',
  message: '“Studies show” names no study.',
  note: 'A reader cannot look up what is not named, and cannot tell a trial of thousands from a survey of ten.',
  url: 'https://example.org/rules/cite-vague-research',
})
const result = (path: string, diagnostics: FileResult['diagnostics']): FileResult => ({
  path,
  source,
  diagnostics,
  suppressed: [],
})

describe('the report for people', () => {
  it('shows place, message, rule, words, why and what instead, then every rule met and the sum', () => {
    expect(reportOf([result('tea.md', [vague, claim])])).toBe(`tea.md

  error    3:10  “cures diabetes” promises a result.  no-absolute-efficacy
    3 │ This tea cures diabetes.
      │          ^^^^^^^^^^^^^^
        why      No treatment works for everyone.
        instead  may help with · has been shown to reduce

  warning  5:1  “Studies show” names no study.  cite-vague-research
    5 │ Studies show that it helps.
      │ ^^^^^^^^^^^^
        why      A reader cannot look up what is not named, and cannot tell a
                 trial of thousands from a survey of ten.

  1  no-absolute-efficacy  https://example.org/rules/no-absolute-efficacy
  1  cite-vague-research   https://example.org/rules/cite-vague-research

1 article, 1 error, 1 warning
`)
  })

  it('says why once per rule and run', () => {
    const report = reportOf([result('a.md', [claim, claim]), result('b.md', [claim])])
    expect(report.match(/No treatment works/g)).toHaveLength(1)
    expect(report.match(/instead/g)).toHaveLength(3)
    expect(report).toContain('2 articles, 3 errors')
  })

  it('names suggestions, related places and fixes', () => {
    const report = reportOf([
      result('a.md', [
        {
          ...vague,
          suggestions: [{message: 'name the study', edits: []}],
          related: [{message: 'first said here', start: claim.start, end: claim.end}],
          fix: [{start: 0, end: 1, text: ''}],
        },
      ]),
    ])
    expect(report).toContain('instead  name the study')
    expect(report).toContain('see      3:10 first said here')
    expect(report).toContain('fix      healthlint --fix can do this')
    expect(report).toContain('1 article, 1 warning; 1 can be fixed with --fix')
  })

  it('says once what it says of many places, and counts those that would fill the screen', () => {
    const places = Array.from({length: 9}, () => ({message: 'So here.', start: claim.start, end: claim.end}))
    expect(reportOf([result('a.md', [{...vague, related: places.slice(0, 2)}])])).toContain(
      'see      3:10, 3:10 So here.',
    )
    expect(reportOf([result('a.md', [{...vague, related: places}])])).toContain('3:10 and 3 more So here.')
  })

  it('is one line for articles in which nothing is found', () => {
    expect(reportOf([result('a.md', []), result('b.md', [])])).toBe('2 articles, nothing found\n')
  })

  it('counts what a person must judge, what is suppressed, what is fixed and what could not be linted', () => {
    const suppressed = [{...claim, suppression: {kind: 'file' as const, reason: 'quoted'}}]
    const report = reportOf([
      {...result('a.md', [{...claim, level: 'info'}]), suppressed, fixed: 2},
      {
        path: 'b.md',
        diagnostics: [],
        suppressed: [],
        error: {name: 'ConfigError', message: 'b.md: no such file'},
      },
    ])
    expect(report.trimEnd().split('\n').at(-1)).toBe(
      '2 articles, 1 for a person to judge, 2 fixed, 1 suppressed, 1 could not be linted',
    )
  })

  it('wraps long messages, and keeps paths and messages on their lines', () => {
    const long = {...claim, message: `${'many words '.repeat(12)}\n\u001b[31mend`}
    const report = reportOf([result('a\n\u202eb.md', [long])])
    expect(report).toContain('a <U+202E>b.md')
    expect(report).toContain('␛[31mend')
    for (const line of report.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })
})
