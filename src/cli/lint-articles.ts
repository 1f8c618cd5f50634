import {setFlagsFromString} from 'node:v8'
import type {FileResult} from '../file-result.js'
import {findFiles} from '../node/find-files.js'
import {onlyInIndex} from '../node/git-changes.js'
import {lintBytes} from '../node/lint-file.js'
import {type LintRun, type LintRunOptions, prepareRun} from '../node/lint-run.js'
import {neutralised} from '../reporters/plain.js'
import {counted, summaryLine} from '../reporters/summary.js'
import {startTotals, type Totals} from '../reporters/totals.js'
import type {Stopwatch} from '../stopwatch.js'
import {errorLine, located} from './error-line.js'
import {type ExitCode, exitCodes, verdictOf} from './exit-code.js'
import {configOptions, type LintRequest} from './lint-request.js'
import {articleRules, createNarrowing, type Narrowing} from './narrowing.js'
import {nothingIn} from './nothing-to-lint.js'
import type {ProfiledRun} from './profile.js'
import {createProgress, type Progress} from './progress.js'
import {openReports, type ReportsRequest, refuseOverwriting} from './reports.js'
import {coloursOf, isTerminal, type Terminal} from './terminal.js'

/**
 * Lints what is asked for and reports each article as soon as it is done. A reader that goes away early (`| head`)
 * does not end the run, since the exit code speaks of all articles.
 */
export const lintArticles = async (request: LintRequest, terminal: Terminal): Promise<ExitCode> => {
  if (!request.profile) return lintAll(request, terminal, undefined)
  const {profiledRun} = await import('./profile.js')
  const profile = profiledRun()
  const code = await lintAll(request, terminal, profile)
  await terminal.errors.write(`\n${profile.table()}\n`)
  return code
}

/*
 * What is alive hardly grows while articles are read, but V8 lets the heap grow to several times that before it looks.
 * When it looks at twice, a run over 2,843 articles takes 160 MB in place of 230, and over 24,000 hardly more. With few
 * articles, looking costs a twentieth of the run.
 */
const worthLooking = 100

const lintAll = async (
  request: LintRequest,
  terminal: Terminal,
  profile: ProfiledRun | undefined,
): Promise<ExitCode> => {
  const absent = request.narrowing.since === 'staged' ? onlyInIndex(process.cwd()) : []
  const {paths, unmatched} = findFiles(namedPatterns(request.patterns), {absent})
  refuseOverwriting(request.reportFiles, paths)
  const narrowing = createNarrowing(request.narrowing, paths, {absent})
  const concerned = narrowing.concerned(paths)
  const staged = narrowing.staged(concerned)
  const options: LintRunOptions = {
    ...configOptions(request),
    // A fix is made by the linter that found it, at once.
    ...(request.fix === 'none' && profile === undefined ? request.speed : {concurrency: 'off'}),
    ...(profile === undefined ? {} : {stopwatch: profile.stopwatch}),
    note: (message) => void terminal.errors.write(errorLine(message, terminal)),
  }
  // A change to nothing but the configuration must not pass unread.
  if (concerned.length === 0) await prepareRun(paths, options)
  const run = await prepareRun(
    concerned.filter((path) => !staged.has(path)),
    options,
  )
  if (request.patterns.includes('-')) await run.linterFor(request.stdinPath)
  if (run.paths.length >= worthLooking) setFlagsFromString('--heap-growing-percent=100')
  const others = staged.size + (request.patterns.includes('-') ? 1 : 0)
  const progress = createProgress(run.paths.length + others, terminal)
  const reports = await openReports(reportsOf(request), terminal, () => progress.clear())
  const {totals: all, add} = startTotals()
  await reports.open()
  const whole =
    others === 0 ? run : {...run, results: () => linted(request, run, staged, terminal, profile?.stopwatch)}
  const results = request.fix === 'none' ? whole.results() : fixing(request.fix, whole, terminal, progress)
  for await (const result of results) {
    // Only a comparison with git asks which rules speak of whole articles.
    const linter = request.narrowing.since === undefined ? undefined : await run.linterFor(result.path)
    const narrowed = narrowing.narrow(result, articleRules(linter))
    const reporting = performance.now()
    await reports.file(request.quiet ? errorsOnly(narrowed) : narrowed)
    profile?.stopwatch.add('report', performance.now() - reporting)
    profile?.count(result.source)
    if (result.error !== undefined) {
      await progress.clear()
      await terminal.errors.write(errorLine(located(result), terminal))
    }
    add(narrowed)
    await progress.step()
  }
  await progress.clear()
  await reports.close()
  if (paths.length > 0 && concerned.length === 0) {
    await terminal.errors.write(errorLine(narrowing.unconcerned, terminal))
  }
  // A change to nothing but what is left out is no mistake.
  const leftOut = request.narrowing.since === undefined && paths.length > 0 && all.files === 0
  return conclusion(request, all, {unmatched, leftOut, narrowing}, terminal)
}

