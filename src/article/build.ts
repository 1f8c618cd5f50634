import type {Root} from 'mdast'
import type {AssertionReader} from '../language/assertion.js'
import {read} from '../language/read.js'
import {once} from '../once.js'
import {parse} from '../parse.js'
import {type Stopwatch, timed, timedCalls} from '../stopwatch.js'
import type {Article, ArticleKind, Block, FrontMatter, Image, Link, SourceSpan} from './article.js'
import {blockAt} from './block-at.js'
import type {CitationRecall} from './citation-recall.js'
import {citationFinder} from './citations.js'
import {type Draft, type DraftBlock, type LinkTarget, newDraft, rootPlace, sourceSpan} from './draft.js'
import {frameFinder} from './frames/frames.js'
import {hostOf} from './host-tier.js'
import {languageOf} from './language-tag.js'
import {sourceSpanOf} from './offset-map.js'
import {findReferences} from './references.js'
import {sectionsOf} from './sections.js'
import {sentenceRanges, sentencesOf} from './sentences.js'
import {type Site, unknownSite} from './site.js'
import {titleOf} from './title.js'
import {walkBlocks} from './walk.js'

export interface BuildOptions {
  readonly path?: string
  /** By the path's ending when not given: `.mdx`, `.txt`, else Markdown. */
  readonly kind?: ArticleKind
  readonly parser?: 'native' | 'remark'
  /** A tree that was parsed already, with offsets as remark-parse gives them. */
  readonly tree?: Root
  /** Without one no sentence has cues, and every span is a plain assertion. */
  readonly assertion?: AssertionReader
  /** What is configured about the site; nothing unless given. */
  readonly site?: Site
  readonly stopwatch?: Stopwatch
  /** What the version before had, where an article is built again and again while it is written. */
  readonly recall?: CitationRecall
}

/** Builds the article of a text. Never throws on what a text says. */
export const buildArticle = (source: string, options: BuildOptions = {}): Article => {
  const kind = options.kind ?? kindOf(options.path)
  const draft = newDraft(source, kind)
  const parsed =
    options.tree === undefined
      ? timed(options.stopwatch, 'parse', () =>
          parse(source, options.parser === undefined ? {kind} : {kind, parser: options.parser}),
        )
      : {tree: options.tree, problems: []}
  draft.problems.push(...parsed.problems)
  walkBlocks(draft, parsed.tree.children, rootPlace)
  return assemble(draft, options)
}

/** By the path's ending: `.mdx`, `.txt`, else Markdown. */
export const kindOf = (path: string | undefined): ArticleKind =>
  path === undefined
    ? 'markdown'
    : /\.mdx$/i.test(path)
      ? 'mdx'
      : /\.(?:txt|text)$/i.test(path)
        ? 'text'
        : 'markdown'

