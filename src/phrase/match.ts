import type {Kept} from '../language/kept.js'
import {groupOf, type Reading, readingOfBlocks} from '../language/reading.js'
import {once} from '../once.js'
import {type Stopwatch, timed, timedCalls} from '../stopwatch.js'
import type {Anchor} from './anchor.js'
import {type Anchors, anchorPlaces, anchorsIn} from './anchor-places.js'
import {type Annotation, annotationsOf} from './annotations.js'
import type {KeyPhrases} from './compile.js'
import {PlaceFlag} from './instructions.js'
import type {PhraseProgram} from './link.js'
import type {MachineInput, PlaceMatch, StepCounter} from './machine.js'
import type {PhraseMatch} from './phrase.js'
import type {AskedKeys, AskedLists, Scratch} from './scratch.js'
import {latticeOf} from './spans.js'
import type {PlaceStream} from './stream.js'
import {streamOf} from './stream.js'

/** All that the phrases of a program found in one reading. Each is worked out when it is first asked for. */
export interface PhraseMatches {
  /** Matches of the phrases with this key, ascending; those of one phrase do not overlap. None for an unknown key. */
  readonly of: (key: string) => readonly PhraseMatch[]
  /** Those of several keys, key after key. A list that is asked for again and again, as one object, is looked up once. */
  readonly ofAll: (keys: readonly string[]) => readonly PhraseMatch[]
  /**
   * Which of several lists of keys may have matches, by index, ascending: the others have none. Nearly all have none, and
   * to ask for each costs more than to find the few.
   */
  readonly among: (lists: readonly (readonly string[])[]) => readonly number[]
}

/** What was found so far, by the phrases that were asked for. */
export interface FoundMatches {
  readonly matches: Map<KeyPhrases, readonly PhraseMatch[]>
  /** By program, then by the place of a key: 1 where nothing was found. Nearly all keys are such. */
  readonly none: Map<PhraseProgram, Uint8Array>
}

export const noMatches = (): FoundMatches => ({matches: new Map(), none: new Map()})

/** What was found in an earlier version of a text, and what of that text still stands. */
export interface EarlierMatches {
  readonly found: FoundMatches
  readonly kept: Kept
}

export interface MatchOptions {
  /** `false` tries every phrase at every place, which gives the same matches. */
  readonly prefilter?: boolean
  readonly steps?: StepCounter
  readonly stopwatch?: Stopwatch | undefined
  /** Phrases are run over the blocks that are new, which gives the same matches: none looks beyond its block. */
  readonly earlier?: EarlierMatches | undefined
  /** Takes what is found; with `earlier`, an entry for all that is asked for. */
  readonly found?: FoundMatches
}

const nothing: readonly never[] = []

/** What phrases are run over: a text, or some blocks of it. */
interface Ground {
  readonly input: MachineInput & {readonly annotations: (index: number) => Annotation}
  /** None without a prefilter. */
  readonly anchors: Anchors | undefined
  /** What phrases found that several keys ask for. */
  readonly ran: Map<number, readonly PlaceMatch[]>
}

const groundOf = (program: PhraseProgram, reading: Reading, prefilter: boolean): Ground => {
  const stream = streamOf(reading, program.vocabulary)
  const lattice = latticeOf(stream, program.trie, program.vocabulary)
  return {
    input: {stream, lattice, annotations: annotationsOf(program, reading, stream)},
    anchors: prefilter ? anchorsIn(program, stream, lattice) : undefined,
    ran: new Map(),
  }
}

