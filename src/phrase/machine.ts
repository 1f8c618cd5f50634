import type {CompiledPhrase} from './compile.js'
import {instructionSize, Operation, PlaceFlag} from './instructions.js'
import type {PhraseProgram} from './link.js'
import {gapWidth, marksAtBorder} from './shape.js'
import type {PlaceStream} from './stream.js'
import {numberSymbol} from './vocabulary.js'

/** What a machine reads: the ends of the spans of a lexicon or annotator that begin at a place, the longest first. */
export type SpanEnds = (name: number, place: number) => readonly number[]

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
  /** Forgets what was learned of another phrase. */
  readonly load: (phrase: CompiledPhrase) => void
  /** Must be called with ascending starts. */
  readonly matchAt: (start: number) => PlaceMatch | undefined
}

/**
 * Runs phrases over one stream by backtracking that never tries the same instruction at the same place twice: whether
 * the rest of a phrase matches from there depends on nothing else, so a failure is remembered. A phrase looks at most
 * `reach` places ahead and starts ascend, so memory is a ring of that length for each choice, whatever the text's.
 */
export const createMachine = (
  program: PhraseProgram,
  stream: PlaceStream,
  spanEnds: SpanEnds,
  steps: StepCounter | undefined,
): Machine => {
  const {code, sets, vocabulary} = program
  const {words, beginnings, spellings, flags, count} = stream
  const {shorter} = vocabulary.beginnings
  let failures = new Int32Array(0)
  let ring = 1
  let phrase: CompiledPhrase | undefined
  let open = -1
  let close = -1

  const has = (place: number, symbol: number): boolean => {
    if (words[place] === symbol || spellings[place] === symbol) return true
    if (symbol === numberSymbol) return (flags[place]! & PlaceFlag.number) !== 0
    for (let found = beginnings[place]!; found !== 0; found = shorter[found]!)
      if (found === symbol) return true
    return false
  }

  const hasOneOf = (place: number, set: number): boolean => {
    if (words[place] !== 0 && contains(sets, set, words[place]!)) return true
    if (spellings[place] !== 0 && contains(sets, set, spellings[place]!)) return true
    if ((flags[place]! & PlaceFlag.number) !== 0 && contains(sets, set, numberSymbol)) return true
    for (let found = beginnings[place]!; found !== 0; found = shorter[found]!)
      if (contains(sets, set, found)) return true
    return false
  }

  /** First place of the next sentence of the block, at its first word or before its marks; -1 when there is none. */
  const nextSentence = (from: number, behindMarks: boolean): number => {
    const limit = from + marksAtBorder
    let place = from
    if ((flags[place]! & PlaceFlag.sentenceEnd) === 0) return -1
    while (place <= limit && (flags[place]! & PlaceFlag.border) === 0) place++
    if (place > limit || place + 1 >= count || isLastOfBlock(place)) return -1
    place++
    if (behindMarks) {
      while (place <= limit && (flags[place]! & PlaceFlag.border) === 0 && startsAfter(place)) place++
    }
    return place > limit ? -1 : place
  }
  const startsAfter = (place: number): boolean => (flags[place + 1]! & PlaceFlag.sentenceStart) !== 0
  const isLastOfBlock = (border: number): boolean =>
    (flags[border]! & PlaceFlag.blockEnd) !== 0 && (flags[border + 1]! & PlaceFlag.blockStart) !== 0

  /** The place behind the match of the instructions from `at`, or -1. */
  const run = (from: number, startPlace: number): number => {
    let at = from
    let place = startPlace
    let opened = -1
    let closed = -1
    for (;;) {
      if (steps !== undefined) steps.count++
      const argument = code[at + 1]!
      const next = at + instructionSize
      switch (code[at]) {
        case Operation.accept:
          open = opened
          close = closed
          return place
        case Operation.token:
          if (!has(place, argument)) return -1
          place++
          break
        case Operation.tokenOf:
          if (!hasOneOf(place, argument)) return -1
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
          if (run(next, place) >= 0) return -1
          at = argument
          continue
        default: {
          const end = choose(at, place)
          if (end >= 0 && opened >= 0 && open < 0) open = opened
          if (end >= 0 && closed >= 0 && close < 0) close = closed
          return end
        }
      }
      at = next
    }
  }

  const choose = (at: number, place: number): number => {
    const memory = code[at + 2]! * ring + (place & (ring - 1))
    if (failures[memory] === place) return -1
    const end = alternatives(at, place)
    if (end < 0) failures[memory] = place
    return end
  }

  const alternatives = (at: number, place: number): number => {
    const argument = code[at + 1]!
    const next = at + instructionSize
    switch (code[at]) {
      case Operation.either: {
        const end = run(next, place)
        return end >= 0 ? end : run(argument, place)
      }
      case Operation.gap:
        return gap(next, place, argument)
      case Operation.named: {
        if (place >= count) return -1
        for (const spanEnd of spanEnds(argument, place)) {
          if (steps !== undefined) steps.count++
          const end = run(next, spanEnd)
          if (end >= 0) return end
        }
        return -1
      }
      default: {
        const word = nextSentence(place, true)
        if (word < 0) return -1
        const end = run(next, word)
        const mark = nextSentence(place, false)
        return end >= 0 || mark === word ? end : run(next, mark)
      }
    }
  }

  const gap = (next: number, from: number, most: number): number => {
    const last = Math.min(from + gapWidth(most), count - 1)
    let passed = 0
    for (let place = from; ; place++) {
      const end = run(next, place)
      if (end >= 0) return end
      const flag = flags[place]!
      if (place >= last || (flag & PlaceFlag.stop) !== 0) return -1
      if ((flag & PlaceFlag.word) !== 0 && ++passed > most) return -1
    }
  }

  return {
    load: (loaded) => {
      phrase = loaded
      ring = 2
      while (ring < loaded.reach + 2) ring *= 2
      const size = ring * loaded.choices
      if (failures.length < size) failures = new Int32Array(size)
      failures.fill(-1, 0, size)
    },
    matchAt: (start) => {
      if (phrase === undefined) return undefined
      const end = run(phrase.entry, start)
      return end < 0 ? undefined : {start, end, open, close}
    },
  }
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
