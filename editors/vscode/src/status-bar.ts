import {
  DiagnosticSeverity,
  type Disposable,
  Disposable as Disposables,
  languages,
  StatusBarAlignment,
  type TextEditor,
  ThemeColor,
  window,
} from 'vscode'
import {languages as articleLanguages} from './client.js'

/** How many findings the article in front has; a click opens the problems. */
export const statusBar = (): Disposable => {
  const item = window.createStatusBarItem('healthlint', StatusBarAlignment.Right, 90)
  item.name = 'healthlint'
  item.command = 'workbench.actions.view.problems'
  const update = (editor: TextEditor | undefined = window.activeTextEditor): void => {
    if (editor === undefined || !articleLanguages.includes(editor.document.languageId)) {
      item.hide()
      return
    }
    const found = languages.getDiagnostics(editor.document.uri).filter(({source}) => source === 'healthlint')
    const count = (severity: DiagnosticSeverity): number =>
      found.filter((one) => one.severity === severity).length
    const errors = count(DiagnosticSeverity.Error)
    const warnings = count(DiagnosticSeverity.Warning)
    const judged = count(DiagnosticSeverity.Information)
    item.text = found.length === 0 ? '$(heart) healthlint' : `$(heart) ${errors} · ${warnings} · ${judged}`
    item.tooltip = `healthlint: ${errors} errors, ${warnings} warnings, ${judged} to judge`
    item.backgroundColor = errors === 0 ? undefined : new ThemeColor('statusBarItem.errorBackground')
    item.show()
  }
  update()
  return Disposables.from(
    item,
    window.onDidChangeActiveTextEditor((editor) => update(editor)),
    languages.onDidChangeDiagnostics(() => update()),
  )
}
