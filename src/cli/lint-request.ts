import {ConfigError, didYouMean} from '../errors.js'
import type {ConfigLookupOptions, ConfigOverrides} from '../node/config/config-lookup.js'
import type {LintRunOptions} from '../node/lint-run.js'
import {usualCache} from '../node/result-cache.js'
import type {Rule} from '../rules/rule.js'
import type {RuleSetting} from '../rules/settings.js'
import type {FailurePolicy} from './exit-code.js'
import type {ParsedFlags} from './flags.js'
import {type Format, formats} from './formats.js'
import type {NarrowingRequest} from './narrowing.js'
import type {ReportFile} from './reports.js'

/** What the command line asks for, checked. */
export interface LintRequest {
  /** Files, folders, globs; `-` is standard input. */
  readonly patterns: readonly string[]
  readonly stdinPath: string
  /** One configuration for all articles, or `false` for none; the nearest to each unless given. */
  readonly config: string | false | undefined
  /** Rules chosen here, over what the configuration says. */
  readonly overrides: ConfigOverrides | undefined
  readonly format: Format
  readonly speed: Pick<LintRunOptions, 'cache' | 'concurrency' | 'timeout'>
  /** Reports into files, besides the one that is shown. */
  readonly reportFiles: readonly ReportFile[]
  readonly narrowing: NarrowingRequest
  readonly quiet: boolean
  readonly fix: 'none' | 'write' | 'show'
  readonly allowEmpty: boolean
  /** Whether to say what the run took. */
  readonly profile: boolean
  readonly policy: FailurePolicy
}

/** @throws {ConfigError} for what cannot be meant */
export const lintRequestOf = (flags: ParsedFlags): LintRequest => {
  const patterns = flags.positionals.length === 0 ? ['.'] : flags.positionals
  const request: LintRequest = {
    patterns,
    stdinPath: flags.value('stdin-filename') ?? '<stdin>',
    config: flags.has('no-config') ? false : flags.value('config'),
    overrides: overridesOf(flags),
    speed: speedOf(flags),
    format: formats.find((format) => format === flags.value('format')) ?? 'pretty',
    reportFiles: flags.values('output').map(reportFile),
    narrowing: {
      baseline: flags.has('no-baseline') ? false : flags.value('baseline'),
      strictBaseline: flags.has('strict-baseline'),
      since: sinceOf(flags),
      isPartial: flags.has('rule') || flags.has('preset'),
    },
    quiet: flags.has('quiet'),
    fix: flags.has('fix-dry-run') ? 'show' : flags.has('fix') ? 'write' : 'none',
    allowEmpty: flags.has('allow-empty'),
    profile: flags.has('profile'),
    policy: {
      failOn: flags.value('fail-on') === 'warning' ? 'warning' : 'error',
      maxWarnings: wholeNumber('--max-warnings', flags.value('max-warnings')),
      noFail: flags.has('no-fail'),
    },
  }
  refuseContradictions(request, flags)
  return request
}

const speedOf = (flags: ParsedFlags): LintRequest['speed'] => {
  const concurrency = flags.value('concurrency') ?? 'auto'
  const timeout = wholeNumber('--timeout', flags.value('timeout'))
  const location = flags.value('cache-location')
  if (timeout === 0) throw new ConfigError('--timeout must be at least 1 second')
  if (timeout !== undefined && concurrency === 'off')
    throw new ConfigError('--timeout is for threads, and --concurrency off has none; leave one of them out')
  if (location !== undefined && !flags.has('cache'))
    throw new ConfigError('--cache-location says where the cache is, and there is none; add --cache')
  return {
    concurrency: concurrencyOf(concurrency),
    ...(timeout === undefined ? {} : {timeout: timeout * 1000}),
    ...(flags.has('cache') ? {cache: location ?? usualCache} : {}),
  }
}

const concurrencyOf = (written: string): number | 'auto' | 'off' => {
  if (written === 'auto' || written === 'off') return written
  const threads = Number(written)
  if (Number.isInteger(threads) && threads > 0 && threads <= 256) return threads
  throw new ConfigError(`--concurrency must be a number of threads, auto or off, not “${written}”`)
}

