import {didYouMean} from '../errors.js'
import type {PhraseNode} from './parse.js'
import {parsePhrase} from './parse.js'
import type {LexiconDefinition} from './phrase.js'
import {PhraseError} from './phrase.js'

/** More spellings of one entry than this are a mistake. */
const mostSequences = 10_000

/** Symbols of one spelling, token by token. */
export type SymbolSequence = readonly number[]

export interface LexiconContext {
  readonly symbols: (node: Extract<PhraseNode, {readonly type: 'word' | 'number'}>) => readonly number[]
  readonly lexicons: ReadonlyMap<string, LexiconDefinition>
  readonly isAnnotator: (name: string) => boolean
}

/**
 * Every spelling of every entry of a lexicon, lexicons named in entries included. Each lexicon is spelled out once,
 * when it is first asked for.
 *
 * @returns a function of the lexicon's name. @throws {PhraseError} with the lexicon and the entry
 */
export const lexiconExpander = (context: LexiconContext): ((name: string) => readonly SymbolSequence[]) => {
  const expanded = new Map<string, readonly SymbolSequence[]>()
  const open = new Set<string>()

  const lexicon = (definition: LexiconDefinition): readonly SymbolSequence[] => {
    const known = expanded.get(definition.name)
    if (known !== undefined) return known
    open.add(definition.name)
    const sequences: SymbolSequence[] = []
    for (const [index, text] of definition.entries.entries()) {
      try {
        for (const sequence of entry(text)) sequences.push(sequence)
      } catch (error) {
        if (!(error instanceof PhraseError) || error.lexicon !== undefined) throw error
        throw new PhraseError(error.message, error.offset, {lexicon: definition.name, entry: index})
      }
    }
    open.delete(definition.name)
    expanded.set(definition.name, sequences)
    return sequences
  }

  const entry = (text: string): readonly SymbolSequence[] => {
    const sequences = expand(parsePhrase(text))
    if (sequences.some((sequence) => sequence.length === 0))
      throw new PhraseError('this can match without any word', 0)
    return sequences
  }

  const included = (name: string, offset: number): readonly SymbolSequence[] => {
    if (context.isAnnotator(name))
      throw new PhraseError(`<${name}> is an annotator, which no lexicon can hold`, offset)
    const definition = context.lexicons.get(name)
    if (definition === undefined) {
      throw new PhraseError(
        `there is no lexicon <${name}>${didYouMean(name, context.lexicons.keys())}`,
        offset,
      )
    }
    if (open.has(name)) throw new PhraseError(`<${name}> includes itself`, offset)
    return lexicon(definition)
  }

  const expand = (node: PhraseNode): readonly SymbolSequence[] => {
    switch (node.type) {
      case 'word':
      case 'number':
        return context.symbols(node).map((symbol) => [symbol])
      case 'named':
        return included(node.name, node.offset)
      case 'sequence':
        return node.items.map(expand).reduce((heads, tails) => product(heads, tails, node.offset))
      case 'choice':
        return node.options.flatMap((option) => expand(option))
      case 'optional':
        return [...expand(node.item), []]
      default:
        throw new PhraseError(
          'an entry of a lexicon holds words, alternatives and options alone',
          node.offset,
        )
    }
  }

  return (name) => {
    const definition = context.lexicons.get(name)
    return definition === undefined ? [] : lexicon(definition)
  }
}

const product = (
  heads: readonly SymbolSequence[],
  tails: readonly SymbolSequence[],
  offset: number,
): readonly SymbolSequence[] => {
  if (heads.length * tails.length > mostSequences) {
    throw new PhraseError(`this stands for more than ${mostSequences} spellings`, offset)
  }
  return heads.flatMap((head) => tails.map((tail) => [...head, ...tail]))
}

/**
 * All lexicons in one trie over symbols, as a list of nodes. Node 0 is the root; every other node is reached by one
 * symbol from one parent, which stands before it. The lexicons that end at a node are `ends` from `endStarts[node]` up
 * to the next node's.
 */
