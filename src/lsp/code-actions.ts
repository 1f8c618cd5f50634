import type {Diagnostic, Edit} from '../diagnostic.js'
import {reasonPlaceholder} from '../suppress.js'
import type {Checked} from './checker.js'
import type {ClientFeatures} from './client-features.js'
import type {EngineThread} from './engine-thread.js'
import type {Excuse} from './excuse.js'
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type ProtocolDiagnostic,
  type Range,
  TextDocument,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from './protocol.js'
import {protocolDiagnostic, rangeOf} from './protocol-diagnostic.js'

export const fixAllKind = `${CodeActionKind.SourceFixAll}.healthlint`

/** Names of commands; `explain` may be the client's own. */
export interface CommandNames {
  readonly explain: string
  readonly selectReason: string
}

/** Above this many findings at one place, the list would be no choice any more. */
const mostFindings = 10

/**
 * The actions at a place, recomputed from the findings there: some clients return no `data`, some no diagnostics at all.
 */
export const codeActions = async (
  {range, context}: CodeActionParams,
  checked: Checked,
  engine: EngineThread,
  features: ClientFeatures,
  commands: CommandNames,
): Promise<readonly CodeAction[]> => {
  const {snapshot} = checked
  const wants = (kind: string): boolean =>
    context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`))
  const actions: CodeAction[] = []
  if (wants(CodeActionKind.QuickFix)) {
    const there = checked.diagnostics.filter((one) => touches(rangeOf(one), range)).slice(0, mostFindings)
    const document = TextDocument.create(snapshot.uri, '', snapshot.version, snapshot.text)
    for (const diagnostic of there) {
      const shown = protocolDiagnostic(diagnostic, snapshot.uri, features)
      actions.push(...corrections(diagnostic, shown, document, features))
    }
    for (const diagnostic of there) {
      const {path, text} = snapshot
      const outcome = await engine.run({kind: 'excuse', path, text, finding: diagnostic})
      const excuse = outcome?.status === 'done' ? outcome.value : undefined
      const shown = protocolDiagnostic(diagnostic, snapshot.uri, features)
      if (excuse !== undefined)
        actions.push(excuseAction(diagnostic, shown, excuse, document, features, commands))
      actions.push(explainAction(diagnostic, shown, commands))
    }
  }
  if (wants(fixAllKind) && checked.diagnostics.some(({fix}) => fix !== undefined)) {
    const outcome = await engine.run({kind: 'fix-all', path: snapshot.path, text: snapshot.text})
    const edits = outcome?.status === 'done' ? outcome.value : []
    const document = TextDocument.create(snapshot.uri, '', snapshot.version, snapshot.text)
    if (edits.length > 0)
      actions.push({
        title: 'Apply all safe fixes of healthlint',
        kind: fixAllKind,
        edit: workspaceEdit(document, edits, features),
      })
  }
  return actions
}

const touches = (a: Range, b: Range): boolean => !before(a.end, b.start) && !before(b.end, a.start)

const before = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character)

/** The safe fix first, then each suggestion. */
const corrections = (
  {fix, suggestions}: Diagnostic,
  shown: ProtocolDiagnostic,
  document: TextDocument,
  features: ClientFeatures,
): readonly CodeAction[] => {
  const action = (title: string, edits: readonly Edit[]): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [shown],
    edit: workspaceEdit(document, edits, features),
  })
  const safe = fix === undefined ? [] : [{...action(fixTitle(fix), fix), isPreferred: true}]
  return [...safe, ...suggestions.map(({message, edits}) => action(message, edits))]
}

const fixTitle = (edits: readonly Edit[]): string =>
  edits.every(({text}) => text.trim() === '') ? 'Delete this' : 'Fix this'

const explainAction = (
  {ruleId}: Diagnostic,
  shown: ProtocolDiagnostic,
  {explain}: CommandNames,
): CodeAction => {
  const title = `Explain ${ruleId}`
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [shown],
    command: {title, command: explain, arguments: [ruleId]},
  }
}

/**
 * The comment, with its reason to be typed over: a tab stop, or else a word that the client is asked to select. Where it can
 * do neither, the finding at the comment marks the place, since the word left standing excuses nothing.
 */
const excuseAction = (
  {ruleId}: Diagnostic,
  shown: ProtocolDiagnostic,
  {at, before, after, scope, closing}: Excuse,
  document: TextDocument,
  features: ClientFeatures,
  commands: CommandNames,
): CodeAction => {
  const action = {
    title: `Disable ${ruleId} in ${scope} (with a reason)`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [shown],
  }
  const opening = {start: at, end: at, text: `${before}${reasonPlaceholder}${after}`}
  const edit = workspaceEdit(document, closing === undefined ? [opening] : [opening, closing], features)
  if (features.snippetEdits) {
    const place = document.positionAt(at)
    const value = `${escaped(before)}\${1:${reasonPlaceholder}}${escaped(after)}`
    const snippet = {range: {start: place, end: place}, snippet: {kind: 'snippet' as const, value}}
    const [first] = edit.documentChanges as [TextDocumentEdit]
    return {...action, edit: {documentChanges: [{...first, edits: [snippet, ...first.edits.slice(1)]}]}}
  }
  if (!features.showsDocuments) return {...action, edit}
  const lines = before.split(/\r\n|\r|\n/)
  const {line, character} = document.positionAt(at)
  const column = (lines.length === 1 ? character : 0) + lines.at(-1)!.length
  const start = {line: line + lines.length - 1, character: column}
  const selection = {start, end: {line: start.line, character: column + reasonPlaceholder.length}}
  const command = {title: action.title, command: commands.selectReason, arguments: [document.uri, selection]}
  return {...action, edit, command}
}

const escaped = (text: string): string => text.replace(/[\\$}]/g, (sign) => `\\${sign}`)

/** Edits of the version they were computed for, where the client can tell versions apart. */
const workspaceEdit = (
  document: TextDocument,
  edits: readonly Edit[],
  {versionedEdits}: ClientFeatures,
): WorkspaceEdit => {
  const written = edits.map(({start, end, text}) => ({
    range: {start: document.positionAt(start), end: document.positionAt(end)},
    newText: text,
  }))
  const {uri, version} = document
  return versionedEdits
    ? {documentChanges: [{textDocument: {uri, version}, edits: written}]}
    : {changes: {[uri]: written}}
}
