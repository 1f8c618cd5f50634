import type {Annotation} from './annotations.js'
import {PlaceFlag} from './instructions.js'
import type {PhraseProgram} from './link.js'
import type {Pairs, Scratch} from './scratch.js'
import {filterOf, mayStandIn, type SentenceFilter, staysInSentence} from './sentence-filter.js'
import type {SpanLattice} from './spans.js'
import type {PlaceStream} from './stream.js'
import {numberSymbol} from './vocabulary.js'

/**
 * Where anchors occur, as words or entries of lexicons; annotators are not run for this. The places of a symbol or name
 * are a chain of links, and a phrase has a list of the chains of its anchor: a word that occurs often costs its
 * occurrences once, however many phrases it anchors. Link 0 and chain 0 are none.
 */
export interface Anchors {
  /** By link: its place, and the next link of its chain. */
  readonly places: Int32Array
  readonly nextLink: Int32Array
  /** By phrase: the first entry of its list of chains. */
  readonly listOf: Int32Array
  /** By entry of a list: the first link of its chain, and the next entry. */
  readonly chains: Int32Array
  readonly nextChain: Int32Array
  /**
   * By place of a key: 1 where a word of the anchor of one of its phrases occurs, or where an annotator anchors one:
   * whether it finds anything is only known when it has run.
   */
  readonly live: Uint8Array
  readonly sentences: SentenceFilter
}

export const anchorsIn = (program: PhraseProgram, stream: PlaceStream, lattice: SpanLattice): Anchors => {
  const {anchoredBySymbol, anchoredByName, keysOf, vocabulary, scratch} = program
  const {heads, links, met} = scratch
  links.count = 1
  met.length = 0
  const {shorter} = vocabulary.beginnings
  const {words, spellings, beginnings, flags} = stream
  const {starts, names} = lattice
  const bySymbol = anchoredBySymbol.starts
  const byName = anchoredByName.starts
  // From the end, so that chains ascend.
  for (let place = stream.count - 1; place >= 0; place--) {
    const word = words[place]!
    if (bySymbol[word] !== bySymbol[word + 1]) link(scratch, word, place)
    const spelling = spellings[place]!
    if (spelling !== 0) {
      if (bySymbol[spelling] !== bySymbol[spelling + 1]) link(scratch, spelling, place)
    }
    for (let beginning = beginnings[place]!; beginning !== 0; beginning = shorter[beginning]!) {
      if (bySymbol[beginning] !== bySymbol[beginning + 1]) link(scratch, beginning, place)
    }
    if ((flags[place]! & PlaceFlag.number) !== 0) {
      link(scratch, numberSymbol, place)
    }
    const last = starts[place + 1]!
    for (let at = starts[place]!; at < last; at++) {
      const name = names[at]!
      if (byName[name] !== byName[name + 1]) link(scratch, vocabulary.size + name, place)
    }
  }
  const listOf = new Int32Array(program.phrases.length)
  const live = program.annotatedKeys.slice()
  const {lists} = scratch
  lists.count = 1
  for (const member of met) {
    const chain = heads[member]!
    heads[member] = 0
    const {starts: first, values} = member < vocabulary.size ? anchoredBySymbol : anchoredByName
    const index = member < vocabulary.size ? member : member - vocabulary.size
    for (let at = first[index]!; at < first[index + 1]!; at++) {
      const phrase = values[at]!
      const others = listOf[phrase]!
      listOf[phrase] = pushPair(lists, chain, others)
      if (others !== 0) continue
      for (let key = keysOf.starts[phrase]!; key < keysOf.starts[phrase + 1]!; key++)
        live[keysOf.values[key]!] = 1
    }
  }
  return {
    places: links.first.slice(0, links.count),
    nextLink: links.second.slice(0, links.count),
    listOf,
    chains: lists.first.slice(0, lists.count),
    nextChain: lists.second.slice(0, lists.count),
    live,
    sentences: filterOf(stream, lattice, vocabulary),
  }
}

const link = ({heads, links, met}: Scratch, member: number, place: number): void => {
  const head = heads[member]!
  if (head === 0) met.push(member)
  else if (links.first[head] === place) return
  heads[member] = pushPair(links, place, head)
}

/** @returns where the pair stands */
const pushPair = (pairs: Pairs, first: number, second: number): number => {
  const at = pairs.count++
  if (at === pairs.first.length) {
    const grown = {first: new Int32Array(at * 2), second: new Int32Array(at * 2)}
    grown.first.set(pairs.first)
    grown.second.set(pairs.second)
    Object.assign(pairs, grown)
  }
  pairs.first[at] = first
  pairs.second[at] = second
  return at
}

/**
 * The places of a phrase's anchor in the sentences that the phrase may stand in, ascending, in the program's scratch; some
 * may stand there twice.
 *
 * @returns how many there are
 */
export const anchorPlaces = (
  program: PhraseProgram,
  index: number,
  {places, nextLink, listOf, chains, nextChain, sentences}: Anchors,
  annotations: (index: number) => Annotation,
): number => {
  const {scratch, readable} = program
  const {entry: first, anchor} = program.phrases[index]!
  const {bitsAt, bits} = sentences
  const isFiltered = isInSentence(program, index)
  scratch.count = 0
  let sources = 0
  for (let entry = listOf[index]!; entry !== 0; entry = nextChain[entry]!) {
    sources++
    let sentence = -1
    let isPossible = true
    for (let at = chains[entry]!; at !== 0; at = nextLink[at]!) {
      const place = places[at]!
      if (isFiltered && bitsAt[place] !== sentence) {
        sentence = bitsAt[place]!
        isPossible = mayStandIn(readable, first, -1, bits, sentence)
      }
      if (isPossible) keepPlace(scratch, place)
    }
  }
  for (const name of anchor.named) {
    if (name < readable.lexiconCount) continue
    sources++
    for (const place of annotations(name).endsAt.keys()) keepPlace(scratch, place)
  }
  if (sources > 1 && scratch.count > 1) scratch.places.subarray(0, scratch.count).sort()
  return scratch.count
}

const isInSentence = ({scratch, readable, phrases}: PhraseProgram, index: number): boolean => {
  const {inSentence} = scratch
  if (inSentence[index] === 0) inSentence[index] = staysInSentence(readable, phrases[index]!.entry) ? 1 : 2
  return inSentence[index] === 1
}

const keepPlace = (scratch: Scratch, place: number): void => {
  if (scratch.count === scratch.places.length) {
    const grown = new Int32Array(scratch.count * 2)
    grown.set(scratch.places)
    scratch.places = grown
  }
  scratch.places[scratch.count++] = place
}
