import type {Root} from 'mdast'
import type {Article} from './article/article.js'
import {buildArticle} from './article/build.js'
import {type CitationRecall, createCitationRecall} from './article/citation-recall.js'
import {type Site, siteOf} from './article/site.js'
import type {Diagnostic, LintResult, SuppressedDiagnostic} from './diagnostic.js'
import {RuleError} from './errors.js'
import {type Explanation, explainRules} from './explain.js'
import {assertionReader} from './language/cues.js'
import {keptBlocks, keptNothing} from './language/kept.js'
import type {Reading} from './language/reading.js'
import {checkInput, inputKeys, type LintInput} from './lint-input.js'
import {type PlacedFinding, placeFinding, wordFinding} from './message.js'
import {type FoundMatches, type MatchOptions, matchAll, noMatches} from './phrase/match.js'
import {pointsOf} from './position.js'
import {createRecall, type Recall} from './recall.js'
import {builtinPack} from './rules/builtin.js'
import {type CompiledRule, type CompiledRules, compileRules} from './rules/compile.js'
import type {Rule} from './rules/rule.js'
import {selectRules} from './rules/select.js'
import type {Settings} from './rules/settings.js'
import {plainWords, type SettleOptions, settle} from './settle.js'
import {timed} from './stopwatch.js'

/*
 * text ──▶ parse ──▶ Article ──▶ rules ──▶ findings ──▶ suppress ──▶ diagnostics ──▶ reporter, editor, caller
 *          mdast     built once,  pure      values       kept and      plain data
 *                    read-only    checks                 excused
 */

export interface Linter {
  /**
   * Lints one article. Synchronous and pure.
   *
   * @param text the article exactly as stored
   * @throws {RuleError} when a rule crashes
   */
  lint(text: string, input?: LintInput): LintResult
  /**
   * Lints one article again and again while it is written: what an edit left alone is not read anew for phrases. Each
   * call finds what `lint` finds. Keeps the text that it was last given, and what was found in it.
   *
   * @param input as for `lint`, and the same for all calls
   * @returns a function of the text; @throws {RuleError} as `lint`
   */
  follow(input?: LintInput): (text: string) => LintResult
  /**
   * What each rule saw in an article and why it spoke or kept silent, phrase by phrase. For whoever writes rules or
   * measures them: it costs a lint and more, and a lint pays nothing for it.
   *
   * @throws {RuleError} when a rule crashes
   */
  explain(text: string, input?: LintInput): readonly Explanation[]
  /** The rules that run, with the level they run at. */
  readonly rules: readonly Rule[]
}

/**
 * Compiles rules once, for any number of articles.
 *
 * @param settings `recommended` unless given; `rules` without `extends` runs those rules alone
 * @throws {ConfigError} for settings that cannot be used, {PackError} for a pack's mistakes
 */
export const createLinter = (settings: Settings = {}): Linter => {
  const context = prepare(settings)
  return {
    lint: (text, input = {}) => {
      checkInput(text, input)
      return (
        sizeFinding(context, text, input.path) ?? lintArticle(context, articleOf(context, text, input), input)
      )
    },
    follow: (input = {}) => {
      checkInput('', input)
      return followArticle(context, input)
    },
    explain: (text, input = {}) => {
      checkInput(text, input)
      return explainRules(context.compiled, articleOf(context, text, input), settlingBy(context, input.today))
    },
    rules: context.compiled.rules.map(({rule, level}) => ({...rule, level})),
  }
}

/**
 * A linter of trees that another tool has parsed, for the unified plugin.
 *
 * @throws as `createLinter`
 */
export const createTreeLinter = (
  settings: Settings,
): ((text: string, tree: Root, path?: string) => LintResult) => {
  const context = prepare(settings)
  return (text, tree, path) =>
    sizeFinding(context, text, path) ??
    lintArticle(
      context,
      buildArticle(text, {
        ...(path === undefined ? {} : {path}),
        tree,
        assertion: assertionReader,
        site: context.site,
      }),
      {},
    )
}

/** Lints one text with settings used once; `createLinter` for more than one. */
export const lint = (text: string, options: LintInput & {readonly settings?: Settings} = {}): LintResult => {
  checkInput(text, options, [...inputKeys, 'settings'])
  const {settings, ...input} = options
  return createLinter(settings).lint(text, input)
}

const prepare = (settings: Settings): Context => {
  const selected = selectRules(settings)
  return {
    compiled: compileRules(selected),
    known: knownRules(settings),
    enabled: new Set(selected.map(({rule}) => rule.id)),
    parser: settings.parser,
    site: siteOf(settings.site, settings.locale),
    accepted: new Set(settings.site?.vocabulary?.map(plainWords)),
  }
}

interface Context {
  readonly compiled: CompiledRules
  readonly known: ReadonlySet<string>
  readonly enabled: ReadonlySet<string>
  readonly parser: Settings['parser']
  readonly site: Site
  /** Words that the configuration accepts, as `plainWords` writes them. */
  readonly accepted: ReadonlySet<string>
}

const articleOf = (context: Context, text: string, input: LintInput, recall?: CitationRecall): Article => {
  const {path, stopwatch} = input
  return timed(stopwatch, 'article', () =>
    buildArticle(text, {
      ...(path === undefined ? {} : {path}),
      ...(stopwatch === undefined ? {} : {stopwatch}),
      ...(context.parser === undefined ? {} : {parser: context.parser}),
      ...(recall === undefined ? {} : {recall}),
      assertion: assertionReader,
      site: context.site,
    }),
  )
}

