import type {Diagnostic, Level} from '../diagnostic.js'
import type {Reporter} from './reporter.js'
import {counted} from './summary.js'

/**
 * Workflow commands of GitHub Actions, which become annotations. A step shows ten errors, ten warnings and ten notices
 * and drops the rest in silence, so the worst are given and a line says how many more there are.
 */
export const githubReporter = (): Reporter => {
  const shown: Record<Level, string[]> = {error: [], warning: [], info: []}
  const show = (level: Level, text: string): void => {
    if (shown[level].length < mostOf[level]) shown[level].push(text)
  }
  return {
    open: () => '',
    file: ({path, diagnostics, error}) => {
      if (error !== undefined) show('error', command('error', {file: path, title: error.name}, error.message))
      for (const diagnostic of diagnostics) show(diagnostic.level, annotation(diagnostic))
      return ''
    },
    close: ({errors, warnings, infos, failed}) => {
      const listed = [...shown.error, ...shown.warning, ...shown.info]
      const more = errors + warnings + infos + failed - listed.length
      const rest = `${counted(more, 'more finding')}: see the log of this step.`
      return listed.join('') + (more === 0 ? '' : command('notice', {title: 'healthlint'}, rest))
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
  return command(commands[level], properties, `${message}\n${note}`)
}

const command = (
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string => {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
  return `::${name} ${list.join(',')}::${escapeData(message)}\n`
}

const escapeData = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')

const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
