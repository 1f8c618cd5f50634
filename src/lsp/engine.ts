import type {Diagnostic, Edit, LintResult} from '../diagnostic.js'
import {PackError, RuleError} from '../errors.js'
import type {FileError} from '../file-result.js'
import {fixText} from '../fix.js'
import {createLinter, type Linter} from '../lint.js'
import {fileErrorOf} from '../node/lint-file.js'
import {rules as builtinRules} from '../rules/builtin.js'
import type {Rule} from '../rules/rule.js'
import type {Settings} from '../rules/settings.js'
import {type Excuse, excuseOf} from './excuse.js'
import {problemOf} from './find-settings.js'
import {lineEdits} from './line-edits.js'
import type {ConfigProblem, SettingsFor} from './settings-for.js'

/** What the server asks of the engine. Plain data both ways, since the engine runs in a thread of its own. */
export type Job =
  | {readonly kind: 'lint'; readonly path: string; readonly text: string}
  | {readonly kind: 'fix-all'; readonly path: string; readonly text: string}
  | {
      readonly kind: 'excuse'
      readonly path: string
      readonly text: string
      readonly finding: Pick<Diagnostic, 'ruleId' | 'start' | 'end'>
    }
  | {readonly kind: 'rules'; readonly path: string}

export interface Linted extends LintResult {
  /** Rules that crashed on this text; the others' findings stand. */
  readonly crashes: readonly FileError[]
}

interface Values {
  readonly lint: Linted
  readonly 'fix-all': readonly Edit[]
  readonly excuse: Excuse | undefined
  readonly rules: readonly Rule[]
}

export type ValueOf<J extends Job> = Values[J['kind']]

/** `files` are those that the settings were read from. */
export type Outcome<T> =
  | {readonly status: 'done'; readonly value: T; readonly files: readonly string[]}
  | {readonly status: 'ignored'; readonly files: readonly string[]}
  | {readonly status: 'misconfigured'; readonly problem: ConfigProblem; readonly files: readonly string[]}
  | {readonly status: 'failed'; readonly error: FileError; readonly files: readonly string[]}

export type Engine = <J extends Job>(job: J) => Promise<Outcome<ValueOf<J>>>

/**
 * An engine compiles a linter once for all articles that share their settings.
 *
 * @param settingsFor gives the same object for articles that share their settings
 */
export const createEngine = (settingsFor: SettingsFor): Engine => {
  const linters = new WeakMap<Settings, Linter>()
  const linterOf = (settings: Settings): Linter => {
    const linter = linters.get(settings) ?? createLinter(settings)
    linters.set(settings, linter)
    return linter
  }
  const followers = new Map<string, Follower>()
  /** A document that is typed in is linted at every pause, and most of it is what it was. */
  const followerOf = (path: string, linter: Linter): Follower => {
    const known = followers.get(path)
    const follower = known?.linter === linter ? known : {linter, lint: linter.follow({path})}
    // The last one used stands last, and the first one goes.
    followers.delete(path)
    followers.set(path, follower)
    if (followers.size > mostFollowed) followers.delete(followers.keys().next().value!)
    return follower
  }
  return async <J extends Job>(job: J): Promise<Outcome<ValueOf<J>>> => {
    const found = await settingsFor(job.path)
    const {files} = found
    if (found.kind === 'problem') return {status: 'misconfigured', problem: found.problem, files}
    if (found.kind === 'ignored') return {status: 'ignored', files}
    try {
      const linter = linterOf(found.settings)
      const value =
        job.kind === 'lint'
          ? lintWithoutCrashes(followerOf(job.path, linter).lint, found.settings, job.text, job.path)
          : perform(job, linter)
      // The value's type follows the job's, which TypeScript does not see through a switch over `job.kind`.
      return {status: 'done', value: value as ValueOf<J>, files}
    } catch (error) {
      // A pack that could be read may have phrases that cannot: they are compiled with the linter.
      return error instanceof PackError
        ? {status: 'misconfigured', problem: problemOf(error), files}
        : {status: 'failed', error: fileErrorOf(error), files}
    }
  }
}

/** Documents that somebody types in at the same time; others are read whole, which takes a little longer. */
const mostFollowed = 4

interface Follower {
  readonly linter: Linter
  readonly lint: (text: string) => LintResult
}

const perform = (job: Exclude<Job, {readonly kind: 'lint'}>, linter: Linter): Values[Job['kind']] => {
  switch (job.kind) {
    case 'fix-all':
      return lineEdits(job.text, fixText(job.text, (text) => linter.lint(text, {path: job.path})).output)
    case 'excuse':
      return excuseOf(job.text, job.path, job.finding, linter)
    case 'rules':
      return allRules(linter)
  }
}

/** Lints again without a rule that crashes: a fault of one rule must not take the others' findings off the page. */
const lintWithoutCrashes = (
  lint: Follower['lint'],
  settings: Settings,
  text: string,
  path: string,
): Linted => {
  try {
    return {...lint(text), crashes: []}
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    const others = without(error.ruleId, settings)
    const linter = createLinter(others)
    const rest = lintWithoutCrashes((again) => linter.lint(again, {path}), others, text, path)
    return {...rest, crashes: [fileErrorOf(error), ...rest.crashes]}
  }
}

const without = (ruleId: string, settings: Settings): Settings => ({
  ...settings,
  rules: {...settings.rules, [ruleId]: 'off'},
})

/** The rules that run, at the level they run at, and the built-in ones that do not, which comments may also name. */
const allRules = (linter: Linter): readonly Rule[] => {
  const running = new Set(linter.rules.map(({id}) => id))
  return [...linter.rules, ...builtinRules.filter(({id}) => !running.has(id))]
}