export interface TrieNodes {
  readonly parents: Int32Array
  readonly symbols: Int32Array
  readonly endStarts: Int32Array
  readonly ends: Int32Array
}

/** The nodes with what finds a child by its parent and symbol. */
export interface LexiconTrie extends TrieNodes {
  /** Child of the root, by symbol, or 0. */
  readonly roots: Int32Array
  /** The children of `node` stand from `childStarts[node]` up to the next node's, by ascending symbol. */
  readonly childStarts: Int32Array
  readonly children: Int32Array
  readonly childSymbols: Int32Array
}

/** @param lexicons the sequences of each lexicon, by its index */
export const growTrie = (lexicons: readonly (readonly SymbolSequence[])[]): TrieNodes => {
  const parents = [0]
  const symbols = [0]
  const endNodes: number[] = []
  const endLexicons: number[] = []
  /** By node: the last lexicon that ends there. */
  const lastEnd: (number | undefined)[] = []
  const children = new Map<number, number>()

  const childWith = (node: number, symbol: number): number => {
    const edge = node * 0x1000000 + symbol
    const known = children.get(edge)
    if (known !== undefined) return known
    const child = parents.push(node) - 1
    symbols.push(symbol)
    children.set(edge, child)
    return child
  }

  for (let lexicon = 0; lexicon < lexicons.length; lexicon++) {
    for (const sequence of lexicons[lexicon]!) {
      let node = 0
      for (const symbol of sequence) node = childWith(node, symbol)
      if (lastEnd[node] === lexicon) continue
      lastEnd[node] = lexicon
      endNodes.push(node)
      endLexicons.push(lexicon)
    }
  }
  return {
    parents: new Int32Array(parents),
    symbols: new Int32Array(symbols),
    ...groupedEnds(endNodes, endLexicons, parents.length),
  }
}

export const linkTrie = (nodes: TrieNodes, symbolCount: number): LexiconTrie => {
  const {parents, symbols} = nodes
  const count = parents.length
  const childStarts = new Int32Array(count + 1)
  const roots = new Int32Array(symbolCount)
  for (let node = 1; node < count; node++) {
    if (parents[node] === 0) roots[symbols[node]!] = node
    else childStarts[parents[node]! + 1]!++
  }
  for (let node = 0; node < count; node++) childStarts[node + 1]! += childStarts[node]!
  const children = new Int32Array(childStarts[count]!)
  const childSymbols = new Int32Array(children.length)
  const filled = new Int32Array(count)
  for (let node = 1; node < count; node++) {
    const parent = parents[node]!
    if (parent === 0) continue
    // Few nodes have more than a handful of children: each is put where it belongs.
    const first = childStarts[parent]!
    let at = first + filled[parent]!++
    for (; at > first && childSymbols[at - 1]! > symbols[node]!; at--) {
      childSymbols[at] = childSymbols[at - 1]!
      children[at] = children[at - 1]!
    }
    childSymbols[at] = symbols[node]!
    children[at] = node
  }
  return {...nodes, roots, childStarts, children, childSymbols}
}

/** The lexicons that end at each node, node after node: a counting sort. */
const groupedEnds = (endNodes: readonly number[], endLexicons: readonly number[], count: number) => {
  const endStarts = new Int32Array(count + 1)
  for (const node of endNodes) endStarts[node + 1]!++
  for (let node = 0; node < count; node++) endStarts[node + 1]! += endStarts[node]!
  const next = endStarts.slice()
  const ends = new Int32Array(endNodes.length)
  for (let at = 0; at < endNodes.length; at++) ends[next[endNodes[at]!]!++] = endLexicons[at]!
  return {endStarts, ends}
}

/** The child of `node`, which is not the root, by `symbol`, or 0. */
export const childOf = (
  {childStarts, childSymbols, children}: LexiconTrie,
  node: number,
  symbol: number,
): number => {
  let low = childStarts[node]!
  let high = childStarts[node + 1]! - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = childSymbols[middle]!
    if (found === symbol) return children[middle]!
    if (found < symbol) low = middle + 1
    else high = middle - 1
  }
  return 0
}
