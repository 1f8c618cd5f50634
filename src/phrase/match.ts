import {groupOf, type Reading} from '../language/reading.js'
import {type Stopwatch, timed, timedCalls} from '../stopwatch.js'
import type {Anchor} from './anchor.js'
import {anchorPlaces, anchorsIn, mayMatch, occurs} from './anchor-places.js'
import {annotationsOf} from './annotations.js'
import type {KeyPhrases} from './compile.js'
import {PlaceFlag} from './instructions.js'
import type {PhraseProgram} from './link.js'
import type {MachineInput, PlaceMatch, StepCounter} from './machine.js'
import type {PhraseMatch} from './phrase.js'
import type {Scratch} from './scratch.js'
import {latticeOf} from './spans.js'
import type {PlaceStream} from './stream.js'
import {streamOf} from './stream.js'

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
    if (
      anchors !== undefined &&
      (!mayMatch(program, index, anchors) || anchorPlaces(program, index, anchors, annotations) === 0)
    )
      return nothing
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
    // Most are asked for in vain: their anchors do not occur.
    if (anchors !== undefined && !key.annotated && !occurs(anchors, key)) return nothing
    const known = found.get(key)
    if (known !== undefined) return known
    const matches = findAll(key)
    found.set(key, matches)
    return matches
  }

  const ofAll = (keys: readonly string[]): readonly PhraseMatch[] => {
    let all: readonly PhraseMatch[] = nothing
    for (const key of phrasesOfKeys(program, keys)) {
      const matches = matchesOf(key)
      if (matches.length > 0) all = all.length === 0 ? matches : [...all, ...matches]
    }
    return all
  }
  const of = (key: string): readonly PhraseMatch[] => {
    const phrases = program.phrasesOf.get(key)
    return phrases === undefined ? nothing : matchesOf(phrases)
  }
  return {of, ofAll}
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
  return {of: (key) => all.flatMap((matches) => matches.of(key)), ofAll}
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
