import type {Root} from 'mdast'
import type {ArticleKind, Problem} from './article/article.js'
import {asMdx, mdxCommentsAsHtml, mdxReason} from './parse-mdx.js'
import {nativeParser, remarkMdx, remarkParts} from './parse-native.js'
import {remarkParserOf} from './parse-remark.js'
import {parsePlainText} from './parse-text.js'

export interface ParseOptions {
  readonly kind: ArticleKind
  /** `native` (the default) falls back to `remark` where no binary fits. Both give the same tree. */
  readonly parser?: 'native' | 'remark'
}

export interface Parsed {
  /** Its offsets count from behind a byte-order mark, as micromark's do: `source.charCodeAt(0) === 0xfeff` shifts them by one. */
  readonly tree: Root
  readonly problems: readonly Problem[]
}

/**
 * Text to mdast, with GFM and front matter. Never throws on what a text says: MDX that does not parse is read as
 * Markdown, with a problem at the place of the error.
 */
export const parse = (source: string, {kind, parser = 'native'}: ParseOptions): Parsed => {
  const whole = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source
  if (kind === 'text') return {tree: parsePlainText(whole), problems: []}
  const text = withinDepth(whole)
  const native = parser === 'native' ? nativeParser() : undefined
  const markdown = native?.markdown ?? ((value: string) => remarkParserOf(remarkParts(), [])(value))
  if (kind === 'markdown') return {tree: markdown(text), problems: []}
  const asMarkdown = (reason: string, at: number): Parsed => ({
    tree: markdown(mdxCommentsAsHtml(text)),
    problems: [mdxProblem(reason, at + source.length - text.length)],
  })
  const excess = markBeyond(text, mostMarks)
  if (excess !== undefined) return asMarkdown(`there are more than ${mostMarks} tags and braces.`, excess)
  const mdx = native?.mdx ?? mdxWithRemark()
  if (mdx === undefined) return asMarkdown('there is no MDX parser here.', 0)
  try {
    return {tree: treeOf(mdx, text), problems: []}
  } catch (error) {
    const at = placeOf(error, text)
    return asMarkdown(mdxReason(reasonOf(error), text, at), at)
  }
}

/** The tree of MDX, or of what a site takes for it. */
const treeOf = (mdx: (value: string) => Root, text: string): Root => {
  try {
    return mdx(text)
  } catch (error) {
    const widened = asMdx(text)
    if (widened === text) throw error
    return mdx(widened)
  }
}

/**
 * One line may open two hundred quotes and lists inside each other. Articles open two or three; parsers take time that grows
 * with the square of the number, and no rule reads so deep. What opens more of them is masked, letter by letter, so that
 * every offset stays what it is.
 */
const opensTooMany = /^(?:[ \t]*(?:>|[-+*](?=[ \t]))){201}/m
const openers = /^((?:[ \t]*(?:>|[-+*](?=[ \t]))){200})((?:[ \t]*(?:>|[-+*](?=[ \t])))+)/gm

const withinDepth = (text: string): string =>
  opensTooMany.test(text)
    ? text.replace(openers, (_, kept: string, more: string) => kept + more.replace(/[->+*]/g, 'x'))
    : text

/**
 * Tags and braces that are read as MDX. Parsers of MDX take time that grows with the square of their number, open or
 * closed: 4,000 take under a second, 50,000 of `{a}` over twenty. Articles have some hundred.
 */
const mostMarks = 4000

/** Where the `<` or `{` stands that is one too many, if there are so many. */
const markBeyond = (text: string, most: number): number | undefined => {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code === 0x3c || code === 0x7b) && ++count > most) return at
  }
  return undefined
}

const mdxWithRemark = (): ((value: string) => Root) | undefined => {
  const plugin = remarkMdx()
  return plugin === undefined ? undefined : remarkParserOf(remarkParts(), [plugin])
}

const mdxProblem = (reason: string, at: number): Problem => ({
  id: 'mdx-syntax',
  message: `This is no valid MDX and is read as Markdown: ${reason}`,
  source: {in: 'source', start: at, end: at},
})

const leadingPlace = /^(\d+):(\d+)(?:-\d+:\d+)?:\s*/

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .replace(leadingPlace, '')
    .replace(/ \(note: .*$/s, '')

interface Located {
  readonly line?: number | null | undefined
  readonly column?: number | null | undefined
  readonly place?: {readonly offset?: number; readonly start?: {readonly offset?: number}} | null | undefined
}

/** Where a parser's error stands. remark says it in fields, Sätteri only in the first words of the message. */
const placeOf = (error: unknown, text: string): number => {
  if (typeof error !== 'object' || error === null) return 0
  const {place, line, column} = error as Located
  const offset = place?.offset ?? place?.start?.offset
  if (offset !== undefined) return Math.min(offset, text.length)
  const written = error instanceof Error ? leadingPlace.exec(error.message) : null
  return offsetOf(text, line ?? Number(written?.[1] ?? 1), column ?? Number(written?.[2] ?? 1))
}

const offsetOf = (text: string, line: number, column: number): number => {
  let start = 0
  const ends = /\r\n|\n|\r/g
  for (let at = 1; at < line; at++) {
    if (ends.exec(text) === null) break
    start = ends.lastIndex
  }
  return Math.min(start + column - 1, text.length)
}
