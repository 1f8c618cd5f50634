import type {Span} from '../span.js'
import {wordSet} from '../word-set.js'
import {changeBefore, near, nearInClause, outcomeBefore, withModifiers} from './around.js'
import {type Figure, type Line, writtenIn} from './figure.js'
import type {FigureContext} from './figure-context.js'
import {nounAfter, withComplement} from './noun-after.js'
import {
  advising,
  changeNouns,
  contents,
  events,
  firmOutcomes,
  flawless,
  legalWords,
  limits,
  outcomes,
  people,
  phraseEnds,
  trainingWords,
} from './statistic-words.js'
import {isDefinition, isInherited} from './unreported.js'

const working = wordSet(
  'effective ineffective work works worked successful succeed succeeds succeeded fail fails failed accurate',
)
const paying = wordSet('cost costs pay pays paid covers')
const certainty = /^(?:chance|chances|certainty|probability|likelihood)$/
const denials = wordSet("no not n't never none neither nor nothing nobody cannot")
/** “A healthy gain is 10–15%”: what should be. */
const norms = wordSet('healthy ideal recommended acceptable desirable reasonable')
const demanding = wordSet('need needs needed require requires required requiring')
/** “make up 78% of”, “accounts for half of” */
const sharing = /^(?:up|for|represents?|comprises?)$/
/** “10% of your body weight” */
const wholesOfOne = wordSet('weight height calories energy diet income budget plate')
const made = wordSet('contain contains containing has have with uses delivers provides')
const limitSigns = wordSet('below above under over < > ≥ ≤ least than between from')
const defining = wordSet('defines define indicates means qualifies contains contain')

/** A share in percent is a statistic unless the words around say what else it is. */
export const percentSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  const start = withModifiers(line, figure.start)
  const noun = nounAfter(line, orMoreEnd(line, figure.end))
  const ofPeople =
    noun !== undefined &&
    !defining.has(words[figure.end] ?? '') &&
    (people.has(noun.word) || events.has(noun.word) || outcomes.has(noun.word))
  const change = changeBefore(line, start)
  const outcome = outcomeBefore(line, start)
  const next = words[figure.end] ?? ''
  const disabled = near(words, figure.end, figure.end + 2, legalWords)
  if ((context.legal && (!ofPeople || disabled)) || isInherited(line, figure, context)) return undefined
  if (isDefinition(words, figure, start, context)) return undefined
  // “an XYZ +0.7% drug”: how a share moved that day
  if (/^[-+]$/.test(words[figure.start - 1] ?? '') && /^[A-Z]{2,5}$/.test(writtenIn(line, figure.start - 2)))
    return undefined
  // “the shaded area shows 95% confidence intervals”
  if (next === 'confidence') return undefined
  // “costs 60% less”, “pays 80% of the fee”
  if (near(words, start - 2, start, paying) && !(noun !== undefined && people.has(noun.word)))
    return undefined
  // “a 100% chance”: what is certain needs no count; “no test is 100% accurate”: nobody counted.
  if (figure.value === 100 && noun !== undefined && certainty.test(noun.word)) return undefined
  if (figure.value === 100 && near(words, 0, figure.start, denials)) return undefined
  if (
    next === 'off' ||
    (context.money && (!context.burden || context.reader) && !ofPeople && outcome === undefined)
  )
    return undefined
  if (
    !(noun !== undefined && people.has(noun.word)) &&
    near(words, figure.end, figure.end + 6, trainingWords)
  )
    return undefined
  if (!ofPeople && !context.ordering && comparesShare(line, figure.end, context))
    return {start, end: figure.end + 1}
  // “works 90% of the time”; “100% of the time” is a promise
  const ofTheTime = next === 'of' && words[figure.end + 2] === 'time'
  if (ofTheTime && near(words, start - 4, start, working) && (figure.value < 100 || start < figure.start))
    return {start, end: figure.end + 3}
  // “need 95% coverage”: what has to be reached
  const reached = !(noun !== undefined && people.has(noun.word)) && change === undefined
  if (reached && near(words, start - 4, start, demanding)) return undefined
  if (!ofPeople) {
    if (isJudged(words, start, figure.end)) return undefined
    if (/^(?:is|are)$/.test(words[start - 1] ?? '') && near(words, start - 6, start, norms)) return undefined
    if (figure.value > 100 && change === undefined) return undefined
    if (
      figure.value === 100 &&
      outcome === undefined &&
      !(figure.end - figure.start > 3 && near(words, start - 9, start, outcomes))
    )
      return undefined
    if (context.ordering) return undefined
    const measured = near(words, start - 8, start, firmOutcomes)
    if (change === undefined && !measured && outcome === undefined && isContent(line, figure, start))
      return undefined
    if (change === undefined && !measured && context.content && !context.people) return undefined
    const advised =
      isAdvice(words, start) && words[start - 1] !== 'by' && !sharing.test(words[start - 1] ?? '')
    if (advised && change === undefined) return undefined
    if (outcome === undefined && context.goal) return undefined
    if (outcome === undefined && change === undefined && isDefined(line, figure, start)) return undefined
    const by = change !== undefined && words[start - 1] === 'by'
    const compared = change !== undefined && comparatives.test(next)
    if (context.limiting && outcome === undefined && !by && !compared && isLimit(line, figure, start))
      return undefined
    if (context.lab && change === undefined && outcome === undefined && !context.reporting) return undefined
    if (context.firstPerson && outcome === undefined) return undefined
    // “by her forties the chance of it is 5%” tells of all; “her risk was 90%” of one
    const general = measured && /^(?:is|are)$/.test(words[start - 1] ?? '')
    if (context.oneself && !context.people && !context.reporting && outcome === undefined && !general)
      return undefined
    if (ofTheTime) return undefined
    if (flawless.has(next)) return undefined
  }
  if (context.ordering && !ofPeople) return undefined
  if (!ofPeople && isMadeOf(words, start, figure.end)) return undefined
  // “10% of your body weight”
  const partOfOne = words[figure.end] === 'of' && near(words, figure.end, figure.end + 7, wholesOfOne)
  const shared =
    sharing.test(words[start - 1] ?? '') ||
    change !== undefined ||
    outcome !== undefined ||
    near(words, start - 4, start, changeNouns)
  if (!ofPeople && partOfOne && !shared) return undefined
  if (ofPeople) return {start, end: withComplement(line, noun)}
  if (change !== undefined) return {start: change, end: figure.end}
  if (outcome !== undefined) return {start: outcome, end: figure.end}
  return {start, end: noun === undefined ? figure.end : noun.end}
}

