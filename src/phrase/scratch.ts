import type {KeyPhrases} from './compile.js'
import type {Machine} from './machine.js'

/** What is used for one article after the other, and says nothing about any of them between two calls. */
export interface Scratch {
  readonly machine: Machine
  /** By symbol, then by name: all 0 between two calls. */
  readonly heads: Int32Array
  readonly links: Pairs
  readonly lists: Pairs
  readonly met: number[]
  /** The places of the anchor of the phrase that is run, and how many there are. */
  places: Int32Array
  count: number
  /** By phrase: whether its matches stay in one sentence; 1 yes, 2 no, 0 before it has been asked for. */
  readonly inSentence: Uint8Array
  /** Phrases of the lists of keys that were asked for. */
  readonly asked: WeakMap<readonly string[], readonly KeyPhrases[]>
}

/** Two columns that grow together. */
export interface Pairs {
  first: Int32Array
  second: Int32Array
  count: number
}

const noPairs = (): Pairs => ({first: new Int32Array(1024), second: new Int32Array(1024), count: 0})

/** @param members number of symbols and names */
export const newScratch = (machine: Machine, members: number, phrases: number): Scratch => ({
  machine,
  heads: new Int32Array(members),
  links: noPairs(),
  lists: noPairs(),
  met: [],
  places: new Int32Array(1024),
  count: 0,
  inSentence: new Uint8Array(phrases),
  asked: new WeakMap(),
})
