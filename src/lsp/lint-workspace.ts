import {pathToFileURL} from 'node:url'
import type {Diagnostic, Level} from '../diagnostic.js'
import {findFiles} from '../node/find-files.js'
import {fileErrorOf} from '../node/lint-file.js'
import {readArticle} from '../node/read-article.js'
import type {EngineThread} from './engine-thread.js'
import {protocolDiagnostic} from './protocol-diagnostic.js'
import type {Session} from './session.js'
import type {Troubles} from './troubles.js'

export interface WorkspaceCounts extends Readonly<Record<Level, number>> {
  readonly files: number
}

/** Documents that are open are linted as they are typed; beyond this many closed ones an editor's list is no help. */
const mostFiles = 5000

/** Lints the articles of the workspace that are not open, when it is called, and shows what is found in each. */
export const workspaceLinter = (session: Session, troubles: Troubles): (() => Promise<WorkspaceCounts>) => {
  const {connection, folders, documents, engine, features} = session
  const shown = new Set<string>()

  // What was pushed for a closed article would stand beside what its client now asks for.
  documents.onDidOpen(({document: {uri}}) => {
    if (shown.delete(uri) && features.pullsDiagnostics)
      void connection.sendDiagnostics({uri, diagnostics: []})
  })

  const lintOne = async (path: string, uri: string): Promise<readonly Diagnostic[]> => {
    const outcome = await lintClosed(path, engine)
    if (outcome?.status === 'failed') troubles.report({errors: [outcome.error]})
    if (outcome?.status === 'misconfigured') troubles.report({problem: outcome.problem, errors: []})
    const linted = outcome?.status === 'done' ? outcome.value : {diagnostics: [], crashes: []}
    troubles.report({errors: linted.crashes})
    // It may have been opened meanwhile.
    if (documents.get(uri) !== undefined) return []
    const diagnostics = linted.diagnostics.map((one) => protocolDiagnostic(one, uri, features))
    if (diagnostics.length > 0 || shown.has(uri)) await connection.sendDiagnostics({uri, diagnostics})
    if (diagnostics.length > 0) shown.add(uri)
    else shown.delete(uri)
    return linted.diagnostics
  }

  return async () => {
    const paths = folders().flatMap((cwd) => findFiles([cwd]).paths)
    const progress = await connection.window.createWorkDoneProgress()
    const counts = {files: 0, error: 0, warning: 0, info: 0}
    progress.begin('healthlint', 0, `${paths.length} articles`, true)
    for (const path of paths.slice(0, mostFiles)) {
      if (progress.token.isCancellationRequested) break
      const uri = pathToFileURL(path).href
      if (documents.get(uri) !== undefined) continue
      for (const {level} of await lintOne(path, uri)) counts[level]++
      counts.files++
      if (counts.files % 50 === 0) progress.report(Math.floor((100 * counts.files) / paths.length))
    }
    progress.done()
    return counts
  }
}

const lintClosed = async (path: string, engine: EngineThread) => {
  try {
    return await engine.run({kind: 'lint', path, text: readArticle(path)})
  } catch (error) {
    return {status: 'failed' as const, error: fileErrorOf(error)}
  }
}
