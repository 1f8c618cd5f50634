import type {ClauseBoundaries, CueGroup} from './cue-definition.js'
import {addCue, type CueIndex, createCueIndex, matchCues} from './cue-index.js'
import type {Reading} from './reading.js'
import {wordAt} from './tokens.js'

/** Cues, pseudo-cues and clause boundaries in one index. */
export interface CueProgram {
  readonly index: CueIndex<CueRole>
  /** The longest scope, in tokens: what keeps a sentence of a million words linear. */
  readonly reach: number
}

type CueRole =
  | {readonly type: 'cue'; readonly group: CueGroup}
  | {readonly type: 'pseudo'; readonly kind: CueGroup['kind']}
  | {readonly type: 'end'; readonly group: CueGroup}
  | {readonly type: 'boundary' | 'item' | 'pseudo-boundary' | 'opener'}

/** A cue in a sentence; token indices. It covers `left` to `from` when it looks back, `to` to `right` when forward. */
export interface PlacedCue {
  readonly group: CueGroup
  readonly from: number
  /** Exclusive. */
  readonly to: number
  readonly left: number
  /** Exclusive. */
  readonly right: number
}

/** @throws {PackError} when a cue is not written as cues are */
export const compileCues = (groups: readonly CueGroup[], boundaries: ClauseBoundaries): CueProgram => {
  const index = createCueIndex<CueRole>()
  for (const group of groups) {
    const role: CueRole = {type: 'cue', group}
    for (const cue of group.cues) addCue(index, cue, role)
    const end: CueRole = {type: 'end', group}
    for (const cue of group.ends) addCue(index, cue, end)
    const pseudo: CueRole = {type: 'pseudo', kind: group.kind}
    for (const cue of group.pseudo) addCue(index, cue, pseudo)
  }
  const boundary: CueRole = {type: 'boundary'}
  for (const cue of boundaries.boundaries) addCue(index, cue, boundary)
  const item: CueRole = {type: 'item'}
  for (const cue of boundaries.items) addCue(index, cue, item)
  const opener: CueRole = {type: 'opener'}
  for (const cue of boundaries.openers) addCue(index, cue, opener)
  const pseudo: CueRole = {type: 'pseudo-boundary'}
  for (const cue of boundaries.pseudo) addCue(index, cue, pseudo)
  return {index, reach: 120}
}

/** The cues of a sentence with their scopes, in the order of the text. */
export const findCues = (program: CueProgram, reading: Reading, sentence: number): readonly PlacedCue[] => {
  const {tokens, sentenceStarts} = reading
  const start = sentenceStarts[sentence]!
  const words = Array.from({length: sentenceStarts[sentence + 1]! - start}, (_, index) =>
    wordAt(tokens, start + index),
  )
  const met = meet(program, words)
  if (met.cues.length === 0) return []
  const sentenceMap: SentenceMap = {
    words,
    begins: clauseStarts(met, words.length),
    ends: met.ends,
    reach: program.reach,
  }
  return met.cues
    .filter((cue, position) => !isHidden(position, met) && standsWhereItMay(cue, sentenceMap))
    .map(({group, from, to}) => ({
      group,
      from: start + from,
      to: start + to,
      left: start + reachBack(group, sentenceMap, from),
      right: start + reachOn(group, sentenceMap, from, to),
    }))
}

/** What ends a reach: words, where clauses begin (1) and only seem to (2), where groups end, the longest reach. */
interface SentenceMap {
  readonly words: readonly string[]
  readonly begins: Uint8Array
  readonly ends: Met['ends']
  readonly reach: number
}

interface Met {
  readonly cues: readonly MetCue[]
  /** Pseudo-cues by their first word. */
  readonly pseudo: ReadonlyMap<number, readonly {readonly kind: CueGroup['kind']; readonly to: number}[]>
  readonly boundaries: readonly number[]
  /** First words that end the reach of a group. */
  readonly ends: ReadonlyMap<CueGroup, ReadonlySet<number>>
  /** First word of each pseudo-boundary, and where it ends. */
  readonly pseudoBoundaries: readonly (readonly [number, number])[]
}

