import type {Checked} from './checker.js'
import {
  type CancellationToken,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  type ProtocolDiagnostic,
  ResponseError,
} from './protocol.js'
import {protocolDiagnostic} from './protocol-diagnostic.js'
import type {Session} from './session.js'
import type {Troubles} from './troubles.js'

/** Milliseconds without a keystroke before a lint: longer for texts that took long, which typing must not outrun. */
const shortestPause = 50
const longestPause = 1000

/**
 * Shows the findings of open documents: pushed to clients that wait for them, handed to those that ask, never both.
 *
 * @returns what lints all open documents anew
 */
export const serveDiagnostics = (session: Session, troubles: Troubles): (() => void) => {
  const {documents, checker, features} = session
  documents.onDidClose(({document}) => checker.close(document.uri))
  return features.pullsDiagnostics ? servePull(session, troubles) : servePush(session, troubles)
}

const shownOf = ({diagnostics, snapshot}: Checked, {features}: Session): ProtocolDiagnostic[] =>
  diagnostics.map((one) => protocolDiagnostic(one, snapshot.uri, features))

const servePush = (session: Session, troubles: Troubles): (() => void) => {
  const {connection, documents, checker, snapshotOf} = session
  const timers = new Map<string, NodeJS.Timeout>()

  const publish = async (uri: string): Promise<void> => {
    timers.delete(uri)
    const snapshot = snapshotOf(uri)
    const checked = snapshot === undefined ? undefined : await checker.check(snapshot)
    // Findings of an older version would underline the wrong words.
    if (checked === undefined || documents.get(uri)?.version !== checked.snapshot.version) return
    troubles.report(checked)
    await connection.sendDiagnostics({
      uri,
      version: checked.snapshot.version,
      diagnostics: shownOf(checked, session),
    })
  }

  const schedule = (uri: string, pause: number): void => {
    clearTimeout(timers.get(uri))
    timers.set(
      uri,
      setTimeout(() => void publish(uri), pause),
    )
  }

  documents.onDidChangeContent(({document: {uri}}) => {
    const isNew = checker.last(uri) === undefined
    schedule(uri, isNew ? 0 : Math.min(longestPause, Math.max(shortestPause, 2 * checker.duration(uri))))
  })
  documents.onDidClose(({document: {uri}}) => {
    clearTimeout(timers.get(uri))
    timers.delete(uri)
    void connection.sendDiagnostics({uri, diagnostics: []})
  })
  return () => {
    for (const uri of documents.keys()) schedule(uri, 0)
  }
}

const servePull = (session: Session, troubles: Troubles): (() => void) => {
  const {connection, checker, features, snapshotOf} = session

  const report = async (
    uri: string,
    previous: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> => {
    // Keystrokes that have arrived already are taken in first.
    await new Promise((resolve) => setImmediate(resolve))
    if (token.isCancellationRequested) throw cancelled(false)
    const snapshot = snapshotOf(uri)
    if (snapshot === undefined) return {kind: 'full', items: []}
    const checked = await checker.check(snapshot)
    if (checked === undefined) throw cancelled(true)
    troubles.report(checked)
    const {resultId} = checked
    return resultId === previous
      ? {kind: 'unchanged', resultId}
      : {kind: 'full', resultId, items: shownOf(checked, session)}
  }

  connection.languages.diagnostics.on(({textDocument, previousResultId}, token) =>
    report(textDocument.uri, previousResultId, token),
  )
  return () => {
    if (features.refreshesDiagnostics) connection.languages.diagnostics.refresh()
  }
}

/** A newer version has taken its place, or the client has; in the first case it may ask again. */
const cancelled = (retriggerRequest: boolean): ResponseError<{readonly retriggerRequest: boolean}> =>
  new ResponseError(LSPErrorCodes.ServerCancelled, 'superseded by a newer version', {retriggerRequest})
