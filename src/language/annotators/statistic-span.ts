import type {Span} from '../span.js'
import {
  changeBefore,
  compares,
  comparisonEnd,
  near,
  nearInClause,
  outcomeBefore,
  withModifiers,
} from './around.js'
import {
  centreSpan,
  changeNounSpan,
  changeSpan,
  comparedSpan,
  costSpan,
  habitSpan,
  movedSpan,
  versusSpan,
} from './change-span.js'
import type {Figure, Line} from './figure.js'
import {isYear} from './figure.js'
import type {FigureContext} from './figure-context.js'
import {isPlural, nounAfter, withComplement} from './noun-after.js'
import {
  advising,
  affecting,
  alone,
  changeNouns,
  coefficients,
  contents,
  events,
  firmOutcomes,
  flawless,
  humanVerbs,
  knownWords,
  legalWords,
  limits,
  measures,
  methodWords,
  outcomes,
  outcomeVerbs,
  people,
  phraseEnds,
  reportingVerbs,
  scopeWords,
  tolls,
  trainingWords,
} from './statistic-words.js'

const partWords = new Set(['in', 'out'])
const pointers = new Set(['those', 'these', 'them'])
const receiving = new Set(['received', 'got', 'took', 'given', 'had'])
const comparators = new Set(['placebo', 'sham', 'other', 'dummy'])
const ofWord = new Set(['of'])

/** The words of the statistic that a figure is part of; nothing when it is none. */
export const statisticSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  if (context.imagined) return undefined
  switch (figure.kind) {
    case 'percent':
      return percentSpan(line, figure, context)
    case 'part':
      return partSpan(line, figure, context)
    case 'multiple':
      return multipleSpan(line, figure)
    case 'count':
      // “elevated triglycerides — ≥ 150 mg/dL”: a threshold, no change.
      if (comparisons.has(line.words[figure.start - 1] ?? '')) return countSpan(line, figure, context)
      return (
        costSpan(line, figure, context) ??
        changeSpan(line, figure, context) ??
        movedSpan(line, figure, context) ??
        changeNounSpan(line, figure, context) ??
        habitSpan(line, figure, context) ??
        centreSpan(line, figure, context) ??
        coefficientSpan(line, figure) ??
        comparedSpan(line, figure, context) ??
        versusSpan(line, figure, context) ??
        countSpan(line, figure, context)
      )
  }
}

const comparisons = new Set(['<', '>', '≥', '≤'])

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

const needing = new Set(['need', 'needs', 'needed', 'require', 'requires', 'required', 'requiring'])

const limitSigns = new Set([
  'below',
  'above',
  'under',
  'over',
  '<',
  '>',
  '≥',
  '≤',
  'least',
  'than',
  'between',
  'from',
])

