import type {Span} from '../span.js'
import {changeBefore, near, nearInClause, withModifiers} from './around.js'
import {type Figure, isNumber, type Line} from './figure.js'
import type {FigureContext} from './figure-context.js'
import {isPlural} from './noun-after.js'
import {
  advising,
  burdenWords,
  changeNouns,
  changeVerbs,
  events,
  habits,
  ills,
  measures,
  measureUnits,
  methodWords,
  outcomes,
  people,
  phraseEnds,
} from './statistic-words.js'

const averages = new Set(['average'])
const those = new Set(['those'])
/** What has to be, or how a trial was made: no result. */
const prescribing = new Set(['need', 'needs', 'should', 'require', 'randomly'])

const prices = new Set(['cost', 'costs', 'costing'])
const currencySigns = new Set(['$', '£', '€'])

/** “costs the economy 100 billion dollars a year”, “drains £6 billion a year from the economy”; no company's money. */
export const costSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  let start = withModifiers(line, figure.start)
  if (figure.value < 1e6) return costOfOne(line, figure, start)
  const sign = currencySigns.has(words[start - 1] ?? '')
  if (sign) start = withModifiers(line, start - 1)
  else if (
    figure.vague &&
    words[figure.end - 1] !== 'of' &&
    !context.scope &&
    !near(words, start - 4, start, prices)
  )
    return undefined
  let end = figure.end
  const named = /^(?:dollars?|pounds?|euros?)$/.test(words[end] ?? '')
  if (named) end++
  if ((words[end] === 'a' || words[end] === 'per' || words[end] === 'each') && words[end + 1] === 'year')
    end += 2
  if (context.burden) {
    for (let at = Math.max(0, start - 6); at < start; at++)
      if (burdenWords.has(words[at]!)) return {start: at, end}
  }
  return (sign || named) && context.burden && !context.business ? {start, end} : undefined
}

/** “Each hip fracture costs about $40,000”: not the price of a test or an operation. */
const costOfOne = (line: Line, figure: Figure, start: number): Span | undefined => {
  const {words} = line
  if (figure.value < 1000 || !currencySigns.has(words[start - 1] ?? '')) return undefined
  const from = withModifiers(line, start - 1)
  const verb = words[from - 1] ?? ''
  return /^costs?$/.test(verb) && nearInClause(words, from - 5, from - 1, ills)
    ? {start: from - 1, end: figure.end}
    : undefined
}

const doses = new Set(['dose', 'doses', 'dosage', 'intake', 'session', 'sessions', 'dosing', 'titrate'])
const amounts = new Set(['mg', 'mcg', 'g', 'ml', 'iu', 'units', 'tablet', 'tablets', 'puffs', 'drops', 'l'])
const molar = new Set([
  'mg',
  'g',
  'ng',
  'mcg',
  'pg',
  'mmol',
  'µmol',
  'umol',
  'nmol',
  'pmol',
  'meq',
  'iu',
  'miu',
])
const fluids = new Set(['l', 'dl', 'ml'])

/** The end of a unit that something is measured in: “mmHg”, “mg/dL”. */
const unitEnd = ({words}: Line, at: number): number | undefined => {
  const unit = words[at] ?? ''
  if (molar.has(unit) && words[at + 1] === '/' && fluids.has(words[at + 2] ?? '')) return at + 3
  return measureUnits.has(unit) ? at + 1 : undefined
}

