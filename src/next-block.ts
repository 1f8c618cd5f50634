import type {Article} from './article/article.js'
import {tagAt} from './article/tag.js'
import {firstIndex} from './first-index.js'

/**
 * The next line that is not blank, and the rest of what begins in it, as a stretch of the source: a paragraph that is
 * wrapped over several lines is one line to its author, and there is no place for a comment between the rows of a table.
 *
 * @returns a function of the offset behind a comment; its blocks are put in order once for all comments
 */
export const blockFinder = ({source, blocks}: Article): ((after: number) => readonly [number, number]) => {
  const inOrder = blocks.toSorted((a, b) => a.source.start - b.source.start)
  const lastOfTable = new Map<number, number>()
  for (const {table, source: place} of blocks)
    if (table !== undefined)
      lastOfTable.set(table.table, Math.max(place.end, lastOfTable.get(table.table) ?? 0))
  return (after) => {
    let from = after
    while (from < source.length && /\s/.test(source[from]!)) from++
    let lineEnd = from
    while (lineEnd < source.length && source[lineEnd] !== '\n' && source[lineEnd] !== '\r') lineEnd++
    let end = endOfElement(source, from, lineEnd)
    const first = firstIndex(inOrder.length, (index) => inOrder[index]!.source.start >= after)
    for (let at = first; at < inOrder.length; at++) {
      const {source: place, table} = inOrder[at]!
      if (place.start >= lineEnd) break
      end = Math.max(end, place.end, (table === undefined ? undefined : lastOfTable.get(table.table)) ?? 0)
    }
    return [from, end + 1]
  }
}

/** Of longer ones, which are wrapped around articles, just the line. In UTF-16 code units. */
const longestElement = 5000

/**
 * Where the element ends whose tag begins a line, no farther than the next blank line: what is wrapped around several
 * paragraphs is no line to its author. Only a table is one thing, blank lines or not.
 */
const endOfElement = (source: string, start: number, lineEnd: number): number => {
  if (source[start] !== '<') return lineEnd
  const near = source.slice(start, start + longestElement)
  const opening = tagAt(near, 0, near.length)
  if (opening === undefined || opening.closing) return lineEnd
  const blank = near.search(/\n[^\S\n]*\n/)
  const together = blank === -1 ? near.length : blank
  const limit = opening.name === 'table' ? near.length : together
  let depth = opening.selfClosing ? 0 : 1
  let at = opening.end
  while (depth > 0) {
    at = near.indexOf('<', at)
    if (at === -1 || at >= limit)
      return together < longestElement ? Math.max(lineEnd, start + together) : lineEnd
    const tag = tagAt(near, at, limit)
    if (tag?.name === opening.name && !tag.selfClosing) depth += tag.closing ? -1 : 1
    at = tag?.end ?? at + 1
  }
  return Math.max(lineEnd, start + at)
}
