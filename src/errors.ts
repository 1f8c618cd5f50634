/**
 * Errors by who must act: `ConfigError` (the user), `PackError` (the author of a rule), `RuleError` (us).
 * A crash of a rule is never a finding and is never swallowed.
 */

/** Where in a file something is wrong; line and column count from 1. */
export interface ErrorPlace {
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

const located = (message: string, {file, line, column}: ErrorPlace): string => {
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined)
  return place.length === 0 ? message : `${place.join(':')}: ${message}`
}

/** A setting, flag or path that the user wrote cannot be used. The message says what to change, and where. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly place: ErrorPlace
  /** The keys that lead to the setting, for whoever knows which file the settings were read from. */
  readonly keys: readonly (string | number)[] | undefined
  constructor(message: string, place: ErrorPlace = {}, keys?: readonly (string | number)[]) {
    super(located(message, place))
    this.place = place
    this.keys = keys
  }
}

/** A rule file, lexicon or phrase is not valid. The message names file, line, column and the nearest valid word. */
export class PackError extends Error {
  override readonly name = 'PackError'
  readonly place: ErrorPlace
  constructor(message: string, place: ErrorPlace = {}) {
    super(located(message, place))
    this.place = place
  }
}

/** A rule threw. Carries the rule, the article and the cause; one article's failure does not lose the others' results. */
export class RuleError extends Error {
  override readonly name = 'RuleError'
  readonly ruleId: string
  readonly path: string | undefined
  constructor(ruleId: string, path: string | undefined, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(`rule ${ruleId} failed${path === undefined ? '' : ` on ${path}`}: ${reason}`, {cause})
    this.ruleId = ruleId
    this.path = path
  }
}

/**
 * The valid name nearest to what was written, for “did you mean”. Damerau–Levenshtein distance (optimal string
 * alignment), at most a third of the written name's length; or the only one that begins so.
 */
const nearest = (written: string, valid: Iterable<string>): string | undefined => {
  const names = [...valid]
  const begun = written.length < 3 ? [] : names.filter((name) => name.startsWith(written.toLowerCase()))
  if (begun.length === 1) return begun[0]
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(written.length / 3)) + 1
  for (const candidate of names) {
    const distance = editDistance(written.toLowerCase(), candidate.toLowerCase(), bestDistance)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** “; did you mean “x”?” or nothing. */
export const didYouMean = (written: string, valid: Iterable<string>): string => {
  const name = nearest(written, valid)
  return name === undefined ? '' : `; did you mean “${name}”?`
}

const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let beforeLast: number[] = []
  let last = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, beforeLast[j - 2]! + 1)
      row.push(value)
    }
    beforeLast = last
    last = row
  }
  return last[b.length]!
}

/** What was given in place of what was wanted, as a person would name it. */
export const kindOf = (value: unknown): string => {
  if (value === null) return 'null'
  if (value instanceof Promise) return 'a promise: await it'
  if (value instanceof Uint8Array) return 'bytes: decode them, as `String(buffer)` does'
  return Array.isArray(value) ? 'a list' : typeof value
}