interface MetCue {
  readonly group: CueGroup
  readonly from: number
  readonly to: number
}

/** Cues of more words than this do not exist, so a longer look back for what hides a cue is in vain. */
const longestCue = 10

const meet = ({index}: CueProgram, words: readonly string[]): Met => {
  const cues: MetCue[] = []
  const pseudo = new Map<number, {kind: CueGroup['kind']; to: number}[]>()
  const boundaries: number[] = []
  const ends = new Map<CueGroup, Set<number>>()
  const pseudoBoundaries: (readonly [number, number])[] = []
  for (let from = 0; from < words.length; from++) {
    // A hyphen is looked through inside a cue, and begins none.
    if (words[from] === '-') continue
    matchCues(index, words, from, (to, role) => {
      if (role.type === 'cue') addOnce(cues, {group: role.group, from, to})
      else if (role.type === 'pseudo') pseudo.set(from, [...(pseudo.get(from) ?? []), {kind: role.kind, to}])
      else if (role.type === 'boundary') boundaries.push(from)
      else if (role.type === 'item') {
        if (!goesOnListing(words, from)) boundaries.push(from)
      } else if (role.type === 'end') ends.set(role.group, (ends.get(role.group) ?? new Set()).add(from))
      else if (role.type === 'opener') {
        if (from === 0) boundaries.push(mainClause(words))
      } else pseudoBoundaries.push([from, to])
    })
  }
  return {cues, pseudo, boundaries, ends, pseudoBoundaries}
}

/** Two alternatives of a cue may match the same words. */
const addOnce = (cues: MetCue[], cue: MetCue): void => {
  for (let at = cues.length - 1; at >= 0 && cues[at]!.from === cue.from; at--)
    if (cues[at]!.to === cue.to && cues[at]!.group === cue.group) return
  cues.push(cue)
}

/** The comma that ends an opening clause (“Although it is cheap, …”); the number of words when there is none. */
const mainClause = (words: readonly string[]): number => {
  const comma = words.findIndex((word, at) => word === ',' && !isListComma(words, at))
  return comma === -1 ? words.length : comma
}

/** “colds, flu or gout”: a few words and then “or” or “and”. */
const isListComma = (words: readonly string[], comma: number): boolean =>
  words.slice(comma + 1, comma + 4).some(joins)

const joins = (word: string): boolean => word === 'or' || word === 'and'

/** “colds, shortness of breath, cramps or gout”: a few short items, and then one that “or” or “and” joins. */
const goesOnListing = (words: readonly string[], comma: number): boolean => {
  let at = comma
  for (let items = 0; items < 8; items++) {
    if (words[at + 1] === 'no') return false
    if (words[at + 1] === 'any') return true
    if (words.slice(at + 1, at + 5).some(joins)) return true
    const next = words.slice(at + 1, at + 6).indexOf(',')
    if (next === -1) return false
    at += next + 1
  }
  return false
}

/** “Without clubbing, cyanosis, or edema.”: nothing but a list up to the sentence's end. */
const listsToTheEnd = (words: readonly string[], comma: number): boolean => {
  let from = comma + 1
  for (let at = from; at < Math.min(words.length, comma + 24); at++) {
    if (words[at] !== ',' && words[at] !== '.') continue
    const length = at - from
    if (words[at] === '.') return joins(words[from]!) ? length <= 5 : length <= 3 && words[from + 1] === 'or'
    if (length > 3) return false
    from = at + 1
  }
  return false
}

/** Inside a longer pseudo-cue of its kind, or inside a longer cue that does the same. */
const isHidden = (position: number, {cues, pseudo}: Met): boolean => {
  const cue = cues[position]!
  for (let at = Math.max(0, cue.from - longestCue); at <= cue.from; at++)
    if (pseudo.get(at)?.some(({kind, to}) => kind === cue.group.kind && overlaps(at, to, cue))) return true
  for (let at = position - 1; at >= 0 && cues[at]!.from >= cue.from - longestCue; at--)
    if (hides(cues[at]!, cue)) return true
  for (let at = position + 1; at < cues.length && cues[at]!.from === cue.from; at++)
    if (hides(cues[at]!, cue)) return true
  return false
}

