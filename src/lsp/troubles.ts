import {pathToFileURL} from 'node:url'
import type {Checked} from './checker.js'
import {type Connection, MessageType} from './protocol.js'
import {problemDiagnostic} from './protocol-diagnostic.js'
import type {ConfigProblem} from './settings-for.js'
import {show} from './show-message.js'

/** Tells what keeps articles from being linted: a mistake at its place in the configuration, a fault of ours in the log. */
export interface Troubles {
  report(checked: Pick<Checked, 'problem' | 'errors'>): void
  /** Takes the mistakes off the configuration files, before they are read again. */
  clear(): void
}

export const createTroubles = (connection: Connection): Troubles => {
  const told = new Set<string>()
  const marked = new Map<string, string>()

  /** A message box once, since the same mistake is met with every keystroke. */
  const tell = (message: string): void => {
    if (told.has(message)) return
    told.add(message)
    connection.console.error(message)
    show(connection, MessageType.Error, message)
  }

  const mark = (problem: ConfigProblem): void => {
    const {file} = problem.place
    if (file === undefined) return
    const uri = pathToFileURL(file).href
    if (marked.get(uri) === problem.message) return
    marked.set(uri, problem.message)
    void connection.sendDiagnostics({uri, diagnostics: [problemDiagnostic(problem)]})
  }

  return {
    report: ({problem, errors}) => {
      for (const {message} of errors) tell(`healthlint: ${message}`)
      if (problem === undefined) return
      mark(problem)
      tell(`healthlint: ${problem.message}`)
    },
    clear: () => {
      for (const uri of marked.keys()) void connection.sendDiagnostics({uri, diagnostics: []})
      marked.clear()
    },
  }
}
