import type {Diagnostic, Level} from '../diagnostic.js'
import type {Reporter} from './reporter.js'
import {counted} from './summary.js'

/**
 * Workflow commands of GitHub Actions, which become annotations. A step shows ten errors, ten warnings and ten notices
 * and drops the rest in silence, so the worst are given and a line says how many more there are.
 */
export const githubReporter = (): Reporter => {
  const shown: Record<Level, Diagnostic[]> = {error: [], warning: [], info: []}
  return {
    open: () => '',
    file: ({diagnostics}) => {
      for (const diagnostic of diagnostics) {
        const list = shown[diagnostic.level]
        if (list.length < mostOf[diagnostic.level]) list.push(diagnostic)
      }
      return ''
    },
    close: ({errors, warnings, infos}) => {
      const listed = [...shown.error, ...shown.warning, ...shown.info]
      const more = errors + warnings + infos - listed.length
      const rest =
        more === 0
          ? ''
          : `::notice title=healthlint::${escapeData(`${counted(more, 'more finding')}: see the log of this step.`)}\n`
      return listed.map(annotation).join('') + rest
    },
  }
}

// One notice is kept for the line that says how many more there are.
const mostOf = {error: 10, warning: 10, info: 9} as const
const commands = {error: 'error', warning: 'warning', info: 'notice'} as const

const annotation = ({level, path, start, end, ruleId, message, note}: Diagnostic): string => {
  const properties = {
    file: path,
    line: start.line,
    endLine: end.line,
    // A column is only understood on a single line.
    ...(start.line === end.line ? {col: start.column, endColumn: end.column} : {}),
    title: ruleId,
  }
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  return `::${commands[level]} ${list.join(',')}::${escapeData(`${message}\n${note}`)}\n`
}

const escapeData = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')

const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
