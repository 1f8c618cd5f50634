import {kindOf} from '../article/build.js'
import {type CommandNames, codeActions} from './code-actions.js'
import {completions} from './completion.js'
import type {Hover, HoverParams} from './protocol.js'
import {rangeOf} from './protocol-diagnostic.js'
import {findingMarkdown} from './rule-markdown.js'
import type {Session} from './session.js'

/**
 * Answers hover, code actions and completion in open documents.
 *
 * @param hoverSaysWhat whether a hover begins with the finding's message
 */
export const serveLanguage = (session: Session, commands: CommandNames, hoverSaysWhat: boolean): void => {
  const {connection, documents, checker, engine, features, snapshotOf, rulesFor} = session

  const hover = async ({textDocument, position}: HoverParams): Promise<Hover | null> => {
    const snapshot = snapshotOf(textDocument.uri)
    const checked = snapshot === undefined ? undefined : await checker.check(snapshot)
    const document = documents.get(textDocument.uri)
    if (checked === undefined || document === undefined) return null
    const at = document.offsetAt(position)
    const there = checked.diagnostics
      .filter(({start, end}) => start.offset <= at && at <= end.offset)
      .sort((a, b) => a.end.offset - a.start.offset - (b.end.offset - b.start.offset))
    const [first] = there
    if (first === undefined) return null
    const rules = await rulesFor(checked.snapshot.path)
    const pages = there.map((one) =>
      findingMarkdown(
        one,
        rules.find(({id}) => id === one.ruleId),
        hoverSaysWhat,
      ),
    )
    return {range: rangeOf(first), contents: {kind: 'markdown', value: pages.join('\n---\n\n')}}
  }

  connection.onHover(hover)

  connection.onCodeAction(async (params) => {
    const snapshot = snapshotOf(params.textDocument.uri)
    const checked = snapshot === undefined ? undefined : await checker.check(snapshot)
    return checked === undefined ? [] : [...(await codeActions(params, checked, engine, features, commands))]
  })

  connection.onCompletion(async ({textDocument, position}) => {
    const document = documents.get(textDocument.uri)
    const snapshot = snapshotOf(textDocument.uri)
    if (document === undefined || snapshot === undefined) return []
    // Plain text has neither comments nor front matter.
    if (kindOf(snapshot.path) === 'text') return []
    return [...(await completions(document, document.offsetAt(position), () => rulesFor(snapshot.path)))]
  })
}
