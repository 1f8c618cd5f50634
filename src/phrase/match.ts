import {groupOf, type Reading} from '../language/reading.js'
import {type Stopwatch, timed} from '../stopwatch.js'
import type {Anchor} from './anchor.js'
import {type Annotation, annotationsOf} from './annotations.js'
import {PlaceFlag} from './instructions.js'
import type {KeyPhrases, Lists, PhraseProgram} from './link.js'
import type {Machine, MachineInput, PlaceMatch, StepCounter} from './machine.js'
import type {PhraseMatch} from './phrase.js'
import type {SpanLattice} from './spans.js'
import {latticeOf} from './spans.js'
import type {PlaceStream} from './stream.js'
import {streamOf} from './stream.js'
import {numberSymbol} from './vocabulary.js'

/** All that the phrases of a program found in one reading. Each is worked out when it is first asked for. */
export interface PhraseMatches {
  /** Matches of the phrases with this key, ascending; those of one phrase do not overlap. None for an unknown key. */
  readonly of: (key: string) => readonly PhraseMatch[]
  /** Those of several keys, key after key. A list that is asked for again and again, as one object, is looked up once. */
  readonly ofAll: (keys: readonly string[]) => readonly PhraseMatch[]
}

export interface MatchOptions {
  /** `false` tries every phrase at every place, which gives the same matches. */
  readonly prefilter?: boolean
  readonly steps?: StepCounter
  readonly stopwatch?: Stopwatch | undefined
}

const nothing: readonly never[] = []

/** Finds all matches of all phrases of a program in a reading, in time linear in its length. */
export const matchPhrases = (
  program: PhraseProgram,
  reading: Reading,
  {prefilter = true, steps, stopwatch}: MatchOptions = {},
): PhraseMatches => {
  const stream = streamOf(reading, program.vocabulary)
  const lattice = latticeOf(stream, program.trie, program.vocabulary)
  const annotations = annotationsOf(program, reading, stream)
  const anchors = prefilter ? anchorsIn(program, stream, lattice) : undefined
  const input: MachineInput = {stream, lattice, annotations}
  const {machine} = program.scratch
  const found = new Map<KeyPhrases, readonly PhraseMatch[]>()

  const run = (index: number): readonly PhraseMatch[] => {
    const phrase = program.phrases[index]!
    const places = anchors === undefined ? undefined : anchorPlaces(program, index, anchors, annotations)
    if (places?.length === 0) return nothing
    machine.load(phrase, input, steps)
    const matches =
      places === undefined
        ? matchesIn(machine, [0], {least: 1 - stream.count, most: 0})
        : matchesIn(machine, places, phrase.anchor)
    return matches.length === 0
      ? nothing
      : matches.map((match) => matchOf(reading, stream, phrase.key, match))
  }

  const matchesOf = (key: KeyPhrases): readonly PhraseMatch[] => {
    const known = found.get(key)
    if (known !== undefined) return known
    const lists = timed(stopwatch, 'match', () => key.indices.map(run))
    const matches =
      lists.length === 1 ? lists[0]! : lists.flat().sort((a, b) => a.from - b.from || a.to - b.to)
    found.set(key, matches)
    return matches
  }

  const ofAll = (keys: readonly string[]): readonly PhraseMatch[] => {
    let all: readonly PhraseMatch[] = nothing
    for (const key of phrasesOfKeys(program, keys)) {
      // Most are asked for in vain: their anchors do not occur.
      if (anchors !== undefined && !key.annotated && !occurs(anchors, key)) continue
      const matches = matchesOf(key)
      if (matches.length > 0) all = all.length === 0 ? matches : [...all, ...matches]
    }
    return all
  }
  return {of: (key) => ofAll([key]), ofAll}
}

const occurs = ({listOf}: Anchors, {indices}: KeyPhrases): boolean => {
  for (const index of indices) if (listOf[index] !== 0) return true
  return false
}

const phrasesOfKeys = (
  {phrasesOf, scratch}: PhraseProgram,
  keys: readonly string[],
): readonly KeyPhrases[] => {
  const known = scratch.lists.get(keys)
  if (known !== undefined) return known
  const list = keys.flatMap((key) => phrasesOf.get(key) ?? [])
  scratch.lists.set(keys, list)
  return list
}

/** The matches of several programs, whose keys differ. */
export const matchAll = (
  programs: readonly PhraseProgram[],
  reading: Reading,
  stopwatch?: Stopwatch,
): PhraseMatches => {
  const all = timed(stopwatch, 'match', () =>
    programs.map((program) => matchPhrases(program, reading, {stopwatch})),
  )
  const [only] = all
  if (only !== undefined && all.length === 1) return only
  const ofAll = (keys: readonly string[]): readonly PhraseMatch[] =>
    all.flatMap((matches) => matches.ofAll(keys))
  return {of: (key) => ofAll([key]), ofAll}
}

/**
 * Where anchors occur, as words or entries of lexicons; annotators are not run for this. The places of a symbol or name
 * are a chain of links, and a phrase has a list of the chains of its anchor: a word that occurs often costs its
 * occurrences once, however many phrases it anchors.
 */
interface Anchors {
  /** By link: its place, and the next link of its chain or 0. Link 0 is none. */
  readonly places: readonly number[]
  readonly next: readonly number[]
  /** By phrase: its list of chains, or 0. */
  readonly listOf: Int32Array
  /** By list: the first links of its chains. */
  readonly lists: readonly (readonly number[])[]
}

