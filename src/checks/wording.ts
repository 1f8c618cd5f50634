import * as v from 'valibot'
import type {Article, Block, Span} from '../article/article.js'
import {blockAt} from '../article/block-at.js'
import type {Level} from '../diagnostic.js'
import type {AssertionStatus} from '../language/assertion.js'
import {sentenceAt} from '../language/reading.js'
import type {PhraseMatches} from '../phrase/match.js'
import type {PhraseMatch} from '../phrase/phrase.js'
import {type Condition, compileConditions, conditionsSchema} from './condition.js'
import type {CheckContext, ValuePath} from './kind.js'
import {type Mark, markedSpan, marks} from './mark.js'
import {blockFilter, type Place, placeSchema, standsAt} from './place.js'
import {compileReplacements, type Replacements, replaceSchema} from './replacement.js'
import type {Watch} from './watch.js'

/**
 * Wording that a check looks for: groups of phrases, each with the statuses that clear it, the company that it needs
 * or must not keep, and what to say. Shared by every kind of check that finds words.
 */
const statuses = [
  'negated',
  'hedged',
  'conditional',
  'questioned',
  'quoted',
  'attributed',
  'hypothetical',
] as const satisfies readonly AssertionStatus[]

const statusSchema = v.union([
  v.pipe(
    v.picklist(['asserted', 'any']),
    v.description('`asserted`: any status clears the match; `any`: none does.'),
  ),
  v.pipe(v.array(v.picklist(statuses)), v.description('The statuses that clear the match.')),
])

const groupEntries = {
  ...placeSchema.entries,
  status: v.optional(statusSchema),
  lower: v.optional(
    v.pipe(v.array(v.picklist(statuses)), v.description('Statuses that make the finding one level lower.')),
  ),
  lowerTo: v.optional(
    v.pipe(
      v.picklist(['warning', 'info']),
      v.description('What `lower` makes of it, where that is not one level lower.'),
    ),
  ),
  unless: v.optional(v.pipe(conditionsSchema, v.description('Any of these near the match clears it.'))),
  with: v.optional(v.pipe(conditionsSchema, v.description('All of these must stand near the match.'))),
  level: v.optional(v.picklist(['error', 'warning', 'info'])),
  message: v.optional(v.string()),
  instead: v.optional(
    v.pipe(v.array(v.string()), v.description('Better wordings, as advice: none is written for an author.')),
  ),
  replace: v.optional(replaceSchema),
  mark: v.optional(
    v.pipe(
      v.picklist(marks),
      v.description(
        'What is underlined: the match (unless given), its sentence, the note in brackets that it stands in (else its sentence), its block.',
      ),
    ),
  ),
  fix: v.optional(
    v.pipe(
      v.picklist(['delete-block', 'delete-match']),
      v.description('What may be done unasked: only where it cannot change what the text means.'),
    ),
  ),
} as const

const groupSchema = v.union([
  v.string(),
  v.strictObject({
    label: v.optional(v.pipe(v.string(), v.description('A name for this group, for the rule’s readers.'))),
    phrases: v.pipe(v.array(v.string()), v.minLength(1)),
    ...groupEntries,
  }),
])

export const wordingSchema = v.strictObject({
  match: v.pipe(
    v.array(groupSchema),
    v.minLength(1),
    v.description('Phrases, or groups of phrases with settings of their own.'),
  ),
  once: v.optional(
    v.pipe(
      v.picklist(['each', 'sentence', 'block', 'section', 'article', 'wording']),
      v.description(
        'How often to report: every match, one a sentence (of lesser findings one a block), one a block (unless given), section or article, one for each wording.',
      ),
    ),
  ),
  ...groupEntries,
})

export type WordingDefinition = v.InferOutput<typeof wordingSchema>

/** A stretch of wording that was found and that nothing clears. */
export interface Occurrence extends Span {
  readonly match: PhraseMatch
  readonly block: Block
  readonly level: Level | undefined
  readonly message: string | undefined
  readonly instead: readonly string[]
  readonly replace: Replacements | undefined
  readonly fix: 'delete-block' | 'delete-match' | undefined
  /** Position of its group in the rule: earlier groups win where two overlap. */
  readonly group: number
}

