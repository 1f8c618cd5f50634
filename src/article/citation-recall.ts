import {createRecall, type Recall} from '../recall.js'
import type {Reference} from './article.js'
import type {FoundCitation} from './citation-kinds.js'

/** Remembers what the texts of blocks point to, from one version of an article to the next. */
export interface CitationRecall {
  /** By the text of a block, for these entries: a number or a name points to one of them, or to none. */
  readonly among: (references: readonly Reference[]) => Recall<readonly FoundCitation[]>
  /** Begins the next version. */
  readonly turn: () => void
}

export const createCitationRecall = (): CitationRecall => {
  let entries = ''
  let recall = createRecall<readonly FoundCitation[]>()
  return {
    among: (references) => {
      const asked = references.map(({label, text}) => `${label ?? ''}\t${text}`).join('\n')
      if (asked !== entries) {
        entries = asked
        recall = createRecall()
      }
      return recall
    },
    turn: () => recall.turn(),
  }
}
