import {align, withLineFeeds} from './align.js'
import type {SourceSpan, Span} from './article.js'
import {addAside, addVerbatim, type Draft, type LinkTarget, openNumber, sourceSpan} from './draft.js'
import {putHtmlText} from './html-text.js'
import type {ComponentMark} from './shortcode.js'
import {emptyStrand, put} from './strand.js'
import {stringIn} from './string-expression.js'
import type {SyntaxNode} from './syntax.js'
import type {Tag} from './tag.js'

const commentForms = [
  ['<!--', '-->'],
  ['{/*', '*/}'],
] as const

/** How a comment to healthlint begins; one that is written in another way is told so, not passed over. */
const speaksToUs = /^(?:healthlint-|health-?lint[-:\s]+(?:disable|enable|ignore|off)\b)/i

/**
 * Adds the comment at `[start, end)`, and the directive in it.
 * @returns whether there was nothing to read there: a comment, a declaration or an instruction
 */
export const addComment = (draft: Draft, start: number, end: number): boolean => {
  const {source} = draft
  const form = commentForms.find(([opening]) => source.startsWith(opening, start))
  if (form === undefined) return source.startsWith('<!', start) || source.startsWith('<?', start)
  const [opening, closing] = form
  let from = start + opening.length
  let to = source.startsWith(closing, end - closing.length) ? Math.max(from, end - closing.length) : end
  // In JSX the braces may stand apart from the comment: { /* … */ } is rare, and trimmed like any margin.
  while (from < to && /\s/.test(source[from]!)) from++
  while (to > from && /\s/.test(source[to - 1]!)) to--
  const place = sourceSpan(start, end)
  const block = addVerbatim(draft, {kind: 'comment', source: place}, from, to)
  const text = source.slice(from, to)
  draft.comments.push({text, block, source: place})
  addDirective(draft, text, place)
  return true
}

/** Keeps the words of a comment that speaks to us. */
export const addDirective = (draft: Draft, text: string, source: SourceSpan): void => {
  if (speaksToUs.test(text)) draft.directives.push({text, source})
}

export const isComponentName = (name: string): boolean => /^[A-Z]|^[a-z]+[\w]*-/.test(name)

/** Adds a component written as a tag; its attributes that hold prose become blocks. */
export const addTagComponent = (draft: Draft, tag: Tag, end: number): void => {
  const kind = draft.kind === 'mdx' ? 'mdx' : 'html'
  const attributes: Record<string, string> = {}
  for (const {name, value, start, end: until, literal} of tag.attributes) {
    attributes[name] = value
    const words = literal ? {start, end: until} : stringIn(draft.source, start - 1, until + 1)
    if (words !== undefined && /\s/.test(value))
      addVerbatim(
        draft,
        {kind: 'component', source: sourceSpan(words.start, words.end), field: name},
        words.start,
        words.end,
      )
  }
  draft.components.push({
    name: tag.name,
    kind,
    attributes,
    source: sourceSpan(tag.start, end),
    block: openNumber(draft),
  })
}

/** Adds a shortcode or the opening line of a container. */
export const addComponent = (
  draft: Draft,
  {name, kind, attributes}: ComponentMark,
  source: SourceSpan,
): void => {
  if (name !== '') draft.components.push({name, kind, attributes, source, block: openNumber(draft)})
}

export interface LinkPlace extends Span {
  readonly source: SourceSpan
  readonly target: LinkTarget | string
}

/** Adds a link; `start` and `end` count in the strand of the open block. */
export const addLink = (draft: Draft, {start, end, source, target}: LinkPlace): void => {
  draft.links.push({block: openNumber(draft), start, end, source, target})
}

export interface ImagePlace {
  readonly alternativeText: string
  readonly alternative: Span
  readonly target: LinkTarget | string | undefined
  readonly source: SourceSpan
}

export const addImage = (draft: Draft, {alternativeText, alternative, target, source}: ImagePlace): void => {
  const strand = emptyStrand()
  const write = (from: number, to: number, at: number, until: number): void =>
    put(strand, alternativeText.slice(from, to), at, until)
  const alignment = {
    source: draft.source,
    limit: alternative.end,
    notation: 'alternative' as const,
    quoteDepth: 0,
    write,
  }
  align(alternativeText, 0, alternativeText.length, alternative.start, alignment)
  const place = sourceSpan(alternative.start, alternative.end)
  const alternativeBlock =
    strand.text.trim() === '' ? undefined : addAside(draft, {kind: 'alternativeText', source: place}, strand)
  draft.images.push({block: openNumber(draft), alternativeText, alternativeBlock, target, source})
}

