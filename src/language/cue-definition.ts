import type {InferInput, InferOutput} from 'valibot'
import {
  array,
  integer,
  literal,
  minValue,
  number,
  optional,
  parse,
  picklist,
  pipe,
  record,
  strictObject,
  string,
  union,
} from 'valibot'

/**
 * A group of cues that act alike: what they do to the words near them, on which side, and how far.
 *
 * A cue is a sequence of words; `(a | b c)` is one of these, `x?` may be there, `_` is any word, `~x` every inflection
 * of it, and a mark stands for itself, a bracket as `\(`. A `pseudo` cue looks like one and is none (“no doubt”): the
 * cues of the same kind inside it do not count.
 *
 * Scope, after ConText: `clause` ends at a clause boundary, `comma` at a comma too, `fronted` at a comma when the cue
 * opens its sentence (“Without sleep, …”) and else as `clause`, `list` at a comma after which no list goes on, `item`
 * likewise when each item has a denial of its own (“no fever, no cough, a rash”) and else as `clause`, `sentence` at
 * the sentence's end, a number after so many words of the clause.
 */
const cueGroup = strictObject({
  name: string(),
  kind: picklist(['negated', 'hedged', 'conditional', 'questioned', 'quoted', 'attributed', 'hypothetical']),
  why: string(),
  direction: picklist(['forward', 'backward', 'both']),
  scope: union([
    picklist(['clause', 'comma', 'fronted', 'list', 'item', 'sentence']),
    pipe(number(), integer(), minValue(0)),
  ]),
  /** Too weak to change what a sentence asserts; only an explanation names it. */
  weak: optional(literal(true)),
  /**
   * What a hedge softens: the statement it stands in unless given, the evidence for it (“studies suggest”), or a part
   * of it (“some people”, “a possible cure”).
   */
  softens: optional(picklist(['statement', 'evidence', 'part']), 'statement'),
  /** Denies a noun, not a statement: inside a span it is part of what the span names (“soft without tenderness”). */
  nominal: optional(literal(true)),
  /** A cue only where it ends its clause, commas aside: “embolism unlikely”. */
  closing: optional(literal(true)),
  cues: array(string()),
  /** Words that end this group's reach besides clause boundaries (ConText's termination terms by category). */
  ends: optional(array(string()), []),
  pseudo: optional(array(string()), []),
  /** What the group must do: expected status (or `asserted`) and a sentence with the words meant between `[|` and `|]`. */
  examples: array(record(string(), string())),
})

/** Words and marks that begin a clause, and those that look as if they did. */
const boundaries = strictObject({
  why: string(),
  boundaries: array(string()),
  /** Commas that begin a clause unless a list goes on after them: “no rash, chronic ulcer”. */
  items: array(string()),
  pseudo: array(string()),
  /** At the head of a sentence: the first comma that is not a list's begins the main clause. */
  openers: array(string()),
})

export type CueGroup = InferOutput<typeof cueGroup>
/** As a file has it: what is left out takes the values above. */
export type WrittenCueGroup = InferInput<typeof cueGroup>
export type ClauseBoundaries = InferOutput<typeof boundaries>

/** @throws {ValiError} when a file of cue groups has not their shape */
export const parseCueGroups = (value: unknown): readonly CueGroup[] => parse(array(cueGroup), value)

/** @throws {ValiError} when the file of clause boundaries has not its shape */
export const parseBoundaries = (value: unknown): ClauseBoundaries => parse(boundaries, value)