/** “lowers systolic pressure by 5 mmHg”, “lost an average of 12 kg”, “saw counts rise by 18 strands”. */
export const changeSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  const start = withModifiers(line, figure.start)
  const by = words[start - 1] === 'by'
  const unit = unitEnd(line, figure.end) ?? (by && isThing(words[figure.end]) ? figure.end + 1 : undefined)
  if (unit === undefined) return undefined
  const average = near(words, start, figure.start, averages)
  const shifted = /^(?:down|up)$/.test(words[start - 1] ?? '') ? start - 1 : undefined
  const verb = changeBefore(line, start) ?? (by ? undefined : (objectChange(line, start) ?? shifted))
  if (verb === undefined || context.ordering || context.firstPerson || words[start - 1] === 'from')
    return undefined
  if (words[start - 1] === 'to' || near(words, verb - 3, verb, advising)) return undefined
  const weighed =
    context.people &&
    /^(?:(?:re)?gained|lost|shed|lose|(?:re)?gain)$/.test(words[verb]!) &&
    weights.has(words[figure.end]!)
  // “HbA1c fell 0.6 points”; not “if your pressure falls 20 points”
  const fallen =
    verb === start - 1 &&
    !by &&
    !context.oneself &&
    !times.has(words[figure.end]!) &&
    !near(words, 0, verb, conditions) &&
    near(words, verb - 4, verb, measures)
  const measured = near(words, verb + 1, start, measures) || average || weighed || fallen
  // “shaved 11 points off LDL cholesterol”
  const behind = words[unit] === 'off' && near(words, unit, unit + 5, measures)
  const told =
    by &&
    (unit > figure.end + 1 || measureUnits.has(words[figure.end]!) || near(words, verb - 3, verb, measures))
  if (!measured && !told && !behind) return undefined
  if (near(words, verb - 6, start, doses)) return undefined
  return {start: verb, end: unit}
}

const differing = /^(?:less|more|lower|higher|shorter|longer|greater|smaller)$/
const conditions = new Set(['if', 'when', 'whenever', 'unless'])
const unexplained = new Set(
  'unexplained unintentional unintended sudden rapid safe healthy gradual steady recommended sustainable'.split(
    ' ',
  ),
)
const times = new Set('minutes hours days weeks months years minute hour day week month year'.split(' '))

/** “a 5 mmHg drop in pressure”, “an average weight loss of 6 kg”; not the sign of an illness, a threshold or a goal. */
export const changeNounSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  if (context.ordering || context.goal || context.firstPerson || context.oneself) return undefined
  const start = withModifiers(line, figure.start)
  const hyphen = words[figure.end] === '-' ? 1 : 0
  const unit = unitEnd(line, figure.end + hyphen)
  if (unit === undefined || near(words, 0, start, conditions) || near(words, start - 6, start, doses))
    return undefined
  // “blood loss was 140 ml less with the clamp”
  if (/^(?:was|were)$/.test(words[start - 1] ?? '') && differing.test(words[unit] ?? ''))
    return {start, end: unit + 1}
  // “(10 cm less on average)”
  if (differing.test(words[unit] ?? '') && near(words, unit + 1, unit + 4, centres))
    return {start, end: unit + 1}
  if (changeNouns.has(words[unit] ?? ''))
    return near(words, unit + 1, unit + 7, measures) ? {start, end: unit + 1} : undefined
  if (!/^(?:of|was|is)$/.test(words[start - 1] ?? '') || context.defining) return undefined
  for (let at = start - 2; at >= Math.max(0, start - 6); at--) {
    if (/^[.,;:()—]$/.test(words[at]!)) return undefined
    if (!changeNouns.has(words[at]!)) continue
    const told = near(words, at - 2, start, measures) || near(words, at - 2, at, centres)
    return told && !near(words, at - 4, at, unexplained) ? {start: at, end: unit} : undefined
  }
  return undefined
}

/** “The average American sleeps 6.8 hours”, “adults eat an average of 3,400 mg of salt”: what people do, measured. */
export const habitSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  if (context.ordering || context.goal || context.firstPerson || context.oneself || context.reader)
    return undefined
  const start = withModifiers(line, figure.start)
  const verb = words[words[start - 1] === 'for' ? start - 2 : start - 1] ?? ''
  const owned = /^(?:have|has|had)$/.test(verb) && words[figure.start - 1] === 'of'
  if (!(habits.has(verb) || owned) || !/^[a-z]/.test(words[figure.end] ?? '')) return undefined
  // What was taken in a trial is its method.
  if (/^(?:eat|ate|consumed?|dr[ai]nk|smoked|got)$/.test(verb) && near(words, 0, start, studied))
    return undefined
  const told = near(words, start, figure.start, centres) || near(words, figure.end, figure.end + 7, centres)
  const average = told ? context.people : isAverage(words, start)
  return average ? {start, end: figure.end + 1} : undefined
}

/** “the average person”, “the typical teenager” before a verb. */
const isAverage = (words: readonly string[], to: number): boolean => {
  for (let at = Math.max(0, to - 8); at < to - 1; at++)
    if (/^(?:average|typical)$/.test(words[at]!) && people.has(words[at + 1]!)) return true
  return false
}

