import type {Article} from '../../../article/article.js'
import type {PhraseMatch} from '../../../phrase/phrase.js'
import {isNounSlot} from './noun-slot.js'
import type {Slot} from './slot.js'

/** Slots in a quotation beside those that stand free: a script of what to say. */
export const isScript = (
  article: Article,
  matches: readonly PhraseMatch[],
  slots: readonly Slot[],
): boolean =>
  matches.some(
    (match) =>
      isNounSlot(article, match) &&
      article.assertionOf(match).includes('quoted') &&
      !slots.some(({start, end}) => start < match.start && match.end <= end),
  )
