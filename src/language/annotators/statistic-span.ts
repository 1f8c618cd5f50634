import type {Span} from '../span.js'
import type {Figure, Line} from './figure.js'
import {isYear} from './figure.js'
import type {FigureContext} from './figure-context.js'
import {isPlural, nounAfter, withComplement} from './noun-after.js'
import {
  advising,
  burdenWords,
  changeVerbs,
  comparing,
  contents,
  events,
  flawless,
  limits,
  measures,
  measureUnits,
  outcomes,
  outcomeVerbs,
  people,
  trainingWords,
} from './statistic-words.js'

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
      return (
        costSpan(line, figure, context) ??
        changeSpan(line, figure, context) ??
        countSpan(line, figure, context)
      )
  }
}

const about = new Set(
  'about around approximately approx roughly nearly almost some estimated over under ~ ≈ > < ≥ ≤ c circa'.split(
    ' ',
  ),
)
const thanWords = new Set(['more', 'less', 'fewer', 'higher', 'greater', 'lower'])
const asWords = new Set(['many', 'much', 'few', 'little', 'high', 'low'])

/** Steps back over “about”, “more than”, “up to”, “an estimated”, “as many as”, “an average of”. */
export const withModifiers = ({words}: Line, start: number): number => {
  let at = start
  while (at > 0) {
    const word = words[at - 1]!
    const before = words[at - 2] ?? ''
    if (about.has(word)) at -= before === 'an' || before === 'well' ? 2 : 1
    else if (word === 'than' && thanWords.has(before)) at -= 2
    else if (word === 'to' && (before === 'up' || before === 'close')) at -= 2
    else if (word === 'least' && before === 'at') at -= 2
    else if (word === 'most' && before === 'at') at -= 2
    else if (word === 'as' && asWords.has(before) && words[at - 3] === 'as') at -= 3
    else if (word === 'of' && before === 'average') at -= words[at - 3] === 'an' ? 3 : 2
    else if (word === 'between' || word === 'additional') at -= before === 'an' ? 2 : 1
    else if (word === 'a' && at === start) at -= 1
    else if (word === 'just' && at < start) at -= 1
    else break
  }
  return at
}

const linking = new Set(
  'is was are were of at : remains remained averages averaged averaging range ranges ranged ranging from reached reaches exceeds exceeded approaches be been being ( has have to as high between, about'.split(
    ' ',
  ),
)

/** “Mortality is 10 to 15%”, “a prevalence of 4 per 100,000”: the start of the outcome's name before a figure. */
const outcomeBefore = ({words}: Line, start: number): number | undefined => {
  let at = start - 1
  for (let steps = 0; steps < 5 && linking.has(words[at] ?? ''); steps++) at--
  if (at === start - 1 || !outcomes.has(words[at] ?? '')) return undefined
  const compound = /^(?:rates?|ratio)$/.test(words[at]!) && /^[a-z]/.test(words[at - 1] ?? '')
  return compound && outcomes.has(words[at - 1]!) ? at - 1 : at
}

/** “rose by 30%”, “lowers systolic pressure by 5 mmHg”: where the verb of change before a figure stands. */
const changeBefore = (line: Line, start: number): number | undefined => {
  const {words} = line
  const by = words[start - 1] === 'by'
  const reach = by ? 7 : 3
  for (let at = start - 1; at >= Math.max(0, start - reach); at--) {
    const word = words[at]!
    if (changeVerbs.has(word)) return at
    if (/^[.,;:()—]$/.test(word)) return undefined
  }
  return undefined
}

const near = (words: readonly string[], from: number, to: number, set: ReadonlySet<string>): boolean => {
  for (let at = Math.max(0, from); at < Math.min(words.length, to); at++) if (set.has(words[at]!)) return true
  return false
}

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
  const noun = nounAfter(line, figure.end)
  const ofPeople =
    noun !== undefined &&
    !defining.has(words[figure.end] ?? '') &&
    (people.has(noun.word) || events.has(noun.word) || outcomes.has(noun.word))
  const change = changeBefore(line, start)
  const outcome = outcomeBefore(line, start)
  const next = words[figure.end] ?? ''
  if (context.legal) return undefined
  if (next === 'off' || (context.money && !context.burden && !ofPeople && outcome === undefined))
    return undefined
  if (
    !(noun !== undefined && people.has(noun.word)) &&
    near(words, figure.end, figure.end + 6, trainingWords)
  )
    return undefined
  if (!ofPeople) {
    if (figure.value > 100 && change === undefined) return undefined
    if (figure.value === 100 && outcome === undefined) return undefined
    if (context.ordering) return undefined
    if (change === undefined && isContent(line, figure, start)) return undefined
    if (change === undefined && outcome === undefined && context.content && !context.people) return undefined
    if (near(words, start - 5, start, advising) && change === undefined) return undefined
    if (outcome === undefined && (context.goal || isDefined(line, figure, start))) return undefined
    if (context.limiting && outcome === undefined && isLimit(line, figure, start)) return undefined
    if (context.firstPerson && outcome === undefined) return undefined
    if (words[figure.end] === 'of' && words[figure.end + 2] === 'time') return undefined
    if (flawless.has(next)) return undefined
  }
  if (context.ordering && !ofPeople) return undefined
  if (ofPeople) return {start, end: withComplement(line, noun)}
  if (change !== undefined) return {start: change, end: figure.end}
  if (outcome !== undefined) return {start: outcome, end: figure.end}
  return {start, end: noun === undefined ? figure.end : noun.end}
}

