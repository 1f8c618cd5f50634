import type {
  ArticleKind,
  BlockKind,
  Comment,
  Component,
  Directive,
  FrontMatter,
  ListPlace,
  Problem,
  SourceSpan,
  TablePlace,
} from './article.js'
import {cutTo, emptyStrand, marginsOf, put, type Strand} from './strand.js'

/**
 * The article while the walk builds it: the one mutable thing, gone when `buildArticle` returns.
 *
 * Blocks out of the reading flow are numbered from -1 down while building, since they come after all readable ones in
 * the article; `settle` turns such a number into an index.
 */
export interface Draft {
  readonly source: string
  readonly kind: ArticleKind
  /** What the tree's offsets lack: 1 behind a byte-order mark. */
  readonly shift: number
  readonly flow: Layer
  readonly aside: Layer
  readonly headings: DraftHeading[]
  readonly links: DraftLink[]
  readonly images: DraftImage[]
  readonly components: DraftComponent[]
  readonly comments: Comment[]
  readonly directives: Directive[]
  readonly marks: CitationMark[]
  readonly struck: SourceSpan[]
  readonly problems: Problem[]
  readonly targets: Map<string, LinkTarget>
  readonly footnotes: DraftFootnote[]
  frontMatter: FrontMatter
  lists: number
  tables: number
  /** The readable block under construction. */
  open: OpenBlock | undefined
}

/** A run of blocks and their common text. */
interface Layer {
  readonly strand: Strand
  readonly blocks: DraftBlock[]
}

export interface DraftBlock {
  readonly kind: BlockKind
  readonly start: number
  readonly end: number
  readonly source: SourceSpan
  readonly section: number
  readonly depth: number
  readonly quoteDepth: number
  readonly listDepth: number
  readonly list: ListPlace | undefined
  readonly table: TablePlace | undefined
  readonly owner: number | undefined
  readonly field: string | undefined
}

/** Where a block stands, handed down the walk. */
export interface Place {
  readonly kind: BlockKind
  readonly depth: number
  readonly quoteDepth: number
  readonly listDepth: number
  readonly list: ListPlace | undefined
  readonly table: TablePlace | undefined
  /** Levels of nesting in the tree. */
  readonly level: number
}

export const rootPlace: Place = {
  kind: 'paragraph',
  depth: 0,
  quoteDepth: 0,
  listDepth: 0,
  list: undefined,
  table: undefined,
  level: 0,
}

interface OpenBlock {
  readonly place: Place
  readonly strand: Strand
  readonly source: SourceSpan
  readonly section: number
  readonly firstLink: number
  readonly firstMark: number
  readonly firstAside: number
  readonly firstImage: number
  readonly firstComponent: number
}

export interface DraftHeading {
  readonly block: number
  readonly depth: number
}

export interface LinkTarget {
  readonly url: string
  readonly target: SourceSpan
  /** Number of the block that holds the target; none when it is empty. */
  readonly block: number | undefined
}

export interface DraftLink {
  /** Nothing when its paragraph has no text: it then stands where its target does. */
  block: number | undefined
  start: number
  end: number
  readonly source: SourceSpan
  /** The target itself, or the identifier of the definition that has it. */
  readonly target: LinkTarget | string
}

export interface DraftImage {
  /** The readable block it stands in, else the block of its alternative text or of its target. */
  block: number | undefined
  readonly alternativeText: string
  readonly alternativeBlock: number | undefined
  readonly target: LinkTarget | string | undefined
  readonly source: SourceSpan
}

export type DraftComponent = Omit<Component, 'block'> & {block: number | undefined}

export interface DraftFootnote {
  readonly label: string
  readonly source: SourceSpan
  /** Numbers of its readable blocks, `[from, to)`. */
  readonly from: number
  readonly to: number
}

/** A place in the flow where a footnote or a raised number stood; it leaves no text there. */
export interface CitationMark {
  readonly kind: 'footnote' | 'superscript'
  readonly label: string
  readonly source: SourceSpan
  block: number
  at: number
}

export const newDraft = (source: string, kind: ArticleKind): Draft => ({
  source,
  kind,
  shift: source.charCodeAt(0) === 0xfeff ? 1 : 0,
  flow: {strand: emptyStrand(), blocks: []},
  aside: {strand: emptyStrand(), blocks: []},
  headings: [],
  links: [],
  images: [],
  components: [],
  comments: [],
  directives: [],
  marks: [],
  struck: [],
  problems: [],
  targets: new Map(),
  footnotes: [],
  frontMatter: {format: 'none', source: undefined, values: {}, fields: []},
  lists: 0,
  tables: 0,
  open: undefined,
})

export const sourceSpan = (start: number, end: number): SourceSpan => ({in: 'source', start, end})

const separator = '\n\n'

/** Starts a readable block; links, marks and asides that come up until it is closed belong to it. */
export const openBlock = (draft: Draft, place: Place, start: number, end: number): Strand => {
  const strand = emptyStrand()
  const {flow, headings, links, marks, aside} = draft
  if (place.kind === 'heading') headings.push({block: flow.blocks.length, depth: place.depth})
  draft.open = {
    place,
    strand,
    source: sourceSpan(start, end),
    section: headings.length,
    firstLink: links.length,
    firstMark: marks.length,
    firstAside: aside.blocks.length,
    firstImage: draft.images.length,
    firstComponent: draft.components.length,
  }
  return strand
}