/** A share in percent is a statistic unless the words around say what else it is. */
const percentSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
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
  if (isDefinition(line, figure, start, context)) return undefined
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
  if (reached && near(words, start - 4, start, needing)) return undefined
  if (!ofPeople) {
    if (isJudged(words, start, figure.end)) return undefined
    if (figure.value > 100 && change === undefined) return undefined
    if (figure.value === 100 && outcome === undefined) return undefined
    if (context.ordering) return undefined
    const measured = near(words, start - 8, start, firmOutcomes)
    if (change === undefined && !measured && isContent(line, figure, start)) return undefined
    if (change === undefined && !measured && context.content && !context.people) return undefined
    const advised =
      nearInClause(words, start - 5, start, advising) &&
      words[start - 1] !== 'by' &&
      !sharing.test(words[start - 1] ?? '')
    if (advised && change === undefined) return undefined
    if (outcome === undefined && context.goal) return undefined
    if (outcome === undefined && change === undefined && isDefined(line, figure, start)) return undefined
    const by = change !== undefined && words[start - 1] === 'by'
    const compared = change !== undefined && comparatives.test(next)
    if (context.limiting && outcome === undefined && !by && !compared && isLimit(line, figure, start))
      return undefined
    if (context.lab && change === undefined && outcome === undefined && !context.reporting) return undefined
    if (context.firstPerson && outcome === undefined) return undefined
    if (context.oneself && !context.people && !context.reporting && outcome === undefined) return undefined
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

const working = new Set(
  'effective ineffective work works worked successful succeed succeeds succeeded fail fails failed accurate'.split(
    ' ',
  ),
)
const wholesOfOne = new Set(['weight', 'height', 'calories', 'energy', 'diet', 'income', 'budget', 'plate'])
/** “make up 78% of”, “accounts for half of” */
const sharing = /^(?:up|for|represents?|comprises?)$/

/** “Blood is about 55% plasma”, “The body is 60% water”; not “is 95% effective”. */
const isMadeOf = (words: readonly string[], start: number, at: number): boolean =>
  /^(?:is|are)$/.test(words[start - 1] ?? '') &&
  /^[a-z]{3,}$/.test(words[at] ?? '') &&
  !/(?:ive|able|ible|ate|ful|ed|al|ic|er|ly)$/.test(words[at]!) &&
  !phraseEnds.has(words[at]!) &&
  !comparatives.test(words[at]!) &&
  ![outcomes, people, events].some((set) => set.has(words[at]!))

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

const made = new Set([
  'contain',
  'contains',
  'containing',
  'has',
  'have',
  'with',
  'uses',
  'delivers',
  'provides',
])

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

const defining = new Set(['defines', 'define', 'indicates', 'means', 'qualifies', 'contains', 'contain'])

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

/** “If both parents are carriers, each child has a 25 % chance”: arithmetic, no finding. */
const isInherited = ({words}: Line, figure: Figure, {inheriting}: FigureContext): boolean =>
  inheriting &&
  near(words, figure.start - 5, figure.end + 4, chances) &&
  (figure.kind === 'percent' ? /^(?:25|50|75)$/.test(String(figure.value)) : [0, 2, 4].includes(figure.value))

const chances = new Set(['chance', 'chances', 'risk', 'odds', 'probability', 'likelihood', 'likely'])

const rarely = new Set(['fewer', 'less', 'more', 'under', 'below', 'over'])

/** “A disease is called rare if it affects fewer than 1 in 2,000 people.” */
const isDefinition = (
  {words}: Line,
  figure: Figure,
  start: number,
  {defining, condition}: FigureContext,
): boolean =>
  defining && condition && (near(words, start, figure.start, rarely) || near(words, start - 3, start, rarely))

/** “1 in 5”, “45 of 60 patients”, “a third of women”, “4 per 100,000”. */
const partSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  const start = withModifiers(line, figure.start)
  const noun = nounAfter(line, figure.end)
  const counted = noun !== undefined && (people.has(noun.word) || events.has(noun.word))
  const outcome = outcomeBefore(line, start)
  // “one of the 15 conditions”
  const among = words[figure.start + 1] === 'of' && words[figure.start + 2] !== 'every'
  if (words[figure.start] === 'one' && among && figure.value > 0) return undefined
  if (isInherited(line, figure, context) || isDefinition(line, figure, start, context)) return undefined
  if (near(words, start - 5, start, allotting) || (figure.value === 0 && isAllotted(words, figure.end)))
    return undefined
  const shared = figure.value === 0 || near(words, figure.start, figure.end, partWords)
  if (counted) {
    if (context.service && !context.reporting && !shared) return undefined
    return {start, end: withComplement(line, noun)}
  }
  // “One-third less likely”
  if (figure.value === 0 && compares(line, figure.end)) return {start, end: comparisonEnd(line, figure.end)}
  if (outcome !== undefined) return {start: words[start - 1] === 'of' ? outcome : start, end: figure.end}
  if (accounted.test(`${words[start - 2]} ${words[start - 1]}`) && !context.content && !context.money)
    return {start, end: figure.end}
  if (figure.value === 0) {
    const fallen = words[start - 1] === 'by' ? changeBefore(line, start) : undefined
    if (fallen !== undefined && !context.ordering && !context.money && !context.firstPerson)
      return [measures, outcomes, events].some((set) => near(words, fallen - 7, start, set))
        ? {start: fallen, end: figure.end}
        : undefined
    // A fraction of something else: of those, of the time.
    if (context.method && !context.reporting && !context.versus && methodWords.has(words[figure.end] ?? ''))
      return undefined
    const verb = words[figure.end] ?? ''
    if (/^(?:are|were)$/.test(verb) && near(words, figure.end + 1, figure.end + 3, beings))
      return {start, end: figure.end}
    if (words[figure.end] === 'of' && /^(?:those|them|these|us)$/.test(words[figure.end + 1] ?? ''))
      return {start, end: figure.end + 2}
    if (alone.has(words[figure.end] ?? '') && !context.ordering) return {start, end: figure.end}
    if (outcomeVerbs.has(words[figure.end] ?? '') || /.ed$/.test(words[figure.end] ?? ''))
      return context.people || near(words, 0, start, pointers) ? {start, end: figure.end} : undefined
    // “A third of the time, infertility is …”
    if (words[figure.end + 2] === 'time' && (context.people || context.reporting) && !context.firstPerson)
      return {start, end: figure.end + 3}
    return undefined
  }
  if (context.firstPerson || context.ordering || context.legal || context.money) return undefined
  // “one of two ways”
  if (among && !words.slice(figure.start, figure.end).includes('out'))
    return (outcomeVerbs.has(words[figure.end] ?? '') && context.people) ||
      (/^(?:trials|studies|reviews)$/.test(words[figure.end] ?? '') &&
        reportingVerbs.has(words[figure.end + 1] ?? ''))
      ? {start, end: figure.end}
      : undefined
  // “one in ten mammograms”
  const ofThings =
    figure.value >= 3 && isPlural(words[figure.end] ?? '') && !phraseEnds.has(words[figure.end]!)
  // “one tumour in six”
  const inner = words[figure.start + 2] === 'in' && figure.value >= 3
  const struck = inner || near(words, start - 3, start, affecting) || alone.has(words[figure.end] ?? '')
  return context.outcome || context.people || ofThings || struck ? {start, end: figure.end} : undefined
}

