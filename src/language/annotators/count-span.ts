import type {Span} from '../span.js'
import {wordSet} from '../word-set.js'
import {near, withModifiers} from './around.js'
import {type Figure, isYear, type Line} from './figure.js'
import type {FigureContext} from './figure-context.js'
import {type CountedNoun, isPlural, nounAfter, withComplement} from './noun-after.js'
import {events, knownWords, outcomeVerbs, people, tolls, undergoing} from './statistic-words.js'
import {tollSpan} from './toll-span.js'
import {isDefinition} from './unreported.js'

const timeOrSize = wordSet(
  'year years month months week weeks day days hour hours minute minutes mg g kg ml mcg iu calories kcal',
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
  const toll = tollSpan(line, figure, start)
  if (toll !== undefined && !context.ordering && !context.firstPerson) return toll
  if (context.money && noun === undefined) return undefined
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
