import type {Block, Span} from '../../../article/article.js'
import type {Level} from '../../../diagnostic.js'

/** Longest slot, in code units. */
export const longestSlot = 240

export interface Slot extends Span {
  readonly block: Block
  readonly level: Level
}

/** One slot for one place: the longer stands. */
export const apart = (slots: readonly Slot[]): readonly Slot[] => {
  const kept: Slot[] = []
  for (const slot of slots.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (slot.start >= (kept.at(-1)?.end ?? 0)) kept.push(slot)
  }
  return kept
}