const standsWhereItMay = ({group, to}: MetCue, {words, begins}: SentenceMap): boolean => {
  const next = words[to]
  return group.closing !== true || next === undefined || begins[to] === 1 || /^[.;:!?)]/.test(next)
}

/** “no doubt” takes “no” from the cues, and “doubt that”; “negative” does not take “negative for”. */
const overlaps = (from: number, to: number, cue: MetCue): boolean =>
  to >= cue.to ? to - from > cue.to - cue.from : to > cue.from && from < cue.from

const hides = (longer: MetCue, cue: MetCue): boolean =>
  longer.to >= cue.to &&
  longer.to - longer.from > cue.to - cue.from &&
  longer.group.kind === cue.group.kind &&
  longer.group.direction === cue.group.direction

const clauseStarts = ({boundaries, pseudoBoundaries}: Met, length: number): Uint8Array => {
  const begins = new Uint8Array(length + 1)
  for (const at of boundaries) begins[at] = 1
  for (const [from, to] of pseudoBoundaries) begins.fill(2, from, to)
  return begins
}

const reachOn = (
  group: CueGroup,
  {words, begins, ends, reach}: SentenceMap,
  from: number,
  to: number,
): number => {
  const {direction, scope} = group
  if (direction === 'backward') return to
  const limit = Math.min(words.length, to + (typeof scope === 'number' ? scope : reach))
  if (scope === 'sentence') return limit
  const endsAtComma =
    scope === 'comma'
      ? always
      : scope === 'fronted' && opensClause(words, begins, from)
        ? (at: number) => !listsToTheEnd(words, at)
        : scope === 'item' && (words[from - 1] === ',' || deniesAgain(words, begins, to, limit))
          ? (at: number) => !goesOnListing(words, at)
          : scope === 'list'
            ? (at: number) => !goesOnListing(words, at)
            : never
  const own = ends.get(group)
  // What is said in brackets denies nothing beyond them: “the film (no earlier one at hand) shows …”.
  const closing = words[from - 1] === '(' ? ')' : undefined
  let at = to
  while (
    at < limit &&
    begins[at] !== 1 &&
    (closing === undefined || words[at] !== closing) &&
    !(words[at] === ',' && begins[at] !== 2 && endsAtComma(at)) &&
    own?.has(at) !== true
  )
    at++
  return at
}

/** “no fever, cough since Monday, no rash”: each item that is denied says so. */
const deniesAgain = (words: readonly string[], begins: Uint8Array, to: number, limit: number): boolean => {
  for (let at = to; at < limit && begins[at] !== 1; at++)
    if (words[at] === ',' && words[at + 1] === 'no') return true
  return false
}

const isBeing: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'been', 'remains', 'remained'])

const always = (): boolean => true
const never = (): boolean => false

const reachBack = (group: CueGroup, {words, begins, ends, reach}: SentenceMap, from: number): number => {
  const {direction, scope} = group
  if (direction === 'forward') return from
  const limit = Math.max(0, from - (typeof scope === 'number' ? scope : reach))
  if (scope === 'sentence') return limit
  const own = ends.get(group)
  // A cue that begins with the mark between clauses looks over it: “Fever: none”, “Fever — resolved”, “…, which was negative”.
  let at = /^[:—,]$/.test(words[from]!) ? from - 1 : from
  while (
    at > limit &&
    begins[at] !== 1 &&
    !(scope === 'comma' && words[at - 1] === ',' && begins[at - 1] !== 2) &&
    own?.has(at - 1) !== true
  )
    at--
  return at
}

/**
 * “Without sleep, …”, “In the absence of proof, …”: the cue is among the first three words of its clause, and no verb
 * stands before it (“She is without cough, fever or pain today”).
 */
const opensClause = (words: readonly string[], begins: Uint8Array, from: number): boolean => {
  if (from > 0 && isBeing.has(words[from - 1]!)) return false
  for (let at = from; at >= from - 2; at--) if (at === 0 || begins[at] === 1) return true
  return false
}
