import {availableParallelism} from 'node:os'
import {resolve} from 'node:path'
import {setImmediate} from 'node:timers/promises'
import {version} from '../../package.json'
import type {FileResult} from '../file-result.js'
import {resultOf} from '../kept-result.js'
import type {Linter} from '../lint.js'
import {timed} from '../stopwatch.js'
import {failed, lintBytes} from './lint-file.js'
import {type FoundLinter, type LinterLookupOptions, linterLookup} from './linter-lookup.js'
import {createReader, readBytes} from './read-article.js'
import {keyOfContent, openCache, type ResultCache} from './result-cache.js'
import {settingsHash} from './settings-hash.js'
import type {WorkerPool} from './worker-pool.js'

export interface LintRunOptions extends LinterLookupOptions {
  /** A file that keeps findings between runs; none unless given. */
  readonly cache?: string
  /** How many threads lint; `auto` takes threads when there are many files, or when rules in code could hang. */
  readonly concurrency?: number | 'auto' | 'off'
  /**
   * Milliseconds that one article may take in a thread; 30,000 unless given. Settings in memory cannot be sent to a thread,
   * and a rule in code that hangs there hangs the run.
   */
  readonly timeout?: number
  /** Told what is no error but should be known, such as a cache that is damaged. */
  readonly note?: (message: string) => void
}

/** Files that are to be linted, each with what its configuration says. */
export interface LintRun {
  /** Those that no configuration leaves out, in the order given. */
  readonly paths: readonly string[]
  /** One result each, in the same order, however many threads there are. */
  readonly results: () => AsyncGenerator<FileResult, void, undefined>
  /** The linter for one file; none for one that the configuration leaves out. */
  readonly linterFor: (path: string) => Promise<Linter | undefined>
}

/** Starting threads takes about as long as linting so many articles. */
const worthThreads = 300
/** Articles that a thread is given at once. */
const batchSize = 32
const usualTimeout = 30_000

/**
 * Reads every configuration and compiles every rule that the files need, so that mistakes are told before anything is
 * linted.
 *
 * @throws {ConfigError} and {PackError} for what cannot be used
 */
export const prepareRun = async (
  paths: readonly string[],
  options: LintRunOptions = {},
): Promise<LintRun> => {
  const lookup = linterLookup(options)
  if (options.settings !== undefined) {
    // Settings in memory are one for all files, and wrong even when there is no file.
    const found = await lookup('')
    if (found !== 'ignored') await found.linter()
  }
  const cache = cacheOf(options)
  const hashes = new Map<FoundLinter, string>()
  const planned: Planned[] = []
  for (const path of paths) {
    const found = await lookup(path)
    if (found === 'ignored') continue
    const hash =
      hashes.get(found) ?? (cache === undefined ? '' : settingsHash(found.config.settings, found.config.file))
    hashes.set(found, hash)
    planned.push({path, found, settings: hash})
  }
  const plan = threadPlan(planned, cache !== undefined, options)
  for (const [found, hash] of hashes) {
    // Settings under which findings are kept did compile.
    if (cache?.knows(hash) === true) continue
    // Threads compile for themselves.
    await (plan.wanted(0) ? found.check() : found.linter())
  }
  return {
    paths: planned.map(({path}) => path),
    results: () => resultsOf(planned, plan, cache, options),
    linterFor: async (path) => {
      const found = await lookup(path)
      return found === 'ignored' ? undefined : found.linter()
    },
  }
}

interface Planned {
  readonly path: string
  readonly found: FoundLinter
  /** Hash of its settings; empty without a cache. */
  readonly settings: string
}

const cacheOf = ({cache, cwd = '.', note = () => {}}: LintRunOptions): ResultCache | undefined =>
  cache === undefined ? undefined : openCache({file: resolve(cwd, cache), cwd: resolve(cwd), version, note})

