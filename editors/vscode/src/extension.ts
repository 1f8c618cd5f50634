import {
  commands,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  ProgressLocation,
  window,
  workspace,
} from 'vscode'
import type {LanguageClient} from 'vscode-languageclient/node'
import {createClient} from './client.js'
import {rulePages, showRule} from './rule-pages.js'
import {statusBar} from './status-bar.js'

/** What the running extension holds; `deactivate` is given nothing by VS Code, so it is kept here. */
let running: {client: LanguageClient | undefined; readonly output: LogOutputChannel} | undefined

export const activate = async (context: ExtensionContext): Promise<void> => {
  const output = window.createOutputChannel('healthlint', {log: true})
  const state: {client: LanguageClient | undefined; readonly output: LogOutputChannel} = {
    client: undefined,
    output,
  }
  running = state

  const restart = async (): Promise<void> => {
    const old = state.client
    state.client = undefined
    await old?.dispose()
    const client = createClient(context, output)
    state.client = client
    try {
      await client.start()
    } catch (error) {
      output.info(String(error))
      const choice = await window.showErrorMessage('healthlint could not be started.', 'Show the output')
      if (choice !== undefined) output.show()
    }
  }

  const own: Disposable[] = [
    output,
    statusBar(),
    rulePages(() => state.client),
    commands.registerCommand('healthlint.restart', () =>
      window.withProgress({location: ProgressLocation.Window, title: 'healthlint starts'}, restart),
    ),
    commands.registerCommand('healthlint.showOutput', () => output.show()),
    commands.registerCommand('healthlint.showRule', (id?: string) => showRule(state.client, id)),
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

export const deactivate = async (): Promise<void> => {
  await running?.client?.dispose()
}
