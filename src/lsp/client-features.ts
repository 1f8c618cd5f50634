import type {InitializeParams} from './protocol.js'

/** What the client can do, as it said when it started. */
export interface ClientFeatures {
  /** It asks for diagnostics; then they are never pushed, or every finding would be shown twice. */
  readonly pullsDiagnostics: boolean
  readonly refreshesDiagnostics: boolean
  readonly watchesFiles: boolean
  readonly hasConfiguration: boolean
  readonly relatedInformation: boolean
  readonly versionedEdits: boolean
  /** Edits may hold a tab stop. */
  readonly snippetEdits: boolean
  /** It can be asked to show a page or to select a range. */
  readonly showsDocuments: boolean
}

export const clientFeatures = ({capabilities}: InitializeParams): ClientFeatures => {
  const {textDocument, workspace, window} = capabilities
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasConfiguration: workspace?.configuration === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.snippetEditSupport === true,
    showsDocuments: window?.showDocument?.support === true,
  }
}