const isThing = (word = ''): boolean => /^[a-z]{2,}/.test(word) && !amounts.has(word) && !phraseEnds.has(word)

const centres = new Set(['average', 'mean', 'median'])
/** “the median length of stay”, “the median time before it progressed” */
const stays = new Set(['stay', 'stays', 'before', 'until', 'progression', 'recovery', 'death'])
const weights = new Set(['kg', 'kilograms', 'kilos', 'lb', 'lbs', 'pounds', 'stone', 'stones'])

/** “lower systolic pressure 2-8 mmHg”: the verb before the measure that stands right before the figure. */
const objectChange = ({words}: Line, start: number): number | undefined => {
  for (let at = start - 1; at >= Math.max(0, start - 5); at--) if (changeVerbs.has(words[at]!)) return at
  return undefined
}

const moving = new Set(['went', 'moved', 'came', 'improved', 'dipped', 'shifted', 'down', 'up'])

/** “pain scores went from 7.2 to 3.1”; not what one person tells. */
export const movedSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  if (context.firstPerson || context.oneself || context.ordering) return undefined
  // “fell to 2.1 from 6.4”
  const turned =
    words[figure.start - 1] === 'to' && words[figure.end] === 'from' && isNumeral(line, figure.end + 1)
  if (words[figure.start - 1] !== 'from' && !turned) return undefined
  if (/^rang(?:es?|ed|ing)$/.test(words[figure.start - 2] ?? '')) return undefined
  // “from 7.2 to 3.1” is one figure, “from 68 mm to 31 mm” are two.
  const to = words.slice(figure.end, figure.end + 6).indexOf('to')
  if (figure.end - figure.start < 3 && !turned && !(to > 0 && isNumeral(line, figure.end + to + 1)))
    return undefined
  for (let at = figure.start - 2; at >= Math.max(0, figure.start - 5); at--) {
    if (!changeVerbs.has(words[at]!) && !moving.has(words[at]!)) continue
    const told = [measures, outcomes, events].some((set) => near(words, at - 7, figure.start, set))
    return told && !near(words, 0, at, doses) ? {start: at, end: figure.end} : undefined
  }
  return undefined
}

const further = new Set(['longer', 'faster', 'heavier', 'lighter', 'taller'])
const added = new Set(['additional', 'extra'])
const thans = new Set(['than'])
const amounting = new Set(['fewer', 'less', 'extra', 'additional'])
const others = new Set(['the', 'those', 'their', 'other', 'on', 'controls', 'before'])
/** Those of whom only studies tell. */
const studied = new Set([
  'participants',
  'volunteers',
  'subjects',
  'respondents',
  'group',
  'groups',
  'users',
  'patients',
  'study',
  'trial',
])
const shortening = new Set(
  'lose loses lost losing gain gains gained add adds adding cost costs rob robs shave shaves shaved take takes cut cuts save saved'.split(
    ' ',
  ),
)

/** “ate 385 more calories”, “slept 42 minutes longer”, “lose ten years of life”: told of people, and no advice. */
export const comparedSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  if (context.firstPerson || context.ordering || context.oneself) return undefined
  const start = withModifiers(line, figure.start)
  const next = words[figure.end] ?? ''
  if (
    /^(?:years?|months?|minutes?|days?)$/.test(next) &&
    /^(?:of|off|to)$/.test(words[figure.end + 1] ?? '')
  ) {
    const life = words
      .slice(figure.end + 2, figure.end + 6)
      .findIndex((word) => /^(?:life|lives|lifespan|stay|stays)$/.test(word))
    if (life >= 0 && near(words, start - 5, start, shortening)) return {start, end: figure.end + 3 + life}
  }
  const peopled = context.people || near(words, 0, start, those)
  if (context.money || !peopled || near(words, figure.start - 6, figure.start, advising)) return undefined
  const told =
    context.reporting ||
    near(words, figure.end, figure.end + 8, beside) ||
    near(words, figure.end, figure.end + 8, thans) ||
    measureUnits.has(next) ||
    near(words, 0, start, studied)
  if (!told && next !== 'fewer') return undefined
  const noun = words[figure.end + 1] ?? ''
  if (next === 'more' && isPlural(noun) && !/^(?:days|weeks|months|years|hours|times)$/.test(noun))
    return {start, end: figure.end + 2}
  if (amounting.has(next)) {
    for (const end of [figure.end + 1, figure.end + 2])
      if (isPlural(words[end] ?? '')) return {start, end: end + 1}
  }
  if (!isThing(next)) return undefined
  // “an additional 13 minutes of sleep”
  const long =
    !/^(?:years|months|weeks|days)$/.test(next) ||
    /^(?:life|sleep|survival)$/.test(words[figure.end + 2] ?? '')
  if (long && measureUnits.has(next) && near(words, start, figure.start, added))
    return {start, end: figure.end + 1}
  const than = words[figure.end + 2] === 'than'
  const degree = words[figure.end + 1] ?? ''
  const compared =
    further.has(degree) ||
    (/^(?:lower|higher|shorter)$/.test(degree) && measureUnits.has(next)) ||
    (/^(?:more|less|extra)$/.test(degree) && measures.has(words[figure.end + 2] ?? '')) ||
    (/^(?:later|earlier|sooner)$/.test(degree) && near(words, figure.end + 2, figure.end + 6, thans)) ||
    (/^(?:more|less|fewer)$/.test(degree) && than && others.has(words[figure.end + 3] ?? ''))
  return compared ? {start, end: figure.end + 2} : undefined
}

