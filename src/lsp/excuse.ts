import type {Article, Block} from '../article/article.js'
import {buildArticle} from '../article/build.js'
import type {Diagnostic, Edit} from '../diagnostic.js'
import type {Linter} from '../lint.js'

/** A comment to insert. The author writes the reason between `before` and `after`. */
export interface Excuse {
  readonly at: number
  readonly before: string
  readonly after: string
  /** What it is for, in a word or two: `this paragraph`. */
  readonly scope: string
  /** The end of the stretch, where the comment has one. */
  readonly closing?: Edit
}

type Target = Pick<Diagnostic, 'ruleId' | 'start' | 'end'>

/** Beyond this length (UTF-16 code units) a comment is proposed without linting what would come of it. */
const longestTried = 200_000

/**
 * The comment that excuses a finding: for the next line, where that reaches it and Markdown has a place for a comment
 * there; else around the block; else for the file. Tried out before it is proposed: it must silence its rule there and
 * disturb no other finding.
 *
 * @returns nothing when no comment does it, and in plain text, which has none
 */
export const excuseOf = (text: string, path: string, target: Target, linter: Linter): Excuse | undefined => {
  const article = buildArticle(text, {path})
  if (article.kind === 'text') return undefined
  const candidates = candidatesFor(article, target)
  if (text.length > longestTried) return candidates[0]
  const today = new Date().toISOString().slice(0, 10)
  const rulesFound = (source: string): readonly string[] =>
    linter.lint(source, {path, today}).diagnostics.map(({ruleId}) => ruleId)
  const before = rulesFound(text)
  return candidates.find((one) => {
    const after = rulesFound(withExcuse(text, one))
    const left = [...before]
    for (const id of after) {
      const index = left.indexOf(id)
      if (index === -1) return false
      left.splice(index, 1)
    }
    return left.length > 0 && left.every((id) => id === target.ruleId)
  })
}

const withExcuse = (text: string, {at, before, after, closing}: Excuse): string => {
  const inserted = `${text.slice(0, at)}${before}tried out${after}`
  if (closing === undefined) return inserted + text.slice(at)
  return inserted + text.slice(at, closing.start) + closing.text + text.slice(closing.end)
}

const candidatesFor = (article: Article, target: Target): readonly Excuse[] => {
  const {source, frontMatter} = article
  const eol = source.includes('\r\n') ? '\r\n' : '\n'
  const [open, close] = article.kind === 'mdx' ? ['{/*', '*/}'] : ['<!--', '-->']
  const start = (form: string): string => `${open} healthlint-${form} ${target.ruleId} -- `
  const {start: from} =
    target.start.offset <= article.source.length ? {start: target.start.offset} : {start: 0}
  const mark = source.startsWith('\ufeff') ? 1 : 0
  const top = frontMatter.source === undefined ? mark : lineAfter(source, frontMatter.source.end)
  const file: Excuse = {
    at: top,
    before: start('disable-file'),
    after: ` ${close}${eol}`,
    scope: 'this file',
  }
  const block = outermost(article, from)
  if (from < top) return [...inFrontMatter(source, block, target, eol), file]
  const lineStart = Math.max(
    mark,
    lineBefore(source, Math.max(top, Math.min(from, block?.source.start ?? from))),
  )
  const indent = indentation(source, lineStart, block)
  const nextLine: Excuse = {
    at: lineStart,
    before: indent + start('disable-next-line'),
    after: ` ${close}${eol}`,
    scope: scopeOf(block),
  }
  if (block === undefined) return [nextLine, file]
  const [first, last] = stretchOf(article, block)
  const end = lineAfter(source, last)
  const around: Excuse = {
    at: Math.max(mark, lineBefore(source, first)),
    before: start('disable'),
    after: ` ${close}${eol}${eol}`,
    scope: scopeOf(block),
    closing: {
      start: end,
      end,
      text: `${endsLine(source, end) ? '' : eol}${eol}${open} healthlint-enable ${target.ruleId} ${close}${eol}`,
    },
  }
  // Between the rows of a table there is no place for a comment.
  return block.table === undefined ? [nextLine, around, file] : [around, file]
}

/** YAML and TOML have comments of their own, above a field or an item of a list. */
const inFrontMatter = (
  source: string,
  block: Block | undefined,
  {ruleId}: Target,
  eol: string,
): readonly Excuse[] => {
  if (block === undefined) return []
  const at = lineBefore(source, block.source.start)
  const indent = /^[ \t]*/.exec(source.slice(at, block.source.start))?.[0] ?? ''
  const before = `${indent}# healthlint-disable-next-line ${ruleId} -- `
  return [{at, before, after: eol, scope: scopeOf(block)}]
}

/** What a comment above a block excuses. */
const scopeOf = (block: Block | undefined): string => {
  if (block === undefined || !block.readable) return 'this line'
  if (block.table !== undefined) return 'this table'
  return block.kind === 'heading'
    ? 'this heading'
    : block.kind === 'listItem'
      ? 'this item'
      : 'this paragraph'
}

/** The block that holds the offset; a link's target or a picture's words give the paragraph that they stand in. */
const outermost = (article: Article, offset: number): Block | undefined => {
  const holds = ({source}: Block): boolean => source.start <= offset && offset <= source.end
  const block =
    article.blocks.find((one) => one.readable && holds(one)) ?? article.blocks.find((one) => holds(one))
  return block?.owner === undefined ? block : article.blocks[block.owner]
}

/** From the first cell of its table to the last; any other block is its own stretch. */
const stretchOf = (article: Article, block: Block): readonly [number, number] => {
  const {table} = block
  if (table === undefined) return [block.source.start, block.source.end]
  const cells = article.blocks.filter((one) => one.table?.table === table.table)
  return [cells[0]!.source.start, cells.at(-1)!.source.end]
}

/**
 * What stands before the words of the line: quote marks and blanks. A comment before an item goes into the item above
 * it, since at the margin it would end the list.
 */
const indentation = (source: string, lineStart: number, block: Block | undefined): string => {
  const line = source.slice(lineStart, lineStart + 200)
  const lead = /^[ \t]*(?:>[ \t]?)*[ \t]*/.exec(line)?.[0] ?? ''
  const marker = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(line.slice(lead.length))?.[0] ?? ''
  return (block?.list?.item ?? 0) > 0 ? lead + ' '.repeat(marker.length) : lead
}

const lineBefore = (source: string, offset: number): number =>
  Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1

const lineAfter = (source: string, offset: number): number => {
  if (endsLine(source, offset)) return offset
  const found = /\r\n|\r|\n/g
  found.lastIndex = offset
  const match = found.exec(source)
  return match === null ? source.length : match.index + match[0].length
}

const endsLine = (source: string, offset: number): boolean =>
  offset > 0 && (source[offset - 1] === '\n' || source[offset - 1] === '\r')
