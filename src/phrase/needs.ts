import {instructionSize, Operation} from './instructions.js'

/** Code with what its arguments mean; see `PhraseCode`. */
export interface ReadableCode {
  readonly code: Int32Array
  readonly sets: Int32Array
  readonly symbolCount: number
  readonly lexiconCount: number
}

/** Sets of more symbols than this are in nearly every text, and asking for them costs more than it saves. */
const largestSet = 64

/**
 * What every match of a phrase has, read off its instructions: those that no branch goes around. A phrase is not run
 * over a text that lacks one of them.
 *
 *     either ─ a ─ jump ─ b ─ c      of (a | b) c only c is needed; the jump stands right before the branch's target
 *     either ─ a ─ c                 of a? c too
 *
 * @param sets see `PhraseCode`
 * @param entry where the phrase's instructions begin
 * @returns where in `code` each such instruction stands, what is cheap to look up first
 */
export const needsOf = (code: Int32Array, sets: Int32Array, entry: number): Int32Array => {
  const needs: number[] = []
  let at = entry
  for (;;) {
    const argument = code[at + 1]!
    switch (code[at]) {
      case Operation.accept:
        return Int32Array.from(needs.sort((a, b) => costOf(code, sets, a) - costOf(code, sets, b)))
      case Operation.tokenOf:
        if (sets[argument]! <= largestSet) needs.push(at)
        at += instructionSize
        break
      case Operation.token:
      case Operation.named:
        needs.push(at)
        at += instructionSize
        break
      case Operation.either: {
        const last = argument - instructionSize
        const isChoice = last > at && code[last] === Operation.jump && code[last + 1]! >= argument
        at = isChoice ? code[last + 1]! : argument
        break
      }
      case Operation.jump:
      case Operation.not:
        at = argument
        break
      default:
        at += instructionSize
    }
  }
}

/** Names and single words are looked up at once, the words of a set one after the other. */
const costOf = (code: Int32Array, sets: Int32Array, at: number): number =>
  code[at] === Operation.tokenOf ? sets[code[at + 1]!]! : 0

/**
 * Whether a text has all that a phrase needs.
 *
 * @param present by symbol, then by name: 1 where the text has it
 * @param lexiconCount names from here on are annotators, which are not run for this
 */
export const hasNeeds = (
  needs: Int32Array,
  {code, sets, symbolCount, lexiconCount}: ReadableCode,
  present: Uint8Array,
): boolean => {
  for (const at of needs) {
    const argument = code[at + 1]!
    if (code[at] === Operation.token) {
      if (present[argument] === 0) return false
    } else if (code[at] === Operation.named) {
      if (argument < lexiconCount && present[symbolCount + argument] === 0) return false
    } else if (!hasOneOf(sets, argument, present)) return false
  }
  return true
}

const hasOneOf = (sets: Int32Array, set: number, present: Uint8Array): boolean => {
  const last = set + sets[set]!
  for (let at = set + 1; at <= last; at++) if (present[sets[at]!] === 1) return true
  return false
}
