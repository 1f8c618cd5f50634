import type {Span} from '../span.js'
import {changeBefore, compares, comparisonEnd, near, outcomeBefore, withModifiers} from './around.js'
import type {Figure, Line} from './figure.js'
import type {FigureContext} from './figure-context.js'
import {isPlural, nounAfter, withComplement} from './noun-after.js'
import {
  affecting,
  alone,
  events,
  measures,
  methodWords,
  outcomes,
  outcomeVerbs,
  people,
  phraseEnds,
  reportingVerbs,
  undergoing,
} from './statistic-words.js'
import {isDefinition, isInherited} from './unreported.js'

const partWords = new Set(['in', 'out'])
const pointers = new Set(['those', 'these', 'them'])
const accounted = /^(?:accounts?|accounted|accounting) for$/
const ofOne = /^(?:your|the|this|my|her|a)$/
/** One of them lasts, and has halves. */
const lasting = /^(?:pregnancy|birth|delivery|surgery|operation|procedure|visit|stay|illness|test)$/
const losing = /^(?:lose|loses|lost|losing)$/
const holds = /^(?:ha[sd]|have|will|never|develop|report|reported)$/
const beings = new Set(['alive', 'dead', 'cured', 'unaware'])

/** “1 in 5”, “45 of 60 patients”, “a third of women”, “4 per 100,000”. */
export const partSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  const start = withModifiers(line, figure.start)
  const noun = nounAfter(line, figure.end)
  const counted = noun !== undefined && (people.has(noun.word) || events.has(noun.word))
  const outcome = outcomeBefore(line, start)
  // “4.8 out of 5 stars”
  if (/^stars?$/.test(words[figure.end] ?? '')) return undefined
  // “one of the 15 conditions”
  const among = words[figure.start + 1] === 'of' && words[figure.start + 2] !== 'every'
  if (words[figure.start] === 'one' && among && figure.value > 0) return undefined
  // “half of your pregnancy”
  if (
    noun !== undefined &&
    words[figure.end] === 'of' &&
    ofOne.test(words[figure.end + 1] ?? '') &&
    lasting.test(noun.word)
  )
    return undefined
  // “During 4 of the 10 visits”
  if (
    among &&
    /^(?:visits?|sessions?|appointments?|tests?|scans?)$/.test(noun?.word ?? '') &&
    figure.value > 0 &&
    figure.value < 100
  )
    return undefined
  if (isInherited(line, figure, context) || isDefinition(words, figure, start, context)) return undefined
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
    // “lose a third of their bone density”
    if (
      losing.test(words[start - 1] ?? '') &&
      words[figure.end] === 'of' &&
      !context.firstPerson &&
      !context.ordering
    )
      return near(words, figure.end, figure.end + 6, measures)
        ? {start: start - 1, end: figure.end}
        : undefined
    // “Roughly a quarter had no symptoms”, “Half will have a relapse”
    if (
      start <= 1 &&
      holds.test(words[figure.end] ?? '') &&
      [events, outcomes, measures].some((set) => near(words, figure.end + 1, figure.end + 6, set))
    )
      return {start, end: figure.end}
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
  // “improved (45 of 60)”
  if (words[figure.start - 1] === '(' && words[figure.end] === ')' && figure.value >= 10 && context.people)
    return {start, end: figure.end}
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

/** Half of those in a trial “had the drug”; of a count, “17 had” tells a result. */
const receiving: ReadonlySet<string> = new Set([...undergoing, 'had'])
const comparators = new Set(['placebo', 'sham', 'other', 'dummy'])
const ofWord = new Set(['of'])
const allotting = new Set(['assigned', 'randomized', 'randomised', 'randomly', 'allocated', 'assigning'])

/** “Half were given the drug, the other half a placebo”: how a trial was made. */
const isAllotted = (words: readonly string[], at: number): boolean =>
  near(words, at, at + 3, allotting) ||
  (near(words, at, at + 3, receiving) &&
    near(words, 0, words.length, comparators) &&
    !near(words, at, at + 3, ofWord))
