import type {Annotation} from './annotations.js'
import {PlaceFlag} from './instructions.js'
import type {PhraseProgram} from './link.js'
import {pushRow, type Scratch} from './scratch.js'
import {mayStandIn, setBit, staysInSentence, wordsOfBits} from './sentence-filter.js'
import type {SpanLattice} from './spans.js'
import type {PlaceStream} from './stream.js'
import {numberSymbol} from './vocabulary.js'

/**
 * Where anchors occur, as words or entries of lexicons; annotators are not run for this. The places of a symbol or name
 * are a chain of links, and a phrase has a list of the chains of its anchor: a word that occurs often costs its
 * occurrences once, however many phrases it anchors. Link 0 and chain 0 are none.
 */
export interface Anchors {
  /** By link, three in a row: its place, where the bits of its sentence begin, the next link of its chain. */
  readonly links: Int32Array
  /** By phrase: the first entry of its list of chains. */
  readonly listOf: Int32Array
  /** By entry of a list, two in a row: the first link of its chain, the next entry. */
  readonly lists: Int32Array
  /**
   * By place of a key: 1 where a word of the anchor of one of its phrases occurs, or where an annotator anchors one:
   * whether it finds anything is only known when it has run.
   */
  readonly live: Uint8Array
  /** What each sentence has, the last one first; see `setBit`. */
  readonly bits: Int32Array
}

export const anchorsIn = (program: PhraseProgram, stream: PlaceStream, lattice: SpanLattice): Anchors => {
  const {anchoredBySymbol, anchoredByName, keysOf, vocabulary, scratch} = program
  const {heads, links, met} = scratch
  links.count = 1
  met.length = 0
  const {shorter} = vocabulary.beginnings
  const {count, words, spellings, beginnings, flags} = stream
  const {starts, names} = lattice
  const bySymbol = anchoredBySymbol.starts
  const byName = anchoredByName.starts
  const bits = new Int32Array(sentencesOf(stream) * wordsOfBits)
  let from = -wordsOfBits
  // From the end, so that chains ascend.
  for (let place = count - 1; place >= 0; place--) {
    const flag = flags[place]!
    if ((flag & PlaceFlag.border) !== 0) from += wordsOfBits
    const word = words[place]!
    if (word !== 0) {
      setBit(bits, from, word)
      if (bySymbol[word] !== bySymbol[word + 1]) link(scratch, word, place, from)
    }
    const spelling = spellings[place]!
    if (spelling !== 0) {
      setBit(bits, from, spelling)
      if (bySymbol[spelling] !== bySymbol[spelling + 1]) link(scratch, spelling, place, from)
    }
    for (let beginning = beginnings[place]!; beginning !== 0; beginning = shorter[beginning]!) {
      setBit(bits, from, beginning)
      if (bySymbol[beginning] !== bySymbol[beginning + 1]) link(scratch, beginning, place, from)
    }
    if ((flag & PlaceFlag.number) !== 0) {
      setBit(bits, from, numberSymbol)
      link(scratch, numberSymbol, place, from)
    }
    const last = starts[place + 1]!
    for (let at = starts[place]!; at < last; at++) {
      const member = vocabulary.size + names[at]!
      setBit(bits, from, member)
      if (byName[names[at]!] !== byName[names[at]! + 1]) link(scratch, member, place, from)
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
      listOf[phrase] = pushRow(lists, chain, others)
      if (others !== 0) continue
      for (let key = keysOf.starts[phrase]!; key < keysOf.starts[phrase + 1]!; key++)
        live[keysOf.values[key]!] = 1
    }
  }
  return {
    links: links.values.slice(0, links.count),
    listOf,
    lists: lists.values.slice(0, lists.count),
    live,
    bits,
  }
}

const sentencesOf = ({count, flags}: PlaceStream): number => {
  let sentences = 0
  for (let place = 0; place < count; place++) if ((flags[place]! & PlaceFlag.border) !== 0) sentences++
  return sentences
}

const link = ({heads, links, met}: Scratch, member: number, place: number, sentence: number): void => {
  const head = heads[member]!
  if (head === 0) met.push(member)
  else if (links.values[head] === place) return
  heads[member] = pushRow(links, place, sentence, head)
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
  {links, listOf, lists, bits}: Anchors,
  annotations: (index: number) => Annotation,
): number => {
  const {scratch, readable} = program
  const first = program.entries[index]!
  const isFiltered = isInSentence(program, index)
  scratch.count = 0
  let sources = 0
  for (let entry = listOf[index]!; entry !== 0; entry = lists[entry + 1]!) {
    sources++
    let sentence = -1
    let isPossible = true
    for (let at = lists[entry]!; at !== 0; at = links[at + 2]!) {
      if (isFiltered && links[at + 1] !== sentence) {
        sentence = links[at + 1]!
        isPossible = mayStandIn(readable, first, -1, bits, sentence)
      }
      if (isPossible) keepPlace(scratch, links[at]!)
    }
  }
  if (program.isAnnotated[index] === 1)
    for (const name of program.phrases[index]!.anchor.named) {
      if (name < readable.lexiconCount) continue
      sources++
      for (const place of annotations(name).endsAt.keys()) keepPlace(scratch, place)
    }
  if (sources > 1 && scratch.count > 1) scratch.places.subarray(0, scratch.count).sort()
  return scratch.count
}

const isInSentence = ({scratch, readable, entries}: PhraseProgram, index: number): boolean => {
  const {inSentence} = scratch
  if (inSentence[index] === 0) inSentence[index] = staysInSentence(readable, entries[index]!) ? 1 : 2
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
