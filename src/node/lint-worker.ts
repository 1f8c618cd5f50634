import {workerData} from 'node:worker_threads'
import type {FileResult} from '../file-result.js'
import {failed, lintBytes} from './lint-file.js'
import {type LinterLookupOptions, linterLookup} from './linter-lookup.js'
import {readBytes} from './read-article.js'
import {keyOfContent} from './result-cache.js'

/** What one thread is asked to lint. */
export interface Batch {
  readonly paths: readonly string[]
  /** One number: the index of the path being linted, so that who waits knows which one hangs. */
  readonly progress: Int32Array
}

export interface WorkerResult extends FileResult {
  /** Of the bytes that were linted. */
  readonly contentKey: string
}

// The pool hands over its own data first, ours second.
const [, options] = workerData as readonly [unknown, LinterLookupOptions]

// Each thread reads the configuration itself: rules in code cannot be sent.
const lookup = linterLookup(options)

/** Lints a batch in a thread of its own. Only texts with findings are sent back, since only they are shown. */
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
    if (found === 'ignored') return {path, diagnostics: [], suppressed: [], contentKey}
    const {source, ...rest} = lintBytes(bytes, path, await found.linter())
    const isShown = rest.diagnostics.length > 0 && source !== undefined
    return {...rest, ...(isShown ? {source} : {}), contentKey}
  } catch (error) {
    return {...failed(path, error), contentKey: ''}
  }
}

export default lintBatch
