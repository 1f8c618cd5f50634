import {TokenKind, type Tokens, wordAt, writtenAt} from '../tokens.js'
import {wordSet} from '../word-set.js'
import {outcomes, people} from './statistic-words.js'

/** The tokens of one sentence that has a figure in it, with their folded words. */
export interface Line {
  readonly tokens: Tokens
  /** First token of the sentence; `words[0]` is its word. */
  readonly from: number
  readonly words: readonly string[]
}

export const lineOf = (tokens: Tokens, from: number, to: number): Line => {
  const words: string[] = []
  for (let token = from; token < to; token++) words.push(wordAt(tokens, token))
  return {tokens, from, words}
}

/** The word as it was written, for what only capitals tell. */
export const writtenIn = ({tokens, from}: Line, at: number): string => writtenAt(tokens, from + at)

/** Whether no space stands between a word of the line and the next. */
export const gluedToNext = ({tokens, from}: Line, at: number): boolean =>
  tokens.ends[from + at] === tokens.starts[from + at + 1]

/** Behind the line there is none: what the next sentence or block begins with is not asked. */
export const isNumber = ({tokens, from, words}: Line, at: number): boolean =>
  at < words.length && tokens.kinds[from + at] === TokenKind.number

/** What a number says: a share in percent, a part of a whole, a multiple, or a plain count. */
export type FigureKind = 'percent' | 'part' | 'multiple' | 'count'

/** A number with its range, its magnitude and its sign: words `[start, end)` of a line. */
export interface Figure {
  readonly kind: FigureKind
  readonly start: number
  readonly end: number
  /** The larger one of a range; for a part the number of the whole. */
  readonly value: number
  /** Written “millions of”, “thousands of”. */
  readonly vague: boolean
  /** Written as digits. */
  readonly digits: boolean
}

const unitsOfTen =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const small = new Map<string, number>([
  ...unitsOfTen.map((word, index) => [word, index + 1] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10] as const),
  ['dozen', 12],
])
const magnitudes = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
])
const letters = new Map([
  ['k', 1e3],
  ['m', 1e6],
])
const manyOf = new Map([
  ['tens', 20],
  ['dozens', 24],
  ['hundreds', 200],
  ['thousands', 2e3],
  ['millions', 2e6],
  ['billions', 2e9],
])
const fractions = wordSet(
  'half halves third thirds quarter quarters fourth fourths fifth fifths sixth sixths seventh eighth eighths tenth tenths',
)
const wholes = new Set(['in', 'of', 'per', 'for'])

/** Words that may begin a figure without a digit; for finding the sentences that can have one. */
export const numberWords: readonly string[] = [
  ...small.keys(),
  ...magnitudes.keys(),
  ...manyOf.keys(),
  ...fractions,
]

/** The figure that begins at a word of the line, if one does. */
export const figureAt = (line: Line, at: number): Figure | undefined => {
  const {words} = line
  if (manyOf.has(words[at]!)) return vagueCount(line, at)
  const fraction = fractionAt(line, at)
  if (fraction !== undefined) return fraction
  const first = quantityAt(line, at)
  if (first === undefined) return undefined
  const digits = isNumber(line, at)
  const figure = (kind: FigureKind, end: number, value: number): Figure => ({
    kind,
    start: at,
    end,
    value,
    vague: false,
    digits,
  })
  let {end, value} = first
  const firstPercent = percentAt(words, end)
  const second = rangeEnd(line, at, firstPercent ?? end)
  if (second !== undefined) {
    end = second.end
    value = Math.max(value, second.value)
  } else if (firstPercent !== undefined) return figure('percent', firstPercent, value)
  const percent = percentAt(words, end)
  if (percent !== undefined) return figure('percent', percent, value)
  const whole = wholeAt(line, end, value)
  if (whole !== undefined) return figure('part', whole.end, whole.value)
  const multiple = multipleAt(line, end)
  return multiple === undefined ? figure('count', end, value) : figure('multiple', multiple, value)
}

interface Quantity {
  readonly end: number
  readonly value: number
}