const accounted = /^(?:accounts?|accounted|accounting) for$/
const beings = new Set(['alive', 'dead', 'cured', 'unaware'])

const allotting = new Set(['assigned', 'randomized', 'randomised', 'randomly', 'allocated', 'assigning'])

/** “Half were given the drug, the other half a placebo”: how a trial was made. */
const isAllotted = (words: readonly string[], at: number): boolean =>
  near(words, at, at + 3, allotting) ||
  (near(words, at, at + 3, receiving) &&
    near(words, 0, words.length, comparators) &&
    !near(words, at, at + 3, ofWord))

const perTime = new Set([
  'a',
  'per',
  'each',
  'every',
  'daily',
  'weekly',
  'monthly',
  'yearly',
  '/',
  'the',
  'in',
  'before',
])

/** “three times more likely”, “2.5-fold”; not “three times a day”. */
const multipleSpan = (line: Line, figure: Figure): Span | undefined => {
  const {words} = line
  const next = words[figure.end] ?? ''
  const fold = words[figure.end - 1] === 'fold'
  if (fold) {
    if (
      near(
        words,
        0,
        words.length,
        new Set(['diagnosis', 'titer', 'titers', 'titre', 'specimens', 'dilution', 'igg']),
      )
    )
      return undefined
    return {start: withModifiers(line, figure.start), end: figure.end}
  }
  if (compares(line, figure.end))
    return {start: withModifiers(line, figure.start), end: comparisonEnd(line, figure.end)}
  const change = changeBefore(line, figure.start)
  return change !== undefined && (!perTime.has(next) || (next === 'in' && change === figure.start - 1))
    ? {start: change, end: figure.end}
    : undefined
}

const timeOrSize = new Set(
  'year years month months week weeks day days hour hours minute minutes mg g kg ml mcg iu calories kcal'.split(
    ' ',
  ),
)

