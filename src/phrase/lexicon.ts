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
 * Every spelling of every entry, lexicons named in entries included.
 *
 * @throws {PhraseError} with the lexicon and the entry
 */
export const expandLexicons = (context: LexiconContext): ReadonlyMap<string, readonly SymbolSequence[]> => {
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

  for (const definition of context.lexicons.values()) lexicon(definition)
  return expanded
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
 * All lexicons in one trie over symbols. Node 0 is the root; the children of a node are `symbols` and `nodes` from
 * `childStarts[node]` up to the next node's, ascending by symbol; the lexicons that end at it are `ends` in the same way.
 */
export interface LexiconTrie {
  /** Child of the root, by symbol, or 0. */
  readonly roots: Int32Array
  readonly childStarts: Int32Array
  readonly symbols: Int32Array
  readonly nodes: Int32Array
  readonly endStarts: Int32Array
  readonly ends: Int32Array
}

/** Most nodes are leaves, and most others end nothing. */
interface Growing {
  children: Map<number, number> | undefined
  lexicons: number[] | undefined
}

const leaf = (): Growing => ({children: undefined, lexicons: undefined})

/** @param lexicons the sequences of each lexicon, by its index */
export const buildTrie = (
  lexicons: readonly (readonly SymbolSequence[])[],
  symbolCount: number,
): LexiconTrie => {
  const growing: Growing[] = [leaf()]
  for (const [lexicon, sequences] of lexicons.entries()) {
    for (const sequence of sequences) {
      let node = 0
      for (const symbol of sequence) {
        const parent = growing[node]!
        const children = parent.children ?? new Map<number, number>()
        parent.children = children
        let child = children.get(symbol)
        if (child === undefined) {
          child = growing.push(leaf()) - 1
          children.set(symbol, child)
        }
        node = child
      }
      const {lexicons} = growing[node]!
      if (lexicons === undefined) growing[node]!.lexicons = [lexicon]
      else if (lexicons.at(-1) !== lexicon) lexicons.push(lexicon)
    }
  }
  return flatten(growing, symbolCount)
}

const none: readonly never[] = []

const flatten = (growing: readonly Growing[], symbolCount: number): LexiconTrie => {
  const roots = new Int32Array(symbolCount)
  const childStarts = new Int32Array(growing.length + 1)
  const endStarts = new Int32Array(growing.length + 1)
  const symbols = new Int32Array(growing.length - 1)
  const nodes = new Int32Array(growing.length - 1)
  const ends: number[] = []
  let at = 0
  for (const [index, {children, lexicons}] of growing.entries()) {
    const sorted = children === undefined ? none : Array.from(children).sort((a, b) => a[0] - b[0])
    for (const [symbol, child] of sorted) {
      if (index === 0) roots[symbol] = child
      symbols[at] = symbol
      nodes[at++] = child
    }
    for (const lexicon of lexicons ?? none) ends.push(lexicon)
    childStarts[index + 1] = at
    endStarts[index + 1] = ends.length
  }
  return {roots, childStarts, symbols, nodes, endStarts, ends: new Int32Array(ends)}
}

/** The child of `node` by `symbol`, or 0. */
export const childOf = ({childStarts, symbols, nodes}: LexiconTrie, node: number, symbol: number): number => {
  let low = childStarts[node]!
  let high = childStarts[node + 1]! - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = symbols[middle]!
    if (found === symbol) return nodes[middle]!
    if (found < symbol) low = middle + 1
    else high = middle - 1
  }
  return 0
}
