import type {EdgeName, PhraseNode} from './parse.js'
import {PhraseError} from './phrase.js'

/** A phrase with its words turned into symbols; `tokens` matches one token, `named` a span. */
export type Shape =
  | {readonly type: 'tokens'; readonly symbols: readonly number[]}
  | {readonly type: 'named'; readonly index: number; readonly width: number}
  | {readonly type: 'sequence'; readonly items: readonly Shape[]}
  | {readonly type: 'choice'; readonly options: readonly Shape[]}
  | {readonly type: 'optional'; readonly item: Shape}
  | {readonly type: 'gap'; readonly words: number; readonly offset: number}
  | {readonly type: 'underline'; readonly item: Shape; readonly offset: number}
  | {readonly type: 'not'; readonly item: Shape; readonly offset: number}
  | {readonly type: 'edge'; readonly edge: EdgeName}
  | {readonly type: 'nextSentence'; readonly offset: number}

/** Turns names and words of a tree into numbers. `width` is the most tokens that a span of the name has. */
export interface ShapeContext {
  readonly symbols: (node: Extract<PhraseNode, {readonly type: 'word' | 'number'}>) => readonly number[]
  readonly named: (name: string, offset: number) => {readonly index: number; readonly width: number}
}

export const shapeOf = (node: PhraseNode, context: ShapeContext): Shape => {
  switch (node.type) {
    case 'word':
    case 'number':
      return {type: 'tokens', symbols: context.symbols(node)}
    case 'named':
      return {type: 'named', ...context.named(node.name, node.offset)}
    case 'sequence':
      return {type: 'sequence', items: node.items.map((item) => shapeOf(item, context))}
    case 'choice':
      return mergeTokens(node.options.map((option) => shapeOf(option, context)))
    case 'optional':
      return {type: 'optional', item: shapeOf(node.item, context)}
    case 'underline':
    case 'not':
      return {type: node.type, item: shapeOf(node.item, context), offset: node.offset}
    default:
      return node
  }
}

/** Neighbouring alternatives of one token each are one set: whichever matches, what follows is the same. */
const mergeTokens = (options: readonly Shape[]): Shape => {
  const merged: Shape[] = []
  let symbols: number[] | undefined
  for (const option of options) {
    if (option.type !== 'tokens') {
      symbols = undefined
      merged.push(option)
    } else if (symbols === undefined) {
      symbols = [...option.symbols]
      merged.push({type: 'tokens', symbols})
    } else for (const symbol of option.symbols) symbols.push(symbol)
  }
  return merged.length === 1 ? merged[0]! : {type: 'choice', options: merged}
}

/** Fewest and most positions of the text that a shape covers. */
export interface Width {
  readonly least: number
  readonly most: number
}

const nothing: Width = {least: 0, most: 0}

/** Marks that `/` looks through, on both sides of the sentences' border together. */
export const marksAtBorder = 16

/** The most tokens, marks included, that a gap of so many words covers. */
export const gapWidth = (words: number): number => 2 * words + 6

export const widthOf = (shape: Shape): Width => {
  switch (shape.type) {
    case 'tokens':
      return {least: 1, most: 1}
    case 'named':
      return {least: 1, most: shape.width}
    case 'sequence':
      return shape.items
        .map(widthOf)
        .reduce((a, b) => ({least: a.least + b.least, most: a.most + b.most}), nothing)
    case 'choice':
      return shape.options
        .map(widthOf)
        .reduce((a, b) => ({least: Math.min(a.least, b.least), most: Math.max(a.most, b.most)}))
    case 'optional':
      return {least: 0, most: widthOf(shape.item).most}
    case 'gap':
      return {least: 0, most: gapWidth(shape.words)}
    case 'underline':
      return widthOf(shape.item)
    case 'not':
    case 'edge':
      return nothing
    case 'nextSentence':
      return {least: 1, most: marksAtBorder + 1}
  }
}

/** How far a shape can look: its width and that of everything it excludes. */
export const reachOf = (shape: Shape): number => {
  switch (shape.type) {
    case 'sequence':
      return shape.items.reduce((sum, item) => sum + reachOf(item), 0)
    case 'choice':
      return Math.max(...shape.options.map(reachOf))
    case 'optional':
    case 'underline':
    case 'not':
      return reachOf(shape.item)
    default:
      return widthOf(shape).most
  }
}

