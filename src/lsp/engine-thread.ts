import {Worker} from 'node:worker_threads'
import type {Job, Outcome, ValueOf} from './engine.js'
import type {EditorSettings} from './settings-for.js'

export interface EngineThread {
  /**
   * Does a job when those before it are done.
   *
   * @param signal takes a waiting job out of the queue; a running one is ended when it goes on for long
   * @returns nothing when the job was taken back
   */
  run<J extends Job>(job: J, signal?: AbortSignal): Promise<Outcome<ValueOf<J>> | undefined>
  /** Starts over with what is on the disk now, and with other settings if given. */
  restart(settings?: EditorSettings): void
  stop(): void
}

/** In milliseconds. */
export interface Patience {
  /** A job that takes longer has failed. */
  readonly limit: number
  /** A job that nobody waits for any more may go on until it has run this long: a new thread costs about as much. */
  readonly unwanted: number
}

interface Entry {
  readonly job: Job
  readonly settle: (outcome: Outcome<ValueOf<Job>> | undefined) => void
}

interface Running {
  readonly entry: Entry
  readonly started: number
  readonly timer: NodeJS.Timeout
}

/** Runs the engine in a worker thread, one job at a time. */
export const startEngineThread = (
  file: URL,
  initial: EditorSettings,
  patience: Patience = {limit: 20_000, unwanted: 500},
): EngineThread => {
  let settings = initial
  let worker: Worker | undefined
  let running: Running | undefined
  let waiting: Entry[] = []

  const finish = (outcome: Outcome<ValueOf<Job>> | undefined): void => {
    const done = running
    running = undefined
    if (done !== undefined) clearTimeout(done.timer)
    done?.entry.settle(outcome)
    next()
  }

  const endThread = (): void => {
    const ended = worker
    worker = undefined
    ended?.removeAllListeners()
    // Its end is reported by nobody, and an error while it ends concerns nobody.
    ended?.on('error', () => {})
    void ended?.terminate()
  }

  const failed = (message: string): void => {
    endThread()
    finish({status: 'failed', error: {name: 'Error', message}, files: []})
  }

  const startThread = (): Worker => {
    const started = new Worker(file, {workerData: settings, stdout: true})
    // Standard output carries the protocol; what a plugin prints must not get into it.
    started.stdout.on('data', (printed: Uint8Array) => process.stderr.write(printed))
    started.on('message', (outcome: Outcome<ValueOf<Job>>) => finish(outcome))
    started.on('error', (error) => failed(error instanceof Error ? error.message : String(error)))
    started.on('exit', (code) => failed(`the linting thread ended with code ${code}`))
    return started
  }

  const next = (): void => {
    const entry = waiting.shift()
    if (entry === undefined) return
    worker ??= startThread()
    const timer = setTimeout(
      () => failed(`healthlint gave up on ${entry.job.path} after ${patience.limit / 1000} s`),
      patience.limit,
    )
    running = {entry, started: performance.now(), timer}
    worker.postMessage(entry.job)
  }

  const unwanted = (entry: Entry): void => {
    if (running?.entry !== entry) {
      waiting = waiting.filter((one) => one !== entry)
      entry.settle(undefined)
      return
    }
    const ended = running
    setTimeout(
      () => {
        if (running !== ended) return
        endThread()
        finish(undefined)
      },
      Math.max(0, patience.unwanted - (performance.now() - ended.started)),
    )
  }

  return {
    run: <J extends Job>(job: J, signal?: AbortSignal) =>
      new Promise<Outcome<ValueOf<J>> | undefined>((resolve) => {
        if (signal?.aborted) return resolve(undefined)
        const entry: Entry = {
          job,
          // The thread answers each job with its own kind of value.
          settle: (outcome) => {
            signal?.removeEventListener('abort', onAbort)
            resolve(outcome as Outcome<ValueOf<J>> | undefined)
          },
        }
        const onAbort = (): void => unwanted(entry)
        signal?.addEventListener('abort', onAbort)
        // What the user waits for goes first.
        if (job.kind === 'lint') waiting.push(entry)
        else waiting.unshift(entry)
        if (running === undefined) next()
      }),
    restart: (changed = settings) => {
      settings = changed
      const interrupted = running
      if (interrupted !== undefined) {
        clearTimeout(interrupted.timer)
        running = undefined
        waiting.unshift(interrupted.entry)
      }
      endThread()
      next()
    },
    stop: () => {
      endThread()
      waiting = []
    },
  }
}
