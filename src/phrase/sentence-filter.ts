import {instructionSize, Operation} from './instructions.js'

/**
 * Which symbols and names a sentence has, as one bit each of so many that few of them share one: a Bloom filter with one
 * hash (Bloom 1970). A sentence may seem to have what it lacks, never the other way round. A sentence of thirty words sets
 * some sixty bits.
 */
export const wordsOfBits = 32
const bitMask = wordsOfBits * 32 - 1

/** @param from where the bits of the sentence begin */
export const setBit = (bits: Int32Array, from: number, member: number): void => {
  bits[from + ((member & bitMask) >> 5)]! |= 1 << (member & 31)
}

const isSet = (bits: Int32Array, from: number, member: number): boolean =>
  (bits[from + ((member & bitMask) >> 5)]! & (1 << (member & 31))) !== 0

/** Code with what its arguments mean; see `PhraseCode`. */
export interface ReadableCode {
  readonly code: Int32Array
  readonly sets: Int32Array
  readonly symbolCount: number
  readonly lexiconCount: number
}

/**
 * Whether every match of a phrase lies in one sentence, and its words tell which: not when it goes on in the next sentence,
 * nor when it takes in the spans of an annotator, which may do so.
 */
export const staysInSentence = ({code, lexiconCount}: ReadableCode, entry: number): boolean => {
  for (let at = entry; code[at] !== Operation.accept; ) {
    const argument = code[at + 1]!
    if (code[at] === Operation.nextSentence) return false
    if (code[at] === Operation.named && argument >= lexiconCount) return false
    at = code[at] === Operation.not ? argument : at + instructionSize
  }
  return true
}

/**
 * Whether a sentence has all that one way through a phrase needs, in whatever order. It is read off the instructions:
 *
 *     either ─ a ─ jump ─ b ─ c      (a | b) c: one of a and b, and c; the jump stands right before the branch’s target
 *     either ─ a ─ c                 a? c: only c
 *
 * @param at the instruction to begin with
 * @param end the instruction to stop at; every way ends at `accept` too
 * @param from where the bits of the sentence begin
 */
export const mayStandIn = (
  program: ReadableCode,
  at: number,
  end: number,
  bits: Int32Array,
  from: number,
): boolean => {
  const {code, sets, symbolCount, lexiconCount} = program
  let next = at
  while (next !== end) {
    const argument = code[next + 1]!
    switch (code[next]) {
      case Operation.accept:
        return true
      case Operation.token:
        if (!isSet(bits, from, argument)) return false
        next += instructionSize
        break
      case Operation.tokenOf:
        if (!hasOneOf(sets, argument, bits, from)) return false
        next += instructionSize
        break
      case Operation.named:
        if (argument < lexiconCount && !isSet(bits, from, symbolCount + argument)) return false
        next += instructionSize
        break
      case Operation.either: {
        const last = argument - instructionSize
        const isChoice = last > next && code[last] === Operation.jump && code[last + 1]! >= argument
        if (!isChoice) {
          next = argument
          break
        }
        const behind = code[last + 1]!
        if (
          !mayStandIn(program, next + instructionSize, last, bits, from) &&
          !mayStandIn(program, argument, behind, bits, from)
        )
          return false
        next = behind
        break
      }
      case Operation.not:
        next = argument
        break
      default:
        next += instructionSize
    }
  }
  return true
}

const hasOneOf = (sets: Int32Array, setAt: number, bits: Int32Array, from: number): boolean => {
  const last = setAt + sets[setAt]!
  for (let at = setAt + 1; at <= last; at++) if (isSet(bits, from, sets[at]!)) return true
  return false
}
