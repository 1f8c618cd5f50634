import type {KeyPhrases} from './compile.js'
import type {Machine} from './machine.js'

/** What is used for one article after the other, and says nothing about any of them between two calls. */
export interface Scratch {
  readonly machine: Machine
  /** By symbol, then by name: all 0 between two calls. */
  readonly heads: Int32Array
  readonly links: Rows
  readonly lists: Rows
  readonly met: number[]
  /** The places of the anchor of the phrase that is run, and how many there are. */
  places: Int32Array
  count: number
  /** By phrase: whether its matches stay in one sentence; 1 yes, 2 no, 0 before it has been asked for. */
  readonly inSentence: Uint8Array
  /** Phrases of the lists of keys that were asked for. */
  readonly asked: WeakMap<readonly string[], AskedKeys>
  readonly askedLists: WeakMap<readonly (readonly string[])[], AskedLists>
}

/** The phrases of a list of keys, and the places of these among all keys. */
export interface AskedKeys {
  readonly phrases: readonly KeyPhrases[]
  readonly places: Int32Array
}

/** The places of the keys of several lists, one list behind the other, and where each ends. */
export interface AskedLists {
  readonly places: Int32Array
  readonly ends: Int32Array
  /** The indices of all lists. */
  readonly all: readonly number[]
}

/** Rows of numbers, one behind the other: what is read together stands together. */
export interface Rows {
  values: Int32Array
  /** How many values there are. */
  count: number
}

const noRows = (): Rows => ({values: new Int32Array(4096), count: 0})

/** Appends a row of two numbers, or of three. @returns where it stands */
export const pushRow = (rows: Rows, first: number, second: number, third?: number): number => {
  const at = rows.count
  if (at + 3 > rows.values.length) {
    const grown = new Int32Array(rows.values.length * 2)
    grown.set(rows.values)
    rows.values = grown
  }
  rows.values[at] = first
  rows.values[at + 1] = second
  rows.count = at + 2
  if (third !== undefined) rows.values[rows.count++] = third
  return at
}

/** @param members number of symbols and names */
export const newScratch = (machine: Machine, members: number, phrases: number): Scratch => ({
  machine,
  heads: new Int32Array(members),
  links: noRows(),
  lists: noRows(),
  met: [],
  places: new Int32Array(1024),
  count: 0,
  inSentence: new Uint8Array(phrases),
  asked: new WeakMap(),
  askedLists: new WeakMap(),
})
