import type {Span} from '../span.js'
import {wordSet} from '../word-set.js'
import {near, withModifiers} from './around.js'
import {type Figure, isNumber, isYear, type Line} from './figure.js'
import type {FigureContext} from './figure-context.js'
import {type CountedNoun, isPlural, nounAfter, withComplement} from './noun-after.js'
import {
  changeVerbs,
  events,
  knownWords,
  multiplyingVerbs,
  outcomes,
  outcomeVerbs,
  people,
  phraseEnds,
  tolls,
  undergoing,
} from './statistic-words.js'
import {tollSpan} from './toll-span.js'
import {isDefinition} from './unreported.js'

const timeOrSize = wordSet(
  'year years month months week weeks day days hour hours minute minutes degree degrees mg g kg ml mcg iu calories kcal',
)
const lostTime = wordSet('days workdays hours')
const asYoung = /^(?:young|old) as$/
const currencies = wordSet('dollars dollar pounds euros')
/** “More than 100 diseases”: how many there are, not how many have them. */
const kinds = wordSet('diseases disorders conditions strains illnesses defects')

/** “More than 9 million adults”, “164 were diagnosed”; not “enrolled 60 adults”. */
export const countSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  const next = words[figure.end] ?? ''
  // “a 150-pound person”
  if (next === '-' || timeOrSize.has(next) || next === '%' || (currencies.has(next) && figure.value >= 100))
    return undefined
  if (figure.digits && isYear(line, figure.start, {end: figure.end, value: figure.value})) return undefined
  // “women ages 50 to 74”, “as young as 12”
  const before = words[figure.start - 1] ?? ''
  if (/^age[ds]?$/.test(before) || asYoung.test(`${words[figure.start - 2]} ${before}`)) return undefined
  const noun = countedNoun(line, figure)
  if (context.service || (noun !== undefined && kinds.has(noun.word))) return undefined
  const start = withModifiers(line, figure.start)
  const span = {start, end: noun === undefined ? figure.end : withComplement(line, noun)}
  if (next === 'of' && figure.value >= 1000) {
    // “200,000 of the present population”
    const whole = words.slice(figure.end, figure.end + 7).indexOf('population')
    if (whole > 0) return {start, end: figure.end + whole + 1}
  }
  if (isOfHundred(line, figure, start) || isReached(line, figure, {context, start, noun})) return span
  const toll = tollSpan(line, figure, start)
  if (toll !== undefined && !context.ordering && !context.firstPerson) return toll
  if (noun !== undefined && people.has(noun.word) && isToEvery(line, figure, noun)) return span
  if (context.money && noun === undefined) return undefined
  if (noun === undefined && isElliptic(line, figure, context)) return span
  // “millions of eggs”
  const bare = figure.vague && noun === undefined
  if (figure.value >= 1e6 && !context.money && !bare && (noun !== undefined || context.people)) return span
  if (figure.value >= 1e6 && !bare && near(words, figure.end, figure.end + 4, lostTime))
    return {start, end: figure.end + 2}
  const isTold =
    noun === undefined
      ? isOutcomeCounted(line, figure, context)
      : isNounCounted(line, {figure, noun, start}, context)
  return isTold ? span : undefined
}

const groups = new Set(['of', 'in', 'for', 'among', 'from'])
const groupWords = wordSet('every each all a group the such')

/** “Out of 100 women, 5 will …”: one of the numbers behind a round number of people. */
const isOfHundred = (line: Line, figure: Figure, start: number): boolean => {
  const {words} = line
  const lead = words.findIndex((word, at) => at > 5 || groups.has(word))
  if (lead < 0 || lead > 5) return false
  let at = lead + 1
  while (at < lead + 4 && (groupWords.has(words[at] ?? '') || groups.has(words[at] ?? ''))) at++
  if (at >= start || !isNumber(line, at)) return false
  const whole = Number(words[at]!.replaceAll(',', ''))
  if (!/^10+$/.test(String(whole)) || whole < 10 || figure.value >= whole) return false
  const next = words[figure.end] ?? ''
  return (
    near(words, at + 1, at + 4, people) && (phraseEnds.has(next) || people.has(next) || isVerb.test(next))
  )
}
const isVerb = /^(?:will|would|get|have|had|die|develop|[a-z]{3,}ed)$/

const tallies = wordSet(
  'number numbers figure figures toll total totals count prevalence incidence cases deaths',
)
const arriving = wordSet(
  'to reach reached reaches exceed exceeded exceeds top topped hit at surpass surpassed pass passed',
)

/** “This number will rise to 5.5 million”, “the figure may reach 78 million”. */
const isReached = (
  {words}: Line,
  figure: Figure,
  {
    context,
    start,
    noun,
  }: {readonly context: FigureContext; readonly start: number; readonly noun: CountedNoun | undefined},
): boolean => {
  if (figure.value < 1000 || context.money || context.business || context.ordering) return false
  const next = words[figure.end] ?? ''
  if (noun === undefined && isPlural(next)) return false
  return (
    arriving.has(words[start - 1] ?? '') &&
    near(words, start - 14, start, tallies) &&
    (words[start - 1] !== 'at' || near(words, start - 4, start, standing)) &&
    (words[start - 1] !== 'to' ||
      near(words, start - 4, start, changeVerbs) ||
      near(words, start - 4, start, multiplyingVerbs))
  )
}
const standing = wordSet('stands stood now is was estimated put currently')

