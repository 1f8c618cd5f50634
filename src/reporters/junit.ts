import type {FileResult} from '../file-result.js'
import {escapeXml} from './markup.js'
import type {Reporter} from './reporter.js'

/**
 * The JUnit XML that Jenkins and GitLab read: a file is a test case, its findings are its failure. Information that a
 * person must judge fails nothing and stands in `system-out`. The counts stand in the suites, not in the root, since
 * each file is written before the next is read.
 */
export const junitReporter: Reporter = {
  open: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="healthlint">\n',
  file: (result) => suiteOf(result),
  close: () => '</testsuites>\n',
}

const suiteOf = ({path, diagnostics, error}: FileResult): string => {
  const failing = diagnostics.filter(({level}) => level !== 'info')
  const infos = diagnostics.filter(({level}) => level === 'info')
  const name = escapeXml(path)
  const cases = [
    ...failing.map(
      ({ruleId, level, message, start, actual}) =>
        `    <testcase classname="${name}" name="${escapeXml(`${ruleId} at ${start.line}:${start.column}`)}" file="${name}">\n      <failure type="${level}" message="${escapeXml(message)}">${escapeXml(`${start.line}:${start.column} ${actual}`)}</failure>\n    </testcase>\n`,
    ),
    ...(error === undefined
      ? []
      : [
          `    <testcase classname="${name}" name="lint" file="${name}">\n      <error type="${escapeXml(error.name)}" message="${escapeXml(error.message)}"/>\n    </testcase>\n`,
        ]),
  ]
  if (cases.length === 0) cases.push(`    <testcase classname="${name}" name="healthlint" file="${name}"/>\n`)
  const out =
    infos.length === 0
      ? ''
      : `    <system-out>${escapeXml(infos.map(({ruleId, message, start}) => `${start.line}:${start.column} ${ruleId}: ${message}`).join('\n'))}</system-out>\n`
  return `  <testsuite name="${name}" tests="${cases.length}" failures="${failing.length}" errors="${error === undefined ? 0 : 1}" skipped="0">\n${cases.join('')}${out}  </testsuite>\n`
}
