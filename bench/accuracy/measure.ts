import type {Diagnostic} from '../../src/diagnostic.js'
import type {Engine} from './engine.js'
import type {Gold} from './gold.js'
import type {Counts, Figure} from './score.js'

/** A case the library got wrong: what was linted, where it came from, and what was said about it. */
export interface WrongCase {
  readonly kind: 'fp' | 'fn'
  readonly text: string
  readonly path: string
  readonly source: string
  readonly diagnostics: readonly Diagnostic[]
  /** Where the label says something is, when it says so. */
  readonly missed?: {readonly start: number; readonly end: number}
  readonly note?: string
}

/** One line of the table. */
export interface Result {
  /** `residue-lines`, or `residue-lines/as-given` for another way to put the same question. */
  readonly name: string
  /** Rules that were run. */
  readonly rules: readonly string[]
  /** Those of them that the figures speak for; all unless given. The others are near kin that share the labels. */
  readonly about?: readonly string[]
  readonly set: string
  readonly cases: number
  readonly counts?: Counts
  readonly figures: readonly Figure[]
  readonly wrong: readonly WrongCase[]
  /** What a reader of the figure has to know. */
  readonly remark?: string
}

export interface Measure {
  readonly name: string
  readonly title: string
  /** Files of the folder that it reads; without them it is left out. */
  readonly needs: readonly string[]
  /** The rules that answer for it; none when the library lacks the one that the labels were made for. */
  readonly rules: (engine: Engine) => readonly string[]
  /** False for what needs no rule: the language layer. */
  readonly needsRules?: boolean
  readonly run: (gold: Gold, engine: Engine) => readonly Result[]
}
