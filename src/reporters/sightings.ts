import type {Explanation, Sighting} from '../explain.js'
import type {Colours} from './colours.js'
import {neutralised, oneLine} from './plain.js'

export interface SightingsLook {
  readonly colours: Colours
  /** Whether matches that only a condition asks for are listed, too. */
  readonly all: boolean
}

/**
 * What one rule saw in an article, a match after the other:
 *
 *     advice/sleep.md
 *        3:19  “miracle cure”  no finding: status negated
 *              with miracle ~cure (phrase/match/0/phrases/0)
 *              negated by “no”
 */
export const sightingsReport = (
  path: string,
  {conclusion, sightings}: Explanation,
  {colours, all}: SightingsLook,
): string => {
  const own = sightings.filter(({became}) => became !== 'context')
  const context = sightings.length - own.length
  return [
    colours.underline(oneLine(path)),
    ...(conclusion === undefined ? [] : [`${indent}${shown(conclusion)}`]),
    ...(all ? sightings : own).flatMap((one) => linesOf(one, colours)),
    ...(own.length === 0 ? [`${indent}no phrase of the rule itself matches here`] : []),
    ...(context === 0 || all
      ? []
      : [
          colours.dim(
            `${indent}${context} more ${context === 1 ? 'match' : 'matches'} that only conditions ask for: --all`,
          ),
        ]),
    '',
    '',
  ].join('\n')
}

const indent = ' '.repeat(11)

const shown = (text: string): string => neutralised(oneLine(text))

/** A condition can list a hundred words. */
const longestReason = 160
const shortened = (text: string): string =>
  text.length > longestReason ? `${text.slice(0, longestReason)}…` : text

const outcomes = {
  finding: 'a finding',
  nothing: 'no finding',
  evidence: 'evidence',
  context: 'asked for by a condition',
} as const

const linesOf = (
  {key, phrase, words, start, cues, became, why, citation}: Sighting,
  colours: Colours,
): readonly string[] => {
  const outcome = `${outcomes[became]}${why === undefined ? '' : `: ${shown(shortened(why))}`}`
  const colour = became === 'finding' ? colours.yellow : became === 'evidence' ? colours.green : colours.dim
  return [
    `${colours.dim(`${start.line}:${start.column}`.padStart(9))}  ${colours.bold(`“${shown(words)}”`)}  ${colour(outcome)}`,
    `${indent}with ${shown(phrase)} ${colours.dim(`(${key})`)}`,
    ...cues.map(
      (cue) =>
        `${indent}${cue.kind} by “${shown(cue.words)}”${cue.weak ? ', which is too weak to count' : ''}`,
    ),
    ...(citation === undefined ? [] : [`${indent}${citationLine(citation)}`]),
  ]
}

const citationLine = (citation: NonNullable<Sighting['citation']>): string => {
  if (citation === 'none') return 'no citation'
  const {kind, strength, text, entry} = citation
  return `citation: ${strength} ${kind} “${shown(text)}”${entry === undefined ? '' : ` to “${shown(entry)}”`}`
}
