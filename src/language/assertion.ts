import {firstIndex} from '../first-index.js'
import type {ClauseBoundaries, CueGroup} from './cue-definition.js'
import {type CueProgram, compileCues, findCues, type PlacedCue} from './cue-scope.js'
import {questionCue} from './question.js'
import {type Quotation, quotationsIn} from './quotation.js'
import {groupOf, type Reading} from './reading.js'
import type {Span} from './span.js'
import {TokenKind} from './tokens.js'

/** What a sentence does with the words in it, after NegEx (Chapman 2001) and ConText (Harkema 2009). */
export type AssertionStatus =
  | 'negated'
  | 'hedged'
  | 'conditional'
  | 'questioned'
  | 'quoted'
  | 'attributed'
  | 'hypothetical'

/** A word or mark that gives what stands near it a status; offsets in the text of the reading. */
export interface Cue {
  readonly kind: AssertionStatus
  readonly start: number
  readonly end: number
}

/** A cue that reaches a span, and from where. */
export interface CueReach extends Cue {
  /** The name of the cue's group: `modal`, `purpose`, `finding` … */
  readonly group: string
  /** Whether the cue stands before the span, after it, inside it, or (quotation, question) around it. */
  readonly side: 'before' | 'after' | 'inside' | 'around'
  /** Tokens between the cue and the span. */
  readonly distance: number
  /** True for a cue too weak to give a status: `can`. */
  readonly weak: boolean
}

/**
 * Tells what sentences do with the words in them. Work is done for a sentence when it is first asked about, and kept
 * for as long as its reading is, so sentences that nobody asks about cost nothing.
 *
 * `heading`: the span or sentence stands in a heading, where a question needs no question mark.
 */
export interface AssertionReader {
  /** The statuses of a span, each once; `[]` for a plain assertion. */
  assertionOf(reading: Reading, span: Span, heading?: boolean): readonly AssertionStatus[]
  /** Every cue that reaches a span, weak ones too, in the order of the text. */
  explain(reading: Reading, span: Span, heading?: boolean): readonly CueReach[]
  /**
   * The cues met in a sentence (an index of `sentenceStarts`), in the order of the text. Weak cues are left out, and so
   * are hedges that soften a part of the statement or the evidence for it: a sentence with a hedge is itself hedged, as
   * conditional and direct claims are told apart by Yu, Li and Wang (2019). A span in it may be hedged without one.
   */
  cuesOf(reading: Reading, sentence: number, heading?: boolean): readonly Cue[]
}

/** Cues are compiled when they are first needed. @throws {PackError} then, when a cue is not written as cues are */
export const createAssertionReader = (
  groups: readonly CueGroup[],
  boundaries: ClauseBoundaries,
): AssertionReader => {
  let compiled: CueProgram | undefined
  const programOf = (): CueProgram => {
    compiled ??= compileCues(groups, boundaries)
    return compiled
  }
  const known = new WeakMap<Reading, Known>()
  const knownOf = (reading: Reading): Known => {
    let found = known.get(reading)
    if (found === undefined) {
      found = {sentences: new Map(), blocks: new Map()}
      known.set(reading, found)
    }
    return found
  }
  const explain = (reading: Reading, span: Span, heading = false): readonly CueReach[] =>
    explainSpan(programOf(), knownOf(reading), reading, span, heading)
  return {
    explain,
    assertionOf: (reading, span, heading) => [
      ...new Set(explain(reading, span, heading).flatMap(({kind, weak}) => (weak ? [] : [kind]))),
    ],
    cuesOf: (reading, sentence, heading = false) =>
      sentenceCues(programOf(), knownOf(reading), reading, sentence, heading),
  }
}

/** What has been worked out about a reading so far, by index of sentence and block. */
interface Known {
  readonly sentences: Map<number, readonly PlacedCue[]>
  readonly blocks: Map<number, readonly Quotation[]>
}

const cuesAt = (
  program: CueProgram,
  known: Known,
  reading: Reading,
  sentence: number,
): readonly PlacedCue[] => {
  let cues = known.sentences.get(sentence)
  if (cues === undefined) {
    cues = findCues(program, reading, sentence)
    known.sentences.set(sentence, cues)
  }
  return cues
}

const quotationsAt = (known: Known, reading: Reading, token: number): readonly Quotation[] => {
  const block = groupOf(reading.blockStarts, token)
  let quotations = known.blocks.get(block)
  if (quotations === undefined) {
    quotations = quotationsIn(reading.tokens, reading.blockStarts[block]!, reading.blockStarts[block + 1]!)
    known.blocks.set(block, quotations)
  }
  return quotations
}

