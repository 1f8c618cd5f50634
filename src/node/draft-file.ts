import {closeSync, openSync, renameSync, rmSync, writeSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'

/** A file that is written beside its place and put there in one step: nobody finds half of it. */
export interface Draft {
  readonly write: (text: string) => void
  /** Puts the file in its place. */
  readonly commit: () => void
}

/** @throws when the folder cannot be written to */
export const createDraft = (path: string): Draft => {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  const descriptor = openSync(draft, 'w')
  let open = true
  const discard = (): void => {
    if (!open) return
    open = false
    closeSync(descriptor)
    rmSync(draft, {force: true})
  }
  // An interrupted run leaves nothing behind.
  process.once('exit', discard)
  return {
    write: (text) => {
      if (text !== '') writeSync(descriptor, text)
    },
    commit: () => {
      open = false
      closeSync(descriptor)
      renameSync(draft, path)
      process.removeListener('exit', discard)
    },
  }
}
