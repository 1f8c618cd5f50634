import {align, withLineFeeds} from './align.js'
import {addAside, addVerbatim, closeBlock, type Draft, openBlock, type Place, sourceSpan} from './draft.js'
import {addComment, addDefinition, addTagComponent, isComponentName} from './element.js'
import {readFrontMatter} from './front-matter.js'
import {beginsHtml, htmlBlock, isUnread, partsText, placeInElement} from './html-block.js'
import {tooDeep, writeInline} from './inline.js'
import {emptyStrand, put} from './strand.js'
import {stringIn} from './string-expression.js'
import type {SyntaxNode} from './syntax.js'
import {tagAt} from './tag.js'

/** Levels of quotes, lists and elements that are followed; real articles stay below ten. */
const deepest = 100

/** Walks flow content, in document order. */
export const walkBlocks = (draft: Draft, nodes: readonly SyntaxNode[], place: Place): void => {
  let before: Before = {leadIn: undefined, image: false}
  for (const node of nodes) {
    const start = (node.position?.start.offset ?? 0) + draft.shift
    const end = (node.position?.end.offset ?? start - draft.shift) + draft.shift
    before = walkBlock(draft, node, {start, end}, place, before)
  }
}

/** What the sibling before a block was: a list may be introduced by it, a caption may belong to it. */
interface Before {
  readonly leadIn: number | undefined
  readonly image: boolean
}

const nothingBefore: Before = {leadIn: undefined, image: false}

interface Extent {
  readonly start: number
  readonly end: number
}

const walkBlock = (draft: Draft, node: SyntaxNode, extent: Extent, place: Place, before: Before): Before => {
  const {start, end} = extent
  switch (node.type) {
    case 'paragraph': {
      const elements = elementsAlone(node)
      if (elements !== undefined) {
        walkBlocks(draft, elements, place)
        return nothingBefore
      }
      const asHeading = isBoldHeading(node, place)
      const caption = before.image && node.children?.length === 1 && node.children[0]!.type === 'emphasis'
      const kind = asHeading ? 'heading' : caption ? 'caption' : place.kind
      const number = writeLeaf(draft, node, extent, {...place, kind, depth: asHeading ? 6 : place.depth})
      return {leadIn: asHeading ? undefined : number, image: isImageAlone(node)}
    }
    case 'heading':
      writeLeaf(draft, node, extent, {...place, kind: 'heading', depth: node.depth ?? 1})
      return nothingBefore
    case 'list':
      walkList(draft, node, place, before.leadIn)
      return nothingBefore
    case 'table':
      walkTable(draft, node, place)
      return nothingBefore
    case 'code':
    case 'math':
      // Markdown takes it for code, its author for HTML; its words are seen either way.
      if (!isFenced(draft, start) && beginsHtml(node.value ?? '')) htmlBlock(draft, start, end, place)
      else writeCodeBlock(draft, withLineFeeds(node.value ?? ''), extent, place)
      return nothingBefore
    case 'html':
      htmlBlock(draft, start, end, place)
      return nothingBefore
    case 'yaml':
    case 'toml':
      draft.frontMatter = readFrontMatter(draft, node.type, start, end)
      return nothingBefore
    case 'definition':
      addDefinition(draft, node, start, end)
      return before
    case 'mdxjsEsm':
      addVerbatim(draft, {kind: 'code', source: sourceSpan(start, end)}, start, end)
      return before
    case 'mdxFlowExpression':
      if (stringIn(draft.source, start, end) !== undefined)
        writeLeaf(draft, {type: 'paragraph', children: [{...node, type: 'mdxTextExpression'}]}, extent, place)
      else if (!addComment(draft, start, end))
        addVerbatim(draft, {kind: 'code', source: sourceSpan(start, end)}, start + 1, end - 1)
      return before
    default:
      walkContainer(draft, node, extent, place)
      return nothingBefore
  }
}

const walkContainer = (draft: Draft, node: SyntaxNode, {start, end}: Extent, place: Place): void => {
  if (place.level >= deepest) {
    tooDeep(draft, start, end)
    return
  }
  const inside = {...place, level: place.level + 1}
  const from = draft.flow.blocks.length
  if (node.type === 'blockquote') {
    walkBlocks(draft, node.children ?? [], {...inside, kind: 'quote', quoteDepth: place.quoteDepth + 1})
  } else if (node.type === 'mdxJsxFlowElement') {
    const tag = tagAt(draft.source, start, end)
    if (tag !== undefined && isComponentName(tag.name)) addTagComponent(draft, tag, end)
    const within = tag === undefined ? inside : placeInElement(draft, tag.name, inside)
    // A bread crumb that repeats the title is the site's, not the article's.
    if (tag?.name.toLowerCase() === 'nav') return
    if (tag !== undefined && isUnread(tag.name)) walkBlocks(draft, node.children ?? [], within)
    else walkMixed(draft, node.children ?? [], within)
  } else if (node.children !== undefined) walkBlocks(draft, node.children, inside)
  if (node.type === 'footnoteDefinition') {
    const to = draft.flow.blocks.length
    draft.footnotes.push({label: node.identifier ?? '', source: sourceSpan(start, end), from, to})
  }
}

