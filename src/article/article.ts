import type {AssertionStatus, Cue} from '../language/assertion.js'
import type {Reading} from '../language/reading.js'
import type {Span} from '../language/span.js'
import type {Site} from './site.js'

/**
 * The Article: what rules read. Built once by one walk over the syntax tree, read-only, shared by all rules.
 * A rule never sees mdast; when it would need to, the model lacks a field, and the field is added here.
 *
 * Offsets are UTF-16 code units. A plain `Span` counts in `article.fullText`, whose beginning is `article.text`, the
 * readable text; what a reader does not see in the flow (front matter, alternative text, link targets, comments, code)
 * stands behind it, block by block, so that the same words are found there with the same exactness. A `SourceSpan`
 * counts in `article.source`, and says so.
 */
export type {Span}

export interface SourceSpan extends Span {
  readonly in: 'source'
}

export type ArticleKind = 'markdown' | 'mdx' | 'text'

export interface Article {
  /** The text exactly as given: byte-order mark, CRLF and all. */
  readonly source: string
  readonly path: string | undefined
  readonly kind: ArticleKind
  /** BCP 47 primary tag: from front matter, then file name, then stop words; `en` when nothing says otherwise. */
  readonly language: {
    readonly tag: string
    readonly from: 'front matter' | 'file name' | 'stop words' | 'default'
    readonly evidence: string
  }
  readonly frontMatter: FrontMatter
  readonly title: Title | undefined
  /** The readable text: paragraphs, headings, list items, table cells, quotes, captions, a blank line between blocks. */
  readonly text: string
  /** `text`, then the text of the blocks that are not in the reading flow. */
  readonly fullText: string
  readonly reading: Reading
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
  readonly sentences: readonly Sentence[]
  readonly links: readonly Link[]
  readonly images: readonly Image[]
  readonly components: readonly Component[]
  readonly comments: readonly Comment[]
  readonly directives: readonly Directive[]
  /** What is struck out (`~~…~~`), marks included; none within another. */
  readonly struck: readonly SourceSpan[]
  /** Of the whole text, in order. Who looks at a few blocks asks `citationsIn`, which reads no others. */
  readonly citations: readonly Citation[]
  readonly references: readonly Reference[]
  /** What is configured about the site that publishes it. */
  readonly site: Site
  /** Findings of the parse itself: MDX that had to be read as Markdown, front matter that is not YAML. */
  readonly problems: readonly Problem[]
  /** The source span of `fullText.slice(start, end)`: exactly the words, without the markup around them. */
  spanOf(start: number, end: number): SourceSpan
  /** The citations of one block, by its index; none in a block that is not readable. */
  citationsIn(block: number): readonly Citation[]
  /** The words elsewhere that make a span somebody else’s or false: “Myth” above its column. Its status is `attributed`. */
  frameOf(span: Span): Span | undefined
  /** The statuses of a span of `fullText`: `[]` for a plain assertion. */
  assertionOf(span: Span): readonly AssertionStatus[]
}

export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'listItem'
  | 'tableCell'
  | 'quote'
  | 'caption'
  | 'alternativeText'
  | 'linkTarget'
  | 'code'
  | 'html'
  | 'component'
  | 'comment'
  | 'frontMatter'

/**
 * One run of text: a leaf of the document. A paragraph in a list is a `listItem`, one in a block quote a `quote`;
 * `quoteDepth` and `listDepth` tell of both. The first 6 kinds (to `caption`) are in the reading flow.
 */
export interface Block extends Span {
  readonly index: number
  readonly kind: BlockKind
  /** True when the block's text is part of `article.text`. */
  readonly readable: boolean
  readonly text: string
  /** The whole block in the source, markup included. */
  readonly source: SourceSpan
  readonly section: number
  /** Heading depth 1 to 6; 0 for other kinds. */
  readonly depth: number
  readonly quoteDepth: number
  readonly listDepth: number
  readonly list: ListPlace | undefined
  readonly table: TablePlace | undefined
  /** Index of the block that this one belongs to (alternative text, link target, caption: the paragraph it stands in). */
  readonly owner: number | undefined
  /** For front matter: the field's name, nested names joined with a point (`seo.title`). */
  readonly field: string | undefined
  /** First and last (exclusive) sentence of the block, as indices of `article.sentences`. */
  readonly sentences: Span
}

export interface ListPlace {
  /** All items of one list share this number. */
  readonly list: number
  /** Position in the list, from 0. */
  readonly item: number
  readonly ordered: boolean
  /** Checked or not, for a task list. */
  readonly checked: boolean | undefined
  /** Block that introduces the list (the paragraph right before it, in the same section), if any. */
  readonly leadIn: number | undefined
}

