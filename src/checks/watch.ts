import type {Citation} from '../article/article.js'
import type {PhraseMatch} from '../phrase/phrase.js'

/**
 * Told why a rule speaks or keeps silent, by the checks as they run. A lint has none, and then nothing is put into words:
 * `watch?.match(…)` does not even look at what stands in its brackets.
 */
export interface Watch {
  /** What became of a match. What is told last of one match holds. */
  readonly match: (match: PhraseMatch, fate: Fate) => void
  /** What the rule came to, where its matches alone do not say. */
  readonly conclusion: (why: string) => void
}

export interface Fate {
  /** `covered` lies in another match, or over an earlier one, which is told in its place. */
  readonly became: 'finding' | 'evidence' | 'covered' | 'nothing'
  readonly why?: string
  /** Path of the condition in the rule's file that held. */
  readonly setting?: readonly (string | number)[]
  /** Path of the condition that should have held and did not. */
  readonly lacks?: readonly (string | number)[]
  /** The citation that the match rests on; `none` where one was looked for. */
  readonly citation?: Citation | 'none'
}