/**
 * Ends the open block. One without text (an image alone) is no block.
 * @param sourceEnd where it ends in the source, when that was not known before
 * @returns its number, or nothing when it had no text
 */
export const closeBlock = (draft: Draft, sourceEnd?: number): number | undefined => {
  const {open, flow} = draft
  draft.open = undefined
  if (open === undefined) return undefined
  const {strand, place} = open
  const margins = marginsOf(strand.text)
  if (margins.start === margins.end) {
    discard(draft, open)
    return undefined
  }
  const number = flow.blocks.length
  cutTo(strand, margins.end)
  const base = append(flow, strand, margins.start)
  for (let at = open.firstLink; at < draft.links.length; at++) {
    const link = draft.links[at]!
    const inside = (offset: number): number =>
      base + Math.min(Math.max(offset - margins.start, 0), margins.end - margins.start)
    link.start = inside(link.start)
    link.end = inside(link.end)
  }
  for (let at = open.firstMark; at < draft.marks.length; at++) {
    const mark = draft.marks[at]!
    mark.at = base + Math.min(Math.max(mark.at - margins.start, 0), margins.end - margins.start)
  }
  const end = flow.strand.text.length
  const source = sourceEnd === undefined ? open.source : sourceSpan(open.source.start, sourceEnd)
  flow.blocks.push(blockOf(place, base, end, source, open.section, undefined, undefined))
  return number
}

const discard = (draft: Draft, open: OpenBlock): void => {
  if (open.place.kind === 'heading') draft.headings.pop()
  draft.marks.length = open.firstMark
  const {blocks} = draft.aside
  for (let at = open.firstAside; at < blocks.length; at++) {
    blocks[at] = {...blocks[at]!, owner: undefined, section: draft.headings.length}
  }
  for (let at = open.firstLink; at < draft.links.length; at++) draft.links[at]!.block = undefined
  for (let at = open.firstImage; at < draft.images.length; at++) draft.images[at]!.block = undefined
  for (let at = open.firstComponent; at < draft.components.length; at++)
    draft.components[at]!.block = undefined
}

const append = (layer: Layer, strand: Strand, from: number): number => {
  const {text, segments} = layer.strand
  const base = layer.blocks.length === 0 ? 0 : text.length + separator.length
  layer.strand.text =
    text + (layer.blocks.length === 0 ? '' : separator) + (from === 0 ? strand.text : strand.text.slice(from))
  const moved = base - from
  for (let at = 0; at < strand.segments.length; at += 4) {
    const start = strand.segments[at]!
    const end = strand.segments[at + 1]!
    if (end <= from) continue
    const cut = Math.max(from - start, 0)
    segments.push(start + cut + moved, end + moved, strand.segments[at + 2]! + cut, strand.segments[at + 3]!)
  }
  return base
}

const blockOf = (
  place: Place,
  start: number,
  end: number,
  source: SourceSpan,
  section: number,
  owner: number | undefined,
  field: string | undefined,
): DraftBlock => ({
  kind: place.kind,
  start,
  end,
  source,
  section,
  depth: place.depth,
  quoteDepth: place.quoteDepth,
  listDepth: place.listDepth,
  list: place.list,
  table: place.table,
  owner,
  field,
})

/** The number of the readable block under construction, if any. */
export const openNumber = (draft: Draft): number | undefined =>
  draft.open === undefined ? undefined : draft.flow.blocks.length

/** What a block out of the flow is, beside its text. */
export interface Aside {
  readonly kind: BlockKind
  readonly source: SourceSpan
  readonly field?: string
}

/**
 * Adds a block out of the reading flow, owned by the open block.
 * @returns its number, from -1 down
 */
export const addAside = (draft: Draft, {kind, source, field}: Aside, strand: Strand): number => {
  const place = {...(draft.open?.place ?? rootPlace), kind, depth: 0}
  const base = append(draft.aside, strand, 0)
  const end = draft.aside.strand.text.length
  const section = draft.open?.section ?? draft.headings.length
  draft.aside.blocks.push(blockOf(place, base, end, source, section, openNumber(draft), field))
  return -draft.aside.blocks.length
}

/** Adds a stretch of the source as it stands, with its line endings made one. */
export const addVerbatim = (draft: Draft, aside: Aside, start: number, end: number): number => {
  const strand = emptyStrand()
  putVerbatim(strand, draft.source, start, end)
  return addAside(draft, aside, strand)
}

/** Puts the source between two offsets as it stands; a carriage return with its line feed is one line break. */
const putVerbatim = (strand: Strand, source: string, start: number, end: number): void => {
  const text = source.slice(start, end)
  if (!text.includes('\r')) {
    put(strand, text, start, end)
    return
  }
  let at = 0
  for (const {0: ending, index} of text.matchAll(/\r\n?/g)) {
    put(strand, text.slice(at, index), start + at, start + index)
    at = index + ending.length
    put(strand, '\n', start + index, start + at)
  }
  put(strand, text.slice(at), start + at, end)
}