export interface TablePlace {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly header: boolean
}

export type SectionRole = 'body' | 'references' | 'disclaimer' | 'faq' | 'author' | 'related' | 'summary'

/** A heading and what stands under it, up to the next heading of any depth. Section 0 is what stands before the first heading. */
export interface Section {
  readonly index: number
  /** Index of the heading block; none for section 0. */
  readonly heading: number | undefined
  readonly title: string
  readonly depth: number
  readonly parent: number | undefined
  readonly role: SectionRole
  /** Indices of the readable blocks in it, the heading not among them. */
  readonly blocks: readonly number[]
}

export interface Sentence extends Span {
  readonly index: number
  readonly text: string
  readonly block: number
  readonly section: number
  /** First and last (exclusive) token, as indices of `article.reading.tokens`. */
  readonly tokens: Span
  /**
   * The cues met in it: negation, hedge, condition, question, quotation, attribution. A hedge is told when it softens
   * the statement (“may lower”), not when it softens a part (“some people”) or the evidence (“studies suggest”).
   */
  readonly cues: readonly Cue[]
}

export interface Title {
  readonly text: string
  readonly from: 'front matter' | 'heading' | 'first line'
  readonly block: number
}

export interface FrontMatter {
  readonly format: 'yaml' | 'toml' | 'none'
  readonly source: SourceSpan | undefined
  /** The parsed value; `{}` when there is none or it does not parse. */
  readonly values: Readonly<Record<string, unknown>>
  /** Every scalar, with its field name (`seo.title`, `tags.0`), in document order. */
  readonly fields: readonly FrontMatterField[]
}

export interface FrontMatterField {
  readonly name: string
  readonly value: string | number | boolean | null
  readonly key: SourceSpan
  readonly valueSpan: SourceSpan
  /** The block that holds the value when it is text. */
  readonly block: number | undefined
}

export interface Link {
  readonly block: number
  /** The link's text in `fullText`; empty span at its place when it has none. */
  readonly span: Span
  readonly text: string
  readonly url: string
  /** Host in lower case without `www.`; empty for relative links. */
  readonly host: string
  readonly source: SourceSpan
  readonly target: SourceSpan
}

export interface Image {
  readonly block: number
  readonly alternativeText: string
  /** The block of the alternative text, when there is some. */
  readonly alternativeBlock: number | undefined
  readonly url: string
  readonly source: SourceSpan
}

/** An MDX element, an HTML element with a capital letter, a shortcode (`{{< x >}}`, `{% include x %}`) or a container (`:::x`). */
export interface Component {
  readonly name: string
  readonly kind: 'mdx' | 'html' | 'shortcode' | 'container'
  readonly attributes: Readonly<Record<string, string>>
  readonly source: SourceSpan
  readonly block: number | undefined
}

export interface Comment {
  readonly text: string
  readonly block: number
  readonly source: SourceSpan
}

/** A comment that speaks to healthlint: `<!-- healthlint-disable-next-line rule -- reason -->`. Read by `suppress.ts`. */
export interface Directive {
  readonly text: string
  readonly source: SourceSpan
}

export type CitationKind =
  | 'link'
  | 'footnote'
  | 'number'
  | 'superscript'
  | 'author-year'
  | 'doi'
  | 'pmid'
  | 'pmcid'
  | 'registry'
  | 'named-source'
  | 'source-line'

/** A place in the text that points to a source. */
export interface Citation extends Span {
  readonly kind: CitationKind
  readonly text: string
  readonly block: number
  readonly sentence: number
  /** `strong`: resolves to a source one can look up; `medium`: names one; `weak`: points to nothing one can check. */
  readonly strength: 'strong' | 'medium' | 'weak'
  /** Host tier of a link: 1 government, agency, journal; 2 university, society, hospital, large charity; 3 other; 4 own shop, social, wiki, blog. */
  readonly tier: 1 | 2 | 3 | 4 | undefined
  /** Index of the entry it resolves to. */
  readonly reference: number | undefined
  /** True when it is of a kind that needs an entry (footnote, number) and has none. */
  readonly unresolved: boolean
}

/** An entry of the reference list, or the definition of a footnote. */
export interface Reference {
  readonly index: number
  /** `3` in “3. Smith J.”, `^a` for a footnote; absent in an unnumbered list. */
  readonly label: string | undefined
  readonly text: string
  readonly blocks: readonly number[]
  readonly source: SourceSpan
  readonly authors: readonly string[]
  readonly year: number | undefined
  readonly url: string | undefined
  readonly kind: 'list' | 'footnote'
}

export interface Problem {
  readonly id: 'mdx-syntax' | 'front-matter-syntax' | 'too-deep'
  readonly message: string
  readonly source: SourceSpan
}
