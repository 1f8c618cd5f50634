import * as v from 'valibot'
import type {CommandNames} from './code-actions.js'
import {workspaceLinter} from './lint-workspace.js'
import {MessageType} from './protocol.js'
import {ruleMarkdown} from './rule-markdown.js'
import type {Session} from './session.js'
import {show} from './show-message.js'
import type {Troubles} from './troubles.js'

export const lintWorkspaceCommand = 'healthlint.lintWorkspace'
/** Requests of our own, for clients that show rules themselves: `{rule}` gives a page in Markdown or null, the other all rules. */
const ruleRequest = 'healthlint/rule'
const rulesRequest = 'healthlint/rules'

const position = v.object({line: v.number(), character: v.number()})
const selectArguments = v.tuple([v.string(), v.object({start: position, end: position})])

/** Does the commands that code actions and clients name. */
export const serveCommands = (session: Session, commands: CommandNames, troubles: Troubles): void => {
  const {connection, folders, rulesFor, documents, snapshotOf} = session
  const lintWorkspace = workspaceLinter(session, troubles)

  /** The rules where the author is: those of an open article's configuration, or of the first folder's. */
  const rulesHere = () => {
    const path = documents.keys().flatMap((uri) => snapshotOf(uri)?.path ?? [])[0]
    return rulesFor(path ?? `${folders()[0] ?? process.cwd()}/untitled.md`)
  }
  const ruleNamed = async (id: string) => (await rulesHere()).find((rule) => rule.id === id)

  const explain = async (id: string): Promise<string | null> => {
    const rule = await ruleNamed(id)
    if (rule === undefined) return null
    show(connection, MessageType.Info, `${rule.id}: ${rule.summary} ${rule.why} ${rule.url}`.trimEnd())
    return ruleMarkdown(rule)
  }

  const selectReason = async (given: unknown): Promise<null> => {
    const [uri, selection] = v.parse(selectArguments, given)
    await connection.window.showDocument({uri, selection, takeFocus: true})
    return null
  }

  connection.onExecuteCommand(async ({command, arguments: given = []}) => {
    if (command === commands.explain) return explain(String(given[0]))
    if (command === commands.selectReason) return selectReason(given)
    if (command === lintWorkspaceCommand) return lintWorkspace()
    return null
  })

  connection.onRequest(rulesRequest, async () =>
    (await rulesHere()).map(({id, level, summary}) => ({id, level, summary})),
  )
  connection.onRequest(ruleRequest, async ({rule: id}: {readonly rule: string}) => {
    const rule = await ruleNamed(id)
    return rule === undefined ? null : ruleMarkdown(rule)
  })
}