const untold = new Set(
  'age ages aged follow-up followup duration dose dosage price salary fee wait height length cycle period person session'.split(
    ' ',
  ),
)

/** “Median overall survival was 14.6 months”, “the average score three years on was 39”. */
export const centreSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  if (context.firstPerson || context.ordering || context.oneself) return undefined
  const start = withModifiers(line, figure.start)
  if (!/^(?:was|were|is|of|reached|=|:)$/.test(words[start - 1] ?? '')) return undefined
  for (let at = start - 2; at >= Math.max(0, start - 10); at--) {
    if (!centres.has(words[at]!)) continue
    const outcome = near(words, at, start, outcomes) || near(words, at, at + 6, stays)
    if ((!outcome && near(words, at, start, untold)) || words[figure.end + 1] === 'old') return undefined
    if (!outcome && !near(words, at, start, measures) && !near(words, at, start, changeNouns))
      return undefined
    return {start: at, end: unitEnd(line, figure.end) ?? figure.end}
  }
  return undefined
}

/** “The treated eyes gained 9.2 letters on the chart versus 1.3 for sham.” */
export const versusSpan = (line: Line, figure: Figure, context: FigureContext): Span | undefined => {
  const {words} = line
  if (!context.versus || context.ordering || context.firstPerson) return undefined
  const start = withModifiers(line, figure.start)
  if (context.people && isPair(line, figure)) return {start, end: figure.end + 1}
  const verb = figure.digits ? changeBefore(line, start) : undefined
  if (verb === undefined || near(words, verb - 6, start, doses) || !isThing(words[figure.end]))
    return undefined
  return near(words, figure.end, figure.end + 12, beside) ? {start: verb, end: figure.end + 1} : undefined
}

const beside = new Set(['versus', 'vs', 'compared'])

/** “missed two days of work, compared with four for the dummy”: an amount and its counterpart. */
const isPair = (line: Line, figure: Figure): boolean => {
  const {words} = line
  const thing = words[figure.end] ?? ''
  const start = withModifiers(line, figure.start)
  if (!isPlural(thing) || !isThing(thing) || notEffects.test(thing)) return false
  const centred = words[start - 1] === 'of' && centres.has(words[start - 2] ?? '')
  if ((!centred && spans.test(words[start - 1] ?? '')) || methodWords.has(words[start - 1] ?? ''))
    return false
  if (near(words, 0, figure.start, prescribing)) return false
  for (let at = figure.end + 1; at < Math.min(words.length, figure.end + 20); at++) {
    if (!beside.has(words[at]!)) continue
    const next = /^(?:with|to)$/.test(words[at + 1] ?? '') ? at + 2 : at + 1
    for (let other = next; other < next + 4; other++) if (isNumeral(line, other)) return true
    return false
  }
  return false
}

const notEffects =
  /^(?:calories|grams|milligrams|micrograms|units|dollars|times|doses|servings|cups|pills|tablets)$/
const spans = /^(?:for|over|after|in|within|at|every|each|of|aged?|ages|to|least)$/

const isNumeral = (line: Line, at: number): boolean =>
  isNumber(line, at) ||
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/.test(line.words[at] ?? '')