/** “Below 90% is a reason to call”, “over 20% warrants a check”: a value that is judged. */
const isJudged = (words: readonly string[], start: number, end: number): boolean => {
  const at = /^(?:below|above)$/.test(words[start - 1] ?? '') ? start - 1 : start
  return (
    /^(?:below|above|under|over|<|>|≥|≤)$/.test(words[at] ?? '') &&
    (at === 0 || /^(?:[-•:;,—]|and|but|while)$/.test(words[at - 1]!)) &&
    /^(?:is|are|means|warrants?|needs?|requires?|calls?|should|suggests?|indicates?|may|can|counts?)$/.test(
      words[end] ?? '',
    )
  )
}

/** “Blood is about 55% plasma”, “The body is 60% water”; not “is 95% effective”. */
const isMadeOf = (words: readonly string[], start: number, at: number): boolean =>
  /^(?:is|are)$/.test(words[start - 1] ?? '') &&
  /^[a-z]{3,}$/.test(words[at] ?? '') &&
  !/(?:ive|able|ible|ate|ful|ed|al|ic|er|ly)$/.test(words[at]!) &&
  !phraseEnds.has(words[at]!) &&
  !comparatives.test(words[at]!) &&
  ![outcomes, people, events].some((set) => set.has(words[at]!))

/** “Eat at least 5%”; not “substance use disorders are …”, which has a noun of the same letters. */
const isAdvice = (words: readonly string[], start: number): boolean =>
  nearInClause(words, start - 5, start, advising) &&
  !(near(words, start - 5, start, users) && near(words, start - 5, start, disorders))
const users = new Set(['use'])
const disorders = new Set(['disorder', 'disorders', 'of', 'rates', 'rate'])

const comparatives =
  /^(?:more|less|fewer|higher|lower|greater|smaller|larger|better|worse|faster|slower|longer|shorter|likelier|smoother|softer|firmer|brighter|thicker|thinner|sooner|earlier|stronger|weaker|safer|healthier|happier|calmer|deeper|leaner)$/

/** “ate 30% fewer calories”, “20% more likely”; not “contains 30% less sugar”, “costs 10% more”. */
const comparesShare = (
  {words}: Line,
  at: number,
  {content, people: told, reporting, firstPerson}: FigureContext,
): boolean =>
  comparatives.test(words[at] ?? '') &&
  !/^doses?$/.test(words[at + 1] ?? '') &&
  !firstPerson &&
  (words[at + 1] === 'likely' || !content || ((told || reporting) && !near(words, 0, at, made)))

/** “75% or more of all deaths”: where the noun of the share begins. */
const orMoreEnd = ({words}: Line, at: number): number =>
  words[at] === 'or' && /^(?:more|less|fewer)$/.test(words[at + 1] ?? '') && words[at + 2] === 'of'
    ? at + 2
    : at

const isContent = ({words}: Line, figure: Figure, start: number): boolean => {
  const behind = words.slice(figure.end, figure.end + 9)
  const stop = behind.findIndex((word) => /^[.,;:()]$/.test(word))
  return (
    (stop < 0 ? behind : behind.slice(0, stop)).some((word) => contents.has(word)) ||
    near(words, start - 4, start, contents)
  )
}

const isLimit = ({words}: Line, figure: Figure, start: number): boolean =>
  !near(words, start - 12, start, outcomes) &&
  !near(words, start - 16, start, firmOutcomes) &&
  (near(words, start, figure.start, limitSigns) ||
    near(words, start - 4, start, limitSigns) ||
    near(words, start - 6, start, limits) ||
    near(words, figure.end, figure.end + 4, limits))

/** “EF is below 40%”, “5.7 to 6.4% means …”, “7.5% or higher”: what a word stands for, not how many. */
const isDefined = ({words}: Line, figure: Figure, start: number): boolean =>
  !near(words, start - 16, start, firmOutcomes) && isSaidOfTerm(words, figure, start)

const isSaidOfTerm = (words: readonly string[], figure: Figure, start: number): boolean =>
  defining.has(words[figure.end] ?? '') ||
  (words[figure.end] === 'or' &&
    /^(?:higher|lower|more|less|above|below|over|under|greater)$/.test(words[figure.end + 1] ?? '')) ||
  ((/^(?:is|are|be|at)$/.test(words[start - 1] ?? '') || /^(?:is|are|be|at)$/.test(words[start - 2] ?? '')) &&
    /^(?:between|below|above|under|over|<|>|≥|≤)$/.test(
      words[start] === words[figure.start] ? (words[start - 1] ?? '') : words[start]!,
    ))
