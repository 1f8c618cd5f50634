import {mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {setImmediate} from 'node:timers/promises'

const signals = ['SIGINT', 'SIGTERM'] as const

/**
 * Writes a file in one step: a reader finds the old text or the new, and an interrupted run leaves no draft behind,
 * since the signal waits for the few milliseconds that this takes.
 *
 * @param file absolute path; folders that are missing are made
 * @throws as `node:fs` does
 */
export const replaceFile = async (file: string, text: string | Uint8Array): Promise<void> => {
  let waiting: NodeJS.Signals | undefined
  const hold = (signal: NodeJS.Signals): void => {
    waiting = signal
  }
  for (const signal of signals) process.on(signal, hold)
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`)
  try {
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(draft, text, {flag: 'wx'})
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, {force: true})
    throw error
  } finally {
    // A signal that came meanwhile is told to us in the next turns of the event loop.
    await setImmediate()
    await setImmediate()
    for (const signal of signals) process.off(signal, hold)
    if (waiting !== undefined) process.kill(process.pid, waiting)
  }
}
