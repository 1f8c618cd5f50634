import type {Line} from './figure.js'
import {
  advising,
  burdenWords,
  contents,
  firstPerson,
  legalWords,
  limits,
  methodWords,
  moneyWords,
  outcomes,
  people,
  reportingVerbs,
  scopeWords,
  serviceWords,
} from './statistic-words.js'

/** What the sentence around a figure is about, told by its words, once for all its figures. */
export interface FigureContext {
  /** It begins with an order (“Aim for …”). */
  readonly ordering: boolean
  /** Degrees of disability and claims. */
  readonly legal: boolean
  readonly money: boolean
  /** What an illness costs. */
  readonly burden: boolean
  /** A threshold, a target or a normal range is spoken of. */
  readonly limiting: boolean
  /** How a study was made. */
  readonly method: boolean
  /** What a study found. */
  readonly reporting: boolean
  readonly service: boolean
  readonly firstPerson: boolean
  readonly outcome: boolean
  readonly people: boolean
  readonly scope: boolean
  readonly imagined: boolean
  /** What something is made of. */
  readonly content: boolean
  /** A goal is set, which reports nothing. */
  readonly goal: boolean
}

/** “stage I” */
const numbered = new Set([
  'stage',
  'phase',
  'type',
  'grade',
  'class',
  'schedule',
  'level',
  'category',
  'axis',
])

export const contextOf = ({words}: Line): FigureContext => {
  const has = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word))
  const first = words.findIndex((word) => /[a-z]/.test(word))
  return {
    ordering:
      advising.has(words[first] ?? '') && words[first + 1] !== 'of' && !people.has(words[first + 1] ?? ''),
    legal: has(legalWords),
    money: has(moneyWords) || words.includes('$') || words.includes('£') || words.includes('€'),
    burden: has(burdenWords),
    limiting: has(limits),
    method: has(methodWords),
    reporting: has(reportingVerbs),
    service: has(serviceWords),
    firstPerson: words.some(
      (word, at) => firstPerson.has(word) && !(word === 'i' && numbered.has(words[at - 1] ?? '')),
    ),
    outcome: has(outcomes),
    people: has(people),
    scope: has(scopeWords),
    content: has(contents),
    goal: words.some((word) => /^(?:goals?|targets?|aim|aims|aiming)$/.test(word)),
    imagined: words.some((word) => word === 'imagine' || word === 'suppose' || word === 'picture'),
  }
}