/** `12,000`, `2.5 million`, `twenty five`, `a hundred thousand`. */
const quantityAt = (line: Line, at: number): Quantity | undefined => {
  const {words} = line
  const word = words[at]
  if (word === undefined) return undefined
  let end = at + 1
  let value: number
  if (isNumber(line, at)) {
    value = Number(word.replaceAll(',', ''))
    if (Number.isNaN(value)) return undefined
    // “460 000 deaths”
    while (/^\d{1,3}$/.test(word) && /^\d\d0$/.test(words[end] ?? '') && !dosed.has(words[end + 1] ?? '')) {
      value = value * 1000 + Number(words[end])
      end++
    }
  } else {
    const told = small.get(word) ?? magnitudes.get(word)
    if (told === undefined) return undefined
    value = told
    const next = words[end] === '-' ? end + 1 : end
    const ones = small.get(words[next] ?? '')
    if (value >= 20 && value < 100 && ones !== undefined && ones < 10) {
      value += ones
      end = next + 1
    }
  }
  const letter = letters.get(words[end] ?? '')
  // “5.4m people”; “5 m” alone are metres.
  if (letter !== undefined && gluedToNext(line, end - 1) && people.has(words[end + 1] ?? '')) {
    value *= letter
    end++
  }
  while (magnitudes.has(words[end] ?? '')) {
    value *= magnitudes.get(words[end]!)!
    end++
  }
  if (words[end] === 'dozen') {
    value *= 12
    end++
  }
  if (words[end] === '+') end++
  // “two and a half times”
  if (words[end] === 'and' && words[end + 2] === 'half' && words[end + 3] === 'times') {
    value += 0.5
    end += 3
  }
  return {end, value}
}

/** “2 500 mg tablets” are two of them. */
const dosed = wordSet('mg g mcg ml iu l kg mm cm m kcal tablets capsules caps')

const joins = new Set(['-', 'to', '—', '~'])

/** The other end of `10 to 15`, `10-15`, `between 5 and 20`. */
const rangeEnd = (line: Line, start: number, at: number): Quantity | undefined => {
  const {words} = line
  const join = words[at] ?? ''
  const between = words[start - 1] === 'between' || words[start - 1] === 'from'
  if (!joins.has(join) && !((join === 'and' || join === 'or') && (between || join === 'or'))) return undefined
  let next = at + 1
  while (words[next] === 'as' || words[next] === 'high' || words[next] === '~') next++
  return quantityAt(line, next)
}

/** End of a percent sign or word at `at`. */
const percentAt = (words: readonly string[], at: number): number | undefined => {
  const next = words[at] === '-' ? at + 1 : at
  const word = words[next]
  if (word === '%' && next === at) return at + 1
  if (word === 'percent' || word === 'pct') return next + 1
  if (word === 'per' && (words[next + 1] === 'cent' || words[next + 1] === 'centum')) return next + 2
  if (word === 'percentage' && /^points?$/.test(words[next + 1] ?? '')) return next + 2
  return undefined
}

const every = new Set(['every', 'each', 'the', 'all'])
/** “one tablet in 200 ml”, “one day in five”: no part of a whole that somebody counted. */
const untold = wordSet(
  'tablet tablets capsule scoop sachet drop teaspoon tablespoon cup part parts litre liter percent times dose day days week weeks month months year years hour hours minute minutes night nights serving glass meal more less trial study review',
)

/** `in 5`, `out of 10`, `of every 1,000`, `per 100,000`, `/100,000`: the whole of a part. */
const wholeAt = (line: Line, at: number, part: number): Quantity | undefined => {
  const {words} = line
  let next = at
  const word = words[next] ?? ''
  if (word === '/') {
    const whole = quantityAt(line, next + 1)
    const counted =
      whole !== undefined &&
      whole.value > part &&
      (words[whole.end] === 'of' || people.has(words[whole.end] ?? ''))
    return whole !== undefined && (whole.value >= 1000 || (whole.value >= 10 && counted)) ? whole : undefined
  }
  if (word === ':') {
    // “a risk of 1:250”; not a time of day, not how something is thinned
    const glued = part === 1 && gluedToNext(line, at - 1) && gluedToNext(line, at) && isNumber(line, at + 1)
    const risked = glued && words.slice(Math.max(0, at - 9), at).some((one) => outcomes.has(one))
    const whole = risked ? quantityAt(line, at + 1) : undefined
    return whole !== undefined && whole.value > 2 ? whole : undefined
  }
  if (word === 'out' && words[next + 1] === 'of') next += 2
  else if (word === '-' && words[next + 1] === 'in' && words[next + 2] === '-') next += 3
  else if (wholes.has(word)) next++
  // “9 women in 100”
  else if (people.has(word) && words[next + 1] === 'in' && isRound(quantityAt(line, next + 2))) next += 2
  // “one pupil in twelve”
  else if (
    part === 1 &&
    /^(?:in|out)$/.test(words[next + 1] ?? '') &&
    (people.has(word) || (/^[a-z]{3,}$/.test(word) && !untold.has(word)))
  )
    next += words[next + 1] === 'out' ? 3 : 2
  else {
    // “1 case per 100,000”, “one infection per 100,000 persons”: the whole stands behind a noun or three.
    for (let step = at; step < at + 4; step++) {
      if (words[step] === 'per' || (words[step] === 'in' && step > at) || words[step] === 'for') {
        const behind = every.has(words[step + 1] ?? '') ? step + 2 : step + 1
        const whole = quantityAt(line, behind)
        return whole !== undefined && whole.value >= 1000 && whole.value % 1000 === 0 ? whole : undefined
      }
    }
    return undefined
  }
  if (every.has(words[next] ?? '') || (words[next] === 'a' && magnitudes.has(words[next + 1] ?? ''))) next++
  const whole = quantityAt(line, next)
  if (whole === undefined || whole.value <= part || isYear(line, next, whole)) return undefined
  // “6 in 10 minutes”, “2 of 14 days”: time has no parts that are people.
  if (
    words[next - 1] === 'in' &&
    /^(?:minutes?|hours?|days?|weeks?|months?|years?)$/.test(words[whole.end] ?? '')
  )
    return undefined
  if (word === 'per' && whole.value < 100) return undefined
  return whole
}

