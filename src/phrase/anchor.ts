import type {Shape} from './shape.js'
import {widthOf} from './shape.js'

/**
 * What must be in the text for a phrase to match, and where the phrase can then begin: `least` to `most` positions
 * before it. A phrase whose anchor does not occur is not run.
 */
export interface Anchor {
  readonly symbols: readonly number[]
  /** Lexicons and annotators, by index. */
  readonly named: readonly number[]
  readonly least: number
  readonly most: number
}

/** Expected occurrences per million words. */
export interface Rarity {
  readonly ofSymbol: (symbol: number) => number
  readonly ofNamed: (index: number) => number
}

interface Candidate extends Anchor {
  readonly cost: number
}

/** The rarest part that every match of the shape has. */
export const anchorOf = (shape: Shape, rarity: Rarity): Anchor => {
  const {symbols, named, least, most} = candidateOf(shape, rarity) ?? {
    symbols: [],
    named: [],
    least: 0,
    most: 0,
  }
  return {symbols: Array.from(new Set(symbols)), named: Array.from(new Set(named)), least, most}
}

const candidateOf = (shape: Shape, rarity: Rarity): Candidate | undefined => {
  switch (shape.type) {
    case 'tokens': {
      const cost = shape.symbols.reduce((sum, symbol) => sum + rarity.ofSymbol(symbol), 0)
      return {symbols: shape.symbols, named: [], least: 0, most: 0, cost}
    }
    case 'named':
      return {symbols: [], named: [shape.index], least: 0, most: 0, cost: rarity.ofNamed(shape.index)}
    case 'sequence':
      return rarestItem(shape.items, rarity)
    case 'choice':
      return shape.options.map((option) => candidateOf(option, rarity)).reduce(either)
    case 'underline':
      return candidateOf(shape.item, rarity)
    default:
      return undefined
  }
}

const rarestItem = (items: readonly Shape[], rarity: Rarity): Candidate | undefined => {
  let best: Candidate | undefined
  let least = 0
  let most = 0
  for (const item of items) {
    const candidate = candidateOf(item, rarity)
    if (candidate !== undefined && (best === undefined || candidate.cost < best.cost)) {
      best = {...candidate, least: candidate.least + least, most: candidate.most + most}
    }
    const width = widthOf(item)
    least += width.least
    most += width.most
  }
  return best
}

/** One of the two must be there; when one has none, nothing must. */
const either = (a: Candidate | undefined, b: Candidate | undefined): Candidate | undefined =>
  a === undefined || b === undefined
    ? undefined
    : {
        symbols: [...a.symbols, ...b.symbols],
        named: [...a.named, ...b.named],
        least: Math.min(a.least, b.least),
        most: Math.max(a.most, b.most),
        cost: a.cost + b.cost,
      }
