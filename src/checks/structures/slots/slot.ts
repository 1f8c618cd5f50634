import type {Block, Span} from '../../../article/article.js'
import type {Level} from '../../../diagnostic.js'

/** Longest slot, in code units. */
export const longestSlot = 240

export interface Slot extends Span {
  readonly block: Block
  readonly level: Level
}
