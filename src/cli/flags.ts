import {parseArgs} from 'node:util'
import {ConfigError, didYouMean} from '../errors.js'

/** A command's flags by name: from this one table come the parser, its messages and `--help`. */
export type FlagTable = Readonly<Record<string, Flag>>

export interface Flag {
  readonly short?: string
  /** What the value is called in `--help`; a flag without it is a switch. */
  readonly value?: string
  /** The only values there are. */
  readonly choices?: readonly string[]
  /** Whether it may be given more than once. */
  readonly repeatable?: boolean
  readonly summary: string
}

export interface ParsedFlags {
  readonly has: (name: string) => boolean
  /** The last value given. */
  readonly value: (name: string) => string | undefined
  /** Every value given, in order. */
  readonly values: (name: string) => readonly string[]
  readonly positionals: readonly string[]
}

/**
 * @throws {ConfigError} for an unknown flag, a missing or unknown value, a value for a switch, or an empty path
 */
export const parseFlags = (argv: readonly string[], table: FlagTable): ParsedFlags => {
  const {tokens, positionals} = parseArgs({
    args: [...argv],
    options: Object.fromEntries(Object.entries(table).map(([name, flag]) => [name, optionOf(flag)])),
    // Not strict, since its messages cannot name the nearest flag.
    strict: false,
    tokens: true,
    allowPositionals: true,
  })
  // As a path it would be the current folder: all is linted where a script meant what some variable has.
  if (positionals.includes(''))
    throw new ConfigError('an argument is empty; leave it out, or look where it comes from')
  const given = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const flag = table[token.name]
    if (flag === undefined) throw unknownFlag(token.rawName, table)
    const value = checkedValue(token.rawName, flag, token.value, token.inlineValue === true)
    const values = given.get(token.name) ?? []
    values.push(value)
    given.set(token.name, values)
  }
  return {
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
    positionals,
  }
}

const optionOf = ({short, value}: Flag): {readonly type: 'string' | 'boolean'; readonly short?: string} => ({
  type: value === undefined ? 'boolean' : 'string',
  ...(short === undefined ? {} : {short}),
})

const checkedValue = (written: string, flag: Flag, value: string | undefined, isInline: boolean): string => {
  if (flag.value === undefined) {
    if (value !== undefined) throw new ConfigError(`${written} takes no value`)
    return ''
  }
  // A value that looks like a flag is one whose own value was forgotten; `--flag=-x` says it is meant.
  if (value === undefined || value === '' || (!isInline && value.length > 1 && value.startsWith('-'))) {
    throw new ConfigError(
      `${written} needs a value: ${written}${written.startsWith('--') ? '=' : ' '}${valueName(flag)}`,
    )
  }
  const {choices} = flag
  if (choices !== undefined && !choices.includes(value)) {
    throw new ConfigError(
      `${written} must be ${alternatives(choices)}, not “${value}”${didYouMean(value, choices)}`,
    )
  }
  return value
}

const unknownFlag = (written: string, table: FlagTable): ConfigError => {
  const names = Object.keys(table).map((name) => `--${name}`)
  return new ConfigError(`there is no flag ${written} (--help lists them all)${didYouMean(written, names)}`)
}

/** What stands for the value in `--help`: `pretty|json`, or a name. */
export const valueName = ({value, choices}: Flag): string =>
  choices !== undefined && choices.length <= 4 ? choices.join('|') : `<${value ?? ''}>`

const alternatives = (choices: readonly string[]): string =>
  choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`
