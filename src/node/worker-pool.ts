import {Tinypool} from 'tinypool'
import type {FileError} from '../file-result.js'
import type {Batch, WorkerResult} from './lint-worker.js'
import type {LinterLookupOptions} from './linter-lookup.js'

export interface WorkerPool {
  /** One result each, in the order of the paths. A file on which a thread hangs or dies is a result with an error. */
  readonly lint: (paths: readonly string[]) => Promise<readonly WorkerResult[]>
  readonly close: () => Promise<void>
}

export interface WorkerPoolOptions {
  readonly threads: number
  /** Milliseconds that one article may take. */
  readonly timeout: number
  /** Sent to the threads, so plain data. */
  readonly lookup: LinterLookupOptions
}

/** Milliseconds between two looks at what the threads are doing. */
const watchInterval = 50

/** Milliseconds in which a thread must have started and read the configuration. */
const startLimit = 60_000

export const createWorkerPool = ({threads, timeout, lookup}: WorkerPoolOptions): WorkerPool => {
  const pool = new Tinypool({
    // Beside this file in the package, whichever chunk this code is bundled into.
    filename: new URL('./lint-worker.js', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    workerData: lookup,
  })
  const slots = createSlots(threads)
  const lint: WorkerPool['lint'] = async (paths) => {
    if (paths.length === 0) return []
    await slots.take()
    const progress = new Int32Array(new SharedArrayBuffer(4)).fill(notBegun)
    const watch = watchProgress(progress, timeout)
    let stopped: WorkerResult
    let at: number
    try {
      const batch: Batch = {paths, progress}
      return await pool.run(batch, {signal: watch.signal})
    } catch (error) {
      at = Math.max(0, Atomics.load(progress, 0))
      stopped = {path: paths[at]!, error: reasonOf(error, watch.signal, timeout), contentKey: ''}
    } finally {
      watch.end()
      slots.give()
    }
    // What the thread had done is lost with it, so the rest is linted once more, without the one that stopped it.
    return [...(await lint(paths.slice(0, at))), stopped, ...(await lint(paths.slice(at + 1)))]
  }
  return {lint, close: () => pool.destroy()}
}

/** Batches wait here and not in the pool, where one that waits would look like a thread that does not start. */
const createSlots = (count: number) => {
  const waiting: (() => void)[] = []
  let free = count
  return {
    take: async (): Promise<void> => {
      if (free > 0) free--
      else await new Promise<void>((resolve) => waiting.push(resolve))
    },
    give: (): void => {
      const next = waiting.shift()
      if (next === undefined) free++
      else next()
    },
  }
}

const notBegun = -1

/** Aborts when one index stays for too long. */
const watchProgress = (
  progress: Int32Array,
  timeout: number,
): {readonly signal: AbortSignal; readonly end: () => void} => {
  const controller = new AbortController()
  let index = notBegun
  let since = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    const current = Atomics.load(progress, 0)
    if (current !== index) {
      index = current
      since = now
    } else if (now - since > (index === notBegun ? startLimit : timeout)) controller.abort()
  }, watchInterval)
  return {signal: controller.signal, end: () => clearInterval(timer)}
}

const reasonOf = (error: unknown, {aborted}: AbortSignal, timeout: number): FileError => {
  if (aborted) {
    const seconds = timeout / 1000
    return {
      name: 'RuleError',
      message: `no result after ${seconds} s: a rule hangs on this article, or ends its thread; switch the rule off here, or give it more time with --timeout`,
    }
  }
  const message = error instanceof Error ? error.message : String(error)
  return {name: 'RuleError', message: `the thread that linted this article died: ${message}`}
}
