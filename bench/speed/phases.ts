import type {ArticleKind} from '../../src/article/article.js'
import {buildArticle} from '../../src/article/build.js'
import {assertionReader} from '../../src/language/cues.js'
import {read} from '../../src/language/read.js'
import {createLinter} from '../../src/lint.js'
import {parse} from '../../src/parse.js'
import {matchAll} from '../../src/phrase/match.js'
import {compileRules} from '../../src/rules/compile.js'
import {type Settings, selectRules} from '../../src/rules/select.js'
import {type Corpus, cpuMsSince} from './corpus.js'

/** Milliseconds of one step over all files. */
export interface Phase {
  readonly name: string
  readonly ms: number
}

export interface PhaseReport {
  readonly phases: readonly Phase[]
  /** Rules by the time that their checks take, slowest first. */
  readonly rules: readonly Phase[]
  readonly findings: number
}

const kindOf = (path: string): ArticleKind =>
  path.endsWith('.mdx') ? 'mdx' : path.endsWith('.txt') ? 'text' : 'markdown'

/**
 * Runs every step by itself and adds up its wall time. Steps that the library takes in one go are told apart by taking
 * them again: `article` is the whole model less the parse and the language inside it, `report` the whole lint less
 * everything before.
 */
export const measurePhases = (corpus: Corpus, settings: Settings): PhaseReport => {
  const times = new Map<string, number>()
  const ruleTimes = new Map<string, number>()
  const timed = <T>(into: Map<string, number>, name: string, run: () => T): T => {
    const start = performance.now()
    const value = run()
    into.set(name, (into.get(name) ?? 0) + performance.now() - start)
    return value
  }

  const compiled = timed(times, 'compile', () => compileRules(selectRules(settings)))
  const linter = createLinter(settings)
  let findings = 0
  for (const {path, text} of corpus.files) {
    timed(times, 'parse', () => parse(text, {kind: kindOf(path)}))
    const article = timed(times, 'article', () => buildArticle(text, {path, assertion: assertionReader}))
    timed(times, 'language', () => read(article.fullText, article.blocks))
    const matches = timed(times, 'match', () => matchAll(compiled.programs, article.reading))
    for (const rule of compiled.rules) {
      timed(ruleTimes, rule.rule.id, () => Array.from(rule.run(article, matches, rule.options)))
    }
    const {diagnostics} = timed(times, 'lint', () => linter.lint(text, {path}))
    findings += diagnostics.length
    timed(times, 'print', () => JSON.stringify(diagnostics))
  }

  const of = (name: string): number => times.get(name) ?? 0
  const rules = [...ruleTimes].map(([name, ms]) => ({name, ms})).sort((a, b) => b.ms - a.ms)
  const inRules = rules.reduce((sum, {ms}) => sum + ms, 0)
  const phases = [
    {name: 'read', ms: corpus.readMs},
    {name: 'compile', ms: of('compile')},
    {name: 'parse', ms: of('parse')},
    {name: 'article', ms: Math.max(0, of('article') - of('parse') - of('language'))},
    {name: 'language', ms: of('language')},
    {name: 'match', ms: of('match')},
    {name: 'rules', ms: inRules},
    {name: 'report', ms: Math.max(0, of('lint') - of('article') - of('match') - inRules)},
    {name: 'print', ms: of('print')},
  ]
  return {phases, rules, findings}
}

export interface WholeRun {
  readonly wallMs: number
  /** User and system time together. */
  readonly cpuMs: number
  readonly findings: number
}

/** The lint as a caller runs it, nothing measured inside. */
export const measureWhole = (corpus: Corpus, settings: Settings): WholeRun => {
  const before = process.cpuUsage()
  const start = performance.now()
  const linter = createLinter(settings)
  let findings = 0
  for (const {path, text} of corpus.files) findings += linter.lint(text, {path}).diagnostics.length
  return {wallMs: performance.now() - start, cpuMs: cpuMsSince(before), findings}
}

/** Highest resident size of this process so far, in bytes. */
export const peakMemory = (): number => process.resourceUsage().maxRSS * 1024