interface Group {
  readonly keys: readonly string[]
  readonly reads: (article: Article, block: Block) => boolean
  readonly position: Place['position']
  readonly clears: ReadonlySet<AssertionStatus>
  readonly lowers: ReadonlySet<AssertionStatus>
  readonly lowerTo: Level | undefined
  readonly unless: readonly Condition[]
  readonly with: readonly Condition[]
  /** Where in the rule's file these conditions stand, for whoever watches. */
  readonly settings: {readonly unless: readonly ValuePath[]; readonly with: readonly ValuePath[]}
  readonly level: Level | undefined
  /** The rule's: what a finding has that no group sets a level for. */
  readonly ownLevel: Level
  readonly message: string | undefined
  readonly instead: readonly string[]
  readonly replace: Replacements | undefined
  readonly mark: Mark
  readonly fix: 'delete-block' | 'delete-match' | undefined
}

const nothing: readonly never[] = []

export type FindWording = (article: Article, matches: PhraseMatches, watch?: Watch) => readonly Occurrence[]

/** Compiles `{match, once, …}`; settings of a group stand before those of the whole, conditions of both hold. */
export const compileWording = (
  definition: WordingDefinition,
  context: CheckContext,
  path: ValuePath,
): FindWording => {
  const groups = definition.match.map((entry, index) =>
    compileGroup(definition, entry, context, [...path, 'match', index], path),
  )
  const keys = groups.map((group) => group.keys)
  const once = definition.once ?? 'block'
  return (article, matches, watch) => {
    // Most wording is looked for in vain.
    let found: Occurrence[] | undefined
    for (const index of matches.among(keys)) {
      const group = groups[index]!
      for (const match of matches.ofAll(group.keys)) {
        const occurrence = judge(group, index, article, matches, match, watch)
        if (occurrence === undefined) continue
        if (found === undefined) found = [occurrence]
        else found.push(occurrence)
      }
    }
    if (found === undefined) return nothing
    const apart = withoutOverlaps(found)
    const kept = thinned(article, apart, once)
    if (watch !== undefined) tellFates(watch, found, apart, kept, once)
    return kept
  }
}

const tellFates = (
  watch: Watch,
  found: readonly Occurrence[],
  apart: readonly Occurrence[],
  kept: readonly Occurrence[],
  once: string,
): void => {
  const [standing, reported] = [new Set(apart), new Set(kept)]
  for (const one of found) {
    if (reported.has(one)) watch.match(one.match, {became: 'finding'})
    else if (!standing.has(one)) watch.match(one.match, {became: 'covered'})
    else watch.match(one.match, {became: 'nothing', why: `another one stands for it (once: ${once})`})
  }
}

const compileGroup = (
  whole: WordingDefinition,
  entry: WordingDefinition['match'][number],
  context: CheckContext,
  path: ValuePath,
  wholePath: ValuePath,
): Group => {
  const own = typeof entry === 'string' ? {phrases: [entry]} : entry
  const merged = {...whole, ...own}
  const unless = [
    ...compileConditions(whole.unless, context, [...wholePath, 'unless']),
    ...('unless' in own ? compileConditions(own.unless, context, [...path, 'unless']) : []),
  ]
  const withAll = [
    ...compileConditions(whole.with, context, [...wholePath, 'with']),
    ...('with' in own ? compileConditions(own.with, context, [...path, 'with']) : []),
  ]
  return {
    keys: own.phrases.map((text, index) =>
      context.phrase(text, typeof entry === 'string' ? path : [...path, 'phrases', index]),
    ),
    reads: blockFilter(merged),
    position: merged.position,
    clears: clearing(merged.status),
    lowers: new Set(merged.lower ?? []),
    lowerTo: merged.lowerTo,
    unless,
    with: withAll,
    settings: {
      unless: pathsOf('unless', [whole.unless, wholePath], ['unless' in own ? own.unless : [], path]),
      with: pathsOf('with', [whole.with, wholePath], ['with' in own ? own.with : [], path]),
    },
    level: merged.level,
    ownLevel: context.level,
    message: merged.message,
    instead: merged.instead ?? [],
    replace: merged.replace === undefined ? undefined : compileReplacements(merged.replace),
    mark: merged.mark ?? 'match',
    fix: merged.fix,
  }
}

type Written = readonly [conditions: readonly unknown[] | undefined, path: ValuePath]