/** `<p>Text</p>` on a line of its own has words, not a paragraph, in it: each run of them is one. */
const walkMixed = (draft: Draft, nodes: readonly SyntaxNode[], place: Place): void => {
  for (let at = 0; at < nodes.length; ) {
    let until = at
    while (until < nodes.length && isPhrasing(nodes[until]!)) until++
    const run = nodes.slice(at, Math.max(until, at + 1))
    const words = run.filter(({type, value}) => type !== 'text' || value?.trim() !== '')
    const start = words[0]?.position?.start.offset
    const end = words.at(-1)?.position?.end.offset
    if (until === at) walkBlocks(draft, run.map(asFlow), place)
    else if (start !== undefined && end !== undefined)
      writeLeaf(
        draft,
        {type: 'paragraph', children: run},
        {start: start + draft.shift, end: end + draft.shift},
        place,
      )
    at += run.length
  }
}

/** A paragraph of elements alone is no paragraph; one of the two parsers leaves that to a later step. */
const elementsAlone = ({children = []}: SyntaxNode): readonly SyntaxNode[] | undefined => {
  const some = children.filter(({type, value}) => type !== 'text' || value?.trim() !== '')
  const areElements = some.length > 0 && some.every(({type}) => type === 'mdxJsxTextElement')
  return areElements ? some.map(asFlow) : undefined
}

const isPhrasing = ({type, name}: SyntaxNode): boolean => phrasing.has(type) && !partsText(name ?? '')

/** `<td>` on the line of its `<tr>` is told as if it were a word. */
const asFlow = (node: SyntaxNode): SyntaxNode =>
  node.type === 'mdxJsxTextElement' ? {...node, type: 'mdxJsxFlowElement'} : node

const phrasing: ReadonlySet<string> = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'break',
  'inlineCode',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'footnoteReference',
  'mdxJsxTextElement',
  'mdxTextExpression',
])

const writeLeaf = (
  draft: Draft,
  node: SyntaxNode,
  {start, end}: Extent,
  place: Place,
): number | undefined => {
  const strand = openBlock(draft, place, start, end)
  const {quoteDepth} = place
  const inTable = place.table !== undefined
  writeInline({draft, strand, quoteDepth, inTable, openTags: [], cursor: start}, node.children ?? [], end, 0)
  return closeBlock(draft)
}

/** `**Side effects**` alone on its line: many articles head a section so. */
const isBoldHeading = (node: SyntaxNode, place: Place): boolean => {
  const only = node.children?.length === 1 ? node.children[0]! : undefined
  if (only?.type !== 'strong' || place.kind !== 'paragraph') return false
  const text = wordsOf(only)
  return !/[.!;,…]["”’)]?$/.test(text) && text !== '' && text.split(/\s+/, 13).length <= 12
}

const wordsOf = (node: SyntaxNode): string => {
  if (node.value !== undefined) return node.value
  return (node.children ?? [])
    .map((child) => (child.children === undefined ? (child.value ?? '') : wordsOf(child)))
    .join('')
    .trim()
}

const isImageAlone = ({children = []}: SyntaxNode): boolean =>
  children.some(({type}) => type === 'image' || type === 'imageReference') &&
  children.every(
    ({type, value}) =>
      type === 'image' || type === 'imageReference' || (type === 'text' && value?.trim() === ''),
  )

const walkList = (draft: Draft, node: SyntaxNode, place: Place, leadIn: number | undefined): void => {
  const list = draft.lists++
  const items = node.children ?? []
  const inside = {...place, kind: 'listItem' as const, listDepth: place.listDepth + 1, level: place.level + 1}
  if (place.level >= deepest) {
    const start = (node.position?.start.offset ?? 0) + draft.shift
    tooDeep(draft, start, (node.position?.end.offset ?? 0) + draft.shift)
    return
  }
  for (let item = 0; item < items.length; item++) {
    const {checked, children} = items[item]!
    const listPlace = {list, item, ordered: node.ordered === true, checked: checked ?? undefined, leadIn}
    walkBlocks(draft, children ?? [], {...inside, list: listPlace})
  }
}

const walkTable = (draft: Draft, node: SyntaxNode, place: Place): void => {
  const table = draft.tables++
  const rows = node.children ?? []
  for (let row = 0; row < rows.length; row++) {
    const cells = rows[row]!.children ?? []
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column]!
      const start = (cell.position?.start.offset ?? 0) + draft.shift
      const end = (cell.position?.end.offset ?? 0) + draft.shift
      const tablePlace = {table, row, column, header: row === 0}
      writeLeaf(draft, cell, {start, end}, {...place, kind: 'tableCell', table: tablePlace})
    }
  }
}

const isFenced = ({source}: Draft, start: number): boolean => /[`~$]/.test(source[start] ?? '')

/** The lines between the fences; an indented block has none. */
const writeCodeBlock = (draft: Draft, value: string, {start, end}: Extent, place: Place): void => {
  const {source} = draft
  let at = start
  if (isFenced(draft, start)) {
    while (at < end && source[at] !== '\n' && source[at] !== '\r') at++
    while (at < end && /[\s>]/.test(source[at]!) && source[at] !== value[0]) at++
  }
  const strand = emptyStrand()
  const write = (from: number, to: number, from2: number, until: number): void =>
    put(strand, value.slice(from, to), from2, until)
  align(value, 0, value.length, at, {
    source,
    limit: end,
    notation: 'plain',
    quoteDepth: place.quoteDepth,
    write,
  })
  if (value !== '') addAside(draft, {kind: 'code', source: sourceSpan(start, end)}, strand)
}
