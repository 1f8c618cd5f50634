import type {Line} from './figure.js'
import {events, outcomes, people, phraseEnds} from './statistic-words.js'

/** The noun that a figure counts. */
export interface CountedNoun {
  readonly word: string
  /** Behind its last word, in words of the line. */
  readonly end: number
}

const openers = new Set(['of', 'the', 'all', 'these', 'those', 'them', 'in', 'every', 'its', 'their'])

/** How many words of a noun phrase are looked at: “of newly diagnosed U.S. gastric bypass patients”. */
const reach = 10
/** Without “of”: “40% lower mortality”, but not “40% defines failure of the heart”. */
const directReach = 3

export const isPlural = (word: string): boolean =>
  /^(?:people|men|women|children|youth)$/.test(word) || /[^sui]s$/.test(word)

const isCounted = (word: string): boolean => people.has(word) || events.has(word) || outcomes.has(word)

/** The counted noun behind a figure: the last one of its phrase that is known to be counted, else nothing. */
export const nounAfter = ({words}: Line, from: number): CountedNoun | undefined => {
  let found: CountedNoun | undefined
  let initials = 0
  for (let at = from; at < Math.min(words.length, from + reach); at++) {
    const word = words[at]!
    // “of an adult's daily need” is no share of adults.
    if (words[at + 1] === "'s" && isCounted(word)) continue
    if (isCounted(word) || (word === 'lives' && at === from)) {
      // “children visit emergency rooms”: what follows a plural is its verb.
      if (found !== undefined && isPlural(found.word)) break
      found = {word, end: at + 1}
    } else if (
      found !== undefined &&
      !isPlural(found.word) &&
      at <= found.end + 2 &&
      word !== 'of' &&
      /^[a-z-]/.test(word) &&
      !phraseEnds.has(word)
    )
      continue
    else if (found !== undefined || (words[from] !== 'of' && at > from + directReach + initials)) break
    else if (at === from && word === 'of') continue
    else if (openers.has(word) && at <= from + 2 && words[from] === 'of') continue
    // “U.S.”, “of 327 people”
    else if (word === '.' && words[at - 1]!.length === 1) initials += 2
    else if (at === from + 1 && words[from] === 'of' && /^\d/.test(word)) continue
    else if (phraseEnds.has(word) || !/^['a-z-]/.test(word)) break
  }
  return found
}

/** “people with stubborn migraine”: the end of the noun with the condition it is narrowed by. */
export const withComplement = ({words}: Line, {word, end}: CountedNoun): number => {
  if (!people.has(word) || words[end] !== 'with') return end
  let at = end + 1
  while (at < end + 6 && /^(?:[a-z]+|-)$/.test(words[at] ?? '') && !phraseEnds.has(words[at]!)) at++
  return at > end + 1 ? at : end
}
