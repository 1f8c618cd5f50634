import type {CompiledPhrase} from './compile.js'
import {instructionSize, Operation, PlaceFlag} from './instructions.js'
import {gapWidth, marksAtBorder} from './shape.js'
import type {SpanLattice} from './spans.js'
import type {PlaceStream} from './stream.js'
import {numberSymbol, type Vocabulary} from './vocabulary.js'

/** A text as the machine reads it. */
export interface MachineInput {
  readonly stream: PlaceStream
  readonly lattice: SpanLattice
  /** What an annotator found, by its index among names. */
  readonly annotations: (name: number) => AnnotatedEnds
}

/** By place: the ends of the spans that begin there, the longest first. */
export interface AnnotatedEnds {
  readonly endsAt: ReadonlyMap<number, readonly number[]>
}

/** The part of a program that a machine runs. */
export interface MachineCode {
  readonly code: Int32Array
  readonly sets: Int32Array
  readonly vocabulary: Vocabulary
  readonly lexiconCount: number
}

/** Counts the work done, to show that it grows no faster than the text. */
export interface StepCounter {
  count: number
}

/** Places, `end` exclusive; `open` and `close` bound the underlined part, or are -1. */
export interface PlaceMatch {
  readonly start: number
  readonly end: number
  readonly open: number
  readonly close: number
}

export interface Machine {
  /** Takes up a phrase, and forgets what was learned of another one or of another text. */
  readonly load: (phrase: CompiledPhrase, input: MachineInput, steps: StepCounter | undefined) => void
  /** Must be called with ascending starts. */
  readonly matchAt: (start: number) => PlaceMatch | undefined
}

/**
 * What the machine works with. One object serves all phrases and all texts of a program, and its functions stand
 * outside of it: made anew for each text, they would be compiled anew.
 */
interface State {
  readonly code: Int32Array
  readonly sets: Int32Array
  readonly shorter: Int32Array
  readonly lexiconCount: number
  input: MachineInput
  words: Int32Array
  beginnings: Int32Array
  spellings: Int32Array
  flags: Uint8Array
  count: number
  steps: StepCounter | undefined
  /** By choice and place: `learned` plus the place, where nothing worked. */
  failures: Int32Array
  /** Above everything that was learned of other phrases. */
  learned: number
  ring: number
  open: number
  close: number
}

/**
 * Runs phrases by backtracking that never tries the same instruction at the same place twice: whether the rest of a
 * phrase matches from there depends on nothing else, so a failure is remembered. A phrase looks at most `reach` places
 * ahead and starts ascend, so memory is a ring of that length for each choice, whatever the text's.
 */
export const createMachine = ({code, sets, vocabulary, lexiconCount}: MachineCode): Machine => {
  const {shorter} = vocabulary.beginnings
  let state: State | undefined
  let entry = -1
  let first = -1
  return {
    load: (phrase, input, steps) => {
      state ??= stateFor({code, sets, shorter, lexiconCount}, input)
      take(state, input, phrase)
      state.steps = steps
      entry = phrase.entry
      first = entry
      while (code[first] === Operation.open) first += instructionSize
    },
    matchAt: (start) => {
      if (state === undefined || !mayBegin(state, first, start)) return undefined
      state.open = -1
      state.close = -1
      const end = run(state, entry, start)
      return end < 0 ? undefined : {start, end, open: state.open, close: state.close}
    },
  }
}

const stateFor = (
  program: Pick<State, 'code' | 'sets' | 'shorter' | 'lexiconCount'>,
  input: MachineInput,
): State => ({
  ...program,
  input,
  ...input.stream,
  steps: undefined,
  failures: new Int32Array(0),
  learned: 1,
  ring: 1,
  open: -1,
  close: -1,
})

/** Above this, what was learned is wiped out instead of outnumbered. */
const mostLearned = 0x3fffffff

const take = (state: State, input: MachineInput, {reach, choices}: CompiledPhrase): void => {
  state.learned += state.count + 1
  if (state.input !== input) {
    const {words, beginnings, spellings, flags, count} = input.stream
    Object.assign(state, {input, words, beginnings, spellings, flags, count})
  }
  state.ring = 2
  while (state.ring < reach + 2) state.ring *= 2
  const size = state.ring * choices
  if (state.failures.length < size) {
    state.failures = new Int32Array(size)
    state.learned = 1
  } else if (state.learned > mostLearned) {
    state.failures.fill(0)
    state.learned = 1
  }
}

const has = (
  {words, spellings, flags, beginnings, shorter}: State,
  place: number,
  symbol: number,
): boolean => {
  if (words[place] === symbol || spellings[place] === symbol) return true
  if (symbol === numberSymbol) return (flags[place]! & PlaceFlag.number) !== 0
  for (let found = beginnings[place]!; found !== 0; found = shorter[found]!) if (found === symbol) return true
  return false
}

const hasOneOf = (state: State, place: number, set: number): boolean => {
  const {words, spellings, flags, beginnings, shorter, sets} = state
  if (words[place] !== 0 && contains(sets, set, words[place]!)) return true
  if (spellings[place] !== 0 && contains(sets, set, spellings[place]!)) return true
  if ((flags[place]! & PlaceFlag.number) !== 0 && contains(sets, set, numberSymbol)) return true
  for (let found = beginnings[place]!; found !== 0; found = shorter[found]!)
    if (contains(sets, set, found)) return true
  return false
}

/** Whether the set that begins at `set` has the value. */
const contains = (sets: Int32Array, set: number, value: number): boolean => {
  let low = set + 1
  let high = set + sets[set]!
  if (value < sets[low]! || value > sets[high]!) return false
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = sets[middle]!
    if (found === value) return true
    if (found < value) low = middle + 1
    else high = middle - 1
  }
  return false
}

