import {type ChildProcess, spawn} from 'node:child_process'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {onTestFinished} from 'vitest'
import {
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type CompletionItem,
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  RegistrationRequest,
  ShowDocumentRequest,
  ShowMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver-protocol/node'
import {TextDocument} from 'vscode-languageserver-textdocument'

/** The server as it is published; a variable names another build. */
const serverFile =
  process.env['HEALTHLINT_LSP'] ?? fileURLToPath(new URL('../../dist/lsp.js', import.meta.url))

export interface ClientOptions {
  readonly folder: string
  readonly capabilities?: ClientCapabilities
  readonly initializationOptions?: unknown
  /** Answers `workspace/configuration`. */
  readonly section?: () => unknown
}

/** A document as the client's user sees it. */
export interface OpenDocument {
  readonly uri: string
  text(): string
  /** Replaces the first occurrence of a text, as one incremental change. @returns the new version */
  replace(written: string, by: string): Promise<number>
  /** The range of the first occurrence of a text. */
  rangeOf(words: string): Range
  /** Performs the edits that an action brings. */
  apply(action: CodeAction): Promise<void>
  save(): Promise<void>
  close(): Promise<void>
}

/** A pulling client; without `textDocument.diagnostic` it would be pushed to. */
export const pulling: ClientCapabilities = {
  textDocument: {diagnostic: {dynamicRegistration: false}},
  workspace: {diagnostics: {refreshSupport: true}, configuration: true},
}

/** Starts the real server in a process of its own and speaks to it over its standard streams. */
export const startClient = async (options: ClientOptions) => {
  const child = spawn(process.execPath, [serverFile, '--stdio'], {cwd: options.folder})
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const client = clientOf(connection, child, options.folder)
  onTestFinished(() => {
    connection.dispose()
    child.kill()
  })
  connection.onRequest(ConfigurationRequest.type, ({items}) => items.map(() => options.section?.() ?? null))
  connection.onRequest(RegistrationRequest.type, ({registrations}) => {
    client.registered.push(...registrations.map(({method}) => method))
  })
  connection.onRequest(DiagnosticRefreshRequest.type, () => {
    client.refreshes.count++
  })
  connection.onRequest(WorkDoneProgressCreateRequest.type, () => {})
  connection.onRequest(ApplyWorkspaceEditRequest.type, () => ({applied: true}))
  connection.onRequest(ShowDocumentRequest.type, (params) => {
    client.shownDocuments.push(params)
    return {success: true}
  })
  connection.onNotification(ShowMessageNotification.type, ({message}) => {
    client.messages.push(message)
  })
  connection.onNotification(PublishDiagnosticsNotification.type, ({uri, version, diagnostics}) => {
    client.published.push({uri, version, diagnostics})
  })
  connection.listen()
  const uri = pathToFileURL(options.folder).href
  const initialized: InitializeResult = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{uri, name: 'site'}],
    capabilities: options.capabilities ?? {},
    initializationOptions: options.initializationOptions,
  })
  await connection.sendNotification(InitializedNotification.type, {})
  return {...client, capabilities: initialized.capabilities}
}

export type Client = Awaited<ReturnType<typeof startClient>>

interface Published {
  readonly uri: string
  readonly version: number | undefined
  readonly diagnostics: readonly Diagnostic[]
}

const clientOf = (connection: ProtocolConnection, child: ChildProcess, folder: string) => {
  const published: Published[] = []
  return {
    connection,
    child,
    published,
    messages: [] as string[],
    registered: [] as string[],
    refreshes: {count: 0},
    shownDocuments: [] as unknown[],
    uriOf: (path: string): string => pathToFileURL(join(folder, path)).href,

    open: async (path: string, text: string, languageId = 'markdown'): Promise<OpenDocument> => {
      const uri = path.includes(':') ? path : pathToFileURL(join(folder, path)).href
      await connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: {uri, languageId, version: 1, text},
      })
      return openDocument(connection, TextDocument.create(uri, languageId, 1, text))
    },

    /** The findings that were pushed for a version, waiting for them. */
    pushed: (document: {readonly uri: string}, version: number): Promise<readonly Diagnostic[]> =>
      eventually(
        () => published.findLast((one) => one.uri === document.uri && one.version === version)?.diagnostics,
      ),

    hover: (document: OpenDocument, words: string): Promise<Hover | null> =>
      connection.sendRequest(HoverRequest.type, {
        textDocument: {uri: document.uri},
        position: document.rangeOf(words).start,
      }),

    actions: async (
      document: OpenDocument,
      range: Range,
      context: {only?: string[]; diagnostics?: Diagnostic[]} = {},
    ): Promise<readonly CodeAction[]> => {
      const answer = await connection.sendRequest(CodeActionRequest.type, {
        textDocument: {uri: document.uri},
        range,
        context: {diagnostics: [], ...context},
      })
      return (answer ?? []) as readonly CodeAction[]
    },

    /** The labels offered behind the first occurrence of a text. */
    complete: async (document: OpenDocument, behind: string): Promise<readonly CompletionItem[]> => {
      const answer = await connection.sendRequest(CompletionRequest.type, {
        textDocument: {uri: document.uri},
        position: document.rangeOf(behind).end,
      })
      return Array.isArray(answer) ? answer : (answer?.items ?? [])
    },
  }
}

const openDocument = (connection: ProtocolConnection, opened: TextDocument): OpenDocument => {
  let document = opened
  const {uri} = opened
  const rangeOf = (words: string): Range => {
    const at = document.getText().indexOf(words)
    if (at === -1) throw new Error(`“${words}” is not in the document`)
    return {start: document.positionAt(at), end: document.positionAt(at + words.length)}
  }
  const change = async (changes: readonly {range: Range; text: string}[]): Promise<number> => {
    const version = document.version + 1
    document = TextDocument.update(document, [...changes], version)
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: {uri, version},
      contentChanges: [...changes],
    })
    return version
  }
  return {
    uri,
    rangeOf,
    text: () => document.getText(),
    replace: (written, by) => change([{range: rangeOf(written), text: by}]),
    apply: async ({edit}) => {
      const [first] = edit?.documentChanges ?? []
      const edits = first !== undefined && 'edits' in first ? first.edits : (edit?.changes?.[uri] ?? [])
      const written = edits.map((one) => ({
        range: one.range,
        text: 'snippet' in one ? one.snippet.value : one.newText,
      }))
      // Positions are those of the text before any of the edits, so the last goes first.
      const last = written.sort(
        (a, b) =>
          b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
      )
      await change(last)
    },
    save: () => connection.sendNotification(DidSaveTextDocumentNotification.type, {textDocument: {uri}}),
    close: () => connection.sendNotification(DidCloseTextDocumentNotification.type, {textDocument: {uri}}),
  }
}

/** Waits until there is something. A machine that is busy with more may take long, so only a test’s own end is earlier. */
export const eventually = async <T>(look: () => T | undefined, within = 50_000): Promise<T> => {
  const end = Date.now() + within
  for (;;) {
    const found = look()
    if (found !== undefined && found !== false) return found
    if (Date.now() > end) throw new Error(`nothing came within ${within / 1000} s`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
