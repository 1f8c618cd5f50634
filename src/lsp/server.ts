import * as v from 'valibot'
import {filePath} from './article-path.js'
import {clientFeatures} from './client-features.js'
import {type CommandNames, fixAllKind} from './code-actions.js'
import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from './protocol.js'
import {lintWorkspaceCommand, serveCommands} from './serve-commands.js'
import {editorSettings, serveConfiguration} from './serve-configuration.js'
import {serveDiagnostics} from './serve-diagnostics.js'
import {serveLanguage} from './serve-language.js'
import {openSession} from './session.js'
import {createTroubles} from './troubles.js'

/** What a client may say when it starts the server, besides the section `healthlint` of its settings. */
const optionsSchema = v.object({
  preset: v.optional(v.string()),
  /** False where the code of the workspace must not run. */
  trusted: v.optional(v.boolean()),
  /** The client's own command that shows a rule's page; gets the rule's id. */
  explainCommand: v.optional(v.string()),
  /** True when it shows the messages of findings above every hover itself. */
  hoverShowsMessages: v.optional(v.boolean()),
})

const explainCommand = 'healthlint.explain'
const selectReasonCommand = 'healthlint.selectReason'

/**
 * Serves one client.
 *
 * @param threadFile the built `thread.ts`
 */
export const serve = (connection: Connection, version: string, threadFile: URL): void => {
  connection.onInitialize((params): InitializeResult => {
    const options = v.parse(v.fallback(optionsSchema, {}), params.initializationOptions ?? {})
    const features = clientFeatures(params)
    const settings = editorSettings(options, options.trusted !== false)
    const commands: CommandNames = {
      explain: options.explainCommand ?? explainCommand,
      selectReason: selectReasonCommand,
    }
    const folders = new Set(foldersOf(params))
    const session = openSession(connection, features, () => [...folders], settings, threadFile)
    const troubles = createTroubles(connection)
    const relint = serveDiagnostics(session, troubles)
    serveLanguage(session, commands, options.hoverShowsMessages !== true)
    serveCommands(session, commands, troubles)
    const configure = serveConfiguration(session, settings, troubles, relint)
    connection.onInitialized(async () => {
      if (params.capabilities.workspace?.workspaceFolders === true) followFolders(connection, folders)
      await configure()
    })
    connection.onShutdown(() => session.engine.stop())
    session.documents.listen(connection)
    const ownCommands = [
      selectReasonCommand,
      lintWorkspaceCommand,
      ...(options.explainCommand === undefined ? [explainCommand] : []),
    ]
    return {serverInfo: {name: 'healthlint', version}, capabilities: capabilitiesFor(features, ownCommands)}
  })
  connection.listen()
}

const foldersOf = ({workspaceFolders, rootUri}: InitializeParams): readonly string[] => {
  const uris = workspaceFolders?.map(({uri}) => uri) ?? (rootUri === null ? [] : [rootUri])
  return uris.map(filePath).filter((path) => path !== undefined)
}

const followFolders = (connection: Connection, folders: Set<string>): void => {
  connection.workspace.onDidChangeWorkspaceFolders(({added, removed}) => {
    for (const {uri} of removed) folders.delete(filePath(uri) ?? '')
    for (const path of added.map(({uri}) => filePath(uri))) if (path !== undefined) folders.add(path)
  })
}

const capabilitiesFor = (
  {pullsDiagnostics}: ReturnType<typeof clientFeatures>,
  commands: readonly string[],
): InitializeResult['capabilities'] => ({
  positionEncoding: 'utf-16',
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: {includeText: false},
  },
  hoverProvider: true,
  codeActionProvider: {codeActionKinds: [CodeActionKind.QuickFix, fixAllKind]},
  completionProvider: {triggerCharacters: ['-', ' ']},
  executeCommandProvider: {commands: [...commands]},
  ...(pullsDiagnostics
    ? {
        diagnosticProvider: {
          identifier: 'healthlint',
          interFileDependencies: false,
          workspaceDiagnostics: false,
        },
      }
    : {}),
  workspace: {workspaceFolders: {supported: true, changeNotifications: true}},
})