/** Whether the instruction that a phrase begins with can succeed at a place: most starts fail here, at little cost. */
const mayBegin = (state: State, first: number, place: number): boolean => {
  const argument = state.code[first + 1]!
  switch (state.code[first]) {
    case Operation.token:
      return has(state, place, argument)
    case Operation.tokenOf:
      return hasOneOf(state, place, argument)
    case Operation.named:
      return argument >= state.lexiconCount || beginsAt(state.input.lattice, place, argument)
    default:
      return true
  }
}

const beginsAt = ({starts, names}: SpanLattice, place: number, name: number): boolean => {
  for (let at = starts[place]!; at < starts[place + 1]!; at++) if (names[at] === name) return true
  return false
}

/** The place behind the match of the instructions from `at`, or -1. */
const run = (state: State, from: number, startPlace: number): number => {
  const {code, flags} = state
  let at = from
  let place = startPlace
  let opened = -1
  let closed = -1
  for (;;) {
    if (state.steps !== undefined) state.steps.count++
    const argument = code[at + 1]!
    const next = at + instructionSize
    switch (code[at]) {
      case Operation.accept:
        state.open = opened
        state.close = closed
        return place
      case Operation.token:
        if (!has(state, place, argument)) return -1
        place++
        break
      case Operation.tokenOf:
        if (!hasOneOf(state, place, argument)) return -1
        place++
        break
      case Operation.jump:
        at = argument
        continue
      case Operation.open:
        opened = place
        break
      case Operation.close:
        closed = place
        break
      case Operation.edge:
        if ((flags[place]! & argument) === 0) return -1
        break
      case Operation.firstWord:
        if ((flags[place]! & argument) === 0 || (flags[place + 1]! & argument) !== 0) return -1
        break
      case Operation.not:
        if (run(state, next, place) >= 0) return -1
        at = argument
        continue
      default: {
        const end = choose(state, at, place)
        if (end >= 0 && opened >= 0 && state.open < 0) state.open = opened
        if (end >= 0 && closed >= 0 && state.close < 0) state.close = closed
        return end
      }
    }
    at = next
  }
}

const choose = (state: State, at: number, place: number): number => {
  const memory = state.code[at + 2]! * state.ring + (place & (state.ring - 1))
  if (state.failures[memory] === state.learned + place) return -1
  const end = alternatives(state, at, place)
  if (end < 0) state.failures[memory] = state.learned + place
  return end
}

const alternatives = (state: State, at: number, place: number): number => {
  const argument = state.code[at + 1]!
  const next = at + instructionSize
  switch (state.code[at]) {
    case Operation.either: {
      const end = run(state, next, place)
      return end >= 0 ? end : run(state, argument, place)
    }
    case Operation.gap:
      return gap(state, next, place, argument)
    case Operation.named:
      if (place >= state.count) return -1
      return argument < state.lexiconCount
        ? entry(state, next, place, argument)
        : annotated(state, next, place, argument)
    default: {
      const word = nextSentence(state, place, true)
      if (word < 0) return -1
      const end = run(state, next, word)
      const mark = nextSentence(state, place, false)
      return end >= 0 || mark === word ? end : run(state, next, mark)
    }
  }
}

/** Goes on behind an entry of a lexicon that begins at a place, the longest first. */
const entry = (state: State, next: number, place: number, name: number): number => {
  const {starts, ends, names} = state.input.lattice
  const first = starts[place]!
  for (let at = starts[place + 1]! - 1; at >= first; at--) {
    if (names[at] !== name) continue
    if (state.steps !== undefined) state.steps.count++
    const end = run(state, next, ends[at]!)
    if (end >= 0) return end
  }
  return -1
}

/** Goes on behind a span of an annotator that begins at a place, the longest first. */
const annotated = (state: State, next: number, place: number, name: number): number => {
  for (const spanEnd of state.input.annotations(name).endsAt.get(place) ?? []) {
    if (state.steps !== undefined) state.steps.count++
    const end = run(state, next, spanEnd)
    if (end >= 0) return end
  }
  return -1
}

const gap = (state: State, next: number, from: number, most: number): number => {
  const {flags} = state
  const last = Math.min(from + gapWidth(most), state.count - 1)
  let passed = 0
  for (let place = from; ; place++) {
    const end = run(state, next, place)
    if (end >= 0) return end
    const flag = flags[place]!
    if (place >= last || (flag & PlaceFlag.stop) !== 0) return -1
    if ((flag & PlaceFlag.word) !== 0 && ++passed > most) return -1
  }
}

/** First place of the next sentence of the block, at its first word or before its marks; -1 when there is none. */
const nextSentence = ({flags, count}: State, from: number, behindMarks: boolean): number => {
  const limit = from + marksAtBorder
  let place = from
  if ((flags[place]! & PlaceFlag.sentenceEnd) === 0) return -1
  while (place <= limit && (flags[place]! & PlaceFlag.border) === 0) place++
  if (place > limit || place + 1 >= count || isLastOfBlock(flags, place)) return -1
  place++
  if (behindMarks) {
    while (place <= limit && (flags[place]! & PlaceFlag.border) === 0 && startsAfter(flags, place)) place++
  }
  return place > limit ? -1 : place
}

const startsAfter = (flags: Uint8Array, place: number): boolean =>
  (flags[place + 1]! & PlaceFlag.sentenceStart) !== 0

const isLastOfBlock = (flags: Uint8Array, border: number): boolean =>
  (flags[border]! & PlaceFlag.blockEnd) !== 0 && (flags[border + 1]! & PlaceFlag.blockStart) !== 0