const lostTime = new Set(['days', 'workdays', 'hours'])

const helping = /^(?:help|helps|helped|benefit|benefits|benefited)$/
const topping = /^(?:topped|exceeded|exceeds|surpassed|reached|hit|totaled|totalled|passed|numbered)$/

/** “5,000 die of it”, “kills 300 a year”, “deaths from falls topped 40,000”, “millions suffer”: a toll without its noun. */
const tollSpan = ({words}: Line, figure: Figure, start: number): Span | undefined => {
  if (figure.value < 20 || words[figure.end - 1] === 'of') return undefined
  const next = words[figure.end] ?? ''
  const before = words[start - 1] ?? ''
  const span = {start, end: figure.end}
  if (figure.digits && /^(?:19|20)\d\d$/.test(words[figure.start]!)) return undefined
  // “people over 65 suffer”
  if (humanVerbs.has(next)) return figure.value < 120 && isAge.test(before) ? undefined : span
  if (isPlural(next) && !scopeWords.has(next) && !people.has(next)) return undefined
  if (affecting.has(before) || (figure.vague && helping.test(before))) return span
  // “claims many lives: 1,600 last year”
  const yearly = /^(?:last|this|a|each|every|per)$/.test(next) && words[figure.end + 1] === 'year'
  if (yearly && figure.value >= 100 && near(words, 0, start, mortal)) return span
  return topping.test(before) && figure.value >= 100 && near(words, start - 6, start, tolls)
    ? span
    : undefined
}

const mortal = new Set([
  'deaths',
  'lives',
  'die',
  'dies',
  'died',
  'killed',
  'kills',
  'killer',
  'cases',
  'infections',
])
const asYoung = /^(?:young|old) as$/
const isAge =
  /^(?:people|adults|women|men|those|anyone|everyone|patients|age|aged|ages|of|to|in|by|over|under|week|day|month|year)$/

const strongVerbs = new Set(
  'developed died survived relapsed recovered suffered responded improved experienced contracted'.split(' '),
)
const versus = new Set(['versus', 'vs', 'compared'])
const currencies = new Set(['dollars', 'dollar', 'pounds', 'euros'])

/** “More than 100 diseases”: how many there are, not how many have them. */
/** A surgeon has “performed 4,000 operations”, a firm sells them. */
const doings = new Set([
  'performed',
  'performs',
  'done',
  'sells',
  'sold',
  'delivered',
  'completed',
  'conducted',
])
const notified = new Set('reported notified confirmed diagnosed registered detected logged seen'.split(' '))
const treating = new Set(['see', 'sees', 'saw', 'treat', 'treats', 'treated', 'serve', 'handle', 'welcome'])
const kinds = new Set(['diseases', 'disorders', 'conditions', 'strains', 'illnesses', 'defects'])