/** 10, 100, 1,000: of how many a share is told. */
const isRound = (whole: Quantity | undefined): boolean =>
  whole !== undefined && whole.value >= 10 && /^10+$/.test(String(whole.value))

/** 1970, 2019: in digits, without a comma, between 1800 and 2100. */
export const isYear = (line: Line, at: number, {value, end}: Quantity): boolean =>
  end === at + 1 && value >= 1800 && value <= 2100 && /^\d{4}$/.test(line.words[at] ?? '')

const multipleAt = (line: Line, at: number): number | undefined => {
  const {words} = line
  const next = words[at] === '-' ? at + 1 : at
  if (words[next] === 'fold') return next + 1
  if (words[at] === 'times' || words[at] === 'x' || words[at] === '×') return at + 1
  return undefined
}

const determiners = new Set(['a', 'one', 'two', 'three', 'four', 'five', 'seven', 'nine', '1', '2', '3'])

/** “a third type of cancer”, “a fourth dose”: one more of a kind, no part of it. */
const kindsCounted = wordSet(
  'type kind form sort group arm trial study paper report option time dose shot jab child person patient woman man case reason way step stage phase line drug party generation factor possibility wave round year day week month test method approach question problem',
)

/** “a year and a half”: half of what stands before “and”. */
const halved = wordSet(
  'year years month months week weeks day days hour hours mile miles inch inches foot feet decade decades cup cups size sizes stone pound pounds',
)

/** `half`, `a third`, `two-thirds`, `three quarters`. */
const fractionAt = (line: Line, at: number): Figure | undefined => {
  const {words} = line
  const word = words[at]!
  let end = 0
  const joined = words[at - 1] === 'a' ? at - 2 : at - 1
  if (
    words[joined] === 'and' &&
    (halved.has(words[joined - 1] ?? '') ||
      /^\d+$|^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/.test(words[joined - 1] ?? '')) &&
    (word === 'half' || (word === 'a' && words[at + 1] === 'half'))
  )
    return undefined
  if (word === 'half') end = at + 1
  else if (determiners.has(word)) {
    const next = words[at + 1] === '-' ? at + 2 : at + 1
    const named = words[next] ?? ''
    const plural = named.endsWith('s')
    const isOrdinal = word === 'a' && kindsCounted.has(words[next + 1] ?? '')
    if (fractions.has(named) && (word === 'a' || word === 'one' || word === '1') !== plural && !isOrdinal)
      end = next + 1
  }
  if (end === 0) return undefined
  if (words[end] === '-') return undefined
  // “one third to one half”
  const join = words[end]
  if (join === 'to' || join === 'and' || join === 'or') {
    const other = fractionAt(line, end + 1)
    if (other !== undefined) end = other.end
  }
  return {kind: 'part', start: at, end, value: 0, vague: false, digits: false}
}

/** `millions of`, `tens of thousands of`; “millions” alone, which is none unless its verb says of whom. */
const vagueCount = ({words}: Line, at: number): Figure | undefined => {
  let end = at
  let value = manyOf.get(words[at]!)!
  while (words[end + 1] === 'of' && manyOf.has(words[end + 2] ?? '')) {
    end += 2
    value *= manyOf.get(words[end]!)!
  }
  end += words[end + 1] === 'of' ? 2 : 1
  return {kind: 'count', start: at, end, value, vague: true, digits: false}
}
