import fc from 'fast-check'
import {XMLParser, XMLValidator} from 'fast-xml-parser'
import {describe, expect, test} from 'vitest'
import type {FileResult} from '../../src/file-result.js'
import {createLinter} from '../../src/index.js'
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
import {sarifReporter} from '../../src/reporters/sarif.js'
import {startTotals} from '../../src/reporters/totals.js'
import {diagnosticOn} from './diagnostics.js'

const {rules} = createLinter({rules: {'no-absolute-safety': 'error'}})
const reporters: Readonly<Record<string, () => Reporter>> = {
  json: () => jsonReporter,
  ndjson: () => ndjsonReporter,
  compact: () => compactReporter,
  sarif: () => sarifReporter({rules, version: '1.2.3'}),
  github: githubReporter,
  gitlab: gitlabReporter,
  junit: () => junitReporter({failOn: 'error'}),
  checkstyle: () => checkstyleReporter,
  rdjsonl: () => rdjsonlReporter,
  markdown: () => markdownReporter(),
  html: () => htmlReporter({rules}),
}

const report = (format: string, results: readonly FileResult[]): string => {
  const reporter = reporters[format]!()
  const {totals, add} = startTotals()
  let text = reporter.open()
  for (const result of results) {
    text += reporter.file(result, totals)
    add(result)
  }
  return text + reporter.close(totals)
}

const tea = 'Naïve 🍵: it cures colds.\n'
const found: FileResult = {
  path: 'advice/tea & co.md',
  source: tea,
  diagnostics: [
    diagnosticOn(tea, 'cures', {path: 'advice/tea & co.md', fix: [{start: 13, end: 18, text: ''}]}),
    diagnosticOn(tea, 'colds', {
      path: 'advice/tea & co.md',
      level: 'warning',
      ruleId: 'other-rule',
      fingerprint: 'same',
    }),
    diagnosticOn(tea, 'colds', {
      path: 'advice/tea & co.md',
      level: 'info',
      ruleId: 'third-rule',
      fingerprint: 'same',
    }),
  ],
  suppressed: [
    {
      ...diagnosticOn(tea, 'it'),
      suppression: {kind: 'next-line', reason: 'a quotation', owner: 'ana', until: '2027-01-31'},
    },
  ],
}
const clean: FileResult = {path: 'clean.md', source: '', diagnostics: [], suppressed: []}
const broken: FileResult = {
  path: 'broken.md',
  diagnostics: [],
  suppressed: [],
  error: {name: 'ConfigError', message: 'not UTF-8'},
}
const all = [clean, found, broken]

describe('SARIF', () => {
  const log = JSON.parse(report('sarif', all))
  const [run] = log.runs
  test('names the rules, with their sources', () => {
    expect(log.version).toBe('2.1.0')
    expect(run.tool.driver.rules[0]).toMatchObject({
      id: 'no-absolute-safety',
      defaultConfiguration: {level: 'error'},
    })
    expect(run.tool.driver.rules[0].help.markdown).toContain('](https://')
  })
  test('gives the region in full, a fingerprint, and an escaped relative address', () => {
    const [result] = run.results
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: {uri: 'advice/tea%20%26%20co.md'},
      region: {startLine: 1, startColumn: 14, endLine: 1, endColumn: 19, charOffset: 13, charLength: 5},
    })
    expect(result.partialFingerprints).toEqual({'healthlint/v1': found.diagnostics[0]!.fingerprint})
    expect(result.fixes[0].artifactChanges[0].replacements).toEqual([
      {deletedRegion: {charOffset: 13, charLength: 5}},
    ])
  })
  test('keeps what was excused, with the reason', () => {
    expect(run.results).toHaveLength(4)
    expect(run.results[3].suppressions).toEqual([
      {kind: 'inSource', status: 'accepted', justification: 'a quotation; owner: ana; until: 2027-01-31'},
    ])
  })
  test('is whole when nothing was found', () =>
    expect(JSON.parse(report('sarif', [clean])).runs[0].results).toEqual([]))
})

