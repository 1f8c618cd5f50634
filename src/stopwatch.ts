/** The steps of a run, as a profile names them. */
export type Step =
  | 'read'
  | 'compile'
  | 'parse'
  | 'article'
  | 'language'
  | 'match'
  | 'rules'
  | 'suppress'
  | 'report'

/** Told of each step as it runs. A lint has none unless someone measures it, and then nothing is timed. */
export interface Stopwatch {
  /** Steps nest: what a step inside it takes is not counted to it. */
  readonly time: <T>(step: Step, run: () => T) => T
  /** One rule on one article, counted whole: with its matches, and with what it is the first to ask of the article. */
  readonly rule: <T>(id: string, run: () => T) => T
  /** A step that was timed elsewhere, because it waits. */
  readonly add: (step: Step, ms: number) => void
  readonly times: () => Times
}

/** Milliseconds. */
export interface Times {
  readonly steps: ReadonlyMap<Step, number>
  readonly rules: ReadonlyMap<string, number>
}

/** Runs a step, timed if there is a stopwatch. */
export const timed = <T>(stopwatch: Stopwatch | undefined, step: Step, run: () => T): T =>
  stopwatch === undefined ? run() : stopwatch.time(step, run)

/** A function whose every call is such a step: for what is worked out when a rule first asks. */
export const timedCalls = <From, To>(
  stopwatch: Stopwatch | undefined,
  step: Step,
  call: (from: From) => To,
): ((from: From) => To) => (stopwatch === undefined ? call : (from) => stopwatch.time(step, () => call(from)))

export const createStopwatch = (): Stopwatch => {
  const steps = new Map<Step, number>()
  const rules = new Map<string, number>()
  /** What the steps inside the running one have taken. */
  let inside = 0
  const add = (step: Step, ms: number): void => void steps.set(step, (steps.get(step) ?? 0) + ms)
  const time: Stopwatch['time'] = (step, run) => {
    const before = inside
    inside = 0
    const start = performance.now()
    try {
      return run()
    } finally {
      const whole = performance.now() - start
      add(step, whole - inside)
      inside = before + whole
    }
  }
  const rule: Stopwatch['rule'] = (id, run) => {
    const start = performance.now()
    try {
      return run()
    } finally {
      rules.set(id, (rules.get(id) ?? 0) + performance.now() - start)
    }
  }
  return {time, rule, add, times: () => ({steps, rules})}
}