async function* resultsOf(
  planned: readonly Planned[],
  plan: ThreadPlan,
  cache: ResultCache | undefined,
  options: LintRunOptions,
): AsyncGenerator<FileResult, void, undefined> {
  const read = createReader(options.cwd)
  let pool: WorkerPool | undefined
  let misses = 0
  // Batches are under way in several threads, and are given away in the order of their files.
  const underWay: Promise<readonly FileResult[]>[] = []
  try {
    for (let from = 0; from < planned.length; from += batchSize) {
      const looked = planned
        .slice(from, from + batchSize)
        .map((one): LookedUp => (cache === undefined ? one : {...one, ...lookUp(one, cache, read)}))
      const missed = looked.filter(({kept}) => kept === undefined)
      if (missed.length > 0 && plan.wanted(misses)) {
        pool ??= (await import('./worker-pool.js')).createWorkerPool({...plan, lookup: plainOptions(options)})
        underWay.push(inThreads(looked, pool, cache))
        while (underWay.length > plan.threads * 2) yield* await underWay.shift()!
      } else if (missed.length === 0 && underWay.length > 0) {
        underWay.push(Promise.resolve(looked.flatMap(({kept}) => kept ?? [])))
      } else {
        while (underWay.length > 0) yield* await underWay.shift()!
        for (const one of looked) {
          if (one.kept !== undefined) {
            yield one.kept
            continue
          }
          yield lintAndStore(one, await one.found.linter(), cache, options)
          // Linting is synchronous: without a turn of the event loop a whole run would look like a hang to timers and streams.
          await setImmediate()
        }
      }
      misses += missed.length
    }
    while (underWay.length > 0) yield* await underWay.shift()!
  } finally {
    await Promise.allSettled([pool?.close(), cache?.save()])
  }
}

interface ThreadPlan {
  readonly threads: number
  readonly timeout: number
  /** Whether threads are worth it after so many articles had to be linted. */
  readonly wanted: (misses: number) => boolean
}

const threadPlan = (
  planned: readonly Planned[],
  hasCache: boolean,
  {concurrency = 'auto', timeout, settings}: LintRunOptions,
): ThreadPlan => {
  const threads = typeof concurrency === 'number' ? concurrency : Math.min(8, availableParallelism())
  const plan = {threads, timeout: timeout ?? usualTimeout}
  // Settings in memory may hold functions, which cannot be sent to a thread.
  if (concurrency === 'off' || settings !== undefined) return {...plan, wanted: () => false}
  const mayHang = planned.some(({found}) => (found.config.settings.plugins ?? []).length > 0)
  // One thread and this one, which waits for it, would only cost more.
  if (concurrency === 1 && timeout === undefined && !mayHang) return {...plan, wanted: () => false}
  if (typeof concurrency === 'number' || timeout !== undefined || mayHang)
    return {...plan, threads: Math.min(threads, planned.length), wanted: () => true}
  return {
    ...plan,
    wanted: (misses) =>
      threads > 1 && planned.length >= worthThreads && (!hasCache || misses >= 2 * batchSize),
  }
}

interface LookedUp extends Planned {
  readonly kept?: FileResult | undefined
  /** What was read in vain, so that a pipe is read once. */
  readonly bytes?: Buffer
}

const lookUp = (
  {path, settings}: Planned,
  cache: ResultCache,
  read: (path: string) => Buffer,
): Pick<LookedUp, 'kept' | 'bytes'> => {
  try {
    const bytes = read(path)
    const kept = cache.find(path, bytes, settings)
    return kept === undefined ? {bytes} : {kept}
  } catch {
    // Linting it tells what is wrong.
    return {}
  }
}

const lintAndStore = (
  {path, settings, bytes}: LookedUp,
  linter: Linter,
  cache: ResultCache | undefined,
  {cwd, stopwatch}: LintRunOptions,
): FileResult => {
  try {
    const read = bytes ?? timed(stopwatch, 'read', () => readBytes(path, cwd))
    const result = lintBytes(read, path, linter, stopwatch)
    cache?.store(path, {content: keyOfContent(read), settings}, result)
    return result
  } catch (error) {
    return failed(path, error)
  }
}

const inThreads = async (
  looked: readonly LookedUp[],
  pool: WorkerPool,
  cache: ResultCache | undefined,
): Promise<readonly FileResult[]> => {
  const linted = await pool.lint(looked.filter(({kept}) => kept === undefined).map(({path}) => path))
  let next = 0
  return looked.map(({path, settings, kept}) => {
    if (kept !== undefined) return kept
    const {contentKey: content, found, error, source} = linted[next++]!
    const result: FileResult =
      found === undefined
        ? {path, diagnostics: [], suppressed: [], ...(error === undefined ? {} : {error})}
        : resultOf(path, found, () => source)
    cache?.store(path, {content, settings}, result)
    return result
  })
}

/** What can be sent to a thread. */
const plainOptions = ({cwd, config, allowCode, overrides}: LintRunOptions): LinterLookupOptions => ({
  ...(cwd === undefined ? {} : {cwd}),
  ...(config === undefined ? {} : {config}),
  ...(allowCode === undefined ? {} : {allowCode}),
  ...(overrides === undefined ? {} : {overrides}),
})
