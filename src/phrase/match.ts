import {groupOf, type Reading} from '../language/reading.js'
import {type Annotation, annotationsOf} from './annotations.js'
import type {CompiledPhrase} from './compile.js'
import {PlaceFlag} from './instructions.js'
import type {Lists, PhraseProgram} from './link.js'
import type {Machine, PlaceMatch, SpanEnds, StepCounter} from './machine.js'
import {createMachine} from './machine.js'
import type {PhraseMatch} from './phrase.js'
import type {SpanLattice} from './spans.js'
import {latticeOf} from './spans.js'
import type {PlaceStream} from './stream.js'
import {streamOf} from './stream.js'

/** All that the phrases of a program found in one reading. Each is worked out when it is first asked for. */
export interface PhraseMatches {
  /** Matches of the phrases with this key, ascending; those of one phrase do not overlap. None for an unknown key. */
  readonly of: (key: string) => readonly PhraseMatch[]
}

export interface MatchOptions {
  /** `false` tries every phrase at every place, which gives the same matches. */
  readonly prefilter?: boolean
  readonly steps?: StepCounter
}

const nothing: readonly never[] = []

/** Finds all matches of all phrases of a program in a reading, in time linear in its length. */
export const matchPhrases = (
  program: PhraseProgram,
  reading: Reading,
  options: MatchOptions = {},
): PhraseMatches => {
  const stream = streamOf(reading, program.vocabulary)
  const lattice = latticeOf(stream, program.trie, program.vocabulary)
  const annotations = annotationsOf(program, reading, stream)
  const prefilter = options.prefilter ?? true
  const hits = prefilter ? anchorHits(program, stream, lattice) : []
  const spanEnds = spanEndsIn(program, lattice, annotations)
  const machine = createMachine(program, stream, spanEnds, options.steps)
  const toMatch = placeMatchIn(reading, stream)

  const run = (index: number): readonly PhraseMatch[] => {
    const phrase = program.phrases[index]!
    const places = prefilter ? anchorPlaces(program, phrase, hits[index] ?? [], annotations) : undefined
    if (places?.length === 0) return nothing
    const starts = places === undefined ? [{from: 0, to: stream.count - 1}] : windows(phrase, places)
    return matchesIn(machine, phrase, starts).map((match) => toMatch(phrase.key, match))
  }

  const candidates = candidatesIn(program, hits, prefilter)
  const of = (key: string): readonly PhraseMatch[] => {
    const candidate = candidates.get(key)
    if (candidate === undefined) return nothing
    if (candidate.matches === undefined) {
      const lists = candidate.indices.map(run)
      candidate.matches =
        lists.length === 1 ? lists[0]! : lists.flat().sort((a, b) => a.from - b.from || a.to - b.to)
    }
    return candidate.matches
  }
  return {of}
}

/** Phrases of one key that the text may have. */
interface Candidate {
  readonly indices: readonly number[]
  matches: readonly PhraseMatch[] | undefined
}

/** Most keys are asked for in vain: those whose anchors do not occur are not even here. */
const candidatesIn = (
  program: PhraseProgram,
  hits: readonly (readonly number[] | undefined)[],
  prefilter: boolean,
): ReadonlyMap<string, Candidate> => {
  const candidates = new Map<string, Candidate>()
  const add = (key: string): void => {
    if (!candidates.has(key))
      candidates.set(key, {indices: program.phrasesOf.get(key) ?? [], matches: undefined})
  }
  if (!prefilter) {
    for (const key of program.phrasesOf.keys()) add(key)
    return candidates
  }
  for (let index = 0; index < hits.length; index++)
    if (hits[index] !== undefined) add(program.phrases[index]!.key)
  for (const key of program.annotatedKeys) add(key)
  return candidates
}

/** The matches of several programs, whose keys differ. */
export const matchAll = (programs: readonly PhraseProgram[], reading: Reading): PhraseMatches => {
  const all = programs.map((program) => matchPhrases(program, reading))
  const [only] = all
  if (only !== undefined && all.length === 1) return only
  return {of: (key) => all.map((matches) => matches.of(key)).find(({length}) => length > 0) ?? nothing}
}

