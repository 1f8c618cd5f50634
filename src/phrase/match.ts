import {groupOf, type Reading} from '../language/reading.js'
import {type Stopwatch, timed, timedCalls} from '../stopwatch.js'
import type {Anchor} from './anchor.js'
import {type Annotation, annotationsOf} from './annotations.js'
import {PlaceFlag} from './instructions.js'
import type {KeyPhrases, Pairs, PhraseProgram, Scratch} from './link.js'
import type {MachineInput, PlaceMatch, StepCounter} from './machine.js'
import {hasNeeds, needsOf} from './needs.js'
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
  const {scratch} = program
  const found = new Map<KeyPhrases, readonly PhraseMatch[]>()

  const run = (index: number): readonly PhraseMatch[] => {
    const phrase = program.phrases[index]!
    if (anchors !== undefined && !mayMatch(program, index, anchors)) return nothing
    if (anchors !== undefined && anchorPlaces(program, index, anchors, annotations) === 0) return nothing
    scratch.machine.load(phrase, input, steps)
    if (anchors === undefined) {
      // One place, behind which every other is tried.
      scratch.places[0] = 0
      scratch.count = 1
    }
    const range = anchors === undefined ? {least: 1 - stream.count, most: 0} : phrase.anchor
    const matches = matchesIn(scratch, range)
    return matches.length === 0
      ? nothing
      : matches.map((match) => matchOf(reading, stream, phrase.key, match))
  }

  const findAll = timedCalls(stopwatch, 'match', ({indices}: KeyPhrases): readonly PhraseMatch[] =>
    indices.length === 1
      ? run(indices[0]!)
      : indices.flatMap(run).sort((a, b) => a.from - b.from || a.to - b.to),
  )

  const matchesOf = (key: KeyPhrases): readonly PhraseMatch[] => {
    const known = found.get(key)
    if (known !== undefined) return known
    const matches = findAll(key)
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
  const known = scratch.asked.get(keys)
  if (known !== undefined) return known
  const list = keys.flatMap((key) => phrasesOf.get(key) ?? [])
  scratch.asked.set(keys, list)
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
 * occurrences once, however many phrases it anchors. Link 0 and chain 0 are none.
 */
interface Anchors {
  /** By link: its place, and the next link of its chain. */
  readonly places: Int32Array
  readonly nextLink: Int32Array
  /** By phrase: the first entry of its list of chains. */
  readonly listOf: Int32Array
  /** By entry of a list: the first link of its chain, and the next entry. */
  readonly chains: Int32Array
  readonly nextChain: Int32Array
  /** By symbol, then by name: 1 where the text has it. */
  readonly present: Uint8Array
}

const anchorsIn = (program: PhraseProgram, stream: PlaceStream, lattice: SpanLattice): Anchors => {
  const {anchoredBySymbol, anchoredByName, vocabulary, scratch} = program
  const {heads, links, met} = scratch
  const present = new Uint8Array(heads.length)
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
    present[word] = 1
    if (bySymbol[word] !== bySymbol[word + 1]) link(scratch, word, place)
    const spelling = spellings[place]!
    if (spelling !== 0) {
      present[spelling] = 1
      if (bySymbol[spelling] !== bySymbol[spelling + 1]) link(scratch, spelling, place)
    }
    for (let beginning = beginnings[place]!; beginning !== 0; beginning = shorter[beginning]!) {
      present[beginning] = 1
      if (bySymbol[beginning] !== bySymbol[beginning + 1]) link(scratch, beginning, place)
    }
    if ((flags[place]! & PlaceFlag.number) !== 0) {
      present[numberSymbol] = 1
      link(scratch, numberSymbol, place)
    }
    const last = starts[place + 1]!
    for (let at = starts[place]!; at < last; at++) {
      const name = names[at]!
      present[vocabulary.size + name] = 1
      if (byName[name] !== byName[name + 1]) link(scratch, vocabulary.size + name, place)
    }
  }
  const listOf = new Int32Array(program.phrases.length)
  const {lists} = scratch
  lists.count = 1
  for (const member of met) {
    const chain = heads[member]!
    heads[member] = 0
    const {starts: first, values} = member < vocabulary.size ? anchoredBySymbol : anchoredByName
    const index = member < vocabulary.size ? member : member - vocabulary.size
    for (let at = first[index]!; at < first[index + 1]!; at++) {
      const phrase = values[at]!
      listOf[phrase] = pushPair(lists, chain, listOf[phrase]!)
    }
  }
  return {
    places: links.first.slice(0, links.count),
    nextLink: links.second.slice(0, links.count),
    listOf,
    chains: lists.first.slice(0, lists.count),
    nextChain: lists.second.slice(0, lists.count),
    present,
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

/** Whether the text has all that a phrase needs; its anchor is only part of that. */
const mayMatch = (program: PhraseProgram, index: number, {present}: Anchors): boolean => {
  const {code, sets, vocabulary, lexiconCount, scratch} = program
  let needs = scratch.needs[index]
  if (needs === undefined) {
    needs = needsOf(code, sets, program.phrases[index]!.entry)
    scratch.needs[index] = needs
  }
  return hasNeeds(needs, {code, sets, symbolCount: vocabulary.size, lexiconCount}, present)
}

/**
 * All places of a phrase's anchor, ascending, in the program's scratch; some may stand there twice.
 *
 * @returns how many there are
 */
const anchorPlaces = (
  program: PhraseProgram,
  index: number,
  {places, nextLink, listOf, chains, nextChain}: Anchors,
  annotations: (index: number) => Annotation,
): number => {
  const {scratch, lexiconCount} = program
  scratch.count = 0
  let sources = 0
  for (let entry = listOf[index]!; entry !== 0; entry = nextChain[entry]!) {
    sources++
    for (let at = chains[entry]!; at !== 0; at = nextLink[at]!) keepPlace(scratch, places[at]!)
  }
  for (const name of program.phrases[index]!.anchor.named) {
    if (name < lexiconCount) continue
    sources++
    for (const place of annotations(name).endsAt.keys()) keepPlace(scratch, place)
  }
  if (sources > 1) scratch.places.subarray(0, scratch.count).sort()
  return scratch.count
}

const keepPlace = (scratch: Scratch, place: number): void => {
  if (scratch.count === scratch.places.length) {
    const grown = new Int32Array(scratch.count * 2)
    grown.set(scratch.places)
    scratch.places = grown
  }
  scratch.places[scratch.count++] = place
}

/** The matches of the phrase that is loaded, whose anchor stands at the places in the scratch. */
const matchesIn = (
  {machine, places, count}: Scratch,
  {least, most}: Pick<Anchor, 'least' | 'most'>,
): readonly PlaceMatch[] => {
  let matches: PlaceMatch[] | undefined
  let next = 0
  for (let index = 0; index < count; index++) {
    const place = places[index]!
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
