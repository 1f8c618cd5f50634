import {createStopwatch, type Stopwatch} from '../stopwatch.js'
import {peakMemory} from './peak-memory.js'
import {profileTable} from './profile-table.js'

/** A run that is measured while it runs: `--profile`. */
export interface ProfiledRun {
  readonly stopwatch: Stopwatch
  /** Counts an article, with its text where it could be read. */
  readonly count: (source: string | undefined) => void
  readonly table: () => string
}

export const profiledRun = (): ProfiledRun => {
  const stopwatch = createStopwatch()
  // Counted from the beginning of the process.
  const start = performance.now()
  let files = 0
  let bytes = 0
  return {
    stopwatch,
    count: (source) => {
      files++
      bytes += source === undefined ? 0 : Buffer.byteLength(source)
    },
    table: () =>
      profileTable({
        ...{times: stopwatch.times(), files, bytes, start},
        total: performance.now(),
        memory: peakMemory(),
      }),
  }
}
