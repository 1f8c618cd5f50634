import type {Article, Span} from '../article/article.js'
import type {Level} from '../diagnostic.js'

/** A rule as a caller sees it: data first. Rules from a pack and rules from code are told apart by nothing. */
export interface Rule {
  /** Verb first: `require-disclaimer`. Never renamed without an alias. */
  readonly id: string
  /** The folder it stands in: `claims`, `residue`. */
  readonly topic: string
  /** What it asks for, in one sentence. */
  readonly summary: string
  /** Why a reader is better off; shown under a finding. */
  readonly why: string
  readonly level: Level
  readonly sources: readonly Source[]
  readonly examples: readonly Example[]
  /** Its page; empty when it has none. */
  readonly url: string
  /** `article` when a finding speaks of the whole article, wherever it is shown. */
  readonly scope: 'passage' | 'article'
}

/** A published standard that a rule rests on. */
export interface Source {
  readonly key: string
  readonly title: string
  readonly publisher: string
  readonly year: number
  readonly url: string
}

/** `[|…|]` marks what is underlined; `known` is the reason why today's result is wrong. */
export type Example = ({readonly fail: string} | {readonly pass: string}) & {
  readonly note?: string
  readonly known?: string
  /** The level that the finding has, where it is not the rule's. */
  readonly level?: Level
  readonly options?: Readonly<Record<string, unknown>>
  /** A file name, for what depends on one. */
  readonly path?: string
}

/**
 * What a check gives. The span counts in `article.fullText`, or in the source when it is a `SourceSpan`
 * (`...article.spanOf(a, b)` is one).
 */
export interface Finding extends Span {
  readonly in?: 'source'
  readonly message?: string
  readonly level?: Level
  /** Better wordings, as advice: they need not fit in place of the underlined words. */
  readonly instead?: readonly string[]
  /** Edits to choose from. The text must be right, grammar and all, when one is applied as it stands. */
  readonly suggestions?: readonly {readonly message: string; readonly edits: readonly FindingEdit[]}[]
  /** Edits that cannot change what the text means. */
  readonly fix?: readonly FindingEdit[]
  readonly related?: readonly (Span & {readonly in?: 'source'; readonly message: string})[]
}

/** Counted in the source when `in` is `source`, else in `article.fullText`. */
export interface FindingEdit extends Span {
  readonly in?: 'source'
  readonly text: string
}

export type Check = (article: Article, options: Readonly<Record<string, unknown>>) => Iterable<Finding>
