import type {FileResult} from '../file-result.js'
import {escapeXml} from './markup.js'
import type {Reporter} from './reporter.js'

/** When a warning fails the run; an error always does. */
export interface WarningPolicy {
  readonly failOn: 'error' | 'warning'
  readonly maxWarnings?: number | undefined
}

/**
 * The JUnit XML that Jenkins and GitLab read: a file is a suite, a finding is a test case. It is a failure when it fails
 * the run; another passes and says in `system-out` what was found. Information that a person must judge is no test case
 * and stands in the `system-out` of its file. The counts stand in the suites, not in the root, since
 * each file is written before the next is read.
 */
export const junitReporter = ({failOn, maxWarnings = Infinity}: WarningPolicy): Reporter => ({
  open: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="healthlint">\n',
  file: (result, {warnings}) =>
    suiteOf(result, failOn === 'warning' ? 0 : Math.max(0, maxWarnings - warnings)),
  close: () => '</testsuites>\n',
})

/** @param passing how many more warnings pass */
const suiteOf = ({path, diagnostics, error}: FileResult, passing: number): string => {
  let failures = 0
  let left = passing
  const found = diagnostics.filter(({level}) => level !== 'info')
  const infos = diagnostics.filter(({level}) => level === 'info')
  const name = escapeXml(path)
  const cases = [
    ...found.map(({ruleId, level, message, start, actual}) => {
      const place = `${start.line}:${start.column}`
      const passes = level === 'warning' && left-- > 0
      if (!passes) failures++
      const outcome = passes
        ? `<system-out>${escapeXml(`${level}: ${message}\n${place} ${actual}`)}</system-out>`
        : `<failure type="${level}" message="${escapeXml(message)}">${escapeXml(`${place} ${actual}`)}</failure>`
      return `    <testcase classname="${name}" name="${escapeXml(`${ruleId} at ${place}`)}" file="${name}">\n      ${outcome}\n    </testcase>\n`
    }),
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
  return `  <testsuite name="${name}" tests="${cases.length}" failures="${failures}" errors="${error === undefined ? 0 : 1}" skipped="0">\n${cases.join('')}${out}  </testsuite>\n`
}
