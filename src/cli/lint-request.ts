import {ConfigError, didYouMean} from '../errors.js'
import type {Rule} from '../rules/rule.js'
import type {RuleSetting, Settings} from '../rules/select.js'
import type {FailurePolicy} from './exit-code.js'
import type {ParsedFlags} from './flags.js'
import {type Format, formats} from './lint-flags.js'

/** What the command line asks for, checked. */
export interface LintRequest {
  /** Files, folders, globs; `-` is standard input. */
  readonly patterns: readonly string[]
  readonly stdinPath: string
  readonly settings: Settings
  readonly format: Format
  readonly quiet: boolean
  readonly fix: 'none' | 'write' | 'show'
  readonly allowEmpty: boolean
  readonly policy: FailurePolicy
}

/**
 * @param rules all there are, for their own levels and the nearest name
 * @throws {ConfigError} for what cannot be meant
 */
export const lintRequestOf = (flags: ParsedFlags, rules: readonly Rule[]): LintRequest => {
  const patterns = flags.positionals.length === 0 ? ['.'] : flags.positionals
  const request: LintRequest = {
    patterns,
    stdinPath: flags.value('stdin-filename') ?? '<stdin>',
    settings: settingsOf(flags, rules),
    format: formats.find((format) => format === flags.value('format')) ?? 'pretty',
    quiet: flags.has('quiet'),
    fix: flags.has('fix-dry-run') ? 'show' : flags.has('fix') ? 'write' : 'none',
    allowEmpty: flags.has('allow-empty'),
    policy: {
      failOn: flags.value('fail-on') === 'warning' ? 'warning' : 'error',
      maxWarnings: wholeNumber('--max-warnings', flags.value('max-warnings')),
      noFail: flags.has('no-fail'),
    },
  }
  refuseContradictions(request, flags)
  return request
}

const refuseContradictions = ({patterns, fix, format}: LintRequest, flags: ParsedFlags): void => {
  const readsStdin = patterns.includes('-')
  if (readsStdin && fix === 'write') {
    throw new ConfigError(
      '--fix cannot change standard input; use --fix-dry-run to see the changes as a diff',
    )
  }
  if (fix === 'show' && format !== 'pretty') {
    throw new ConfigError(
      `--fix-dry-run prints a diff, which --format ${format} has no place for; leave one of them out`,
    )
  }
  if (flags.has('stdin-filename') && !readsStdin) {
    throw new ConfigError('--stdin-filename names standard input, which is not linted; add - to the paths')
  }
}

/** `--rule` alone runs those rules alone; with a preset, or switched off, it changes the preset. */
const settingsOf = (flags: ParsedFlags, rules: readonly Rule[]): Settings => {
  const chosen = Object.fromEntries(flags.values('rule').map((written) => ruleSetting(written, rules)))
  const preset = flags.value('preset')
  const isAlone = preset === undefined && Object.values(chosen).some((level) => level !== 'off')
  return isAlone ? {rules: chosen} : {extends: [preset ?? 'recommended'], rules: chosen}
}

const levels = ['off', 'info', 'warning', 'error'] as const

const ruleSetting = (written: string, rules: readonly Rule[]): readonly [string, RuleSetting] => {
  const [id = '', level, ...more] = written.split('=')
  if (level === undefined) {
    const rule = rules.find((one) => one.id === id)
    if (rule === undefined) throw unknownRule(id, rules)
    return [id, rule.level]
  }
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

const wholeNumber = (flag: string, written: string | undefined): number | undefined => {
  if (written === undefined) return undefined
  if (!/^\d+$/.test(written)) throw new ConfigError(`${flag} must be a whole number, not “${written}”`)
  return Number(written)
}
