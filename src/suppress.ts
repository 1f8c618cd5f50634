import type {Article, Directive, SourceSpan} from './article/article.js'
import type {SuppressedDiagnostic} from './diagnostic.js'
import {didYouMean} from './errors.js'
import {blockFinder} from './next-block.js'

/**
 * Comments that excuse findings, each with a reason:
 *
 *     <!-- healthlint-disable-next-line no-absolute-efficacy -- quoted from the FDA letter owner: ana until: 2027-01-31 -->
 *     <!-- healthlint-disable cite-statistics -- figures are in the table --> … <!-- healthlint-enable cite-statistics -->
 *     <!-- healthlint-disable-file require-disclaimer -- the layout adds it -->
 *
 * A comment that excuses nothing, names no rule that exists, has run out or gives no reason is a finding itself. So is one
 * in plain text, which has no comments: what stands there, readers see.
 */
export interface Excusable {
  readonly ruleId: string
  /** In the source. */
  readonly start: number
  readonly end: number
}

export interface Suppression {
  readonly kind: 'next-line' | 'block' | 'file'
  /** Rule ids; empty for all rules. */
  readonly rules: readonly string[]
  readonly reason: string
  readonly owner?: string
  readonly until?: string
  /** The stretch of the source that it covers. */
  readonly from: number
  readonly to: number
  readonly source: SourceSpan
}

export interface DirectiveMistake {
  readonly source: SourceSpan
  readonly message: string
}

export interface Suppressions {
  readonly suppressions: readonly Suppression[]
  readonly mistakes: readonly DirectiveMistake[]
}

export interface SuppressOptions {
  /** Every rule id there is, enabled or not. */
  readonly known: ReadonlySet<string>
  /** The ids that ran: only for those can a comment be called unused. */
  readonly enabled: ReadonlySet<string>
  /** `YYYY-MM-DD`, against which `until:` is compared. */
  readonly today: () => string
}

export type SuppressionOf = SuppressedDiagnostic['suppression']

/** What editors insert for the author to write over; left standing, it is no reason. */
export const reasonPlaceholder = 'reason'

const form = /^healthlint-(disable-next-line|disable-file|disable|enable)(?![\w-])([\s\S]*)$/
const forms = ['disable-next-line', 'disable', 'enable', 'disable-file']
/** Nobody is led to excuse a whole file who meant a line. */
const narrowForms = forms.filter((name) => name !== 'disable-file')

/**
 * Splits findings into those that stand and those that a comment excuses, and tells what is wrong with the comments.
 *
 * @param findings sorted by nothing in particular; kept in the order given
 */
export const suppress = <T extends Excusable>(
  article: Article,
  findings: readonly T[],
  options: SuppressOptions,
): {
  readonly kept: readonly T[]
  readonly suppressed: readonly (readonly [T, SuppressionOf])[]
  readonly mistakes: readonly DirectiveMistake[]
} => {
  if (article.directives.length === 0) return {kept: findings, suppressed: [], mistakes: []}
  if (article.kind === 'text')
    return {
      kept: findings,
      suppressed: [],
      mistakes: article.directives.map(({source}) => ({source, message: noComments})),
    }
  const {suppressions, mistakes} = readDirectives(article, options)
  const used = new Set<string>()
  const kept: T[] = []
  const suppressed: (readonly [T, SuppressionOf])[] = []
  for (const finding of findings) {
    const excuse = suppressions.find((one) => covers(one, finding))
    if (excuse === undefined) {
      kept.push(finding)
      continue
    }
    used.add(usageKey(excuse, finding.ruleId))
    const {kind, reason, owner, until} = excuse
    suppressed.push([
      finding,
      {kind, reason, ...(owner === undefined ? {} : {owner}), ...(until === undefined ? {} : {until})},
    ])
  }
  return {kept, suppressed, mistakes: [...mistakes, ...unused(suppressions, used, options)]}
}

const noComments =
  'Plain text has no comments, so this excuses nothing and readers see it. Excuse the finding in a baseline, or switch its rule off for this file in the configuration.'

const covers = ({rules, from, to}: Suppression, finding: Excusable): boolean =>
  finding.start < to &&
  finding.end > from - 1 &&
  finding.start >= from &&
  (rules.length === 0 || rules.includes(finding.ruleId))

const usageKey = (one: Suppression, ruleId: string): string =>
  `${one.source.start} ${one.rules.length === 0 ? '' : ruleId}`

const unused = (
  suppressions: readonly Suppression[],
  used: ReadonlySet<string>,
  {enabled}: SuppressOptions,
): readonly DirectiveMistake[] =>
  suppressions.flatMap((one) => {
    if (one.rules.length === 0) {
      return used.has(usageKey(one, ''))
        ? []
        : [
            {
              source: one.source,
              message: 'This comment excuses nothing: there is no finding where it applies.',
            },
          ]
    }
    return one.rules
      .filter((rule) => enabled.has(rule) && !used.has(usageKey(one, rule)))
      .map((rule) => ({
        source: one.source,
        message: `This comment excuses nothing: \`${rule}\` finds nothing where it applies.`,
      }))
  })

