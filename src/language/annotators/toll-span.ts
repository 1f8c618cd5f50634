import type {Span} from '../span.js'
import {wordSet} from '../word-set.js'
import {near} from './around.js'
import type {Figure, Line} from './figure.js'
import {isPlural} from './noun-after.js'
import {affecting, humanVerbs, people, scopeWords, tolls} from './statistic-words.js'

const isAge =
  /^(?:people|adults|women|men|those|anyone|everyone|patients|age|aged|ages|of|to|in|by|over|under|week|day|month|year)$/
const helping = /^(?:help|helps|helped|benefit|benefits|benefited)$/
const topping = /^(?:topped|exceeded|exceeds|surpassed|reached|hit|totaled|totalled|passed|numbered)$/
const mortal = wordSet('deaths lives die dies died killed kills killer cases infections')

/** “5,000 die of it”, “kills 300 a year”, “deaths from falls topped 40,000”, “millions suffer”: a toll without its noun. */
export const tollSpan = ({words}: Line, figure: Figure, start: number): Span | undefined => {
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
