import type {Diagnostic} from '../diagnostic.js'
import {noColours} from './colours.js'
import {escapeMarkdown} from './markup.js'
import type {Reporter} from './reporter.js'
import {counted, summaryLine} from './summary.js'

/** A table for a comment on a pull request or a job's summary: the worst first, cut where a comment would be too long. */
export const markdownReporter = (most = 100): Reporter => {
  const worst: Diagnostic[] = []
  const failures: string[] = []
  return {
    open: () => '',
    file: ({path, diagnostics, error}) => {
      if (error !== undefined && failures.length < most)
        failures.push(`| ⛔ not linted | ${escapeMarkdown(path)} | ${escapeMarkdown(error.message)} | |\n`)
      worst.push(...diagnostics)
      // Sorted now and then, so that memory stays bounded whatever the number of findings.
      if (worst.length > most * 20) worst.sort(byLevel).length = most
      return ''
    },
    close: (totals) => {
      const shown = worst.sort(byLevel).slice(0, most - failures.length)
      const rows = [...failures, ...shown.map(row)]
      const more = totals.errors + totals.warnings + totals.infos + totals.failed - rows.length
      const table =
        rows.length === 0
          ? ''
          : `\n| | Where | What | Rule |\n| --- | --- | --- | --- |\n${rows.join('')}${more === 0 ? '' : `\nand ${counted(more, 'more finding')}.\n`}`
      return `### healthlint\n\n${summaryLine({...totals, fixable: 0}, noColours)}\n${table}`
    },
  }
}

const order = {error: 0, warning: 1, info: 2} as const
const byLevel = (a: Diagnostic, b: Diagnostic): number => order[a.level] - order[b.level]
const marks = {error: '❌ error', warning: '⚠️ warning', info: 'ℹ️ to judge'} as const

const row = ({level, path, start, message, ruleId, url}: Diagnostic): string =>
  `| ${marks[level]} | ${escapeMarkdown(`${path}:${start.line}`)} | ${escapeMarkdown(message)} | ${url === '' ? ruleId : `[${ruleId}](${encodeURI(url)})`} |\n`