/**
 * Gives gaps at the edges to the option beside them, and refuses what cannot be meant.
 *
 * @throws {PhraseError} for a gap at an edge, a phrase that can match nothing, and underlines that exclude each other
 */
export const settle = (shape: Shape): Shape => {
  const underlines = mostUnderlines(shape, false)
  if (underlines > 1) throw new PhraseError('only one part of a match can be underlined', 0)
  const settled = settleEnd(settleStart(shape))
  if (!consumes(settled)) throw new PhraseError('this can match without any word', 0)
  return settled
}

/** Whether every match holds a word, mark, number or named span; the border of a sentence is none. */
const consumes = (shape: Shape): boolean => {
  switch (shape.type) {
    case 'tokens':
    case 'named':
      return true
    case 'sequence':
      return shape.items.some(consumes)
    case 'choice':
      return shape.options.every(consumes)
    case 'underline':
      return consumes(shape.item)
    default:
      return false
  }
}

const mostUnderlines = (shape: Shape, inside: boolean): number => {
  switch (shape.type) {
    case 'sequence':
      return shape.items.reduce((sum, item) => sum + mostUnderlines(item, inside), 0)
    case 'choice':
      return Math.max(...shape.options.map((option) => mostUnderlines(option, inside)))
    case 'optional':
      return mostUnderlines(shape.item, inside)
    case 'underline':
      if (inside) throw new PhraseError('“[” cannot stand in “!” or another “[”', shape.offset)
      settle({...shape, type: 'sequence', items: [shape.item]})
      return 1 + mostUnderlines(shape.item, true)
    case 'not':
      settleEnd(shape.item)
      return mostUnderlines(shape.item, true)
    default:
      return 0
  }
}

const settleStart = (shape: Shape): Shape => {
  switch (shape.type) {
    case 'gap':
      throw new PhraseError('a gap cannot begin a phrase', shape.offset)
    case 'choice':
      return {...shape, options: shape.options.map(settleStart)}
    case 'optional':
    case 'underline':
      return {...shape, item: settleStart(shape.item)}
    case 'sequence':
      return {...shape, items: settleItems(shape.items, settleStart, (options, gap) => [...options, gap])}
    default:
      return shape
  }
}

const settleEnd = (shape: Shape): Shape => {
  switch (shape.type) {
    case 'gap':
      throw new PhraseError('a gap cannot end a phrase', shape.offset)
    case 'choice':
      return {...shape, options: shape.options.map(settleEnd)}
    case 'optional':
    case 'underline':
      return {...shape, item: settleEnd(shape.item)}
    case 'sequence': {
      const mirrored = settleItems(shape.items.toReversed(), settleEnd, (options, gap) => [
        gap,
        ...options.toReversed(),
      ])
      return {...shape, items: mirrored.toReversed()}
    }
    default:
      return shape
  }
}

/** Walks in from the edge, over what may be absent, up to the first item that must be there. A gap may stand beside the edge of a sentence. */
const settleItems = (
  items: readonly Shape[],
  inner: (shape: Shape) => Shape,
  join: (options: readonly Shape[], gap: Shape) => readonly Shape[],
): readonly Shape[] => {
  let skippable: Shape[] = []
  for (const [index, item] of items.entries()) {
    const rest = items.slice(index + 1)
    if (item.type === 'nextSentence')
      throw new PhraseError('“/” must stand between two sentences', item.offset)
    if (item.type === 'edge') return [...skippable, item, ...rest]
    if (item.type === 'gap') {
      if (!skippable.some((option) => option.type === 'optional')) inner(item)
      skippable = [{type: 'optional', item: presence(skippable, item, join)}]
    } else if (widthOf(item).least > 0) return [...skippable, inner(item), ...rest]
    else skippable.push(item.type === 'not' ? item : inner(item))
  }
  return skippable
}

/** Options of which at least one is there, and the gap beside them. */
const presence = (
  options: readonly Shape[],
  gap: Shape,
  join: (options: readonly Shape[], gap: Shape) => readonly Shape[],
): Shape => {
  const ways: Shape[] = []
  for (const [index, option] of options.entries()) {
    if (option.type !== 'optional') continue
    const before = options.slice(0, index).filter((item) => item.type === 'not')
    ways.push({type: 'sequence', items: join([...before, option.item, ...options.slice(index + 1)], gap)})
  }
  return ways.length === 1 ? ways[0]! : {type: 'choice', options: ways}
}
