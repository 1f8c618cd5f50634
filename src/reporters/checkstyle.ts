import {escapeXml} from './markup.js'
import type {Reporter} from './reporter.js'

/** Checkstyle's XML, which many review tools read. */
export const checkstyleReporter: Reporter = {
  open: () => '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n',
  file: ({path, diagnostics, error}) => {
    const lines = diagnostics.map(
      ({level, start, message, ruleId}) =>
        `    <error line="${start.line}" column="${start.column}" severity="${level}" message="${escapeXml(message)}" source="healthlint.${escapeXml(ruleId)}"/>\n`,
    )
    if (error !== undefined)
      lines.push(
        `    <error line="1" column="1" severity="error" message="${escapeXml(error.message)}" source="healthlint.${escapeXml(error.name)}"/>\n`,
      )
    return lines.length === 0 ? '' : `  <file name="${escapeXml(path)}">\n${lines.join('')}  </file>\n`
  },
  close: () => '</checkstyle>\n',
}