/** Where each phrase's anchor occurs, as words or entries of lexicons; annotators are not run for this. */
const anchorHits = (
  program: PhraseProgram,
  stream: PlaceStream,
  lattice: SpanLattice,
): (number[] | undefined)[] => {
  const {anchoredBySymbol, anchoredByName, vocabulary} = program
  const hits: (number[] | undefined)[] = new Array<number[] | undefined>(program.phrases.length)
  const note = ({starts, values}: Lists, member: number, place: number): void => {
    for (let at = starts[member]!; at < starts[member + 1]!; at++) {
      const places = hits[values[at]!]
      if (places === undefined) hits[values[at]!] = [place]
      else if (places.at(-1) !== place) places.push(place)
    }
  }
  for (let place = 0; place < stream.count; place++) {
    const word = stream.words[place]!
    if (word !== 0) note(anchoredBySymbol, word, place)
    const spelling = stream.spellings[place]!
    if (spelling !== 0) note(anchoredBySymbol, spelling, place)
    let beginning = stream.beginnings[place]!
    for (; beginning !== 0; beginning = vocabulary.beginnings.shorter[beginning]!)
      note(anchoredBySymbol, beginning, place)
    if ((stream.flags[place]! & PlaceFlag.number) !== 0) note(anchoredBySymbol, 1, place)
    const last = lattice.starts[place + 1]!
    for (let at = lattice.starts[place]!; at < last; at++) note(anchoredByName, lattice.names[at]!, place)
  }
  return hits
}

/** All places of a phrase's anchor, ascending. */
const anchorPlaces = (
  program: PhraseProgram,
  {anchor}: CompiledPhrase,
  hits: readonly number[],
  annotations: (index: number) => Annotation,
): readonly number[] => {
  if (!anchor.named.some((index) => index >= program.lexiconCount)) return hits
  const annotators = anchor.named.filter((index) => index >= program.lexiconCount)
  const found = annotators.flatMap((index) => Array.from(annotations(index).endsAt.keys()))
  return [...hits, ...found].sort((a, b) => a - b)
}

interface Window {
  readonly from: number
  /** Inclusive. */
  readonly to: number
}

/** Where a phrase whose anchor stands at these places can begin. */
const windows = ({anchor}: CompiledPhrase, places: readonly number[]): readonly Window[] =>
  places.map((place) => ({from: Math.max(0, place - anchor.most), to: place - anchor.least}))

const matchesIn = (
  machine: Machine,
  phrase: CompiledPhrase,
  starts: readonly Window[],
): readonly PlaceMatch[] => {
  const matches: PlaceMatch[] = []
  machine.load(phrase)
  let next = 0
  for (const {from, to} of starts) {
    let start = Math.max(next, from)
    while (start <= to) {
      const match = machine.matchAt(start)
      if (match !== undefined) matches.push(match)
      start = match === undefined ? start + 1 : match.end
    }
    next = start
  }
  return matches
}

/** The ends of a lexicon's or annotator's spans at a place, the longest first. */
const spanEndsIn = (
  program: PhraseProgram,
  lattice: SpanLattice,
  annotations: (index: number) => Annotation,
): SpanEnds => {
  const none: readonly number[] = []
  return (name, place) => {
    if (name >= program.lexiconCount) return annotations(name).endsAt.get(place) ?? none
    const first = lattice.starts[place]!
    let ends: number[] | undefined
    for (let at = lattice.starts[place + 1]! - 1; at >= first; at--) {
      if (lattice.names[at] !== name) continue
      if (ends === undefined) ends = [lattice.ends[at]!]
      else ends.push(lattice.ends[at]!)
    }
    return ends ?? none
  }
}

/** Tokens of `[start, end)` places; a border at an edge belongs to no token. */
const tokensOf = (stream: PlaceStream, start: number, end: number) => {
  let first = start
  while (first < end - 1 && (stream.flags[first]! & PlaceFlag.border) !== 0) first++
  let last = end - 1
  while (last > first && (stream.flags[last]! & PlaceFlag.border) !== 0) last--
  return {from: stream.tokens[first]!, to: stream.tokens[last]! + 1}
}

const placeMatchIn = (reading: Reading, stream: PlaceStream) => {
  const {starts, ends} = reading.tokens
  return (key: string, match: PlaceMatch): PhraseMatch => {
    const whole = tokensOf(stream, match.start, match.end)
    const isUnderlined = match.open >= 0 && match.close > match.open
    const part = isUnderlined ? tokensOf(stream, match.open, match.close) : whole
    return {
      key,
      start: starts[part.from]!,
      end: ends[part.to - 1]!,
      ...whole,
      sentence: groupOf(reading.sentenceStarts, part.from),
    }
  }
}