/** What is kept of a lint for the next one. */
interface Version {
  readonly reading: Reading
  readonly found: FoundMatches
}

/** What the lint of a version has from the one before. */
interface Following {
  readonly matching?: MatchOptions
  readonly fingerprints?: Recall<string>
}

const followArticle = (context: Context, input: LintInput): ((text: string) => LintResult) => {
  const citations = createCitationRecall()
  const fingerprints = createRecall<string>()
  let last: Version | undefined
  return (text) => {
    checkInput(text, input)
    const before = last
    last = undefined
    citations.turn()
    fingerprints.turn()
    const refused = sizeFinding(context, text, input.path)
    if (refused !== undefined) return refused
    const article = articleOf(context, text, input, citations)
    const {reading} = article
    const found = noMatches()
    const earlier =
      before === undefined
        ? {found, kept: keptNothing(reading)}
        : {found: before.found, kept: keptBlocks(before.reading, reading)}
    const result = lintArticle(context, article, input, {matching: {earlier, found}, fingerprints})
    last = {reading, found}
    return result
  }
}

/** What is said of a text that is too long to be linted; nothing of any other. Only its first line is read. */
const sizeFinding = ({compiled}: Context, text: string, path: string | undefined): LintResult | undefined => {
  const rule = compiled.rules.find((one) => one.rule.id === 'limited-size')
  const most = Number(rule?.options['max-characters'])
  if (rule === undefined || !(typeof text === 'string' && text.length > most)) return undefined
  const head = firstLine.exec(text)![0]
  const article = buildArticle(head, path === undefined ? {} : {path})
  const start = head.startsWith('\ufeff') ? 1 : 0
  const message = `This text has ${text.length.toLocaleString('en-US')} characters, more than ${most.toLocaleString('en-US')}, and is not linted.`
  const placed = placeFinding(article, rule, {in: 'source', start, end: head.length, message})
  return {
    diagnostics: [wordFinding(article, placed, {pointAt: pointsOf(head), occurrences: new Map()})],
    suppressed: [],
  }
}

/** As much of it as a person would be shown. */
const firstLine = /^\ufeff?[^\r\n]{0,80}/u

const lintArticle = (
  context: Context,
  article: Article,
  {today: date, stopwatch}: LintInput,
  following: Following = {},
): LintResult => {
  const {compiled} = context
  const found = findingsOf(compiled, article, {...following.matching, stopwatch})
  const {kept, suppressed, mistakes} = timed(stopwatch, 'suppress', () =>
    settle(article, found, settlingBy(context, date)),
  )
  const suppressionRule = compiled.rules.find(({rule}) => rule.id === 'valid-suppression')
  const directives =
    suppressionRule === undefined
      ? []
      : mistakes.map(({source, message}) => placeFinding(article, suppressionRule, {...source, message}))
  if (kept.length + suppressed.length + directives.length === 0) return {diagnostics: [], suppressed: []}
  return timed(stopwatch, 'report', () => {
    const wording = {
      pointAt: pointsOf(article.source),
      occurrences: new Map<string, number>(),
      fingerprints: following.fingerprints,
    }
    const word = (placed: PlacedFinding): Diagnostic => wordFinding(article, placed, wording)
    return {
      diagnostics: [...kept, ...directives].sort(byPlace).map(word),
      suppressed: suppressed.map(
        ([placed, suppression]): SuppressedDiagnostic => ({...word(placed), suppression}),
      ),
    }
  })
}

const settlingBy = ({known, enabled, accepted}: Context, date: string | undefined): SettleOptions => ({
  ...{known, enabled, accepted},
  today: () => date ?? today(),
})

const findingsOf = (
  {programs, rules}: CompiledRules,
  article: Article,
  matching: MatchOptions,
): readonly PlacedFinding[] => {
  const {stopwatch} = matching
  const english = timed(stopwatch, 'language', () => article.language.tag === 'en')
  const matches = matchAll(programs, article.reading, matching)
  const findingsBy = (rule: CompiledRule): PlacedFinding[] =>
    Array.from(rule.run(article, matches, rule.options), (finding) => placeFinding(article, rule, finding))
  return timed(stopwatch, 'rules', () =>
    rules
      .filter((rule) => english || rule.languages === 'any')
      .flatMap((rule) =>
        runRule(
          rule,
          () =>
            stopwatch === undefined ? findingsBy(rule) : stopwatch.rule(rule.rule.id, () => findingsBy(rule)),
          article,
        ),
      ),
  )
}

const runRule = (rule: CompiledRule, run: () => PlacedFinding[], article: Article): PlacedFinding[] => {
  try {
    return run()
  } catch (error) {
    throw new RuleError(rule.rule.id, article.path, error)
  }
}

const byPlace = (a: PlacedFinding, b: PlacedFinding): number =>
  a.start - b.start || a.end - b.end || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)

const knownRules = (settings: Settings): ReadonlySet<string> =>
  new Set([
    ...[builtinPack, ...(settings.packs ?? [])].flatMap(({rules}) =>
      rules.flatMap(({id, aliases}) => [id, ...(aliases ?? [])]),
    ),
    ...(settings.plugins ?? []).map(({id}) => id),
  ])

const today = (): string => new Date().toISOString().slice(0, 10)
