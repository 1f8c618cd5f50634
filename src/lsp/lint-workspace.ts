import {pathToFileURL} from 'node:url'
import type {Level} from '../diagnostic.js'
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

/** Lints the articles of the workspace that are not open, and shows what is found in each. */
export const lintWorkspace = async (session: Session, troubles: Troubles): Promise<WorkspaceCounts> => {
  const {connection, folders, documents, engine, features} = session
  const paths = folders().flatMap((cwd) => findFiles([cwd]).paths)
  const progress = await connection.window.createWorkDoneProgress()
  const counts = {files: 0, error: 0, warning: 0, info: 0}
  progress.begin('healthlint', 0, `${paths.length} articles`, true)
  for (const path of paths.slice(0, mostFiles)) {
    if (progress.token.isCancellationRequested) break
    const uri = pathToFileURL(path).href
    if (documents.get(uri) !== undefined) continue
    const outcome = await lintClosed(path, engine)
    counts.files++
    if (outcome?.status === 'failed') troubles.report({errors: [outcome.error]})
    if (outcome?.status === 'misconfigured') troubles.report({problem: outcome.problem, errors: []})
    const diagnostics = outcome?.status === 'done' ? outcome.value.diagnostics : []
    for (const {level} of diagnostics) counts[level]++
    await connection.sendDiagnostics({
      uri,
      diagnostics: diagnostics.map((one) => protocolDiagnostic(one, uri, features)),
    })
    if (counts.files % 50 === 0) progress.report(Math.floor((100 * counts.files) / paths.length))
  }
  progress.done()
  return counts
}

const lintClosed = async (path: string, engine: EngineThread) => {
  try {
    return await engine.run({kind: 'lint', path, text: readArticle(path)})
  } catch (error) {
    return {status: 'failed' as const, error: fileErrorOf(error)}
  }
}