/** The text of an attribute as a browser reads it. */
export const attributeText = (draft: Draft, span: Span): string => {
  const strand = emptyStrand()
  putHtmlText(strand, draft.source, span.start, span.end, 0)
  return strand.text
}

/** A link target that the source has as it is, at `[start, end)`. */
export const literalTarget = (draft: Draft, start: number, end: number, url?: string): LinkTarget => {
  const target = sourceSpan(start, end)
  const block =
    start === end ? undefined : addVerbatim(draft, {kind: 'linkTarget', source: target}, start, end)
  return {url: url ?? draft.source.slice(start, end), target, block}
}

export interface LinkExtent extends Span {
  /** Where the link's text ends. */
  readonly textEnd: number
}

/** The target of a Markdown link: `[a](b)`, `<b>`, a bare address; for `[a][b]` the identifier of its definition. */
export const targetOf = (
  draft: Draft,
  node: SyntaxNode,
  {start, end, textEnd}: LinkExtent,
): LinkTarget | string => {
  if (node.type === 'linkReference' || node.type === 'imageReference') return node.identifier ?? ''
  const {source} = draft
  if (source.charCodeAt(start) === 0x3c) return literalTarget(draft, start + 1, end - 1, node.url)
  if (source.charCodeAt(start) !== 0x5b && source.charCodeAt(start) !== 0x21)
    return literalTarget(draft, start, end, node.url)
  let at = textEnd
  while (at < end && source.charCodeAt(at) !== 0x5d) at++
  const destination = destinationAt(source, at + 2, end)
  return literalTarget(draft, destination.start, destination.end, node.url)
}

/** The definition `[label]: target "title"`; of several with one label the first counts. */
export const addDefinition = (draft: Draft, node: SyntaxNode, start: number, end: number): void => {
  let at = start
  while (at < end && !(draft.source.charCodeAt(at) === 0x5d && draft.source.charCodeAt(at + 1) === 0x3a)) at++
  const destination = destinationAt(draft.source, at + 2, end)
  const target = literalTarget(draft, destination.start, destination.end, node.url)
  const identifier = node.identifier ?? ''
  if (!draft.targets.has(identifier)) draft.targets.set(identifier, target)
}

/** The link destination (CommonMark 0.31 §6.3) at or behind `at`. */
const destinationAt = (source: string, at: number, limit: number): Span => {
  let start = Math.min(at, limit)
  while (start < limit && /[\s>]/.test(source[start]!)) start++
  if (source.charCodeAt(start) === 0x3c) {
    let end = start + 1
    while (end < limit && source.charCodeAt(end) !== 0x3e) end += source.charCodeAt(end) === 0x5c ? 2 : 1
    return {start: start + 1, end: Math.min(end, limit)}
  }
  let end = start
  let depth = 0
  while (end < limit) {
    const code = source.charCodeAt(end)
    if (code <= 32 || (code === 0x29 && depth === 0)) break
    if (code === 0x28) depth++
    else if (code === 0x29) depth--
    end += code === 0x5c && /[!-/:-@[-`{-~]/.test(source[end + 1] ?? '') ? 2 : 1
  }
  return {start, end: Math.min(end, limit)}
}

/** Adds a Markdown image. */
export const addMarkdownImage = (draft: Draft, node: SyntaxNode, start: number, end: number): void => {
  const from = Math.min(start + 2, end)
  const to = endOfBrackets(draft.source, from, end)
  const target = targetOf(draft, node, {start, end, textEnd: to})
  addImage(draft, {
    alternativeText: withLineFeeds(node.alt ?? ''),
    alternative: {start: from, end: to},
    target,
    source: sourceSpan(start, end),
  })
}

/** Where the `]` stands that closes a bracket opened before `at`. */
const endOfBrackets = (source: string, at: number, limit: number): number => {
  let depth = 0
  for (let j = at; j < limit; j++) {
    const code = source.charCodeAt(j)
    if (code === 0x5c) j++
    else if (code === 0x5b) depth++
    else if (code === 0x5d && depth-- === 0) return j
  }
  return limit
}
