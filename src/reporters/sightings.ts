import type {ExplainedFinding, Explanation, Sighting} from '../explain.js'
import type {Colours} from './colours.js'
import {neutralised, oneLine} from './plain.js'

export interface SightingsLook {
  readonly colours: Colours
  /** Whether matches that another one covers, or that only a condition asks for, are listed, too. */
  readonly all: boolean
}

/**
 * What one rule saw in an article, a match after the other, and findings that rest on no match, such as those of a rule
 * in code:
 *
 *     advice/sleep.md
 *        3:19  “miracle cure”  no finding: status negated
 *              with miracle ~cure (phrase/match/0/phrases/0)
 *              negated by “no”
 */
export const sightingsReport = (
  path: string,
  {conclusion, findings, sightings}: Explanation,
  {colours, all}: SightingsLook,
): string => {
  const own = sightings.filter(({became}) => became !== 'context' && became !== 'covered')
  const others = sightings.length - own.length
  const unmatched = findings.filter((finding) => !own.some((one) => overlap(one, finding)))
  return [
    colours.underline(oneLine(path)),
    ...(conclusion === undefined ? [] : [`${indent}${shown(conclusion)}`]),
    ...(all ? sightings : own).flatMap((one) => linesOf(one, colours)),
    ...unmatched.map((one) => findingLine(one, colours)),
    ...(own.length + findings.length === 0
      ? [`${indent}no phrase of the rule itself matches here, and it finds nothing`]
      : []),
    ...(others === 0 || all
      ? []
      : [
          colours.dim(
            `${indent}${others} more ${others === 1 ? 'match' : 'matches'}, covered by another or asked for by conditions: --all`,
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

const overlap = (a: Sighting, b: ExplainedFinding): boolean =>
  a.start.offset < b.end.offset && b.start.offset < a.end.offset

const ends = {reported: 'a finding', suppressed: 'no finding', withdrawn: 'no finding'} as const

const findingLine = ({words, start, became, why}: ExplainedFinding, colours: Colours): string => {
  const colour = became === 'reported' ? colours.yellow : colours.dim
  return headLine(
    words,
    start,
    colour(`${ends[became]}${why === undefined ? '' : `: ${shown(why)}`}`),
    colours,
  )
}

const headLine = (words: string, start: Sighting['start'], outcome: string, colours: Colours): string =>
  `${colours.dim(`${start.line}:${start.column}`.padStart(9))}  ${colours.bold(`“${shown(shortened(words))}”`)}  ${outcome}`

const outcomes = {
  finding: 'a finding',
  nothing: 'no finding',
  covered: 'another match covers it',
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
    headLine(words, start, colour(outcome), colours),
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
