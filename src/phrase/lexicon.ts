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
 * All lexicons in one trie over symbols, as a list of nodes, level by level. Node 0 is the root. The children of a node
 * stand side by side, by ascending symbol, from `childStarts[node]` up to the next node's; each is reached by its own
 * symbol. The lexicons that end at a node are `ends` from `endStarts[node]` up to the next node's.
 *
 *     side effect │ side effects │ cure        0 ─┬─ cure ────── 1
 *                                                └─ side ────── 2 ─┬─ effect ── 3
 *                                                                  └─ effects ─ 4
 */
export interface TrieNodes {
  readonly childStarts: Int32Array
  readonly symbols: Int32Array
  readonly endStarts: Int32Array
  readonly ends: Int32Array
}

/** The nodes, with the children of the root by their symbols. */
export interface LexiconTrie extends TrieNodes {
  /** Child of the root, by symbol, or 0. */
  readonly roots: Int32Array
}

interface GrowingNode {
  readonly symbol: number
  readonly children: Map<number, GrowingNode>
  /** Lexicons that end here, ascending. */
  readonly ends: number[]
}

/** @param lexicons the sequences of each lexicon, by its index */
export const growTrie = (lexicons: readonly (readonly SymbolSequence[])[]): TrieNodes => {
  const newNode = (symbol: number): GrowingNode => ({symbol, children: new Map(), ends: []})
  const root = newNode(0)
  for (let lexicon = 0; lexicon < lexicons.length; lexicon++) {
    for (const sequence of lexicons[lexicon]!) {
      let node = root
      for (const symbol of sequence) {
        const known = node.children.get(symbol)
        const child = known ?? newNode(symbol)
        if (known === undefined) node.children.set(symbol, child)
        node = child
      }
      if (node.ends.at(-1) !== lexicon) node.ends.push(lexicon)
    }
  }
  const nodes = [root]
  const childStarts: number[] = []
  const endStarts: number[] = []
  const ends: number[] = []
  // The list grows by the children of each of its nodes.
  for (const node of nodes) {
    childStarts.push(nodes.length)
    nodes.push(...[...node.children.values()].sort((a, b) => a.symbol - b.symbol))
    endStarts.push(ends.length)
    ends.push(...node.ends)
  }
  return {
    childStarts: new Int32Array([...childStarts, nodes.length]),
    symbols: Int32Array.from(nodes, ({symbol}) => symbol),
    endStarts: new Int32Array([...endStarts, ends.length]),
    ends: new Int32Array(ends),
  }
}

export const linkTrie = (nodes: TrieNodes, symbolCount: number): LexiconTrie => {
  const {childStarts, symbols} = nodes
  const roots = new Int32Array(symbolCount)
  for (let child = childStarts[0]!; child < childStarts[1]!; child++) roots[symbols[child]!] = child
  return {...nodes, roots}
}

/** The child of `node`, which is not the root, by `symbol`, or 0. */
export const childOf = ({childStarts, symbols}: LexiconTrie, node: number, symbol: number): number => {
  let low = childStarts[node]!
  let high = childStarts[node + 1]! - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = symbols[middle]!
    if (found === symbol) return middle
    if (found < symbol) low = middle + 1
    else high = middle - 1
  }
  return 0
}
