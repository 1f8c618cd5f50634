import {type ExtensionContext, type LogOutputChannel, window, workspace} from 'vscode'
import {LanguageClient, TransportKind} from 'vscode-languageclient/node'
import {serverModule} from './server-module.js'

export const languages: readonly string[] = ['markdown', 'mdx', 'plaintext']

/** Not `git` and `output`: older versions and logs are nobody's to mend. */
const schemes: readonly string[] = ['file', 'untitled', 'vscode-vfs', 'vscode-remote']

interface WorkspaceCounts {
  readonly files: number
  readonly error: number
  readonly warning: number
}

const isCounts = (value: unknown): value is WorkspaceCounts =>
  typeof value === 'object' && value !== null && 'files' in value && 'error' in value && 'warning' in value

export const createClient = (context: ExtensionContext, output: LogOutputChannel): LanguageClient => {
  const {module, from} = serverModule(context)
  output.info(`server: ${from}`)
  return new LanguageClient(
    'healthlint',
    'healthlint',
    {module, transport: TransportKind.stdio},
    {
      documentSelector: schemes.flatMap((scheme) => languages.map((language) => ({scheme, language}))),
      outputChannel: output,
      initializationOptions: {
        preset: workspace.getConfiguration('healthlint').get<string>('preset'),
        trusted: workspace.isTrusted,
        explainCommand: 'healthlint.showRule',
        hoverShowsMessages: true,
      },
      middleware: {
        executeCommand: async (command, given, next) => {
          const answer: unknown = await next(command, given)
          if (command === 'healthlint.lintWorkspace' && isCounts(answer)) {
            const {files, error, warning} = answer
            void window.showInformationMessage(
              `healthlint checked ${files} articles that are not open: ${error} errors, ${warning} warnings.`,
            )
          }
          return answer
        },
      },
    },
  )
}