const holding = wordSet('have has had are were do did will go live living more remain still never')
const ill = wordSet('living undiagnosed diagnosed untreated unaware infected ill sick treatment')

/** “Almost a million more live with the condition”, “two million have not been diagnosed”: of people, as all know. */
const isElliptic = (
  {words}: Line,
  {value, end, vague}: Figure,
  {business, firstPerson}: FigureContext,
): boolean => {
  if (value < 1e5 || vague || business || firstPerson || !holding.has(words[end] ?? '')) return false
  if (words[end] === 'have' && words[end + 1] === 'it') return true
  return [events, outcomes, ill].some((set) => near(words, end + 1, end + 9, set))
}

/** “five women for every man” */
const isToEvery = ({words}: Line, {value}: Figure, {end}: CountedNoun): boolean => {
  if (value < 2) return false
  for (let at = end; at < Math.min(words.length - 2, end + 9); at++)
    if (words[at] === 'for' && /^(?:every|each|one)$/.test(words[at + 1]!)) return people.has(words[at + 2]!)
  return false
}

const countedNoun = (line: Line, figure: Figure): CountedNoun | undefined => {
  const noun = nounAfter(line, figure.end)
  return noun !== undefined &&
    isPlural(noun.word) &&
    (people.has(noun.word) || events.has(noun.word) || noun.word === 'lives')
    ? noun
    : undefined
}

interface Count {
  readonly figure: Figure
  readonly noun: CountedNoun
  /** Where the figure begins, with “more than” before it. */
  readonly start: number
}

/** A surgeon has “performed 4,000 operations”, a firm sells them. */
const doings = wordSet('performed performs done sells sold delivered completed conducted')
const staff = wordSet(
  'employees workers nurses doctors physicians surgeons clinicians members volunteers dentists',
)
const houses = wordSet(
  'hospital hospitals facility clinic center centre system network company organization organisation institute practice firm',
)
const treating = wordSet('see sees saw treat treats treated serve handle welcome')
const strongVerbs = wordSet(
  'developed died survived relapsed recovered suffered responded improved experienced contracted',
)
const notified = wordSet('reported notified confirmed diagnosed registered detected logged seen')
const versus = wordSet('versus vs compared')

/** Whether a count of people or events is news of health: not how a study was made, what a firm sells, who helped. */
const isNounCounted = ({words}: Line, count: Count, context: FigureContext): boolean => {
  const {figure, noun, start} = count
  const {method, reporting, scope, firstPerson} = context
  if (context.ordering || (method && !reporting && !(tolls.has(noun.word) && scope))) return false
  if (isDefinition(words, figure, start, context)) return false
  // “a hospital with 2,800 employees”
  if (words[start - 1] === 'with' && staff.has(noun.word) && near(words, start - 7, start - 1, houses))
    return false
  // Helpers, unless a study has them.
  if (noun.word === 'volunteers' && !method && !reporting) return false
  if (figure.value < 1e5 && near(words, start - 3, start, doings)) return false
  if (/^(?:patients|clients)$/.test(noun.word) && near(words, start - 2, start, treating)) return false
  if (figure.value >= 1000) return true
  const isKnown = near(words, noun.end, noun.end + 9, knownWords)
  if (isKnown && !firstPerson && !method && figure.value > 3) return true
  if (firstPerson) return false
  // “two patients died”
  const died = /^(?:patients|participants|volunteers)$/.test(noun.word) && words[noun.end] === 'died'
  if (died && figure.value > 1) return true
  if (figure.value < 10) return false
  if (strongVerbs.has(words[noun.end] ?? '')) return true
  const verb = words.slice(noun.end, noun.end + 8).find((word) => /^ha[dsv]/.test(word)) ?? ''
  if (/^(?:had|have|has)$/.test(verb) && near(words, 0, words.length, versus)) return true
  // “147 cases of measles were notified”
  if (noun.word === 'cases' && !method && near(words, noun.end, noun.end + 7, notified)) return true
  const exist = words[start - 2] === 'there' || words[start - 3] === 'there'
  if ((tolls.has(noun.word) || exist) && !method && !context.oneself) return true
  const everyDay = words[noun.end] === 'a' || words[noun.end] === 'per'
  if (everyDay && figure.value >= 100 && /^(?:day|week|month|year)$/.test(words[noun.end + 1] ?? ''))
    return true
  return scope || (reporting && method && figure.value >= 50)
}

/** “Of these, 45 improved.” */
const isOutcomeCounted = ({words}: Line, figure: Figure, context: FigureContext): boolean => {
  if (!figure.digits || figure.value < 10 || context.firstPerson) return false
  const before = words[figure.start - 1] ?? ''
  if (/^(?:over|under|above|below|aged|age|than|to|in|by|of|-|week|day|month|year)$/.test(before))
    return false
  // “while 202 received the other drug”, “52 were given tea”: how a study was made.
  if (near(words, figure.end, figure.end + 3, undergoing)) return false
  return outcomeVerbs.has(words[figure.end] ?? '') && (context.people || before === ',')
}
