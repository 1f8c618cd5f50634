import {wordSet} from '../word-set.js'
import type {Line} from './figure.js'
import {changeVerbs, comparing, events, measures, outcomes, people} from './statistic-words.js'

const about = wordSet(
  'about around approximately approx roughly nearly almost some estimated over under ~ ≈ > < ≥ ≤ c circa',
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
    else if (word === 'between' || word === 'additional' || word === 'extra') at -= before === 'an' ? 2 : 1
    else if (word === 'a' && at === start) at -= 1
    else if (word === 'just' && at < start) at -= 1
    else if (/^(?:just|only|merely)$/.test(word) && before === 'by') at -= 1
    else break
  }
  return at
}

const linking = wordSet(
  'is was are were of at : remains remained averages averaged averaging range ranges ranged ranging from reached reaches exceeds exceeded approaches be been being ( has have to as high between, about',
)

/** “Mortality is 10 to 15%”, “a prevalence of 4 per 100,000”: the start of the outcome's name before a figure. */
export const outcomeBefore = (
  {words}: Line,
  start: number,
  named: ReadonlySet<string> = outcomes,
): number | undefined => {
  let at = start - 1
  for (let steps = 0; steps < 5 && linking.has(words[at] ?? ''); steps++) at--
  if (at === start - 1 || !named.has(words[at] ?? '')) return undefined
  const compound = /^(?:rates?|ratio)$/.test(words[at]!) && /^[a-z]/.test(words[at - 1] ?? '')
  return compound && outcomes.has(words[at - 1]!) ? at - 1 : at
}

/** “rose by 30%”, “lowers systolic pressure by 5 mmHg”: where the verb of change before a figure stands. */
export const changeBefore = (line: Line, start: number): number | undefined => {
  const {words} = line
  const by = words[start - 1] === 'by'
  const reach = by ? 7 : 3
  for (let at = start - 1; at >= Math.max(0, start - reach); at--) {
    const word = words[at]!
    if (changeVerbs.has(word)) return at
    if (/^[.,;:()—]$/.test(word)) break
  }
  // “reduced the risk of a first visit to an emergency room by 15%”
  const passive = /(?:ed|wn|ven|ken|made)$/.test(words[start - 2] ?? '')
  return by && !passive && near(words, start - 30, start - 2, changeVerbs) ? start - 1 : undefined
}

/** A sentence may be a megabyte of figures, each of which asks about the words before it: so many are read at most. */
const farthest = 150

/** Whether one of the words from `from` up to `to` is in the set; of a longer stretch, one of the last `farthest`. */
export const near = (
  words: readonly string[],
  from: number,
  to: number,
  set: ReadonlySet<string>,
): boolean => {
  const end = Math.min(words.length, to)
  for (let at = Math.max(0, from, end - farthest); at < end; at++) if (set.has(words[at]!)) return true
  return false
}

/** As `near`, for words before `to`, but not over a comma or another mark. */
export const nearInClause = (
  words: readonly string[],
  from: number,
  to: number,
  set: ReadonlySet<string>,
): boolean => {
  for (let at = to - 1; at >= Math.max(0, from); at--) {
    if (set.has(words[at]!)) return true
    if (/^[,;:()—]$/.test(words[at]!)) return false
  }
  return false
}

const degrees = wordSet(
  'likely high low common effective fast often great large big long many much good deadly strong prevalent frequent accurate sensitive quickly frequently',
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
