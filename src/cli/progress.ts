import {grouped} from '../reporters/summary.js'
import {isTerminal, type Terminal} from './terminal.js'

export interface Progress {
  /** Called after each article. */
  readonly step: () => Promise<void>
  /** Called before anything else is written. */
  readonly clear: () => Promise<void>
}

/** Milliseconds since the process began; a run that ends before shows nothing. */
const patience = 1000
const interval = 100

/** A line on standard error that counts articles, when a person is looking and the run is long. */
export const createProgress = (total: number, {errors}: Terminal): Progress => {
  if (!isTerminal(errors.stream)) return {step: async () => {}, clear: async () => {}}
  let next = patience
  let done = 0
  let isShown = false
  return {
    step: async () => {
      done++
      const now = performance.now()
      if (now < next) return
      next = now + interval
      isShown = true
      await errors.write(`\r\u001b[2K${grouped(done)} of ${grouped(total)} articles`)
    },
    clear: async () => {
      if (isShown) await errors.write('\r\u001b[2K')
      isShown = false
    },
  }
}
