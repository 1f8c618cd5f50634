import {realpathSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {basename, dirname, join, resolve} from 'node:path'
import {ConfigError} from '../errors.js'

/**
 * Replaces a file's text in one step: whoever interrupts us finds the old text or the new, never half of it.
 *
 * @param path absolute, or relative to `cwd`; a link is followed, and stays a link
 * @throws {ConfigError} when the file cannot be written
 */
export const writeArticle = (path: string, text: string, cwd = '.'): void => {
  let draft: string | undefined
  try {
    const target = realpathSync(resolve(cwd, path))
    draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
    writeFileSync(draft, text, {mode: statSync(target).mode, flag: 'wx'})
    renameSync(draft, target)
  } catch (error) {
    if (draft !== undefined) rmSync(draft, {force: true})
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConfigError(`the fixed text cannot be written: ${reason}`, {file: path})
  }
}
