import type {Draft} from './draft.js'
import type {Strand} from './strand.js'
import type {Tag} from './tag.js'

export interface InlineContext {
  readonly draft: Draft
  readonly strand: Strand
  readonly quoteDepth: number
  readonly inTable: boolean
  /** HTML elements that were opened and not yet closed. */
  readonly openTags: OpenTag[]
  /** Source offset behind what was read last: where a node without a position starts. */
  cursor: number
}

export interface OpenTag {
  readonly tag: Tag
  /** Length of the flow when it was opened. */
  readonly at: number
}
