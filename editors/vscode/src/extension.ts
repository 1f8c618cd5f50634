import {commands, type Disposable, type ExtensionContext, ProgressLocation, window, workspace} from 'vscode'
import type {LanguageClient} from 'vscode-languageclient/node'
import {createClient} from './client.js'
import {rulePages, showRule} from './rule-pages.js'
import {statusBar} from './status-bar.js'

/** Starts the server and gives VS Code the commands; what is pushed to `subscriptions` ends with the extension. */
export const activate = async (context: ExtensionContext): Promise<void> => {
  const output = window.createOutputChannel('healthlint', {log: true})
  let client: LanguageClient | undefined

  const restart = async (): Promise<void> => {
    const old = client
    client = undefined
    await old?.dispose()
    const fresh = createClient(context, output)
    client = fresh
    try {
      await fresh.start()
    } catch (error) {
      output.info(String(error))
      const choice = await window.showErrorMessage('healthlint could not be started.', 'Show the output')
      if (choice !== undefined) output.show()
    }
  }

  const own: Disposable[] = [
    output,
    {dispose: () => client?.dispose()},
    statusBar(),
    rulePages(() => client),
    commands.registerCommand('healthlint.restart', () =>
      window.withProgress({location: ProgressLocation.Window, title: 'healthlint starts'}, restart),
    ),
    commands.registerCommand('healthlint.showOutput', () => output.show()),
    commands.registerCommand('healthlint.showRule', (id?: string) => showRule(client, id)),
    commands.registerCommand('healthlint.fixAll', () =>
      commands.executeCommand('editor.action.codeAction', {kind: 'source.fixAll.healthlint', apply: 'first'}),
    ),
    workspace.onDidGrantWorkspaceTrust(restart),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('healthlint.server')) void restart()
    }),
  ]
  context.subscriptions.push(...own)
  await restart()
}
