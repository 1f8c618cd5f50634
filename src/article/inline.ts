import {objectReplacement} from '../language/object-replacement.js'
import {align, type Notation, withLineFeeds} from './align.js'
import {addAside, addVerbatim, type Draft, openNumber, sourceSpan} from './draft.js'
import {addComment, addComponent, addLink, addMarkdownImage, targetOf} from './element.js'
import type {InlineContext} from './inline-context.js'
import {htmlInFlow} from './inline-html.js'
import {componentMarks} from './shortcode.js'
import {emptyStrand, put} from './strand.js'
import {stringIn} from './string-expression.js'
import type {SyntaxNode} from './syntax.js'
import {tagAt} from './tag.js'

const deepest = 200

/** Writes phrasing content into the open block. */
export const writeInline = (
  context: InlineContext,
  nodes: readonly SyntaxNode[],
  limit: number,
  level: number,
): void => {
  const {draft} = context
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start !== undefined && end !== undefined) {
      writeNode(context, node, start + draft.shift, end + draft.shift, level)
      context.cursor = end + draft.shift
    } else {
      const [from, to] = placeOf(context, node, nodes[at + 1], limit)
      writeNode(context, node, from, to, level)
      context.cursor = to
    }
  }
}

/** A GFM autolink literal may come without a position: it stands between its neighbours, in its own words. */
const placeOf = (
  {draft, cursor}: InlineContext,
  node: SyntaxNode,
  next: SyntaxNode | undefined,
  limit: number,
): readonly [number, number] => {
  const following = next?.position?.start.offset
  const end = following === undefined ? limit : following + draft.shift
  const words = node.value ?? node.children?.[0]?.value ?? ''
  if (words !== '' && draft.source.startsWith(words, cursor)) return [cursor, cursor + words.length]
  return [Math.min(cursor, end), end]
}

const writeNode = (
  context: InlineContext,
  node: SyntaxNode,
  start: number,
  end: number,
  level: number,
): void => {
  const {draft, strand} = context
  switch (node.type) {
    case 'text':
      writeText(context, withLineFeeds(node.value ?? ''), start, end)
      return
    case 'emphasis':
    case 'strong':
      writeChildren(context, node, start, end, level)
      return
    case 'delete':
      // What is struck out within what is struck out adds nothing.
      if (!(end <= (draft.struck.at(-1)?.end ?? 0))) draft.struck.push(sourceSpan(start, end))
      writeChildren(context, node, start, end, level)
      return
    case 'break':
      put(strand, '\n', start, end)
      return
    case 'inlineCode':
      writeCode(context, withLineFeeds(node.value ?? ''), start, end)
      return
    case 'link':
    case 'linkReference':
      writeLink(context, node, start, end, level)
      return
    case 'image':
    case 'imageReference':
      addMarkdownImage(draft, node, start, end)
      return
    case 'footnoteReference':
      draft.marks.push({
        kind: 'footnote',
        label: node.identifier ?? '',
        source: sourceSpan(start, end),
        block: openNumber(draft) ?? 0,
        at: strand.text.length,
      })
      return
    case 'html':
      htmlInFlow(context, start, end)
      return
    case 'mdxTextExpression':
    case 'mdxFlowExpression':
      writeExpression(context, start, end)
      return
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      writeJsx(context, node, start, end, level)
      return
    default:
      if (node.children !== undefined) writeChildren(context, node, start, end, level)
      else if (node.value !== undefined) put(strand, objectReplacement, start, end)
  }
}

const writeChildren = (
  context: InlineContext,
  node: SyntaxNode,
  start: number,
  end: number,
  level: number,
): void => {
  if (node.children === undefined) return
  if (level > deepest) {
    tooDeep(context.draft, start, end)
    return
  }
  context.cursor = start
  writeInline(context, node.children, end, level + 1)
}

/** Reports nesting that is not followed, once an article. */
export const tooDeep = (draft: Draft, start: number, end: number): void => {
  if (draft.problems.some(({id}) => id === 'too-deep')) return
  const message = 'What is nested this deeply is not read'
  draft.problems.push({id: 'too-deep', message, source: sourceSpan(start, end)})
}

