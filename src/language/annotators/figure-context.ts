import {wordSet} from '../word-set.js'
import type {Line} from './figure.js'
import {
  advising,
  burdenWords,
  businessWords,
  contents,
  definingWords,
  firstPerson,
  inheritanceWords,
  labs,
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
  /** A company's money. */
  readonly business: boolean
  /** How a gene is handed down. */
  readonly inheriting: boolean
  /** What a term stands for. */
  readonly defining: boolean
  readonly lab: boolean
  /** One person is told of: he, she. */
  readonly oneself: boolean
  /** The reader is spoken to. */
  readonly reader: boolean
  /** Two groups are set side by side. */
  readonly versus: boolean
  /** Says when something holds. */
  readonly condition: boolean
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

const topics = [
  ['legal', legalWords],
  ['money', moneyWords],
  ['burden', burdenWords],
  ['limiting', limits],
  ['method', methodWords],
  ['reporting', reportingVerbs],
  ['service', serviceWords],
  ['outcome', outcomes],
  ['people', people],
  ['scope', scopeWords],
  ['content', contents],
  ['money', new Set(['$', '£', '€'])],
  ['goal', new Set(['goal', 'goals', 'target', 'targets', 'aim', 'aims', 'aiming'])],
  ['imagined', new Set(['imagine', 'suppose'])],
  ['firstPerson', firstPerson],
  ['business', businessWords],
  ['inheriting', inheritanceWords],
  ['defining', definingWords],
  ['lab', labs],
  ['reader', new Set(['you', 'your', "you're", "you'll"])],
  ['versus', new Set(['versus', 'vs', 'compared', 'placebo', 'sham', 'controls'])],
  ['condition', new Set(['if', 'when', 'as', 'means', 'defined'])],
  ['oneself', new Set(['he', 'she', 'his', 'her', 'him', 'herself', 'himself'])],
] as const

type Topic = (typeof topics)[number][0]

/** By word: what it makes its sentence about. One look-up a word, whatever the number of lists. */
const topicsOf = new Map<string, Topic[]>()
for (const [topic, words] of topics) {
  for (const word of words) {
    const known = topicsOf.get(word)
    if (known === undefined) topicsOf.set(word, [topic])
    else known.push(topic)
  }
}

/** With “my” before them, whom an author tells of as of many. */
const aggregates = wordSet('patients clients members students readers customers followers athletes')
/** With these at its beginning a sentence tells to do it; within one, they tell what happened. */
const orders = wordSet('lose cut')
const supposing = /^(?:if|say)$/
const speaking = /^(?:sa(?:id|ys)|add(?:ed|s)|not(?:ed|es)|explain(?:ed|s)|told|writes|wrote|estimates)$/

export const contextOf = ({words}: Line): FigureContext => {
  const context: Record<Topic | 'ordering', boolean> = {
    ordering: false,
    legal: false,
    money: false,
    burden: false,
    limiting: false,
    method: false,
    reporting: false,
    service: false,
    outcome: false,
    people: false,
    scope: false,
    content: false,
    goal: false,
    imagined: false,
    firstPerson: false,
    business: false,
    inheriting: false,
    defining: false,
    lab: false,
    oneself: false,
    reader: false,
    versus: false,
    condition: false,
  }
  words.forEach((word, at) => {
    const found = topicsOf.get(word)
    if (found === undefined || (word === 'i' && numbered.has(words[at - 1] ?? ''))) return
    for (const topic of found) {
      // “fell by a third, she said”
      const speaker =
        topic === 'oneself' && (speaking.test(words[at - 1] ?? '') || speaking.test(words[at + 1] ?? ''))
      // “my patients” are many
      const following =
        topic === 'firstPerson' &&
        word === 'my' &&
        words.slice(at + 1, at + 3).some((one) => aggregates.has(one))
      // “serves as a door”
      const standing = topic === 'service' && words[at + 1] === 'as'
      if (!speaker && !following && !standing) context[topic] = true
    }
  })
  // “20% lower costs” gives no order, “2. Lower the heat” does.
  let first = words.findIndex((word) => /[a-z\d]/.test(word))
  if (/^[.):]$/.test(words[first + 1] ?? '')) first = words.findIndex((word) => /[a-z]/.test(word))
  const start = words[first] ?? ''
  const next = words[first + 1] ?? ''
  context.ordering = (advising.has(start) && next !== 'of' && !people.has(next)) || orders.has(start)
  // “If 10 in 100 people get ill …”
  if (start === 'picture' || (supposing.test(start) && /^\d/.test(next))) context.imagined = true
  return context
}
