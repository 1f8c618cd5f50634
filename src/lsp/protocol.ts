/*
 * What the server uses of Microsoft's libraries. When we build, this file becomes one bundle of its own: as dependencies
 * they would weigh on every installation of the linter, most of which never start a language server.
 */
export {
  CancellationToken,
  type ClientCapabilities,
  CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  type Connection,
  createConnection,
  type Diagnostic as ProtocolDiagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  type Hover,
  type HoverParams,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  MessageType,
  type Range,
  ResponseError,
  ShowMessageNotification,
  type TextDocumentEdit,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
export {TextDocument} from 'vscode-languageserver-textdocument'
