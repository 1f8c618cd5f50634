import type {Rule} from '../rules/rule.js'
import {type CompletionItem, CompletionItemKind, type TextDocument} from './protocol.js'

const directives: readonly (readonly [string, string])[] = [
  ['healthlint-disable-next-line', 'excuses findings in the paragraph, item or table below'],
  ['healthlint-disable', 'excuses findings from here to healthlint-enable'],
  ['healthlint-enable', 'ends healthlint-disable'],
  ['healthlint-disable-file', 'excuses findings in the whole file'],
]

const details: readonly (readonly [string, string])[] = [
  ['owner:', 'who answers for the excuse'],
  ['until:', 'the last day on which it holds, as 2027-01-31'],
]

/** Fields of the front matter that rules or the article's language are read from. */
const fields: readonly (readonly [string, string])[] = [
  ['title', 'the article’s title'],
  ['lang', 'the article’s language, as en'],
  ['type', 'treatment, condition, news, ad, supplement, story, recipe or policy'],
  ['author', 'who wrote it'],
  ['reviewed_by', 'who reviewed it medically'],
  ['published', 'the day it was published'],
  ['updated', 'the day it was last changed'],
  ['last_reviewed', 'the day it was last reviewed'],
  ['disclaimer', 'the disclaimer, or that the layout adds one'],
]

/** How far back, in UTF-16 code units, the beginning of a comment or of front matter is looked for. */
const reach = 2000

/** What can stand at the cursor: inside a comment that speaks to healthlint, or as a field of the front matter. */
export const completions = async (
  document: TextDocument,
  offset: number,
  rules: () => Promise<readonly Rule[]>,
): Promise<readonly CompletionItem[]> => {
  const from = Math.max(0, offset - reach)
  const before = document.getText({start: document.positionAt(from), end: document.positionAt(offset)})
  const comment = /(?:<!--|\{\/\*)((?:(?!-->|\*\/)[^\n\r])*)$/.exec(before)?.[1]
  const found =
    comment !== undefined
      ? await inComment(comment, rules)
      : from === 0 && inFrontMatter(before)
        ? items(fields, CompletionItemKind.Field, ': ')
        : []
  // Names have hyphens, at which editors would begin a new word.
  const typed = /[\w/-]*$/.exec(before)?.[0] ?? ''
  const range = {start: document.positionAt(offset - typed.length), end: document.positionAt(offset)}
  return found.map(({label, insertText = label, ...item}) => ({
    ...item,
    label,
    filterText: label,
    textEdit: {range, newText: insertText},
  }))
}

const inComment = async (
  comment: string,
  rules: () => Promise<readonly Rule[]>,
): Promise<readonly CompletionItem[]> => {
  const written = /^\s*healthlint-[a-z-]+\s(.*)$/s.exec(comment)?.[1]
  if (written === undefined)
    return /^\s*[a-z-]*$/.test(comment) ? items(directives, CompletionItemKind.Keyword, ' ') : []
  if (/(?:^|\s)--\s/.test(written))
    return /\s[a-z]*$/.test(comment) ? items(details, CompletionItemKind.Field, ' ') : []
  const named = new Set(written.split(/[\s,]+/).slice(0, -1))
  return (await rules())
    .filter(({id}) => !named.has(id))
    .map(({id, summary, why}) => ({
      label: id,
      kind: CompletionItemKind.Value,
      detail: summary,
      documentation: why,
    }))
}

/** At the beginning of a line between the opening fence and the closing one. */
const inFrontMatter = (before: string): boolean => {
  const lines = before.split(/\r\n|\r|\n/)
  return (
    lines.length > 1 &&
    /^\ufeff?---\s*$/.test(lines[0]!) &&
    !lines.slice(1, -1).some((line) => /^(?:---|\.\.\.)\s*$/.test(line)) &&
    /^[\w-]*$/.test(lines.at(-1)!)
  )
}

const items = (
  list: readonly (readonly [string, string])[],
  kind: CompletionItemKind,
  follows: string,
): readonly CompletionItem[] =>
  list.map(([label, detail], index) => ({
    label,
    kind,
    detail,
    insertText: label + follows,
    sortText: String(index).padStart(2, '0'),
  }))
