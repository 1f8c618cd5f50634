import type {
  BlockContent,
  Heading,
  Html,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  Text,
} from 'mdast'
import type {Position} from 'unist'
import {roleOf} from './article/role.js'
import {
  continuesLine,
  type ItemMark,
  isHeadingLine,
  itemMarkOf,
  linesOf,
  type TextLine,
} from './parse-text-line.js'

/**
 * Plain text to mdast, so that one walk serves all kinds. Lines that look like headings and items become such; nothing
 * else means anything: no emphasis, no links but bare addresses, no code.
 *
 * @param source without byte-order mark
 */
export const parsePlainText = (source: string): Root => {
  const lines = linesOf(source)
  const chunks = chunksOf(lines)
  const children: Root['children'] = []
  for (let at = 0; at < chunks.length; ) {
    const chunk = chunks[at]!
    if (chunk.kind === 'item') {
      const end = endOfList(chunks, at)
      children.push(listOf(chunks.slice(at, end)))
      at = end
    } else {
      if (chunk.kind === 'heading') children.push(headingOf(chunk, depthOf(chunks, at, children)))
      else children.push(chunk.kind === 'comment' ? commentOf(chunk) : paragraphOf(chunk.lines, 0))
      at++
    }
  }
  return {type: 'root', children}
}

/** Lines that make one paragraph, heading, or the first paragraph of an item; or a line that is a comment elsewhere. */
interface Chunk {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'comment'
  readonly lines: readonly TextLine[]
  readonly mark: ItemMark | undefined
}

const chunksOf = (lines: readonly TextLine[]): readonly Chunk[] => {
  const chunks: Chunk[] = []
  const first = lines[0]
  if (first === undefined) return chunks
  const widths = widthsOf(lines)
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!
    if (isCommentLine(line)) {
      chunks.push({kind: 'comment', lines: [line], mark: undefined})
      at++
      continue
    }
    const mark = itemMarkOf(line)
    if (mark === undefined && isHeadingLine(line, {first, before: lines[at - 1], after: lines[at + 1]})) {
      chunks.push({kind: 'heading', lines: [line], mark})
      at++
      continue
    }
    let end = at + 1
    while (
      end < lines.length &&
      continuesLine(lines[end]!, lines[end - 1]!, widths[end]!) &&
      !isCommentLine(lines[end]!) &&
      !isHeadingLine(lines[end]!, {first, before: lines[end - 1], after: lines[end + 1]})
    )
      end++
    chunks.push({kind: mark === undefined ? 'paragraph' : 'item', lines: lines.slice(at, end), mark})
    at = end
  }
  return chunks
}

/** For each line the longest of those that stand together with it, without a blank one between. */
const widthsOf = (lines: readonly TextLine[]): readonly number[] => {
  const widths: number[] = []
  for (let at = 0; at < lines.length; ) {
    let end = at + 1
    while (end < lines.length && !lines[end]!.blankBefore) end++
    let width = 0
    for (let line = at; line < end; line++) width = Math.max(width, lines[line]!.text.length)
    for (; at < end; at++) widths.push(width)
  }
  return widths
}

/** A list goes on over blank lines while its numbers go up or its bullets stay the same; indented text belongs to it. */
const endOfList = (chunks: readonly Chunk[], start: number): number => {
  let {mark, lines} = chunks[start]!
  let end = start + 1
  for (; end < chunks.length; end++) {
    const next = chunks[end]!
    const line = next.lines[0]!
    if (next.mark === undefined) {
      if (next.kind === 'heading' || line.indent <= lines[0]!.indent) break
      continue
    }
    if (mark === undefined || next.mark.ordered !== mark.ordered || next.mark.bullet !== mark.bullet) break
    if (next.mark.ordered && next.mark.number <= mark.number) break
    mark = next.mark
    lines = next.lines
  }
  return end
}

