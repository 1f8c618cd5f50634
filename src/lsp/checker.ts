import type {Diagnostic} from '../diagnostic.js'
import type {FileError} from '../file-result.js'
import type {EngineThread} from './engine-thread.js'
import type {ConfigProblem} from './settings-for.js'

/** One version of an open document. */
export interface Snapshot {
  readonly uri: string
  readonly path: string
  readonly version: number
  readonly text: string
}

/** What is known about one version under one state of the configuration. */
export interface Checked {
  readonly snapshot: Snapshot
  /** The same for the same text, rules and settings. */
  readonly resultId: string
  readonly diagnostics: readonly Diagnostic[]
  readonly problem?: ConfigProblem
  readonly errors: readonly FileError[]
}

export interface Checker {
  /** Lints a version once, however often it is asked for. @returns nothing when a newer version has taken its place */
  check(snapshot: Snapshot): Promise<Checked | undefined>
  /** The last result, which may be of an older version. */
  last(uri: string): Checked | undefined
  /** How long the last lint took, in milliseconds. */
  duration(uri: string): number
  /** Forgets what the configuration made of the texts. */
  invalidate(): void
  close(uri: string): void
  /** Every file that settings were read from. */
  files(): readonly string[]
}

interface State {
  readonly version: number
  readonly generation: number
  readonly abort: AbortController
  readonly promise: Promise<Checked | undefined>
}

export const createChecker = (engine: EngineThread): Checker => {
  const states = new Map<string, State>()
  const results = new Map<string, Checked>()
  const durations = new Map<string, number>()
  const configFiles = new Set<string>()
  let generation = 0

  const lint = async (snapshot: Snapshot, signal: AbortSignal): Promise<Checked | undefined> => {
    const {uri, path, text, version} = snapshot
    const resultId = `${generation}:${version}`
    const started = performance.now()
    const outcome = await engine.run({kind: 'lint', path, text}, signal)
    if (outcome === undefined || signal.aborted) return undefined
    durations.set(uri, performance.now() - started)
    for (const file of outcome.files) configFiles.add(file)
    const base = {snapshot, resultId, diagnostics: [], errors: []}
    const checked: Checked =
      outcome.status === 'done'
        ? {...base, diagnostics: outcome.value.diagnostics, errors: outcome.value.crashes}
        : outcome.status === 'misconfigured'
          ? {...base, problem: outcome.problem}
          : outcome.status === 'failed'
            ? {...base, errors: [outcome.error]}
            : base
    results.set(uri, checked)
    return checked
  }

  return {
    check: (snapshot) => {
      const {uri, version} = snapshot
      const state = states.get(uri)
      if (state?.version === version && state.generation === generation) return state.promise
      state?.abort.abort()
      const abort = new AbortController()
      const promise = lint(snapshot, abort.signal)
      states.set(uri, {version, generation, abort, promise})
      return promise
    },
    last: (uri) => results.get(uri),
    duration: (uri) => durations.get(uri) ?? 0,
    invalidate: () => {
      generation++
      configFiles.clear()
    },
    close: (uri) => {
      states.get(uri)?.abort.abort()
      for (const map of [states, results, durations]) map.delete(uri)
    },
    files: () => [...configFiles],
  }
}