/** “More than 9 million adults”, “164 were diagnosed”; not “enrolled 60 adults”. */
const countSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  const next = words[figure.end] ?? ''
  // “a 150-pound person”
  if (next === '-' || timeOrSize.has(next) || next === '%' || (currencies.has(next) && figure.value >= 100))
    return undefined
  if (figure.digits && isYear(line, figure.start, {end: figure.end, value: figure.value})) return undefined
  // “women ages 50 to 74”, “as young as 12”
  const before = words[figure.start - 1] ?? ''
  if (/^age[ds]?$/.test(before) || asYoung.test(`${words[figure.start - 2]} ${before}`)) return undefined
  const noun = nounAfter(line, figure.end)
  const counted =
    noun !== undefined &&
    isPlural(noun.word) &&
    (people.has(noun.word) || events.has(noun.word) || noun.word === 'lives')
  if (counted && kinds.has(noun.word)) return undefined
  const start = withModifiers(line, figure.start)
  const span = {start, end: counted ? withComplement(line, noun) : figure.end}
  if (context.service) return undefined
  if (next === 'of' && figure.value >= 1000) {
    // “200,000 of the present population”
    const whole = words.slice(figure.end, figure.end + 7).indexOf('population')
    if (whole > 0) return {start, end: figure.end + whole + 1}
  }
  const toll = tollSpan(line, figure, start)
  if (toll !== undefined && !context.ordering && !context.firstPerson) return toll
  if (context.money && !counted) return undefined
  // “millions of eggs”
  const bare = figure.vague && !counted
  if (figure.value >= 1e6 && !context.money && !bare && (counted || context.people)) return span
  if (figure.value >= 1e6 && !bare && near(words, figure.end, figure.end + 4, lostTime))
    return {start, end: figure.end + 2}
  if (counted) {
    if (context.ordering) return undefined
    if (context.method && !context.reporting && !(tolls.has(noun.word) && context.scope)) return undefined
    if (isDefinition(line, figure, start, context)) return undefined
    // Helpers, unless a study has them.
    if (noun.word === 'volunteers' && !context.method && !context.reporting) return undefined
    if (figure.value < 1e5 && near(words, start - 3, start, doings)) return undefined
    if (/^(?:patients|clients)$/.test(noun.word) && near(words, start - 2, start, treating)) return undefined
    if (figure.value >= 1000) return span
    if (
      near(words, noun.end, noun.end + 9, knownWords) &&
      !context.firstPerson &&
      !context.method &&
      figure.value > 3
    )
      return span
    if (context.firstPerson) return undefined
    // “two patients died”
    const died = /^(?:patients|participants|volunteers)$/.test(noun.word) && words[noun.end] === 'died'
    if (died && figure.value > 1) return span
    if (figure.value < 10) return undefined
    if (strongVerbs.has(words[noun.end] ?? '')) return span
    if (
      /^(?:had|have|has)$/.test(
        words.slice(noun.end, noun.end + 8).find((word) => /^ha[dsv]/.test(word)) ?? '',
      ) &&
      near(words, 0, words.length, versus)
    )
      return span
    // “147 cases of measles were notified”
    if (noun.word === 'cases' && !context.method && near(words, noun.end, noun.end + 7, notified)) return span
    const exist = words[start - 2] === 'there' || words[start - 3] === 'there'
    if ((tolls.has(noun.word) || exist) && !context.method && !context.oneself) return span
    const everyDay = words[noun.end] === 'a' || words[noun.end] === 'per'
    if (everyDay && figure.value >= 100 && /^(?:day|week|month|year)$/.test(words[noun.end + 1] ?? ''))
      return span
    return context.scope || (context.reporting && context.method && figure.value >= 50) ? span : undefined
  }
  if (!figure.digits || figure.value < 10 || context.firstPerson) return undefined
  // “Of these, 45 improved.”
  if (
    /^(?:over|under|above|below|aged|age|than|to|in|by|of|-|week|day|month|year)$/.test(
      words[figure.start - 1] ?? '',
    )
  )
    return undefined
  // “while 202 received the other drug”, “52 were given tea”: how a study was made.
  if (near(words, figure.end, figure.end + 3, undergone)) return undefined
  if (outcomeVerbs.has(next) && (context.people || words[figure.start - 1] === ',')) return span
  return undefined
}

const undergone = new Set(
  'received receive got took take taken taking given use used using underwent assigned enrolled randomized randomised'.split(
    ' ',
  ),
)

const lifespans = new Set(['expectancy', 'lifespan'])

/** “Sensitivity was 0.87”, “life expectancy is now 76 years” */
const coefficientSpan = (line: Line, figure: Figure): Span | undefined => {
  if (/^years?$/.test(line.words[figure.end] ?? '')) {
    const start = withModifiers(line, figure.start)
    if (figure.value < 30) return undefined
    const now = /^(?:now|only|just|still)$/.test(line.words[start - 1] ?? '') ? start - 1 : start
    const span = outcomeBefore(line, now, lifespans)
    if (span !== undefined) return {start: span, end: figure.end + 1}
  }
  const outcome =
    figure.digits && figure.value < 1 ? outcomeBefore(line, figure.start, coefficients) : undefined
  return outcome === undefined ? undefined : {start: outcome, end: figure.end}
}
