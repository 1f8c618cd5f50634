import type {FileResult} from '../file-result.js'
import {articleExtensions, findFiles} from '../node/find-files.js'
import {type LintRun, prepareRun} from '../node/lint-run.js'
import {jsonReporter} from '../reporters/json.js'
import {neutralised} from '../reporters/plain.js'
import {prettyReporter} from '../reporters/pretty.js'
import type {Reporter} from '../reporters/reporter.js'
import {counted, summaryLine} from '../reporters/summary.js'
import {noTotals, type Totals, withFile} from '../reporters/totals.js'
import {errorLine} from './error-line.js'
import {type ExitCode, exitCodes, verdictOf} from './exit-code.js'
import {configOptions, type LintRequest} from './lint-request.js'
import {createProgress, type Progress} from './progress.js'
import {coloursOf, isTerminal, type Terminal, widthOf} from './terminal.js'

/**
 * Lints what is asked for and reports each article as soon as it is done. A reader that goes away early (`| head`)
 * does not end the run, since the exit code speaks of all articles.
 */
export const lintArticles = async (request: LintRequest, terminal: Terminal): Promise<ExitCode> => {
  const {paths, unmatched} = findFiles(request.patterns.filter((pattern) => pattern !== '-'))
  const run = await prepareRun(paths, configOptions(request))
  if (request.patterns.includes('-')) await run.linterFor(request.stdinPath)
  const progress = createProgress(run.paths.length + (request.patterns.includes('-') ? 1 : 0), terminal)
  const report = reporterFor(request, terminal)
  let all = noTotals
  let shown = noTotals
  await terminal.output.write(report.open())
  for await (const result of results(request, run, terminal, progress)) {
    const visible = request.quiet ? errorsOnly(result) : result
    const text = report.file(visible, shown)
    if (text !== '' || result.error !== undefined) await progress.clear()
    await terminal.output.write(text)
    if (result.error !== undefined) await terminal.errors.write(errorLine(located(result), terminal))
    all = withFile(all, result)
    shown = withFile(shown, visible)
    await progress.step()
  }
  await progress.clear()
  await terminal.output.write(report.close(shown))
  const leftOut = paths.length > 0 && all.files === 0
  return conclusion(request, all, {unmatched, leftOut}, terminal)
}

async function* results(
  request: LintRequest,
  run: LintRun,
  terminal: Terminal,
  progress: Progress,
): AsyncGenerator<FileResult, void, undefined> {
  const {fixArticle} = request.fix === 'none' ? {} : await import('./fix-article.js')
  for await (const result of linted(request, run, terminal)) {
    const linter = fixArticle === undefined ? undefined : await run.linterFor(result.path)
    if (fixArticle === undefined || linter === undefined || request.fix === 'none') {
      yield result
      continue
    }
    const fixed = await fixArticle(result, linter, request.fix)
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
  {input}: Terminal,
): AsyncGenerator<FileResult, void, undefined> {
  if (patterns.includes('-')) {
    const {lintStdin} = await import('./read-stdin.js')
    const linter = await run.linterFor(stdinPath)
    if (linter !== undefined) yield await lintStdin(input, stdinPath, linter)
  }
  yield* run.results()
}

const reporterFor = ({format, fix}: LintRequest, {output}: Terminal): Reporter => {
  if (fix === 'show') return silentReporter
  if (format === 'json') return jsonReporter
  return prettyReporter({colours: coloursOf(output.stream), width: widthOf(output.stream)})
}

/** While a diff is on standard output, nothing else may be. */
const silentReporter: Reporter = {open: () => '', file: () => '', close: () => ''}

const errorsOnly = (result: FileResult): FileResult => ({
  ...result,
  diagnostics: result.diagnostics.filter(({level}) => level === 'error'),
})

/** Errors about reading name the path themselves. */
const located = ({path, error}: FileResult): string => {
  const message = error?.message ?? ''
  return message.includes(path) ? message : `${path}: ${message}`
}

const conclusion = async (
  {policy, fix, allowEmpty}: LintRequest,
  totals: Totals,
  {unmatched, leftOut}: {readonly unmatched: readonly string[]; readonly leftOut: boolean},
  terminal: Terminal,
): Promise<ExitCode> => {
  const {errors} = terminal
  if (fix === 'show') {
    const changes =
      totals.fixed === 0 ? 'nothing to fix' : `${counted(totals.fixed, 'change')} shown, none made`
    await errors.write(`${changes}; left: ${summaryLine({...totals, fixed: 0}, coloursOf(errors.stream))}\n`)
  }
  const {code, reason} = verdictOf(totals, policy)
  if (reason !== undefined) await errors.write(errorLine(reason, terminal))
  if ((unmatched.length === 0 && !leftOut) || allowEmpty) return code
  if (leftOut) await errors.write(errorLine(leftOutMessage, terminal))
  for (const pattern of unmatched) await errors.write(errorLine(emptyMessage(pattern), terminal))
  return exitCodes.failure
}

const leftOutMessage =
  'the configuration’s `ignores` leave out every article; name another path, or allow it with --allow-empty'

const emptyMessage = (pattern: string): string =>
  `no article in “${pattern}”: no ${articleExtensions.join(', ')} file that .gitignore lets through; ` +
  'name another path, or allow it with --allow-empty'
