import {PlaceFlag} from './instructions.js'
import type {LexiconTrie} from './lexicon.js'
import {childOf} from './lexicon.js'
import type {PlaceStream} from './stream.js'
import {numberSymbol, type Vocabulary} from './vocabulary.js'

/**
 * The entries of all lexicons found in a text: at each place the spans that begin there, by ascending end. Those of
 * `place` stand from `starts[place]` up to `starts[place + 1]`.
 */
export interface SpanLattice {
  readonly starts: Int32Array
  readonly ends: readonly number[]
  readonly names: readonly number[]
}

export const latticeOf = (stream: PlaceStream, trie: LexiconTrie, {beginnings}: Vocabulary): SpanLattice => {
  const starts = new Int32Array(stream.count + 1)
  const ends: number[] = []
  const names: number[] = []

  /** Keeps ascending ends, and each span once: two beginnings of one word can lead to the same end. */
  const add = (first: number, end: number, name: number): void => {
    let at = ends.length
    while (at > first && ends[at - 1]! > end) at--
    for (let same = at - 1; same >= first && ends[same] === end; same--) if (names[same] === name) return
    ends.splice(at, 0, end)
    names.splice(at, 0, name)
  }

  const reach = (node: number, place: number, first: number): void => {
    if (node === 0) return
    for (let at = trie.endStarts[node]!; at < trie.endStarts[node + 1]!; at++)
      add(first, place, trie.ends[at]!)
    if (trie.inner[node] === 1) step(node, place, first)
  }

  const step = (node: number, place: number, first: number): void => {
    const child = (symbol: number): number => (node === 0 ? trie.roots[symbol]! : childOf(trie, node, symbol))
    const word = stream.words[place]!
    if (word !== 0) reach(child(word), place + 1, first)
    const spelling = stream.spellings[place]!
    if (spelling !== 0) reach(child(spelling), place + 1, first)
    for (let symbol = stream.beginnings[place]!; symbol !== 0; symbol = beginnings.shorter[symbol]!) {
      reach(child(symbol), place + 1, first)
    }
    if ((stream.flags[place]! & PlaceFlag.number) !== 0) reach(child(numberSymbol), place + 1, first)
  }

  const hasNumbers = trie.roots[numberSymbol] !== 0
  for (let place = 0; place < stream.count; place++) {
    const first = ends.length
    starts[place] = first
    const word = stream.words[place]!
    const onlyWord = stream.beginnings[place] === 0 && stream.spellings[place] === 0 && !hasNumbers
    if (onlyWord && (word === 0 || trie.roots[word] === 0)) continue
    step(0, place, first)
  }
  starts[stream.count] = ends.length
  return {starts, ends, names}
}
