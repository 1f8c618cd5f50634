import type {Rule} from '../rules/rule.js'
import {articlePath} from './article-path.js'
import {type Checker, createChecker, type Snapshot} from './checker.js'
import type {ClientFeatures} from './client-features.js'
import {type EngineThread, startEngineThread} from './engine-thread.js'
import {type Connection, TextDocument, TextDocuments} from './protocol.js'
import type {EditorSettings} from './settings-for.js'

/** What the parts of the server share while one client is connected. */
export interface Session {
  readonly connection: Connection
  readonly features: ClientFeatures
  readonly documents: TextDocuments<TextDocument>
  readonly engine: EngineThread
  readonly checker: Checker
  /** Absolute paths of the workspace's folders, as they are now. */
  readonly folders: () => readonly string[]
  readonly snapshotOf: (uri: string) => Snapshot | undefined
  readonly rulesFor: (path: string) => Promise<readonly Rule[]>
}

export const openSession = (
  connection: Connection,
  features: ClientFeatures,
  folders: () => readonly string[],
  settings: EditorSettings,
  threadFile: URL,
): Session => {
  const documents = new TextDocuments(TextDocument)
  const engine = startEngineThread(threadFile, settings)
  return {
    connection,
    features,
    documents,
    engine,
    checker: createChecker(engine),
    folders,
    snapshotOf: (uri) => {
      const document = documents.get(uri)
      if (document === undefined) return undefined
      const path = articlePath(document, folders()[0] ?? process.cwd())
      return {uri, path, version: document.version, text: document.getText()}
    },
    rulesFor: async (path) => {
      const outcome = await engine.run({kind: 'rules', path})
      return outcome?.status === 'done' ? outcome.value : []
    },
  }
}