/** Finds all matches of all phrases of a program in a reading, in time linear in its length. */
export const matchPhrases = (
  program: PhraseProgram,
  reading: Reading,
  {prefilter = true, steps, stopwatch, earlier, found = noMatches()}: MatchOptions = {},
): PhraseMatches => {
  const whole = once(() => groundOf(program, reading, prefilter))
  const fresh =
    earlier === undefined ? whole() : freshGround(program, reading, earlier.kept, whole, prefilter)
  const {scratch} = program
  const noneBefore = earlier?.found.none.get(program)
  const none = earlier === undefined ? undefined : new Uint8Array(program.phrasesOf.size)
  if (none !== undefined) found.none.set(program, none)

  const run = (index: number, {input, anchors}: Ground): readonly PlaceMatch[] => {
    const phrase = program.phrases[index]!
    if (anchors !== undefined && anchorPlaces(program, index, anchors, input.annotations) === 0)
      return nothing
    scratch.machine.load(phrase, input, steps)
    if (anchors === undefined) {
      // One place, behind which every other is tried.
      scratch.places[0] = 0
      scratch.count = 1
    }
    const range = anchors === undefined ? {least: 1 - input.stream.count, most: 0} : phrase.anchor
    return matchesIn(scratch, range)
  }

  const runOnce = (index: number, ground: Ground): readonly PlaceMatch[] => {
    if (program.isShared[index] === 0) return run(index, ground)
    const known = ground.ran.get(index)
    if (known !== undefined) return known
    const matches = run(index, ground)
    ground.ran.set(index, matches)
    return matches
  }

  const matchesBy = (index: number, ground: Ground, key: string): readonly PhraseMatch[] => {
    const matches = runOnce(index, ground)
    return matches.length === 0
      ? nothing
      : matches.map((match) => matchOf(reading, ground.input.stream, key, match))
  }

  const runAll = (asked: KeyPhrases, ground: Ground): readonly PhraseMatch[] => {
    const {key, indices} = asked
    if (isVain(ground, asked)) return nothing
    return indices.length === 1
      ? matchesBy(indices[0]!, ground, key)
      : indices
          .flatMap((index) => matchesBy(index, ground, key))
          .sort((a, b) => a.from - b.from || a.to - b.to)
  }

  const findAll = timedCalls(stopwatch, 'match', (key: KeyPhrases): readonly PhraseMatch[] => {
    const before = noneBefore?.[key.index] === 1 ? nothing : earlier?.found.matches.get(key)
    if (earlier === undefined || before === undefined) return runAll(key, whole())
    return joined(before, runAll(key, fresh), earlier.kept)
  })

  const matchesOf = (key: KeyPhrases): readonly PhraseMatch[] => {
    // Most are asked for in vain.
    if (none === undefined) {
      if (isVain(fresh, key)) return nothing
    } else {
      if (none[key.index] === 1) return nothing
      if (noneBefore?.[key.index] === 1 && isVain(fresh, key)) {
        none[key.index] = 1
        return nothing
      }
    }
    const known = found.matches.get(key)
    if (known !== undefined) return known
    const matches = findAll(key)
    if (none !== undefined && matches.length === 0) none[key.index] = 1
    else found.matches.set(key, matches)
    return matches
  }

  // Most of what a list asks for is passed over here, some two thousand keys an article.
  const live = none === undefined ? fresh.anchors?.live : undefined
  const ofAll = (keys: readonly string[]): readonly PhraseMatch[] => {
    const {phrases, places} = askedFor(program, keys)
    let all: readonly PhraseMatch[] = nothing
    for (let at = 0; at < places.length; at++) {
      if (live !== undefined && live[places[at]!] === 0) continue
      const matches = matchesOf(phrases[at]!)
      if (matches.length > 0) all = all.length === 0 ? matches : [...all, ...matches]
    }
    return all
  }
  const of = (key: string): readonly PhraseMatch[] => {
    const phrases = program.phrasesOf.get(key)
    return phrases === undefined ? nothing : matchesOf(phrases)
  }
  const among = (lists: readonly (readonly string[])[]): readonly number[] => {
    const {ends, places, all} = askedAmong(program, lists)
    if (live === undefined) return all
    const found: number[] = []
    for (let list = 0, at = 0; list < ends.length; list++) {
      const end = ends[list]!
      while (at < end && live[places[at]!] === 0) at++
      if (at < end) found.push(list)
      at = end
    }
    return found
  }
  return {of, ofAll, among}
}

/** Whether the anchors of all phrases of a key are missing. */
const isVain = ({anchors}: Ground, key: KeyPhrases): boolean =>
  anchors !== undefined && anchors.live[key.index] === 0

/** The blocks that an edit has made. */
const freshGround = (
  program: PhraseProgram,
  reading: Reading,
  {head, tail}: Kept,
  whole: () => Ground,
  prefilter: boolean,
): Ground =>
  head + tail === 0
    ? whole()
    : groundOf(program, readingOfBlocks(reading, head, reading.blockStarts.length - 1 - tail), prefilter)

/** The matches of an earlier text in the blocks that it kept, and between them those in the new ones. */
const joined = (
  before: readonly PhraseMatch[],
  between: readonly PhraseMatch[],
  {headTokens, tailFrom, shift}: Kept,
): readonly PhraseMatch[] => {
  if (before.length === 0) return between
  const all: PhraseMatch[] = []
  let at = 0
  for (; at < before.length && before[at]!.from < headTokens; at++) all.push(before[at]!)
  for (const match of between) all.push(match)
  for (; at < before.length; at++) {
    const match = before[at]!
    if (match.from >= tailFrom) all.push(movedBy(match, shift))
  }
  return all
}

const movedBy = (match: PhraseMatch, {offset, token, sentence}: Kept['shift']): PhraseMatch => ({
  key: match.key,
  start: match.start + offset,
  end: match.end + offset,
  from: match.from + token,
  to: match.to + token,
  sentence: match.sentence + sentence,
})

const askedFor = ({phrasesOf, scratch}: PhraseProgram, keys: readonly string[]): AskedKeys => {
  const known = scratch.asked.get(keys)
  if (known !== undefined) return known
  const phrases = keys.flatMap((key) => phrasesOf.get(key) ?? [])
  const asked = {phrases, places: Int32Array.from(phrases, ({index}) => index)}
  scratch.asked.set(keys, asked)
  return asked
}

const askedAmong = (program: PhraseProgram, lists: readonly (readonly string[])[]): AskedLists => {
  const {askedLists} = program.scratch
  const known = askedLists.get(lists)
  if (known !== undefined) return known
  const phrases = lists.map((keys) => askedFor(program, keys).phrases)
  let end = 0
  const asked = {
    places: Int32Array.from(phrases.flat(), ({index}) => index),
    ends: Int32Array.from(phrases, ({length}) => (end += length)),
    all: lists.map((_, index) => index),
  }
  askedLists.set(lists, asked)
  return asked
}

/** The matches of several programs, whose keys differ. */
export const matchAll = (
  programs: readonly PhraseProgram[],
  reading: Reading,
  options: MatchOptions = {},
): PhraseMatches => {
  const all = timed(options.stopwatch, 'match', () =>
    programs.map((program) => matchPhrases(program, reading, options)),
  )
  const [only] = all
  if (only !== undefined && all.length === 1) return only
  const ofAll = (keys: readonly string[]): readonly PhraseMatch[] =>
    all.flatMap((matches) => matches.ofAll(keys))
  const among = (lists: readonly (readonly string[])[]): readonly number[] =>
    [...new Set(all.flatMap((matches) => matches.among(lists)))].sort((a, b) => a - b)
  return {of: (key) => all.flatMap((matches) => matches.of(key)), ofAll, among}
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