/** What the request says about configuration. */
export const configOptions = ({config, overrides}: LintRequest): ConfigLookupOptions => ({
  ...(config === undefined ? {} : {config}),
  ...(overrides === undefined ? {} : {overrides}),
})

const refuseContradictions = ({patterns, fix, format, narrowing}: LintRequest, flags: ParsedFlags): void => {
  const readsStdin = patterns.includes('-')
  if (readsStdin && fix === 'write') {
    throw new ConfigError(
      '--fix cannot change standard input; use --fix-dry-run to see the changes as a diff',
    )
  }
  if (fix !== 'none' && narrowing.since === 'staged') {
    throw new ConfigError(
      `--staged judges what is staged, and --${fix === 'write' ? 'fix' : 'fix-dry-run'} works on the files as they stand; fix first, stage again (git add), then lint with --staged`,
    )
  }
  if (fix === 'show' && format !== 'pretty') {
    throw new ConfigError(
      `--fix-dry-run prints a diff, which --format ${format} has no place for; leave one of them out`,
    )
  }
  const instead = ['concurrency', 'timeout', 'cache'].find(
    (name) => flags.has(name) && flags.value(name) !== 'off',
  )
  if (flags.has('profile') && instead !== undefined) {
    throw new ConfigError(
      `--profile measures one thread that lints every article, so it goes without --${instead}; leave one of them out`,
    )
  }
  if (flags.has('config') && flags.has('no-config')) {
    throw new ConfigError('--config names a configuration and --no-config refuses one; leave one of them out')
  }
  if (flags.has('stdin-filename') && !readsStdin) {
    throw new ConfigError('--stdin-filename names standard input, which is not linted; add - to the paths')
  }
}

/** `--rule` alone runs those rules alone; with a preset, or switched off, it changes what would run. */
const overridesOf = (flags: ParsedFlags): ConfigOverrides | undefined => {
  const rules = Object.fromEntries(flags.values('rule').map(ruleSetting))
  const preset = flags.value('preset')
  if (preset !== undefined) return {replaces: true, extends: [preset], rules}
  if (flags.values('rule').length === 0) return undefined
  return {replaces: Object.values(rules).some((level) => level !== 'off'), rules}
}

const levels = ['off', 'info', 'warning', 'error'] as const

const ruleSetting = (written: string): readonly [string, RuleSetting | 'default'] => {
  const [id = '', level, ...more] = written.split('=')
  if (level === undefined) return [id, 'default']
  const known = levels.find((one) => one === level)
  if (known === undefined || more.length > 0) {
    throw new ConfigError(
      `--rule ${written}: the level must be off, info, warning or error${didYouMean(level, levels)}`,
    )
  }
  return [id, known]
}

export const unknownRule = (id: string, rules: readonly Rule[]): ConfigError => {
  const nearest = didYouMean(
    id,
    rules.map((rule) => rule.id),
  )
  return new ConfigError(`there is no rule “${id}” (\`healthlint rules\` lists them all)${nearest}`)
}

const reportFile = (written: string): ReportFile => {
  const [name = '', ...rest] = written.split('=')
  const format = formats.find((one) => one === name)
  const path = rest.join('=')
  if (format === undefined || path === '') {
    throw new ConfigError(
      `--output ${written}: give a format and a file, as in --output sarif=healthlint.sarif${format === undefined ? didYouMean(name, formats) : ''}; formats are ${formats.join(', ')}`,
    )
  }
  return {format, path}
}

const sinceOf = (flags: ParsedFlags): NarrowingRequest['since'] => {
  const ref = flags.value('since')
  if (ref !== undefined && flags.has('staged')) {
    throw new ConfigError('--since compares with a ref and --staged with the index; leave one of them out')
  }
  return ref === undefined ? (flags.has('staged') ? 'staged' : undefined) : {ref}
}

const wholeNumber = (flag: string, written: string | undefined): number | undefined => {
  if (written === undefined) return undefined
  if (!/^\d+$/.test(written)) throw new ConfigError(`${flag} must be a whole number, not “${written}”`)
  return Number(written)
}
