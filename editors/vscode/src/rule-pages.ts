import {commands, type Disposable, Uri, window, workspace} from 'vscode'
import type {LanguageClient} from 'vscode-languageclient/node'

const scheme = 'healthlint-rule'

/** Rules' pages as documents that VS Code can preview. */
export const rulePages = (client: () => LanguageClient | undefined): Disposable =>
  workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({path}) => {
      const rule = path.replace(/^\/|\.md$/g, '')
      const page = await client()?.sendRequest<string | null>('healthlint/rule', {rule})
      return page ?? `There is no rule “${rule}”.`
    },
  })

/** Shows a rule's page, of one that is chosen from a list unless it is named. */
export const showRule = async (client: LanguageClient | undefined, id?: string): Promise<void> => {
  const rule = id ?? (await chosenRule(client))
  if (rule === undefined) return
  await commands.executeCommand('markdown.showPreviewToSide', Uri.from({scheme, path: `/${rule}.md`}))
}

interface ListedRule {
  readonly id: string
  readonly level: string
  readonly summary: string
}

const chosenRule = async (client: LanguageClient | undefined): Promise<string | undefined> => {
  const rules = (await client?.sendRequest<readonly ListedRule[]>('healthlint/rules')) ?? []
  const items = rules.map(({id, level, summary}) => ({label: id, description: level, detail: summary}))
  const choice = await window.showQuickPick(items, {placeHolder: 'A rule', matchOnDetail: true})
  return choice?.label
}