/** Anchors while they are filled. */
interface Finding extends Anchors {
  readonly places: number[]
  readonly next: number[]
  readonly lists: number[][]
  /** By symbol, then by name: the first link of its chain. */
  readonly heads: Int32Array
  /** Symbols and names that have a chain. */
  readonly met: number[]
}

const anchorsIn = (program: PhraseProgram, stream: PlaceStream, lattice: SpanLattice): Anchors => {
  const {anchoredBySymbol, anchoredByName, vocabulary, scratch} = program
  const {heads} = scratch
  const anchors: Finding = {
    places: [0],
    next: [0],
    listOf: new Int32Array(program.phrases.length),
    lists: [[]],
    heads,
    met: [],
  }
  const bySymbol = anchoredBySymbol.starts
  const byName = anchoredByName.starts
  const {shorter} = vocabulary.beginnings
  const {words, spellings, beginnings, flags} = stream
  // From the end, so that chains ascend.
  for (let place = stream.count - 1; place >= 0; place--) {
    const word = words[place]!
    if (bySymbol[word] !== bySymbol[word + 1]) link(anchors, word, place)
    const spelling = spellings[place]!
    if (bySymbol[spelling] !== bySymbol[spelling + 1]) link(anchors, spelling, place)
    for (let beginning = beginnings[place]!; beginning !== 0; beginning = shorter[beginning]!)
      if (bySymbol[beginning] !== bySymbol[beginning + 1]) link(anchors, beginning, place)
    if ((flags[place]! & PlaceFlag.number) !== 0) link(anchors, numberSymbol, place)
    const last = lattice.starts[place + 1]!
    for (let at = lattice.starts[place]!; at < last; at++) {
      const name = lattice.names[at]!
      if (byName[name] !== byName[name + 1]) link(anchors, vocabulary.size + name, place)
    }
  }
  for (const member of anchors.met) {
    const chain = heads[member]!
    heads[member] = 0
    if (member < vocabulary.size) listChain(anchors, anchoredBySymbol, member, chain)
    else listChain(anchors, anchoredByName, member - vocabulary.size, chain)
  }
  return anchors
}

const link = ({heads, met, places, next}: Finding, member: number, place: number): void => {
  const head = heads[member]!
  if (head === 0) met.push(member)
  else if (places[head] === place) return
  heads[member] = places.length
  places.push(place)
  next.push(head)
}

/** Gives a chain to every phrase that its symbol or name anchors. */
const listChain = (
  {listOf, lists}: Finding,
  {starts, values}: Lists,
  member: number,
  chain: number,
): void => {
  for (let at = starts[member]!; at < starts[member + 1]!; at++) {
    const phrase = values[at]!
    const list = listOf[phrase]!
    if (list === 0) listOf[phrase] = lists.push([chain]) - 1
    else lists[list]!.push(chain)
  }
}

/** All places of a phrase's anchor, ascending. */
const anchorPlaces = (
  program: PhraseProgram,
  index: number,
  {places, next, listOf, lists}: Anchors,
  annotations: (index: number) => Annotation,
): readonly number[] => {
  const chains = lists[listOf[index]!]!
  const {named} = program.phrases[index]!.anchor
  const found: number[] = []
  for (const chain of chains) for (let at = chain; at !== 0; at = next[at]!) found.push(places[at]!)
  let sources = chains.length
  for (const name of named) {
    if (name < program.lexiconCount) continue
    sources++
    for (const place of annotations(name).endsAt.keys()) found.push(place)
  }
  return sources === 1 ? found : found.sort((a, b) => a - b)
}

/** The matches of the phrase that is loaded, whose anchor stands at these places. */
const matchesIn = (
  machine: Machine,
  places: readonly number[],
  {least, most}: Pick<Anchor, 'least' | 'most'>,
): readonly PlaceMatch[] => {
  let matches: PlaceMatch[] | undefined
  let next = 0
  for (const place of places) {
    let start = Math.max(next, place - most)
    const last = place - least
    while (start <= last) {
      const match = machine.matchAt(start)
      if (match === undefined) start++
      else {
        if (matches === undefined) matches = [match]
        else matches.push(match)
        start = match.end
      }
    }
    next = start
  }
  return matches ?? []
}

/** Tokens of `[start, end)` places; a border at an edge belongs to no token. */
const tokensOf = (stream: PlaceStream, start: number, end: number) => {
  let first = start
  while (first < end - 1 && (stream.flags[first]! & PlaceFlag.border) !== 0) first++
  let last = end - 1
  while (last > first && (stream.flags[last]! & PlaceFlag.border) !== 0) last--
  return {from: stream.tokens[first]!, to: stream.tokens[last]! + 1}
}

const matchOf = (
  reading: Reading,
  stream: PlaceStream,
  key: string,
  {start, end, open, close}: PlaceMatch,
): PhraseMatch => {
  const {starts, ends} = reading.tokens
  const {from, to} = tokensOf(stream, start, end)
  const isUnderlined = open >= 0 && close > open
  const part = isUnderlined ? tokensOf(stream, open, close) : {from, to}
  return {
    key,
    start: starts[part.from]!,
    end: ends[part.to - 1]!,
    from,
    to,
    sentence: groupOf(reading.sentenceStarts, part.from),
  }
}