const explainSpan = (
  program: CueProgram,
  known: Known,
  reading: Reading,
  span: Span,
  heading: boolean,
): readonly CueReach[] => {
  const {tokens, sentenceStarts} = reading
  if (tokens.count === 0) return []
  const first = firstIndex(tokens.count, (index) => tokens.ends[index]! > span.start)
  const last = Math.max(
    first + 1,
    firstIndex(tokens.count, (index) => tokens.starts[index]! >= span.end),
  )
  if (first >= tokens.count) return []
  const sentence = groupOf(sentenceStarts, first)
  const reaches: CueReach[] = []
  const around = (kind: AssertionStatus, group: string, start: number, end: number): void => {
    reaches.push({kind, group, start, end, side: 'around', distance: 0, weak: false})
  }

  const question = questionCue(
    tokens,
    sentenceStarts[sentence]!,
    sentenceStarts[sentence + 1]!,
    first,
    heading,
  )
  if (question !== undefined) around('questioned', 'question', question.start, question.end)
  const quotation = enclosing(quotationsAt(known, reading, first), first, last)
  if (quotation !== undefined)
    around('quoted', 'quotation', tokens.starts[quotation.from]!, tokens.ends[quotation.from]!)

  const cues = cuesAt(program, known, reading, sentence)
  const whole = isWhole(reading, sentence, first, last)
  // No scope is longer than `program.reach`, so only the cues near the span are looked at.
  for (
    let at = firstIndex(cues.length, (index) => cues[index]!.to + program.reach >= first);
    at < cues.length;
    at++
  ) {
    const cue = cues[at]!
    if (cue.from > last + program.reach) break
    const side = whole && cue.group.kind === 'hedged' ? hedgeOfWhole(cue) : sideOf(cue, first, last)
    if (side === undefined) continue
    const distance = side === 'before' ? Math.max(0, first - cue.to) : side === 'after' ? cue.from - last : 0
    reaches.push({
      kind: cue.group.kind,
      group: cue.group.name,
      start: tokens.starts[cue.from]!,
      end: tokens.ends[cue.to - 1]!,
      side,
      distance,
      weak: cue.group.weak === true,
    })
  }
  return reaches.sort((a, b) => a.start - b.start)
}

/**
 * A cue that begins a span belongs to it (“no side effects” is not negated by its own “no”), and so does one inside it
 * that denies only a noun (“soft without tenderness”); one that turns the statement (“vinegar does not cure”) counts.
 */
const sideOf = (cue: PlacedCue, first: number, last: number): CueReach['side'] | undefined => {
  const {direction, nominal} = cue.group
  if (direction !== 'backward' && cue.from < first && cue.right > first) return 'before'
  if (direction !== 'forward' && cue.from >= last && cue.left < last) return 'after'
  if (direction === 'backward' || nominal === true) return undefined
  // A denial may end the span with what it denies (“is no cure”); a last word such as “helps” softens nothing in it.
  const end = cue.group.kind === 'negated' ? last : last - 1
  if (cue.from > first && cue.to <= end && cue.right >= last) return 'inside'
  return undefined
}

/** Whether a span of tokens is its sentence, the marks at its end aside. */
const isWhole = (
  {tokens, sentenceStarts}: Reading,
  sentence: number,
  first: number,
  last: number,
): boolean => {
  const to = sentenceStarts[sentence + 1]!
  if (first !== sentenceStarts[sentence] || last > to || to - last > 3) return false
  for (let at = last; at < to; at++) if (tokens.kinds[at] !== TokenKind.punctuation) return false
  return true
}

/** A sentence is hedged by a hedge anywhere in it, its first word too; “studies suggest” is then what it states. */
const hedgeOfWhole = ({group}: PlacedCue): CueReach['side'] | undefined =>
  group.softens === 'evidence' ? undefined : 'inside'

const sentenceCues = (
  program: CueProgram,
  known: Known,
  reading: Reading,
  sentence: number,
  heading: boolean,
): readonly Cue[] => {
  const {tokens, sentenceStarts} = reading
  const from = sentenceStarts[sentence]!
  const to = sentenceStarts[sentence + 1]!
  const cues: Cue[] = cuesAt(program, known, reading, sentence)
    .filter(({group}) => group.weak !== true && group.softens === 'statement')
    .map(({group, from, to}) => ({
      kind: group.kind,
      start: tokens.starts[from]!,
      end: tokens.ends[to - 1]!,
    }))
  const question = questionCue(tokens, from, to, from, heading)
  if (question !== undefined) cues.push({kind: 'questioned', start: question.start, end: question.end})
  const quotations = quotationsAt(known, reading, from)
  for (
    let at = firstIndex(quotations.length, (index) => quotations[index]!.to > from);
    at < quotations.length;
    at++
  ) {
    const quotation = quotations[at]!
    if (quotation.from >= to) break
    const mark = Math.max(quotation.from, from)
    cues.push({kind: 'quoted', start: tokens.starts[mark]!, end: tokens.ends[mark]!})
  }
  return cues.sort((a, b) => a.start - b.start || a.end - b.end)
}

const enclosing = (quotations: readonly Quotation[], first: number, last: number): Quotation | undefined => {
  const quotation = quotations[firstIndex(quotations.length, (index) => quotations[index]!.to > first)]
  return quotation !== undefined && quotation.from < first && quotation.to >= last ? quotation : undefined
}