const assemble = (
  draft: Draft,
  {path, assertion, stopwatch, recall, site = unknownSite}: BuildOptions,
): Article => {
  const {source, kind, flow, aside} = draft
  const readable = flow.blocks.length
  const settle = (block: number): number => (block < 0 ? readable - block - 1 : block)
  const settleMaybe = (block: number | undefined): number | undefined =>
    block === undefined ? undefined : settle(block)

  const text = flow.strand.text
  const asideBase = readable === 0 || aside.blocks.length === 0 ? text.length : text.length + 2
  const fullText = asideBase === text.length ? text + aside.strand.text : `${text}\n\n${aside.strand.text}`
  const map = offsetMap(draft, asideBase)
  const spanOf = (start: number, end: number): SourceSpan => sourceSpanOf(map, start, end)

  const drafted = [...flow.blocks, ...aside.blocks.map((block) => movedBy(block, asideBase))]
  const reading = timed(stopwatch, 'language', () => read(fullText, drafted))
  const ranges = sentenceRanges(reading, drafted.length)
  const blocks = drafted.map(
    (from, index): Block => ({
      index,
      kind: from.kind,
      readable: index < readable,
      start: from.start,
      end: from.end,
      text: fullText.slice(from.start, from.end),
      source: from.source,
      section: from.section,
      depth: from.depth,
      quoteDepth: from.quoteDepth,
      listDepth: from.listDepth,
      list: from.list,
      table: from.table,
      owner: settleMaybe(from.owner),
      field: from.field,
      sentences: ranges[index]!,
    }),
  )
  const isHeading = (block: number): boolean => blocks[block]?.kind === 'heading'
  const cuesOf = (sentence: number, block: number) =>
    assertion?.cuesOf(reading, sentence, isHeading(block)) ?? []
  const sentences = once(() => sentencesOf(reading, fullText, blocks, cuesOf))

  const sections = sectionsOf(draft.headings, blocks)
  const found = draft.frontMatter
  const frontMatter: FrontMatter = {
    format: found.format,
    source: found.source,
    get values() {
      return found.values
    },
    fields: found.fields.map((field) => ({...field, block: settleMaybe(field.block)})),
  }
  const language = once(() => languageOf(path, frontMatter, text))
  const target = (of: LinkTarget | string): LinkTarget =>
    typeof of === 'string'
      ? (draft.targets.get(of) ?? {url: '', target: sourceSpan(0, 0), block: undefined})
      : of
  const links = once(() =>
    draft.links.map(({block, start, end, source: whole, target: to}): Link => {
      const {url, target: place, block: targetBlock} = target(to)
      const home = settle(block ?? targetBlock ?? 0)
      const span =
        block === undefined ? {start: blocks[home]?.start ?? 0, end: blocks[home]?.start ?? 0} : {start, end}
      const words = fullText.slice(span.start, span.end)
      return {block: home, span, text: words, url, host: hostOf(url), source: whole, target: place}
    }),
  )
  const images = once(() =>
    draft.images.map(({block, alternativeText, alternativeBlock, target: to, source: whole}): Image => {
      const at = to === undefined ? undefined : target(to)
      const home = settle(block ?? alternativeBlock ?? at?.block ?? 0)
      return {
        block: home,
        alternativeText,
        alternativeBlock: settleMaybe(alternativeBlock),
        url: at?.url ?? '',
        source: whole,
      }
    }),
  )
  const references = once(() => findReferences(article, draft))
  const components = draft.components.map((component) => ({
    ...component,
    block: settleMaybe(component.block),
  }))
  const citationsIn = timedCalls(
    stopwatch,
    'article',
    citationFinder({blocks, reading, links, marks: draft.marks, components, references, recall}),
  )
  const citations = once(() => blocks.flatMap(({index}) => citationsIn(index)))

  const title = titleOf(kind, frontMatter, sections, blocks)
  const frameOf = frameFinder({fullText, source, reading, blocks, sections, title, spanOf})
  const article: Article = {
    source,
    path,
    kind,
    frontMatter,
    title,
    text,
    fullText,
    reading,
    blocks,
    sections,
    components,
    comments: draft.comments.map((comment) => ({...comment, block: settle(comment.block)})),
    directives: draft.directives,
    struck: draft.struck,
    site,
    problems: draft.problems,
    spanOf,
    citationsIn,
    frameOf,
    assertionOf: timedCalls(stopwatch, 'language', (span) => {
      const found = assertion?.assertionOf(reading, span, isHeading(blockAt(blocks, span.start)?.index ?? -1))
      if (found === undefined) return []
      return found.includes('attributed') || frameOf(span) === undefined ? found : [...found, 'attributed']
    }),
    get language() {
      return language()
    },
    get sentences() {
      return sentences()
    },
    get links() {
      return links()
    },
    get images() {
      return images()
    },
    get references() {
      return references()
    },
    get citations() {
      return citations()
    },
  }
  return article
}

/** Field by field: spreads make objects that engines treat as of different kinds, and these are read everywhere. */
const movedBy = (block: DraftBlock, base: number): DraftBlock => ({
  kind: block.kind,
  start: block.start + base,
  end: block.end + base,
  source: block.source,
  section: block.section,
  depth: block.depth,
  quoteDepth: block.quoteDepth,
  listDepth: block.listDepth,
  list: block.list,
  table: block.table,
  owner: block.owner,
  field: block.field,
})

/** The offset maps of both layers as one. */
const offsetMap = ({flow, aside}: Draft, asideBase: number): Int32Array => {
  const first = flow.strand.segments
  const second = aside.strand.segments
  const map = new Int32Array(first.length + second.length)
  map.set(first)
  for (let at = 0; at < second.length; at += 4) {
    map[first.length + at] = second[at]! + asideBase
    map[first.length + at + 1] = second[at + 1]! + asideBase
    map[first.length + at + 2] = second[at + 2]!
    map[first.length + at + 3] = second[at + 3]!
  }
  return map
}
