import type {Article} from './article/article.js'
import type {PlacedFinding} from './message.js'
import {struckOut, toldByOthers, toldTwice} from './standing.js'
import {type DirectiveMistake, type SuppressionOf, type SuppressOptions, suppress} from './suppress.js'

export interface SettleOptions extends SuppressOptions {
  /** Words that the configuration accepts, as `plainWords` writes them. */
  readonly accepted: ReadonlySet<string>
}

/** What becomes of all that the rules have found in an article. */
export interface Settled {
  readonly kept: readonly PlacedFinding[]
  /** Excused by a comment. */
  readonly suppressed: readonly (readonly [PlacedFinding, SuppressionOf])[]
  readonly mistakes: readonly DirectiveMistake[]
  /** Neither told nor excused, each with the reason in a few words. */
  readonly withdrawn: ReadonlyMap<PlacedFinding, string>
}

/** In this order: what is struck out or told already needs no excuse, and what is excused does not speak for what lies in it. */
export const settle = (
  article: Article,
  found: readonly PlacedFinding[],
  {accepted, ...options}: SettleOptions,
): Settled => {
  const withdrawn = new Map<PlacedFinding, string>()
  for (const one of struckOut(article, found)) withdrawn.set(one, 'its words are struck out')
  if (accepted.size > 0) {
    for (const one of found)
      if (accepted.has(plainWords(article.source.slice(one.start, one.end))))
        withdrawn.set(one, 'the vocabulary of the site accepts its words')
  }
  for (const one of toldTwice(without(found, withdrawn)))
    withdrawn.set(one, 'its rule tells of this place once')
  const {kept, suppressed, mistakes} = suppress(article, without(found, withdrawn), options)
  const told = toldByOthers(kept)
  for (const [one, other] of told) withdrawn.set(one, `it lies in one of ${other.ruleId}`)
  return {kept: without(kept, told), suppressed, mistakes, withdrawn}
}

const without = (
  findings: readonly PlacedFinding[],
  left: ReadonlyMap<PlacedFinding, unknown>,
): readonly PlacedFinding[] => (left.size === 0 ? findings : findings.filter((one) => !left.has(one)))

/** In small letters, over one line. */
export const plainWords = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ')
