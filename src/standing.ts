import type {Article, Span} from './article/article.js'
import {lastStartingBy} from './article/block-at.js'
import {type PlacedFinding, weightOf} from './message.js'
import {builtinPack} from './rules/builtin.js'

const isClaim = ({rule}: PlacedFinding): boolean => rule.rule.topic === 'claims'

/** Claims that an author has struck out are withdrawn: “~~Keto cures diabetes.~~”. */
export const struckOut = (
  {struck}: Article,
  findings: readonly PlacedFinding[],
): ReadonlySet<PlacedFinding> =>
  struck.length === 0 ? none : new Set(findings.filter((one) => isClaim(one) && isWithin(struck, one)))

const none: ReadonlySet<PlacedFinding> = new Set()

/** @param spans ascending, none within another */
const isWithin = (spans: readonly Span[], {start, end}: Span): boolean => {
  const last = spans[lastStartingBy(spans, start)]
  return last !== undefined && last.start <= start && end <= last.end
}

const builtin: ReadonlySet<string> = new Set(builtinPack.rules.map(({id}) => id))

/**
 * Where one claim lies in another that is at least as bad, the longer one is told: “miracle cure for gout” of
 * no-absolute-efficacy, and no second time “miracle” of no-miracle-words. Rules of a site’s own always speak for themselves.
 *
 * @returns those that are not told, each with the one that is
 */
export const toldByOthers = (
  findings: readonly PlacedFinding[],
): ReadonlyMap<PlacedFinding, PlacedFinding> => {
  const claims = findings.filter((one) => isClaim(one) && builtin.has(one.ruleId))
  const inner = new Map<PlacedFinding, PlacedFinding>()
  let outer: PlacedFinding | undefined
  for (const one of claims.sort((a, b) => a.start - b.start || b.end - a.end || weightOf(b) - weightOf(a))) {
    if (outer === undefined || one.end > outer.end) outer = one
    else if (one.ruleId !== outer.ruleId && weightOf(one) <= weightOf(outer)) inner.set(one, outer)
  }
  return inner
}

/**
 * One place, told by one rule in two ways (an address and the target of its link, two phrases, two parts of a check), is told
 * once, as the worse. A rule in code may say several things of a place.
 */
export const toldTwice = (findings: readonly PlacedFinding[]): readonly PlacedFinding[] => {
  const told = new Map<string, PlacedFinding>()
  const again: PlacedFinding[] = []
  for (const one of findings) {
    const {ruleId, rule, start, end, finding} = one
    const place = [ruleId, start, end, rule.from.kind === 'code' ? finding.message : ''].join(' ')
    const before = told.get(place)
    if (before !== undefined) again.push(weightOf(one) > weightOf(before) ? before : one)
    if (before === undefined || weightOf(one) > weightOf(before)) told.set(place, one)
  }
  return again
}