const depthOf = (chunks: readonly Chunk[], at: number, before: Root['children']): Heading['depth'] => {
  const above = before[before.length - 1]
  // A name of a site may stand above the title; the title is then the longer line.
  const next = chunks[at + 1]
  const words = chunks[at]!.lines[0]!.text.split(/\s+/, 7).length
  const nameOfSite =
    at === 0 && words <= 3 && next?.kind === 'heading' && next.lines[0]!.text.split(/\s+/, 7).length >= 6
  if (at === 0) return nameOfSite ? 2 : 1
  if (above?.type !== 'heading') return 2
  if (at === 1 && above.depth === 2) return 1
  const [title] = above.children
  const first = chunks[0]!.lines[0]!.text
  const headsOther = title?.type === 'text' && (roleOf(title.value, []) !== 'body' || title.value === first)
  const hasText = next !== undefined
  return above.depth === 1 || headsOther || !hasText ? 2 : (Math.min(above.depth + 1, 5) as Heading['depth'])
}

const positionOf = (first: TextLine, last: TextLine, skipped = 0): Position => ({
  start: {line: first.line, column: first.indent + 1 + skipped, offset: first.start + skipped},
  end: {line: last.line, column: last.indent + last.text.length + 1, offset: last.end},
})

const headingOf = ({lines}: Chunk, depth: Heading['depth']): Heading => {
  const line = lines[0]!
  const position = positionOf(line, line)
  return {type: 'heading', depth, position, children: [{type: 'text', value: line.text, position}]}
}

/** What would be a comment elsewhere, on a line of its own: leftovers are looked for in it, and it is no sentence. */
const isCommentLine = ({text}: TextLine): boolean => text.startsWith('<!--') && text.endsWith('-->')

const commentOf = ({lines}: Chunk): Html => ({
  type: 'html',
  value: lines[0]!.text,
  position: positionOf(lines[0]!, lines[0]!),
})

const paragraphOf = (lines: readonly TextLine[], skipped: number): Paragraph => {
  const first = lines[0]!
  const position = positionOf(first, lines[lines.length - 1]!, skipped)
  return {
    type: 'paragraph',
    position,
    children: lines.flatMap((line, at) => phrasingOf(line, at === 0 ? skipped : 0, lines[at + 1])),
  }
}

const address = /\b(?:https?:\/\/|www\.)[^\s<>"”)\]]*[^\s<>"”)\].,;:!?]/gi

/** The text of a line and its bare addresses; a line that goes on ends with its line break. */
const phrasingOf = (line: TextLine, skipped: number, next: TextLine | undefined): PhrasingContent[] => {
  const content: PhrasingContent[] = []
  const point = (at: number) => ({line: line.line, column: line.indent + at + 1, offset: line.start + at})
  const textOf = (from: number, to: number): Text => ({
    type: 'text',
    value: line.text.slice(from, to),
    position: {start: point(from), end: point(to)},
  })
  let at = skipped
  if (line.text.includes('://') || line.text.includes('www.')) {
    for (const {0: url, index} of line.text.matchAll(address)) {
      if (index < at) continue
      if (index > at) content.push(textOf(at, index))
      at = index + url.length
      const inside = textOf(index, at)
      const link: Link = {type: 'link', url: url.includes('://') ? url : `http://${url}`, children: [inside]}
      content.push({...link, position: {start: point(index), end: point(at)}})
    }
  }
  if (at < line.text.length) content.push(textOf(at, line.text.length))
  if (next !== undefined) {
    const start = point(line.text.length)
    content.push({
      type: 'text',
      value: '\n',
      position: {start, end: {line: next.line, column: next.indent + 1, offset: next.start}},
    })
  }
  return content
}

const listOf = (chunks: readonly Chunk[]): List => {
  const items: ListItem[] = []
  let inside: BlockContent[] = []
  let opening: TextLine | undefined
  const close = (last: TextLine): void => {
    if (opening !== undefined)
      items.push({
        type: 'listItem',
        spread: false,
        checked: null,
        children: inside,
        position: positionOf(opening, last),
      })
  }
  let last = chunks[0]!.lines[0]!
  for (const {lines, mark} of chunks) {
    if (mark !== undefined) {
      close(last)
      opening = lines[0]!
      inside = []
    }
    inside.push(paragraphOf(lines, mark?.length ?? 0))
    last = lines[lines.length - 1]!
  }
  close(last)
  const {mark, lines} = chunks[0]!
  const start = mark?.ordered ? mark.number : null
  return {
    type: 'list',
    ordered: mark?.ordered === true,
    start,
    spread: false,
    children: items,
    position: positionOf(lines[0]!, last),
  }
}
