import type {Span} from '../span.js'
import {wordSet} from '../word-set.js'
import {centres, doses, isNumeral, isThing, unitEnd} from './amount.js'
import {changeBefore, near, withModifiers} from './around.js'
import type {Figure, Line} from './figure.js'
import type {FigureContext} from './figure-context.js'
import {
  advising,
  changeNouns,
  changeVerbs,
  events,
  measures,
  measureUnits,
  outcomes,
} from './statistic-words.js'

const ownWeight = new Set(['weight'])
const averages = new Set(['average'])
const weights = new Set(['kg', 'kilograms', 'kilos', 'lb', 'lbs', 'pound', 'pounds', 'stone', 'stones'])
const times = wordSet('minutes hours days weeks months years minute hour day week month year')
const conditions = new Set(['if', 'when', 'whenever', 'unless'])

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
  // “your weight will go up by a pound a week”
  if (context.reader && weights.has(words[figure.end]!) && near(words, verb - 3, verb, ownWeight))
    return undefined
  return {start: verb, end: unit}
}

/** “lower systolic pressure 2-8 mmHg”: the verb before the measure that stands right before the figure. */
const objectChange = ({words}: Line, start: number): number | undefined => {
  for (let at = start - 1; at >= Math.max(0, start - 5); at--) if (changeVerbs.has(words[at]!)) return at
  return undefined
}

const differing = /^(?:less|more|lower|higher|shorter|longer|greater|smaller)$/

const unexplained = wordSet(
  'unexplained unintentional unintended sudden rapid safe healthy gradual steady recommended sustainable',
)

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