const pathsOf = (name: string, ...written: readonly Written[]): readonly ValuePath[] =>
  written.flatMap(([conditions = [], path]) => conditions.map((_, index) => [...path, name, index]))

const clearing = (status: WordingDefinition['status']): ReadonlySet<AssertionStatus> =>
  new Set(status === 'asserted' ? statuses : status === undefined || status === 'any' ? [] : status)

const judge = (
  group: Group,
  index: number,
  article: Article,
  matches: PhraseMatches,
  match: PhraseMatch,
  watch: Watch | undefined,
): Occurrence | undefined => {
  const block = blockAt(article.blocks, match.start)
  if (block === undefined || !group.reads(article, block)) {
    watch?.match(match, {became: 'nothing', why: `no text of its kind is read here (${block?.kind})`})
    return undefined
  }
  if (!standsAt(article, block, match.start, match.end, group.position)) {
    watch?.match(match, {became: 'nothing', why: `it does not stand at ${group.position}`})
    return undefined
  }
  const lacking = group.with.findIndex((holds) => !holds(article, matches, match, block))
  if (lacking !== -1) {
    watch?.match(match, {became: 'nothing', why: 'not with', lacks: group.settings.with[lacking]!})
    return undefined
  }
  const excuse = group.unless.findIndex((holds) => holds(article, matches, match, block))
  if (excuse !== -1) {
    watch?.match(match, {became: 'nothing', why: 'unless', setting: group.settings.unless[excuse]!})
    return undefined
  }
  let lowered = false
  if (group.clears.size > 0 || group.lowers.size > 0) {
    const found = article.assertionOf(match)
    const clearedBy = found.find((status) => group.clears.has(status))
    if (clearedBy !== undefined) {
      watch?.match(match, {became: 'nothing', why: `status ${clearedBy}`})
      return undefined
    }
    lowered = found.some((status) => group.lowers.has(status))
  }
  const {level, lowerTo, message, instead, replace, fix} = group
  const {start, end} = markedSpan(article, block, match, group.mark)
  return {
    start,
    end,
    match,
    block,
    group: index,
    message,
    instead,
    replace,
    fix,
    level: lowered ? (lowerTo ?? oneLower(level ?? group.ownLevel)) : level,
  }
}

const oneLower = (level: Level): Level => (level === 'error' ? 'warning' : 'info')

/** One sweep by position: where two overlap, the earlier group stands, then the longer match. */
const withoutOverlaps = (found: readonly Occurrence[]): readonly Occurrence[] => {
  const kept: Occurrence[] = []
  for (const one of found.toSorted((a, b) => a.start - b.start || a.group - b.group || b.end - a.end)) {
    const last = kept.at(-1)
    if (last === undefined || one.start >= last.end) kept.push(one)
    else if (one.group < last.group) kept[kept.length - 1] = one
  }
  return kept
}

const rank = {error: 0, warning: 1, info: 2} as const

const placeOf = (
  article: Article,
  {start, end, block, level}: Occurrence,
  once: 'sentence' | 'block' | 'section' | 'article' | 'wording',
): string | number => {
  switch (once) {
    case 'sentence':
      // Lesser findings are told once a block.
      return level === undefined ? sentenceAt(article.reading, start) : `block ${block.index}`
    case 'block':
      return block.index
    case 'section':
      return block.section
    case 'article':
      return 0
    case 'wording':
      return article.fullText.slice(start, end).toLowerCase()
  }
}

const thinned = (
  article: Article,
  found: readonly Occurrence[],
  once: NonNullable<WordingDefinition['once']>,
): readonly Occurrence[] => {
  if (once === 'each') return found
  const best = new Map<string | number, Occurrence>()
  for (const one of found) {
    const place = placeOf(article, one, once)
    const other = best.get(place)
    if (other === undefined || rank[one.level ?? 'error'] < rank[other.level ?? 'error']) best.set(place, one)
  }
  const kept = [...best.values()].sort((a, b) => a.start - b.start)
  if (once !== 'sentence') return kept
  // … and not beside one of the rule's own level.
  const full = new Set(kept.flatMap(({level, block}) => (level === undefined ? [block.index] : [])))
  return kept.filter(({level, block}) => level === undefined || !full.has(block.index))
}
