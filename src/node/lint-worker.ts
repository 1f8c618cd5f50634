import {workerData} from 'node:worker_threads'
import type {FileError} from '../file-result.js'
import {type KeptResult, keep} from '../kept-result.js'
import {fileErrorOf, lintBytes} from './lint-file.js'
import {type LinterLookupOptions, linterLookup} from './linter-lookup.js'
import {readBytes} from './read-article.js'
import {keyOfContent} from './result-cache.js'

/** What one thread is asked to lint. */
export interface Batch {
  readonly paths: readonly string[]
  /** One number: the index of the path being linted, so that who waits knows which one hangs. */
  readonly progress: Int32Array
}

/** Findings go from thread to thread as text, which most reports print as it is. */
export interface WorkerResult {
  readonly path: string
  readonly error?: FileError
  /** Absent for a file without findings. */
  readonly found?: KeptResult
  /** Only of a text with findings, since only that is shown. */
  readonly source?: string
  /** Of the bytes that were linted. */
  readonly contentKey: string
}

// The pool hands over its own data first, ours second.
const [, options] = workerData as readonly [unknown, LinterLookupOptions]

// Each thread reads the configuration itself: rules in code cannot be sent.
const lookup = linterLookup(options)

/** Lints a batch in a thread of its own. */
const lintBatch = async ({paths, progress}: Batch): Promise<readonly WorkerResult[]> => {
  const results: WorkerResult[] = []
  for (const [index, path] of paths.entries()) {
    Atomics.store(progress, 0, index)
    results.push(await lintOne(path))
  }
  return results
}

const lintOne = async (path: string): Promise<WorkerResult> => {
  try {
    const bytes = readBytes(path, options.cwd)
    const contentKey = keyOfContent(bytes)
    const found = await lookup(path)
    if (found === 'ignored') return {path, contentKey}
    const result = lintBytes(bytes, path, await found.linter())
    const {source, error, diagnostics, suppressed} = result
    if (error !== undefined) return {path, error, contentKey}
    if (diagnostics.length + suppressed.length === 0) return {path, contentKey}
    return {path, found: keep(result), ...(source === undefined ? {} : {source}), contentKey}
  } catch (error) {
    return {path, error: fileErrorOf(error), contentKey: ''}
  }
}

export default lintBatch