/** With standard input, patterns that only leave out leave out nothing, and name no folder either. */
const namedPatterns = (patterns: readonly string[]): readonly string[] => {
  const named = patterns.filter((pattern) => pattern !== '-')
  return patterns.includes('-') && named.every((pattern) => pattern.startsWith('!')) ? [] : named
}

/** With a diff on standard output, nothing else may be there. */
const reportsOf = ({format, fix, reportFiles, policy}: LintRequest): ReportsRequest => ({
  format: fix === 'show' ? undefined : format,
  files: reportFiles,
  policy,
  environment: process.env,
})

async function* fixing(
  fix: 'write' | 'show',
  run: LintRun,
  terminal: Terminal,
  progress: Progress,
): AsyncGenerator<FileResult, void, undefined> {
  const {fixArticle} = await import('./fix-article.js')
  for await (const result of run.results()) {
    const linter = await run.linterFor(result.path)
    if (linter === undefined) {
      yield result
      continue
    }
    const fixed = await fixArticle(result, linter, fix)
    if (fixed.diff !== '') {
      await progress.clear()
      // Into a file or a pipe the diff goes byte for byte, so that it can be applied.
      const {write, stream} = terminal.output
      await write(isTerminal(stream) ? fixed.diff.split('\n').map(neutralised).join('\n') : fixed.diff)
    }
    yield fixed.result
  }
}

async function* linted(
  {patterns, stdinPath}: LintRequest,
  run: LintRun,
  staged: ReadonlyMap<string, Buffer>,
  {input}: Terminal,
  stopwatch: Stopwatch | undefined,
): AsyncGenerator<FileResult, void, undefined> {
  if (patterns.includes('-')) {
    const {lintStdin} = await import('./read-stdin.js')
    const linter = await run.linterFor(stdinPath)
    if (linter !== undefined) yield await lintStdin(input, stdinPath, linter, stopwatch)
  }
  for (const [path, text] of staged) {
    const linter = await run.linterFor(path)
    if (linter !== undefined) yield lintBytes(text, path, linter, stopwatch)
  }
  yield* run.results()
}

const errorsOnly = (result: FileResult): FileResult => ({
  ...result,
  diagnostics: result.diagnostics.filter(({level}) => level === 'error'),
})

interface Ending {
  readonly unmatched: readonly string[]
  readonly leftOut: boolean
  readonly narrowing: Narrowing
}

const conclusion = async (
  {policy, fix, allowEmpty}: LintRequest,
  totals: Totals,
  {unmatched, leftOut, narrowing}: Ending,
  terminal: Terminal,
): Promise<ExitCode> => {
  const {errors} = terminal
  if (fix === 'show') {
    const changes =
      totals.fixed === 0 ? 'nothing to fix' : `${counted(totals.fixed, 'change')} shown, none made`
    await errors.write(`${changes}; left: ${summaryLine({...totals, fixed: 0}, coloursOf(errors.stream))}\n`)
  }
  const {note, fails} = narrowing.conclude()
  if (note !== undefined) await errors.write(errorLine(note, terminal))
  const verdict = verdictOf(totals, policy)
  if (verdict.reason !== undefined) await errors.write(errorLine(verdict.reason, terminal))
  const code = fails && verdict.code === exitCodes.clean && !policy.noFail ? exitCodes.findings : verdict.code
  if ((unmatched.length === 0 && !leftOut) || allowEmpty) return code
  if (leftOut) await errors.write(errorLine(leftOutMessage, terminal))
  for (const pattern of unmatched)
    await errors.write(errorLine(`${nothingIn(pattern)}, or allow it with --allow-empty`, terminal))
  return exitCodes.failure
}

const leftOutMessage =
  'the configuration’s `ignores` leave out every article; name another path, or allow it with --allow-empty'
