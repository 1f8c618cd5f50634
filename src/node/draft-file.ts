import {
  closeSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {ConfigError} from '../errors.js'

/** A file that is written beside its place and put there in one step: nobody finds half of it. */
export interface Draft {
  readonly write: (text: string | Uint8Array) => void
  /** Puts the file in its place. */
  readonly commit: () => void
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * @param path folders that are missing are made; a link is followed, so that it stays one; a device or a pipe, which
 *   cannot be replaced, is written to
 * @param name what the file is called in an error, as in “the report”
 * @throws {ConfigError} when it cannot be written there; `write` and `commit` throw it too
 */
export const createDraft = (path: string, name: string): Draft => {
  const explained = <T>(action: () => T): T => {
    try {
      return action()
    } catch (error) {
      throw new ConfigError(`${name} cannot be written: ${(error as Error).message}`, {file: path})
    }
  }
  const draft = explained(() => openDraft(path))
  return {
    write: (text) => explained(() => draft.write(text)),
    commit: () => explained(() => draft.commit()),
  }
}

const openDraft = (path: string): Draft => {
  mkdirSync(dirname(path), {recursive: true})
  const stats = statSync(path, {throwIfNoEntry: false})
  if (stats?.isDirectory()) throw new Error('a folder is in its place')
  const isReplaced = stats === undefined || stats.isFile()
  const target = stats?.isFile() ? realpathSync(path) : path
  const written = isReplaced ? join(dirname(target), `.${basename(target)}.${process.pid}.tmp`) : target
  const descriptor = openSync(written, 'w')
  const discard = (): void => {
    release()
    if (isReplaced) rmSync(written, {force: true})
  }
  const interrupted = (signal: NodeJS.Signals): void => {
    discard()
    process.kill(process.pid, signal)
  }
  const release = (): void => {
    closeSync(descriptor)
    process.off('exit', discard)
    for (const signal of signals) process.off(signal, interrupted)
  }
  // A run that ends early leaves nothing behind.
  process.once('exit', discard)
  for (const signal of signals) process.once(signal, interrupted)
  return {
    write: (text) => {
      writeFileSync(descriptor, text)
    },
    commit: () => {
      release()
      if (isReplaced) renameSync(written, target)
    },
  }
}