describe('GitHub', () => {
  test('annotates the lines, worst first', () => {
    expect(report('github', all).split('\n')).toEqual([
      expect.stringMatching(
        /^::error file=advice\/tea & co\.md,line=1,endLine=1,col=14,endColumn=19,title=no-absolute-efficacy::/,
      ),
      '::error file=broken.md,title=ConfigError::not UTF-8',
      expect.stringMatching(/^::warning .*title=other-rule::/),
      expect.stringMatching(/^::notice .*title=third-rule::/),
      '',
    ])
  })
  test('stays inside the limits, and says how many more there are', () => {
    const many: FileResult = {...found, diagnostics: Array.from({length: 25}, () => found.diagnostics[0]!)}
    const lines = report('github', [many]).trimEnd().split('\n')
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10)
    expect(lines.at(-1)).toBe('::notice title=healthlint::15 more findings: see the log of this step.')
  })
})

describe('GitLab', () => {
  const issues = JSON.parse(report('gitlab', all))
  test('has what its schema asks for', () => {
    expect(issues[0]).toMatchObject({
      check_name: 'no-absolute-efficacy',
      severity: 'major',
      location: {path: 'advice/tea & co.md', lines: {begin: 1}},
    })
  })
  test('has each fingerprint once', () => {
    expect(new Set(issues.map(({fingerprint}: {fingerprint: string}) => fingerprint)).size).toBe(
      issues.length,
    )
  })
})

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => ['testsuite', 'testcase', 'file', 'error'].includes(name),
})

test('JUnit has a case for every file, clean ones too, and a failure for every error and warning', () => {
  const {testsuites} = parser.parse(report('junit', all))
  expect(
    testsuites.testsuite.map(({name, tests, failures, errors}: Record<string, string>) => ({
      name,
      tests,
      failures,
      errors,
    })),
  ).toEqual([
    {name: 'clean.md', tests: '1', failures: '0', errors: '0'},
    {name: 'advice/tea & co.md', tests: '2', failures: '1', errors: '0'},
    {name: 'broken.md', tests: '1', failures: '0', errors: '1'},
  ])
})

test('what could not be linted is in every report', () => {
  const [run] = JSON.parse(report('sarif', all)).runs
  expect(run.results).toHaveLength(4)
  expect(run.invocations).toEqual([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          level: 'error',
          descriptor: {id: 'ConfigError'},
          message: {text: 'not UTF-8'},
          locations: [{physicalLocation: {artifactLocation: {uri: 'broken.md'}}}],
        },
      ],
    },
  ])
  expect(JSON.parse(report('sarif', [broken])).runs[0].results).toEqual([])
  expect(JSON.parse(report('sarif', [found])).runs[0].invocations).toBeUndefined()
  expect(JSON.parse(report('gitlab', all)).at(-1)).toEqual({
    description: 'not UTF-8',
    check_name: 'ConfigError',
    fingerprint: 'broken.md:ConfigError',
    severity: 'blocker',
    location: {path: 'broken.md', lines: {begin: 1, end: 1}},
  })
  expect(JSON.parse(report('rdjsonl', [broken]))).toMatchObject({
    message: 'not UTF-8',
    location: {path: 'broken.md'},
    severity: 'ERROR',
  })
  expect(report('markdown', all)).toContain('| ⛔ not linted | broken.md | not UTF\\-8 | |\n')
  expect(report('markdown', all)).not.toContain('more finding')
  // In a terminal, standard error has it.
  for (const format of Object.keys(reporters).filter((name) => name !== 'compact'))
    expect([format, report(format, all)]).toEqual([format, expect.stringMatching(/not UTF\\?-8/)])
})

test('Checkstyle has line, column, severity and source', () => {
  const {checkstyle} = parser.parse(report('checkstyle', all))
  expect(checkstyle.file[0].error[0]).toMatchObject({
    line: '1',
    column: '14',
    severity: 'error',
    source: 'healthlint.no-absolute-efficacy',
  })
  expect(checkstyle.file[1]).toMatchObject({name: 'broken.md'})
})

test('rdjsonl counts columns in bytes of UTF-8', () => {
  const [first] = report('rdjsonl', all).split('\n')
  expect(JSON.parse(first!).location.range.start).toEqual({line: 1, column: 17})
})