/** Reads the directives of an article, in order. */
const readDirectives = (article: Article, options: SuppressOptions): Suppressions => {
  const suppressions: Suppression[] = []
  const mistakes: DirectiveMistake[] = []
  const open: {parsed: ParsedDirective; source: SourceSpan}[] = []
  const nextBlock = blockFinder(article)
  const close = (index: number, to: number): void => {
    const [{parsed, source}] = open.splice(index, 1) as [{parsed: ParsedDirective; source: SourceSpan}]
    // One that has run out has an end all the same.
    if (!parsed.usable) return
    suppressions.push({...parsed.details, kind: 'block', rules: parsed.rules, from: source.end, to, source})
  }
  for (const directive of article.directives) {
    const {source} = directive
    const parsed = parseDirective(directive, options)
    mistakes.push(...parsed.mistakes.map((message) => ({source, message})))
    if (!parsed.usable && !(parsed.name === 'disable' && parsed.meant)) continue
    if (parsed.name === 'enable') {
      const index = open.findLastIndex((one) => sameRules(one.parsed.rules, parsed.rules))
      if (index >= 0) close(index, source.start)
      else
        mistakes.push({
          source,
          message: 'There is no `healthlint-disable` above that this comment could end.',
        })
    } else if (parsed.name === 'disable') {
      open.push({parsed, source})
    } else {
      const kind = parsed.name === 'disable-file' ? 'file' : 'next-line'
      const [from, to] = kind === 'file' ? [0, article.source.length + 1] : nextBlock(source.end)
      suppressions.push({...parsed.details, kind, rules: parsed.rules, from, to, source})
    }
  }
  while (open.length > 0) close(open.length - 1, article.source.length + 1)
  return {suppressions, mistakes}
}

const sameRules = (a: readonly string[], b: readonly string[]): boolean =>
  b.length === 0 || (a.length === b.length && a.every((rule) => b.includes(rule)))

interface ParsedDirective {
  readonly name: string
  readonly rules: readonly string[]
  readonly details: {readonly reason: string; readonly owner?: string; readonly until?: string}
  readonly mistakes: readonly string[]
  readonly usable: boolean
  /** It is clear what it speaks of, be it usable or not. */
  readonly meant: boolean
}

const parseDirective = ({text}: Directive, {known, today}: SuppressOptions): ParsedDirective => {
  const match = form.exec(text.trim())
  if (match === null) {
    return {
      name: '',
      rules: [],
      details: {reason: ''},
      mistakes: [noDirective(text.trim())],
      usable: false,
      meant: false,
    }
  }
  const [, name = '', rest = ''] = match
  // Word processors make a dash of two hyphens.
  const [list = '', ...said] = rest.split(/\s(?:--|[—–])\s|^--\s/)
  const written = list.split(/[\s,]+/).filter((word) => word !== '')
  const details = detailsOf(said.join(' -- '))
  const mistakes: string[] = []
  for (const rule of written) {
    if (!known.has(rule)) mistakes.push(`There is no rule \`${rule}\`${didYouMean(rule, known) || '.'}`)
  }
  const noDate = details.until !== undefined && !isDate(details.until)
  const expired = details.until !== undefined && !noDate && details.until < today()
  if (name !== 'enable') {
    if (details.reason === '')
      mistakes.push('Say why, after two hyphens: `<!-- healthlint-disable-next-line rule -- reason -->`.')
    if (noDate) mistakes.push(`“${details.until}” is no date; write it as 2027-01-31.`)
    else if (expired)
      mistakes.push(`This excuse ran out on ${details.until}: mend the text, or give it a new date.`)
  }
  const rules = written.filter((rule) => known.has(rule))
  // A comment all of whose rules are misspelt must not excuse everything.
  const meant = written.length === 0 || rules.length > 0
  const usable = meant && (name === 'enable' || (!noDate && !expired && details.reason !== ''))
  return {name, rules, details, mistakes, usable, meant}
}

/** A day that there is: 31 February is none. */
const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

const noDirective = (text: string): string => {
  const [written = '', word = ''] = /^health-?lint[-:\s]+([\w-]*)/i.exec(text) ?? [text]
  const meant = forms.find((one) => one === word)
  const hint =
    meant === undefined
      ? didYouMean(word, narrowForms) || `; there are ${forms.map((one) => `healthlint-${one}`).join(', ')}.`
      : `; write \`healthlint-${meant}\`.`
  return `“${written.trim()}” is no directive${hint}`
}

const detailsOf = (said: string): ParsedDirective['details'] => {
  const owner = /(?:^|\s)owner:\s*(\S+)/.exec(said)?.[1]
  const until = /(?:^|\s)until:\s*(\S+)/.exec(said)?.[1]
  const written = said.replace(/(?:^|\s)(?:owner|until):\s*\S+/g, '').trim()
  const reason = written === reasonPlaceholder ? '' : written
  return {reason, ...(owner === undefined ? {} : {owner}), ...(until === undefined ? {} : {until})}
}
