import type {Level} from './diagnostic.js'
import type {FileResult} from './file-result.js'
import {once} from './once.js'

/** How many findings of which kind one file has: what a run counts, without the findings. */
export interface Tally {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly suppressed: number
  /** Findings with a fix that may be applied unasked. */
  readonly fixable: number
  /** Rules with a finding, in the order met. */
  readonly rules: readonly RuleTally[]
}

export interface RuleTally {
  readonly ruleId: string
  /** Of the first finding. */
  readonly level: Level
  readonly url: string
  readonly findings: number
}

export const tallyOf = ({diagnostics, suppressed}: Omit<FileResult, 'path'>): Tally => {
  const counts = {error: 0, warning: 0, info: 0}
  let fixable = 0
  const rules = new Map<string, {-readonly [Key in keyof RuleTally]: RuleTally[Key]}>()
  for (const {ruleId, level, url, fix} of diagnostics) {
    counts[level]++
    if (fix !== undefined) fixable++
    const met = rules.get(ruleId)
    if (met === undefined) rules.set(ruleId, {ruleId, level, url, findings: 1})
    else met.findings++
  }
  return {
    errors: counts.error,
    warnings: counts.warning,
    infos: counts.info,
    suppressed: suppressed.length,
    fixable,
    rules: [...rules.values()],
  }
}

/**
 * A result as text, for threads and the cache: what goes into a JSON report as it is, and is only read where findings
 * are shown otherwise.
 */
export interface KeptResult {
  /** `jsonOf` the result, as UTF-8. */
  readonly json: Uint8Array
  readonly tally: Tally
}

/** A result as it stands in JSON reports. */
export const jsonOf = ({path, diagnostics, suppressed, error}: FileResult): string =>
  JSON.stringify({path, diagnostics, suppressed, ...(error === undefined ? {} : {error})})

const encoder = new TextEncoder()
const decoder = new TextDecoder()

// Not in the result itself: whoever makes another of it, with fewer findings, must not take the text along.
const kept = new WeakMap<FileResult, KeptResult>()

/** What is kept of this very result, if anything. */
export const keptOf = (result: FileResult): KeptResult | undefined => kept.get(result)

/** Makes a result's text, once. */
export const keep = (result: FileResult): KeptResult => {
  const known = kept.get(result)
  if (known !== undefined) return known
  const made = {json: encoder.encode(jsonOf(result)), tally: tallyOf(result)}
  kept.set(result, made)
  return made
}

/**
 * The result that was kept, of a file without an error. Its findings are read when they are first asked for.
 *
 * @param source as in the result
 */
export const resultOf = (path: string, text: KeptResult, source: () => string | undefined): FileResult => {
  const found = once(() => findingsIn(text))
  const shown = once(source)
  const result = {
    path,
    get source() {
      return shown()
    },
    get diagnostics() {
      return found().diagnostics
    },
    get suppressed() {
      return found().suppressed
    },
  }
  kept.set(result as FileResult, text)
  return result as FileResult
}

/** The findings as they were kept, with the path that they were kept with. */
export const findingsIn = ({json}: KeptResult): Pick<FileResult, 'diagnostics' | 'suppressed'> =>
  JSON.parse(decoder.decode(json))