const isContent = ({words}: Line, figure: Figure, start: number): boolean => {
  const behind = words.slice(figure.end, figure.end + 7)
  const stop = behind.findIndex((word) => /^[.,;:()]$/.test(word))
  return (
    (stop < 0 ? behind : behind.slice(0, stop)).some((word) => contents.has(word)) ||
    near(words, start - 4, start, contents)
  )
}

const isLimit = ({words}: Line, figure: Figure, start: number): boolean =>
  !near(words, start - 12, start, outcomes) &&
  (near(words, start, figure.start, limitSigns) ||
    near(words, start - 4, start, limitSigns) ||
    near(words, start - 6, start, limits) ||
    near(words, figure.end, figure.end + 4, limits))

const defining = new Set(['defines', 'define', 'indicates', 'means', 'qualifies', 'contains', 'contain'])

/** “EF is below 40%”, “5.7 to 6.4% means …”, “7.5% or higher”: what a word stands for, not how many. */
const isDefined = ({words}: Line, figure: Figure, start: number): boolean =>
  defining.has(words[figure.end] ?? '') ||
  (words[figure.end] === 'or' &&
    /^(?:higher|lower|more|less|above|below|over|under|greater)$/.test(words[figure.end + 1] ?? '')) ||
  ((/^(?:is|are|be|at)$/.test(words[start - 1] ?? '') || /^(?:is|are|be|at)$/.test(words[start - 2] ?? '')) &&
    /^(?:between|below|above|under|over|<|>|≥|≤)$/.test(
      words[start] === words[figure.start] ? (words[start - 1] ?? '') : words[start]!,
    ))

/** “1 in 5”, “45 of 60 patients”, “a third of women”, “4 per 100,000”. */
const partSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  const start = withModifiers(line, figure.start)
  const noun = nounAfter(line, figure.end)
  const counted = noun !== undefined && (people.has(noun.word) || events.has(noun.word))
  const outcome = outcomeBefore(line, start)
  // “one of the 15 conditions”
  if (words[figure.start] === 'one' && words[figure.start + 1] === 'of' && figure.value > 0) return undefined
  if (counted) {
    if (context.service && !context.reporting) return undefined
    return {start, end: withComplement(line, noun)}
  }
  // “One-third less likely”
  if (figure.value === 0 && compares(line, figure.end)) return {start, end: comparisonEnd(line, figure.end)}
  if (outcome !== undefined) return {start: words[start - 1] === 'of' ? outcome : start, end: figure.end}
  if (figure.value === 0) {
    // A fraction of something else: of those, of the time.
    if (context.method && !context.reporting) return undefined
    if (words[figure.end] === 'of' && /^(?:those|them|these|us)$/.test(words[figure.end + 1] ?? ''))
      return {start, end: figure.end + 2}
    if (outcomeVerbs.has(words[figure.end] ?? '') || /.ed$/.test(words[figure.end] ?? ''))
      return context.people || near(words, 0, start, new Set(['those', 'these', 'them']))
        ? {start, end: figure.end}
        : undefined
    // “A third of the time, infertility is …”
    if (words[figure.end + 2] === 'time' && (context.people || context.reporting) && !context.firstPerson)
      return {start, end: figure.end + 3}
    return undefined
  }
  if (context.firstPerson || context.ordering || context.legal || context.money) return undefined
  // “one of two ways”
  if (
    words.slice(figure.start, figure.end).includes('of') &&
    !words.slice(figure.start, figure.end).includes('out')
  )
    return outcomeVerbs.has(words[figure.end] ?? '') && context.people ? {start, end: figure.end} : undefined
  return context.outcome || context.people ? {start, end: figure.end} : undefined
}

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
    if (near(words, 0, words.length, new Set(['diagnosis', 'titer', 'titre', 'specimens', 'dilution'])))
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

const degrees = new Set(
  'likely high low common effective fast often great large big long many much good deadly strong prevalent frequent accurate sensitive quickly frequently'.split(
    ' ',
  ),
)

/** “more likely”, “as high”, “the risk”, “as much weight”; of an amount only when it is one of health. */
export const compares = ({words}: Line, at: number): boolean => {
  const next = words[at] ?? ''
  if (!comparing.has(next)) return false
  if (next === 'as' && !degrees.has(words[at + 1] ?? '')) return false
  const amount = next === 'the' || (next === 'as' && /^(?:much|many)$/.test(words[at + 1] ?? ''))
  if (!amount) return true
  return [outcomes, measures, people, events].some((set) => near(words, at, at + 5, set))
}