const writeText = (context: InlineContext, value: string, start: number, end: number): void => {
  const {draft, strand, quoteDepth} = context
  const write = (from: number, to: number, at: number, until: number): void =>
    put(strand, from === 0 && to === value.length ? value : value.slice(from, to), at, until)
  const notation: Notation = draft.kind === 'text' ? 'plain' : 'markdown'
  const alignment = {source: draft.source, limit: end, notation, quoteDepth, write}
  let from = 0
  let at = start
  const unwritten = {...alignment, write: () => {}}
  for (const mark of draft.kind === 'text' ? [] : componentMarks(value)) {
    // An alert (`[!NOTE]`) is the first thing in a quote, and elsewhere a bracket like any other.
    if (value[mark.start] === '[' && (quoteDepth === 0 || mark.start > 0 || strand.text !== '')) continue
    at = align(value, from, mark.start, at, alignment)
    const until = align(value, mark.start, mark.end, at, unwritten)
    for (const words of mark.words) {
      const start = align(value, mark.start, words.start, at, unwritten)
      const end = align(value, words.start, words.end, start, unwritten)
      addVerbatim(draft, {kind: 'component', source: sourceSpan(start, end), field: words.name}, start, end)
    }
    addComponent(draft, mark, sourceSpan(at, until))
    at = until
    from = mark.end
  }
  align(value, from, value.length, at, alignment)
}

const writeCode = (context: InlineContext, value: string, start: number, end: number): void => {
  const {draft, quoteDepth, inTable} = context
  put(context.strand, objectReplacement, start, end)
  let ticks = 0
  while (start + ticks < end && draft.source.charCodeAt(start + ticks) === 0x60) ticks++
  const notation: Notation = inTable ? 'table-code' : 'code'
  const strand = emptyStrand()
  const write = (from: number, to: number, at: number, until: number): void =>
    put(strand, value.slice(from, to), at, until)
  // One blank on each side belongs to the fence when the code starts or ends with a tick of its own.
  align(value, 0, value.length, start + ticks, {
    source: draft.source,
    limit: end - ticks,
    notation,
    quoteDepth,
    write,
  })
  addAside(draft, {kind: 'code', source: sourceSpan(start, end)}, strand)
}

const writeLink = (
  context: InlineContext,
  node: SyntaxNode,
  start: number,
  end: number,
  level: number,
): void => {
  const {draft, strand} = context
  const from = strand.text.length
  const written = draft.source.charCodeAt(start) === 0x5b
  context.cursor = written ? start + 1 : start
  if (node.children !== undefined && level <= deepest) writeInline(context, node.children, end, level + 1)
  const target = targetOf(draft, node, {start, end, textEnd: context.cursor})
  addLink(draft, {start: from, end: strand.text.length, source: sourceSpan(start, end), target})
}

const writeExpression = (context: InlineContext, start: number, end: number): void => {
  const {draft, strand} = context
  if (addComment(draft, start, end)) return
  const words = stringIn(draft.source, start, end)
  if (words !== undefined) {
    put(strand, draft.source.slice(words.start, words.end), words.start, words.end)
    return
  }
  put(strand, objectReplacement, start, end)
  addVerbatim(
    draft,
    {kind: 'code', source: sourceSpan(start, end)},
    Math.min(start + 1, end),
    Math.max(start + 1, end - 1),
  )
}

const writeJsx = (
  context: InlineContext,
  node: SyntaxNode,
  start: number,
  end: number,
  level: number,
): void => {
  const tag = tagAt(context.draft.source, start, end)
  if (tag !== undefined) htmlInFlow(context, start, tag.end)
  const inside = tag?.end ?? start
  if (node.children !== undefined) {
    if (level > deepest) tooDeep(context.draft, start, end)
    else {
      context.cursor = inside
      writeInline(context, node.children, end, level + 1)
    }
  }
  if (tag !== undefined && !tag.selfClosing)
    htmlInFlow(context, context.draft.source.lastIndexOf('<', end - 1), end)
}
