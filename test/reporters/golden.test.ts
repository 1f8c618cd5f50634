import {describe, expect, test} from 'vitest'
import type {FileResult} from '../../src/file-result.js'
import {checkstyleReporter} from '../../src/reporters/checkstyle.js'
import {compactReporter} from '../../src/reporters/compact.js'
import {githubReporter} from '../../src/reporters/github.js'
import {gitlabReporter} from '../../src/reporters/gitlab.js'
import {htmlReporter} from '../../src/reporters/html.js'
import {jsonReporter} from '../../src/reporters/json.js'
import {junitReporter} from '../../src/reporters/junit.js'
import {markdownReporter} from '../../src/reporters/markdown.js'
import {ndjsonReporter} from '../../src/reporters/ndjson.js'
import {rdjsonlReporter} from '../../src/reporters/rdjsonl.js'
import type {Reporter} from '../../src/reporters/reporter.js'
import {startTotals} from '../../src/reporters/totals.js'
import {diagnosticOn} from './diagnostics.js'

const path = 'advice/tea & “co”.md'
const source = '# Tea\n\nNaïve 🍵: it cures colds <always>,\n100% of the time.\n'
const results: readonly FileResult[] = [
  {path: 'clean.md', source: '# Sleep\n', diagnostics: [], suppressed: []},
  {
    path,
    source,
    diagnostics: [
      diagnosticOn(source, 'cures', {
        path,
        expected: ['may relieve'],
        suggestions: [{message: 'Write “may relieve”', edits: [{start: 20, end: 25, text: 'may relieve'}]}],
      }),
      diagnosticOn(source, '<always>,\n100%', {
        path,
        level: 'warning',
        ruleId: 'other-rule',
        fingerprint: 'two',
      }),
      diagnosticOn(source, 'Tea', {path, level: 'info', ruleId: 'third-rule', fingerprint: 'three'}),
    ],
    suppressed: [
      {
        ...diagnosticOn(source, 'colds', {path}),
        suppression: {kind: 'next-line', reason: 'a quotation', owner: 'ana', until: '2027-01-31'},
      },
    ],
  },
  {
    path: 'broken.md',
    diagnostics: [],
    suppressed: [],
    error: {name: 'ConfigError', message: 'broken.md is not UTF-8'},
  },
]

const reporters: Readonly<Record<string, Reporter>> = {
  'compact.txt': compactReporter,
  'json.json': jsonReporter,
  'ndjson.ndjson': ndjsonReporter,
  'github.txt': githubReporter(),
  'gitlab.json': gitlabReporter(),
  'junit.xml': junitReporter({failOn: 'error'}),
  'checkstyle.xml': checkstyleReporter,
  'rdjsonl.jsonl': rdjsonlReporter,
  'markdown.md': markdownReporter(),
  'html.html': htmlReporter({rules: []}),
}

// A change to a report is a change for every program that reads it, so it is looked at byte by byte.
describe('a report is, byte for byte, the file that was reviewed', () => {
  test.each(Object.entries(reporters))('golden/%s', async (name, reporter) => {
    const {totals, add} = startTotals()
    let text = reporter.open()
    for (const result of results) {
      text += reporter.file(result, totals)
      add(result)
    }
    await expect(text + reporter.close(totals)).toMatchFileSnapshot(`golden/${name}`)
  })
})