/** “more likely”, “as likely”, “higher”, “the risk”. */
export const comparisonEnd = ({words}: Line, at: number): number => {
  const next = words[at + 1] ?? ''
  return words[at] === 'as' ||
    words[at] === 'the' ||
    next === 'likely' ||
    next === 'often' ||
    next === 'common'
    ? Math.min(at + 2, words.length)
    : at + 1
}

/** “costs the economy 100 billion dollars a year”. */
const costSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  if (!context.burden || figure.value < 1e6) return undefined
  let start = withModifiers(line, figure.start)
  if (words[start - 1] === '$' || words[start - 1] === '£' || words[start - 1] === '€') start--
  for (let at = Math.max(0, start - 6); at < start; at++) {
    if (!burdenWords.has(words[at]!)) continue
    let end = figure.end
    if (/^(?:dollars?|pounds?|euros?)$/.test(words[end] ?? '')) end++
    if ((words[end] === 'a' || words[end] === 'per' || words[end] === 'each') && words[end + 1] === 'year')
      end += 2
    return {start: at, end}
  }
  return undefined
}

/** “lowers systolic pressure by 5 mmHg”, “lost an average of 12 kg”. */
const changeSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  if (!measureUnits.has(words[figure.end] ?? '')) return undefined
  const start = withModifiers(line, figure.start)
  const by = words[start - 1] === 'by'
  const average = near(words, start, figure.start, new Set(['average']))
  const verb = changeBefore(line, start) ?? (by ? undefined : objectChange(line, start))
  if (verb === undefined || context.ordering || context.firstPerson) return undefined
  if (words[start - 1] === 'to' || near(words, verb - 3, verb, advising)) return undefined
  const weighed =
    context.people && /^(?:lost|gained|shed|lose|gain)$/.test(words[verb]!) && weights.has(words[figure.end]!)
  const measured = near(words, verb + 1, start, measures) || average || weighed
  if (!measured && !by) return undefined
  if (near(words, verb - 6, start, new Set(['dose', 'doses', 'dosage', 'intake', 'session', 'sessions'])))
    return undefined
  return {start: verb, end: figure.end + 1}
}

const weights = new Set(['kg', 'kilograms', 'kilos', 'lb', 'lbs', 'pounds', 'stone', 'stones'])

/** “lower systolic pressure 2-8 mmHg”: the verb before the measure that stands right before the figure. */
const objectChange = ({words}: Line, start: number): number | undefined => {
  for (let at = start - 1; at >= Math.max(0, start - 5); at--) if (changeVerbs.has(words[at]!)) return at
  return undefined
}

const timeOrSize = new Set(
  'year years month months week weeks day days hour hours minute minutes mg g kg ml mcg iu calories kcal'.split(
    ' ',
  ),
)

const strongVerbs = new Set(
  'developed died survived relapsed recovered suffered responded improved experienced contracted'.split(' '),
)
const versus = new Set(['versus', 'vs', 'compared'])
const currencies = new Set(['dollars', 'dollar', 'pounds', 'euros'])

/** “More than 9 million adults”, “164 were diagnosed”; not “enrolled 60 adults”. */
const countSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  const next = words[figure.end] ?? ''
  // “a 150-pound person”
  if (next === '-' || timeOrSize.has(next) || next === '%' || (currencies.has(next) && figure.value >= 100))
    return undefined
  if (figure.digits && isYear(line, figure.start, {end: figure.end, value: figure.value})) return undefined
  const noun = nounAfter(line, figure.end)
  const counted =
    noun !== undefined && isPlural(noun.word) && (people.has(noun.word) || events.has(noun.word))
  const start = withModifiers(line, figure.start)
  const span = {start, end: counted ? withComplement(line, noun) : figure.end}
  if (context.service) return undefined
  if (context.money && !counted) return undefined
  if (figure.value >= 1e6 && !context.money && (counted || context.people)) return span
  if (counted) {
    if (context.ordering) return undefined
    if (context.method && !context.reporting) return undefined
    if (figure.value >= 1000) return span
    if (context.firstPerson || figure.value < 10) return undefined
    if (strongVerbs.has(words[noun.end] ?? '')) return span
    if (
      /^(?:had|have|has)$/.test(
        words.slice(noun.end, noun.end + 8).find((word) => /^ha[dsv]/.test(word)) ?? '',
      ) &&
      near(words, 0, words.length, versus)
    )
      return span
    return context.scope || (context.reporting && context.method && figure.value >= 50) ? span : undefined
  }
  if (!figure.digits || figure.value < 10 || context.firstPerson) return undefined
  // “Of these, 45 improved.”
  if (/^(?:over|under|above|below|aged|age|than|to|in|by|of)$/.test(words[figure.start - 1] ?? ''))
    return undefined
  if (outcomeVerbs.has(next) && (context.people || words[figure.start - 1] === ',')) return span
  return undefined
}
