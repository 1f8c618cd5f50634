import {existsSync, lstatSync, realpathSync} from 'node:fs'
import {basename, dirname, join, relative, resolve, sep} from 'node:path'
import {type BaselineMatcher, matchBaseline} from '../baseline.js'
import type {Diagnostic} from '../diagnostic.js'
import {ConfigError} from '../errors.js'
import type {FileResult} from '../file-result.js'
import type {Linter} from '../lint.js'
import {readBaseline, usualBaseline} from '../node/baseline-file.js'
import {type ChangesSince, changedLines, type LineRange, stagedTexts, touches} from '../node/git-changes.js'
import {grouped} from '../reporters/summary.js'

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
  /** The paths that can have a finding to show; with git, only those that changed, and what cannot be read. */
  readonly concerned: (paths: readonly string[]) => readonly string[]
  /** What is to be said when none of the paths is. */
  readonly unconcerned: string
  /** The texts that are staged, by path as given, where the working tree has another. */
  readonly staged: (paths: readonly string[]) => ReadonlyMap<string, Buffer>
  readonly narrow: (result: FileResult, isOfArticle: (ruleId: string) => boolean) => FileResult
  /** What is to be said at the end, and whether it fails the run. */
  readonly conclude: () => {readonly note: string | undefined; readonly fails: boolean}
}

/**
 * @param paths the articles that are asked for
 * @param circumstances `absent` are those of them that only git's index has
 * @throws {ConfigError} when the baseline or git cannot be read
 */
export const createNarrowing = (
  {baseline, strictBaseline, since, isPartial}: NarrowingRequest,
  paths: readonly string[],
  {absent = [], cwd = process.cwd()}: {readonly absent?: readonly string[]; readonly cwd?: string} = {},
): Narrowing => {
  const isAbsent = new Set(absent)
  const isFile = (path: string): boolean =>
    lstatSync(resolve(cwd, path), {throwIfNoEntry: false})?.isDirectory() === false
  const absolute = (path: string): string => withoutLinks(resolve(cwd, path))
  const changed = since === undefined ? undefined : changedLines(since, cwd, paths.map(absolute))
  const {matcher, file} = matcherFor(baseline, cwd)
  return {
    concerned: (all) =>
      changed === undefined
        ? all
        : all.filter(
            (path) => changed.has(absolute(path)) || (!isAbsent.has(absolute(path)) && !isFile(path)),
          ),
    unconcerned:
      since === 'staged' || since === undefined
        ? 'no article is staged'
        : `no article changed since ${since.ref}`,
    staged: (all) => (since === 'staged' ? stagedOf(all, absolute, cwd) : new Map()),
    narrow: (result, isOfArticle) => {
      if (matcher === undefined && changed === undefined) return result
      const path = absolute(result.path)
      const excused = matcher === undefined ? result : withBaseline(result, matcher, baselinePath(path, file))
      return changed === undefined ? excused : onlyChanged(excused, changed.get(path) ?? [], isOfArticle)
    },
    conclude: () => {
      const stale = isPartial ? [] : (matcher?.stale() ?? [])
      if (stale.length === 0) return {note: undefined, fails: false}
      const entries = stale.length === 1 ? 'entry' : 'entries'
      const name = relative(cwd, file) || file
      return {
        note: `${name}: ${grouped(stale.length)} ${entries} of findings that are gone; \`healthlint baseline --prune\` takes them out`,
        fails: strictBaseline,
      }
    },
  }
}

/** Git names files without links on their way; so must we, or a file would seem unchanged. */
const withoutLinks = (path: string): string => {
  try {
    return join(realpathSync(dirname(path)), basename(path))
  } catch {
    return path
  }
}

const stagedOf = (
  paths: readonly string[],
  absolute: (path: string) => string,
  cwd: string,
): ReadonlyMap<string, Buffer> => {
  const texts = stagedTexts(paths.map(absolute), cwd)
  return new Map(
    paths.flatMap((path) => {
      const text = texts.get(absolute(path))
      return text === undefined ? [] : [[path, text] as const]
    }),
  )
}

const matcherFor = (
  baseline: NarrowingRequest['baseline'],
  cwd: string,
): {readonly matcher: BaselineMatcher | undefined; readonly file: string} => {
  const file = withoutLinks(typeof baseline === 'string' ? resolve(cwd, baseline) : usualBaseline(cwd))
  const entries = baseline === false ? undefined : readBaseline(file)
  if (entries === undefined && typeof baseline === 'string') {
    throw new ConfigError(
      `there is no baseline “${baseline}”; \`healthlint baseline --output ${baseline}\` writes it`,
    )
  }
  const isGone = (path: string): boolean => !existsSync(join(dirname(file), path))
  return {matcher: entries === undefined ? undefined : matchBaseline(entries, isGone), file}
}

/** How a baseline calls a file: the same on every machine. */
export const baselinePath = (path: string, baseline: string): string =>
  relative(dirname(baseline), path).split(sep).join('/')

const withBaseline = (result: FileResult, matcher: BaselineMatcher, path: string): FileResult => {
  const {kept, excused} = matcher.match(path, result.diagnostics)
  return excused.length === 0
    ? result
    : {...result, diagnostics: kept, suppressed: [...result.suppressed, ...excused]}
}

const onlyChanged = (
  result: FileResult,
  lines: readonly LineRange[] | 'all',
  isOfArticle: (ruleId: string) => boolean,
): FileResult => {
  const isShown = ({ruleId, start, end}: Diagnostic): boolean =>
    isOfArticle(ruleId) || touches(lines, {from: start.line, to: end.line})
  return {...result, diagnostics: result.diagnostics.filter(isShown)}
}

/** Which of a linter's rules speak of the whole article. */
export const articleRules = (linter: Linter | undefined): ((ruleId: string) => boolean) => {
  const ids = new Set(linter?.rules.filter(({scope}) => scope === 'article').map(({id}) => id))
  return (ruleId) => ids.has(ruleId)
}
