import * as v from 'valibot'
import type {Article, Block, Span} from '../article/article.js'
import type {Level} from '../diagnostic.js'
import {sentenceRange} from './condition.js'
import {blockOf, type Evidence} from './evidence.js'
import type {CheckContext, RuleOptions} from './kind.js'

export const verdictSchema = v.strictObject({
  has: v.pipe(v.array(v.string()), v.description('Names of evidence, all of which the article shows.')),
  near: v.optional(v.pipe(v.boolean(), v.description('They stand in blocks that are at most two apart.'))),
  atLeast: v.optional(
    v.pipe(
      v.union([v.number(), v.string()]),
      v.description(
        'The first evidence stands in so many sentences, or in as many as this option says; 1 unless given.',
      ),
    ),
  ),
  option: v.optional(
    v.pipe(
      v.record(v.string(), v.union([v.string(), v.boolean(), v.number()])),
      v.description('Holds only where the options have these values.'),
    ),
  ),
  accept: v.optional(v.pipe(v.boolean(), v.description('The article has what is asked for.'))),
  level: v.optional(v.picklist(['error', 'warning', 'info'])),
  message: v.optional(
    v.pipe(v.string(), v.description('`{name}` stands for the first words of that evidence.')),
  ),
  at: v.optional(
    v.pipe(v.string(), v.description('The evidence that is underlined; the title unless given.')),
  ),
})

type VerdictDefinition = v.InferOutput<typeof verdictSchema>

export interface Verdict {
  /** Its number among the rule's verdicts, from 0; none where none fits. */
  readonly number: number | undefined
  readonly accept: boolean
  readonly level: Level | undefined
  readonly message: string | undefined
  readonly at: Span | undefined
}

type EvidenceOf = (name: string) => readonly Evidence[]
export type Decide = (article: Article, evidence: EvidenceOf, options: RuleOptions) => Verdict

const unsaid: Verdict = {
  number: undefined,
  accept: false,
  level: undefined,
  message: undefined,
  at: undefined,
}

/**
 * The first verdict that fits. Two options of the rule, where it has them, tighten what is accepted: `require` lists
 * evidence that must be there besides, and `position: edges` asks for it in the first or last 15 % of the text, in a
 * notice or in a component.
 */
export const compileVerdicts = (
  verdicts: readonly VerdictDefinition[],
  names: readonly string[],
  context: CheckContext,
): Decide => {
  verdicts.forEach(({has, at}, index) => {
    for (const name of [...has, ...(at === undefined ? [] : [at])])
      if (!names.includes(name))
        context.fail(`there is no evidence “${name}”; there is ${names.join(', ')}`, [
          'require',
          'verdicts',
          index,
          'has',
        ])
  })
  return (article, evidence, options) => {
    const number = verdicts.findIndex((one) => fits(article, one, evidence, options))
    const verdict = verdicts[number]
    if (verdict === undefined) return unsaid
    if (verdict.accept === true)
      return (
        lacking(verdict, evidence, options) ??
        misplaced(article, verdict, evidence, options) ?? {...unsaid, number, accept: true}
      )
    return {
      number,
      accept: false,
      level: verdict.level,
      message: verdict.message?.replace(
        /\{([\w-]+)\}/g,
        (whole, name: string) => shownText(evidence(name)) ?? whole,
      ),
      at: verdict.at === undefined ? undefined : spanShown(evidence(verdict.at)),
    }
  }
}

const fits = (
  article: Article,
  {has, near, atLeast, option}: VerdictDefinition,
  evidence: EvidenceOf,
  options: RuleOptions,
): boolean =>
  Object.entries(option ?? {}).every(([name, value]) => options[name] === value) &&
  has.every((name) => evidence(name).length > 0) &&
  (atLeast === undefined ||
    sentenceCount(article, evidence(has[0]!)) >=
      Number(typeof atLeast === 'string' ? options[atLeast] : atLeast)) &&
  (near !== true || standNear(article, has.map(evidence)))

/** “Self-harm or suicide” is one mention. */
const sentenceCount = (article: Article, list: readonly Evidence[]): number =>
  new Set(list.map(({span}) => (span === undefined ? -1 : sentenceRange(article, span).start))).size

/** Blocks farther apart than this are read as separate remarks. */
const nearBlocks = 2

const standNear = (article: Article, [first = [], ...others]: readonly (readonly Evidence[])[]): boolean => {
  const places = others.map((list) => new Set(list.map(({block}) => placeInFlow(article, block))))
  return first.some(({block}) => {
    const place = placeInFlow(article, block)
    if (place === undefined) return false
    return places.every((indices) => {
      for (let index = place - nearBlocks; index <= place + nearBlocks; index++)
        if (indices.has(index)) return true
      return false
    })
  })
}

/** The title of a component is listed after all that is read; it stands where its words do in the source. */
const placeInFlow = ({blocks}: Article, block: Block | undefined): number | undefined => {
  if (block === undefined || block.readable) return block?.index
  const next = blocks.find(({readable, source}) => readable && source.end >= block.source.start)
  return next?.index ?? block.index
}

const lacking = (
  verdict: VerdictDefinition,
  evidence: EvidenceOf,
  options: RuleOptions,
): Verdict | undefined => {
  const required = options['require']
  if (!Array.isArray(required) || !isInText(verdict, evidence)) return undefined
  const missing = required.map(String).filter((name) => evidence(name).length === 0)
  if (missing.length === 0) return undefined
  return {...unsaid, message: `The notice lacks a part that is required here: ${missing.join(', ')}.`}
}

/** Components and fields show a notice that we cannot read. */
const isInText = ({has}: VerdictDefinition, evidence: EvidenceOf): boolean =>
  has.some((name) => evidence(name).some(({span}) => span !== undefined))

const misplaced = (
  article: Article,
  verdict: VerdictDefinition,
  evidence: EvidenceOf,
  options: RuleOptions,
): Verdict | undefined => {
  if (options['position'] !== 'edges' || !isInText(verdict, evidence)) return undefined
  const atEdge = verdict.has.some((name) =>
    evidence(name).some(
      (one) => one.span !== undefined && standsAtEdge(article, one.span, blockOf(article, one)),
    ),
  )
  if (atEdge) return undefined
  return {
    ...unsaid,
    level: 'warning',
    message: 'The notice stands in the middle of the text; put it first or last, where readers look for it.',
  }
}

const edgeShare = 0.15

const standsAtEdge = (article: Article, {start, end}: Span, block: Block | undefined): boolean =>
  end <= article.text.length * edgeShare ||
  start >= article.text.length * (1 - edgeShare) ||
  block?.kind === 'quote' ||
  (block !== undefined && article.sections[block.section]?.role === 'disclaimer')

const longestShown = 80

const shownText = (list: readonly Evidence[]): string | undefined => {
  const text = list[0]?.text.replace(/\s+/g, ' ').trim()
  return text === undefined || text.length <= longestShown
    ? text
    : `${text.slice(0, longestShown).trimEnd()}…`
}

const spanShown = (list: readonly Evidence[]): Span | undefined =>
  list.reduce<Span | undefined>(
    (first, {span}) =>
      span !== undefined && (first === undefined || span.start < first.start) ? span : first,
    undefined,
  )
