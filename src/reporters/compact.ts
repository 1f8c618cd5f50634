import {noColours} from './colours.js'
import {oneLine} from './plain.js'
import type {Reporter} from './reporter.js'
import {summaryLine} from './summary.js'

/** One finding a line: `advice/tea.md:3:13: error: “cures” … (no-absolute-efficacy)`, as compilers print them. */
export const compactReporter: Reporter = {
  open: () => '',
  file: ({path, diagnostics}) =>
    diagnostics
      .map(
        ({start, level, message, ruleId}) =>
          `${oneLine(path)}:${start.line}:${start.column}: ${level}: ${oneLine(message)} (${ruleId})\n`,
      )
      .join(''),
  close: (totals) => `${summaryLine(totals, noColours)}\n`,
}