test('compact is one line a finding, and a summary', () => {
  expect(report('compact', all).split('\n')).toEqual([
    'advice/tea & co.md:1:14: error: “cures” promises a result. (no-absolute-efficacy)',
    expect.stringContaining('warning'),
    expect.stringContaining('info'),
    expect.stringContaining('3 articles'),
    '',
  ])
})

test('ndjson is one object a file', () => {
  const lines = report('ndjson', all).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line).path)).toEqual(['clean.md', 'advice/tea & co.md', 'broken.md'])
})

test('Markdown shows the worst first and says how many are left out', () => {
  const many: FileResult = {...found, diagnostics: [...found.diagnostics].reverse()}
  const rows = report('markdown', [many])
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.includes('---') && !line.includes('Where'))
  expect(rows[0]).toContain('❌ error')
  const reporter = markdownReporter(2)
  const {totals, add} = startTotals()
  reporter.file(found, totals)
  add(found)
  expect(reporter.close(totals)).toContain('and 1 more finding.')
})

test('HTML shows the words in their sentence, why, and what was excused with its reason', () => {
  const page = report('html', all)
  expect(page).toContain('Naïve 🍵: it <mark>cures</mark> colds.')
  expect(page).toContain('a quotation')
  expect(page).toContain('not UTF-8')
  expect(page).not.toMatch(/<script|src=|@import|url\(/)
})

describe('article text injects nothing', () => {
  const nasty = fc.oneof(
    fc.string({unit: 'binary', maxLength: 40}),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      ']]></failure><!--',
      '::error::x\n::warning file=a::b',
      '%0A::error::x',
      '\u001b[31mred\u001b]8;;http://x\u0007',
      '| a | b |\n| --- |',
      '@everyone [x](javascript:alert(1)) <b> https://evil.test',
      '\u202eabc',
      '\ud800',
    ),
  )
  const resultWith = (text: string): FileResult => {
    const source = `${text} cures`
    const diagnostic = diagnosticOn(source, source, {
      path: `${text}.md`,
      message: text,
      note: text,
      expected: [text],
    })
    return {
      path: `${text}.md`,
      source,
      diagnostics: [diagnostic],
      suppressed: [{...diagnostic, suppression: {kind: 'file', reason: text}}],
    }
  }
  const holds = (format: string, check: (report: string) => void): void =>
    test(`into ${format}`, () =>
      fc.assert(
        fc.property(nasty, (text) => {
          check(report(format, [resultWith(text)]))
        }),
      ))

  holds('sarif', (text) => expect(JSON.parse(text).runs[0].results).toHaveLength(2))
  holds('gitlab', (text) => expect(JSON.parse(text)).toHaveLength(1))
  holds('ndjson', (text) => expect(text.trimEnd().split('\n')).toHaveLength(1))
  holds('rdjsonl', (text) => expect(text.trimEnd().split('\n')).toHaveLength(1))
  holds('junit', (text) => expect(XMLValidator.validate(text)).toBe(true))
  holds('checkstyle', (text) => expect(XMLValidator.validate(text)).toBe(true))
  holds('github', (text) => {
    expect(text.trimEnd().split(/\r\n|[\r\n]/)).toHaveLength(1)
    expect(text).toMatch(/^::error file=[^:]*,line=1,endLine=[^:]*::/)
  })
  holds('compact', (text) => {
    expect(text.split(/\r\n|[\r\n\u2028\u2029]/)).toHaveLength(3)
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
  })
  holds('markdown', (text) => {
    expect(text).not.toMatch(/<|\]\(javascript|[^\u200d]:\/\/evil/)
    expect(text.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(3)
  })
  holds('html', (text) => {
    const tags = new Set(Array.from(text.matchAll(/<\/?([a-z0-9!]+)/gi), ([, name]) => name!.toLowerCase()))
    for (const tag of ['script', 'img', 'b', '!']) expect(tags).not.toContain(tag)
    expect(text).not.toMatch(/<[^>]*\son\w+=/)
  })
})
