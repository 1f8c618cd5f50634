import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import * as v from 'valibot'
import type {BaselineEntry} from '../baseline.js'
import {ConfigError} from '../errors.js'

/** The name of the file when none is given. */
const baselineName = 'healthlint-baseline.jsonl'

/**
 * The baseline that holds in a folder when none is named: in it, or the nearest above it, but not above the repository.
 *
 * @returns an absolute path; where it would be written, when there is none yet
 */
export const usualBaseline = (cwd: string): string => {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const file = join(folder, baselineName)
    if (existsSync(file)) return file
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return join(cwd, baselineName)
  }
}

const entrySchema = v.strictObject({
  path: v.string(),
  ruleId: v.string(),
  fingerprint: v.string(),
  sentence: v.string(),
  scope: v.optional(v.literal('article')),
})

/**
 * @returns the entries, or `undefined` when there is no such file
 * @throws {ConfigError} for a line that is no entry, with its number
 */
export const readBaseline = (path: string): readonly BaselineEntry[] | undefined => {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new ConfigError(`cannot read the baseline: ${(error as Error).message}`, {file: path})
  }
  return text
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [entryIn(line, path, index + 1)]))
}

const entryIn = (line: string, file: string, number: number): BaselineEntry => {
  try {
    return v.parse(entrySchema, JSON.parse(line))
  } catch {
    throw new ConfigError(
      'this line is no entry of a baseline (a merge may have damaged it); `healthlint baseline` writes the file anew',
      {file, line: number},
    )
  }
}
