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

/** The lattice while it is filled. Functions of it stand outside: made anew for each text, they would be compiled anew. */
interface Filling {
  readonly stream: PlaceStream
  readonly trie: LexiconTrie
  readonly shorter: Int32Array
  readonly ends: number[]
  readonly names: number[]
  /** Where the spans of the place that is looked at begin. */
  first: number
}

export const latticeOf = (stream: PlaceStream, trie: LexiconTrie, {beginnings}: Vocabulary): SpanLattice => {
  const {count, words, beginnings: begun, spellings, flags} = stream
  const {roots, childStarts, endStarts} = trie
  const starts = new Int32Array(count + 1)
  const lattice: Filling = {stream, trie, shorter: beginnings.shorter, ends: [], names: [], first: 0}
  const {ends, names} = lattice
  const number = roots[numberSymbol] === 0 ? 0 : PlaceFlag.number
  for (let place = 0; place < count; place++) {
    const first = ends.length
    starts[place] = first
    lattice.first = first
    if (begun[place] !== 0 || spellings[place] !== 0 || (flags[place]! & number) !== 0) {
      step(lattice, 0, place)
      continue
    }
    const node = roots[words[place]!]!
    if (node === 0) continue
    // Nearly every entry is one word, found in one way.
    for (let at = endStarts[node]!; at < endStarts[node + 1]!; at++) {
      ends.push(place + 1)
      names.push(trie.ends[at]!)
    }
    if (childStarts[node] !== childStarts[node + 1]) step(lattice, node, place + 1)
  }
  starts[count] = ends.length
  return {starts, ends, names}
}

/** Keeps ascending ends, and each span once: two beginnings of one word can lead to the same end. */
const add = ({ends, names, first}: Filling, end: number, name: number): void => {
  let at = ends.length
  while (at > first && ends[at - 1]! > end) at--
  for (let same = at - 1; same >= first && ends[same] === end; same--) if (names[same] === name) return
  ends.push(end)
  names.push(name)
  for (let later = ends.length - 1; later > at; later--) {
    ends[later] = ends[later - 1]!
    names[later] = names[later - 1]!
    ends[later - 1] = end
    names[later - 1] = name
  }
}

const reach = (lattice: Filling, node: number, place: number): void => {
  if (node === 0) return
  const {trie} = lattice
  for (let at = trie.endStarts[node]!; at < trie.endStarts[node + 1]!; at++)
    add(lattice, place, trie.ends[at]!)
  if (trie.childStarts[node] !== trie.childStarts[node + 1]) step(lattice, node, place)
}

const step = (lattice: Filling, node: number, place: number): void => {
  const {stream, trie, shorter} = lattice
  const word = stream.words[place]!
  if (word !== 0) reach(lattice, child(trie, node, word), place + 1)
  const spelling = stream.spellings[place]!
  if (spelling !== 0) reach(lattice, child(trie, node, spelling), place + 1)
  for (let symbol = stream.beginnings[place]!; symbol !== 0; symbol = shorter[symbol]!)
    reach(lattice, child(trie, node, symbol), place + 1)
  if ((stream.flags[place]! & PlaceFlag.number) !== 0)
    reach(lattice, child(trie, node, numberSymbol), place + 1)
}

const child = (trie: LexiconTrie, node: number, symbol: number): number =>
  node === 0 ? trie.roots[symbol]! : childOf(trie, node, symbol)
