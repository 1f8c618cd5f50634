import type {EdgeName} from './parse.js'
import type {Shape} from './shape.js'

/**
 * A phrase as instructions for the machine in `machine.ts`. Each is three numbers: operation, argument, and for those
 * that try one thing after another a number under which the machine remembers places where nothing worked.
 *
 * After Cox, “Regular Expression Matching: the Virtual Machine Approach” (2009); remembering failures is what makes
 * backtracking linear, as in packrat parsing (Ford 2002).
 */
export const Operation = {
  accept: 0,
  /** One token with the symbol. */
  token: 1,
  /** One token with a symbol of the set. */
  tokenOf: 2,
  /** A span of the lexicon or annotator, the longest first. */
  named: 3,
  /** Goes on with the next instruction; if that fails, at the argument. */
  either: 4,
  jump: 5,
  /** Goes on here, or behind 1, 2 … more tokens, as long as the words among them are at most the argument. */
  gap: 6,
  /** What begins at the next instruction must fail; then goes on at the argument. */
  not: 7,
  open: 8,
  close: 9,
  /** The place must have the edge flag. */
  edge: 10,
  /** As `edge`, at the first place behind the marks alone. */
  firstWord: 11,
  nextSentence: 12,
} as const

export const instructionSize = 3

/** Flags of a place in the stream. */
export const PlaceFlag = {
  sentenceStart: 1,
  sentenceEnd: 2,
  blockStart: 4,
  blockEnd: 8,
  /** A gap counts the token as a word. */
  word: 16,
  /** A gap ends before it. */
  stop: 32,
  number: 64,
  /** Behind the last token of a sentence: no token stands here. */
  border: 128,
} as const

export interface InstructionWriter {
  readonly code: number[]
  /** Symbols of each `tokenOf`, ascending: how many, then the symbols. The argument is where they begin. */
  readonly sets: number[]
  /** Where each set stands that has been written, by its symbols. */
  readonly setAt: Map<string, number>
  /** Number of places to remember failures for, in the phrase that is written. */
  choices: number
}

/** Appends the instructions of one phrase. */
export const writeInstructions = (shape: Shape, writer: InstructionWriter): void => {
  writer.choices = 0
  write(shape, writer)
  add(writer, Operation.accept, 0)
}

const add = ({code}: InstructionWriter, operation: number, argument: number, choice = 0): number => {
  const at = code.length
  code.push(operation, argument, choice)
  return at
}

const write = (shape: Shape, writer: InstructionWriter): void => {
  const {code} = writer
  switch (shape.type) {
    case 'tokens':
      writeTokens(shape.symbols, writer)
      return
    case 'named':
      add(writer, Operation.named, shape.index, writer.choices++)
      return
    case 'sequence':
      for (const [index, item] of shape.items.entries()) {
        if (item.type === 'edge') writeEdge(item.edge, shape.items[index + 1]?.type === 'gap', writer)
        else write(item, writer)
      }
      return
    case 'choice': {
      const jumps: number[] = []
      for (const [index, option] of shape.options.entries()) {
        const isLast = index === shape.options.length - 1
        const either = isLast ? -1 : add(writer, Operation.either, 0, writer.choices++)
        write(option, writer)
        if (!isLast) jumps.push(add(writer, Operation.jump, 0))
        if (either >= 0) code[either + 1] = code.length
      }
      for (const jump of jumps) code[jump + 1] = code.length
      return
    }
    case 'optional': {
      const either = add(writer, Operation.either, 0, writer.choices++)
      write(shape.item, writer)
      code[either + 1] = code.length
      return
    }
    case 'gap':
      add(writer, Operation.gap, shape.words, writer.choices++)
      return
    case 'underline':
      add(writer, Operation.open, 0)
      write(shape.item, writer)
      add(writer, Operation.close, 0)
      return
    case 'not': {
      const not = add(writer, Operation.not, 0)
      write(shape.item, writer)
      add(writer, Operation.accept, 0)
      code[not + 1] = code.length
      return
    }
    case 'edge':
      writeEdge(shape.edge, false, writer)
      return
    case 'nextSentence':
      add(writer, Operation.nextSentence, 0, writer.choices++)
  }
}

/** Before a gap, the beginning is where the first word stands: else the gap would take in the marks before it. */
const writeEdge = (edge: EdgeName, beforeGap: boolean, writer: InstructionWriter): void => {
  const atStart = edge === 'sentenceStart' || edge === 'blockStart'
  add(writer, beforeGap && atStart ? Operation.firstWord : Operation.edge, PlaceFlag[edge])
}

const writeTokens = (symbols: readonly number[], writer: InstructionWriter): void => {
  if (symbols.length === 1) {
    add(writer, Operation.token, symbols[0]!)
    return
  }
  const distinct = Array.from(new Set(symbols)).sort((a, b) => a - b)
  const name = distinct.join()
  const {sets, setAt} = writer
  const known = setAt.get(name)
  add(writer, Operation.tokenOf, known ?? sets.length)
  if (known !== undefined) return
  setAt.set(name, sets.length)
  sets.push(distinct.length)
  for (const symbol of distinct) sets.push(symbol)
}
