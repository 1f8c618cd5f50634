import {existsSync} from 'node:fs'
import {dirname, join, relative, resolve, sep} from 'node:path'
import {type BaselineMatcher, matchBaseline} from '../baseline.js'
import type {Diagnostic} from '../diagnostic.js'
import {ConfigError} from '../errors.js'
import type {FileResult} from '../file-result.js'
import {baselineName, readBaseline} from '../node/baseline-file.js'
import {type ChangedLines, type ChangesSince, changedLines, touches} from '../node/git-changes.js'
import {counted} from '../reporters/summary.js'

/** What a run leaves out of its findings: those of the baseline, and those that no change touches. */
export interface NarrowingRequest {
  /** The baseline's file; `false` for none; the usual one, where it exists, unless given. */
  readonly baseline: string | false | undefined
  readonly strictBaseline: boolean
  readonly since: ChangesSince | undefined
  /** Whether only some of the configured rules run: then an entry without its finding proves nothing. */
  readonly isPartial: boolean
}

export interface Narrowing {
  readonly narrow: (result: FileResult, isOfArticle: (ruleId: string) => boolean) => FileResult
  /** What is to be said at the end, and whether it fails the run. */
  readonly conclude: () => {readonly note: string | undefined; readonly fails: boolean}
}

/** @throws {ConfigError} when the baseline or git cannot be read */
export const createNarrowing = (
  {baseline, strictBaseline, since, isPartial}: NarrowingRequest,
  cwd = process.cwd(),
): Narrowing => {
  const changed = since === undefined ? undefined : changedLines(since, cwd)
  const {matcher, file, folder} = matcherFor(baseline, cwd)
  return {
    narrow: (result, isOfArticle) => {
      const excused =
        matcher === undefined ? result : withBaseline(result, matcher, resolve(cwd, result.path), folder)
      return changed === undefined
        ? excused
        : onlyChanged(excused, changed, resolve(cwd, result.path), isOfArticle)
    },
    conclude: () => {
      const stale = isPartial ? [] : (matcher?.stale() ?? [])
      if (stale.length === 0) return {note: undefined, fails: false}
      const remedy = '`healthlint baseline --prune` takes them out'
      return {
        note: `${file}: ${counted(stale.length, 'entry').replace('entrys', 'entries')} of findings that are gone; ${remedy}`,
        fails: strictBaseline,
      }
    },
  }
}

const matcherFor = (
  baseline: NarrowingRequest['baseline'],
  cwd: string,
): {readonly matcher: BaselineMatcher | undefined; readonly file: string; readonly folder: string} => {
  const file = baseline === undefined || baseline === false ? baselineName : baseline
  const folder = dirname(resolve(cwd, file))
  const entries = baseline === false ? undefined : readBaseline(resolve(cwd, file))
  if (entries === undefined && typeof baseline === 'string') {
    throw new ConfigError(
      `there is no baseline “${file}”; \`healthlint baseline --output ${file}\` writes it`,
    )
  }
  const isGone = (path: string): boolean => !existsSync(join(folder, path))
  return {matcher: entries === undefined ? undefined : matchBaseline(entries, isGone), file, folder}
}

/** How a baseline in `folder` calls a file: the same on every machine. */
export const baselinePath = (absolute: string, folder: string): string =>
  relative(folder, absolute).split(sep).join('/')

const withBaseline = (
  result: FileResult,
  matcher: BaselineMatcher,
  absolute: string,
  folder: string,
): FileResult => {
  const {kept, excused} = matcher.match(baselinePath(absolute, folder), result.diagnostics)
  return excused.length === 0
    ? result
    : {...result, diagnostics: kept, suppressed: [...result.suppressed, ...excused]}
}

const onlyChanged = (
  result: FileResult,
  changed: ChangedLines,
  absolute: string,
  isOfArticle: (ruleId: string) => boolean,
): FileResult => {
  const ranges = changed.get(absolute)
  const isShown = ({ruleId, start, end}: Diagnostic): boolean =>
    ranges !== undefined && (isOfArticle(ruleId) || touches(ranges, {from: start.line, to: end.line}))
  return {...result, diagnostics: result.diagnostics.filter(isShown)}
}
