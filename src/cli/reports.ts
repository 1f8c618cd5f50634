import {appendFileSync, realpathSync} from 'node:fs'
import {isAbsolute, relative, resolve, sep} from 'node:path'
import {ConfigError} from '../errors.js'
import type {FileResult} from '../file-result.js'
import {crypto} from '../node/built-in-crypto.js'
import {createDraft} from '../node/draft-file.js'
import {noColours} from '../reporters/colours.js'
import {rebased} from '../reporters/rebased.js'
import type {Piece, Reporter} from '../reporters/reporter.js'
import {startTotals} from '../reporters/totals.js'
import {createReporter} from './create-reporter.js'
import type {FailurePolicy} from './exit-code.js'
import type {Format} from './formats.js'
import {coloursOf, isTerminal, type Terminal, widthOf} from './terminal.js'

/** Where a report goes besides the terminal. */
export interface ReportFile {
  readonly format: Format
  readonly path: string
}

/** All reports of a run, written together as each article is done. */
export interface Reports {
  readonly open: () => Promise<void>
  /** @returns whether something was shown in the terminal */
  readonly file: (result: FileResult) => Promise<void>
  readonly close: () => Promise<void>
}

interface Report {
  readonly reporter: Reporter
  readonly write: (piece: Piece) => Promise<void>
  readonly finish: () => Promise<void>
}

export interface ReportsRequest {
  /** What is shown in the terminal; nothing when it is `undefined`. */
  readonly format: Format | undefined
  readonly files: readonly ReportFile[]
  readonly policy: FailurePolicy
  /** Variables of the process: in GitHub Actions, annotations and a summary of the step come unasked. */
  readonly environment: NodeJS.ProcessEnv
}

/**
 * @param beforeShown called before something is written to the terminal, to take a progress line away
 * @throws {ConfigError} when a report's file cannot be written
 */
export const openReports = async (
  {format, files, policy, environment}: ReportsRequest,
  terminal: Terminal,
  beforeShown: () => Promise<void>,
): Promise<Reports> => {
  const {output} = terminal
  const inActions = environment['GITHUB_ACTIONS'] === 'true'
  refuseSameFile(files)
  const reporterOf = reporterFor(environment, policy)
  const reports: Report[] = []
  const show = async (text: string | Uint8Array): Promise<void> => {
    if (text.length === 0) return
    await beforeShown()
    await output.write(text)
  }
  const {write: shown, flush} = isTerminal(output.stream)
    ? {write: (piece: Piece) => show(inOne(partsOf(piece))), flush: async () => {}}
    : buffered(show)
  if (format !== undefined) {
    const reporter = await reporterOf(format, {
      colours: coloursOf(output.stream),
      width: widthOf(output.stream),
    })
    const guarded = inActions && forPeople(format) ? withoutCommands(reporter) : reporter
    reports.push({reporter: guarded, write: shown, finish: async () => {}})
  }
  for (const file of files) reports.push(await fileReport(file, reporterOf))
  if (inActions && format !== undefined && forPeople(format)) {
    reports.push({reporter: await reporterOf('github', plainLook), write: shown, finish: async () => {}})
  }
  const summary = environment['GITHUB_STEP_SUMMARY']
  if (inActions && summary !== undefined) reports.push(await summaryReport(summary, reporterOf))
  return together(reports, flush)
}

/** As much as is written in one piece to what is no terminal: a write a file costs more than the file's report. */
const pieceSize = 1 << 16

/** Milliseconds that a report waits at most for others to be written with it, as long as others come. */
const longestWait = 100

const buffered = (write: (text: string | Uint8Array) => Promise<void>) => {
  let waiting: (string | Uint8Array)[] = []
  let size = 0
  let written = 0
  const flush = async (): Promise<void> => {
    const text = inOne(waiting)
    waiting = []
    size = 0
    written = performance.now()
    await write(text)
  }
  return {
    write: async (piece: Piece): Promise<void> => {
      for (const part of partsOf(piece)) {
        waiting.push(part)
        size += part.length
      }
      if (size >= pieceSize || performance.now() - written >= longestWait) await flush()
    },
    flush,
  }
}

const partsOf = (piece: Piece): readonly (string | Uint8Array)[] =>
  typeof piece === 'string' ? [piece] : piece

const inOne = (parts: readonly (string | Uint8Array)[]): string | Buffer =>
  parts.every((part) => typeof part === 'string')
    ? parts.join('')
    : Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))

const plainLook = {colours: noColours, width: 100}

const forPeople = (format: Format): boolean => format === 'pretty' || format === 'compact'

type ReporterOf = (format: Format, look: Parameters<typeof createReporter>[1]) => Promise<Reporter>

/**
 * Services that show findings beside the code know files by their place in the repository, wherever the command runs.
 */
const reporterFor = (environment: NodeJS.ProcessEnv, policy: FailurePolicy): ReporterOf => {
  const root = environment['GITHUB_WORKSPACE'] ?? environment['CI_PROJECT_DIR']
  if (root === undefined || root === '') return (format, look) => createReporter(format, look, policy)
  const inRepository = (path: string): string => {
    const fromRoot = relative(root, resolve(path))
    return isAbsolute(fromRoot) || fromRoot.startsWith('..') ? path : fromRoot.split(sep).join('/')
  }
  return async (format, look) => {
    const reporter = await createReporter(format, look, policy)
    return forServices.includes(format) ? rebased(reporter, inRepository) : reporter
  }
}

const forServices: readonly Format[] = ['github', 'gitlab', 'sarif']

const refuseSameFile = (files: readonly ReportFile[]): void => {
  const seen = new Set<string>()
  for (const {path} of files) {
    if (seen.has(resolve(path))) {
      throw new ConfigError('two reports cannot be written into one file; give each --output its own', {
        file: path,
      })
    }
    seen.add(resolve(path))
  }
}

/**
 * A report that is one of the articles would be the end of that article.
 *
 * @throws {ConfigError} before anything is linted
 */
export const refuseOverwriting = (files: readonly ReportFile[], articles: readonly string[]): void => {
  const there = new Map(files.flatMap(({path}) => realPathOf(path).map((real) => [real, path] as const)))
  if (there.size === 0) return
  for (const article of articles) {
    const [file] = realPathOf(article).flatMap((real) => there.get(real) ?? [])
    if (file !== undefined)
      throw new ConfigError(
        'the report would overwrite an article that is linted; give --output another file, or leave this one out of the paths',
        {file},
      )
  }
}

/** Empty for what is not there. */
const realPathOf = (path: string): readonly string[] => {
  try {
    return [realpathSync.native(path)]
  } catch {
    return []
  }
}

const fileReport = async ({format, path}: ReportFile, reporterOf: ReporterOf): Promise<Report> => {
  const reporter = await reporterOf(format, plainLook)
  const draft = createDraft(path, 'the report')
  const {write, flush} = buffered(async (text) => draft.write(text))
  return {
    reporter,
    write,
    finish: async () => {
      await flush()
      draft.commit()
    },
  }
}

/** The table shows so few findings that it stays far below the mebibyte that a step may add. */
const summaryReport = async (path: string, reporterOf: ReporterOf): Promise<Report> => {
  const reporter = await reporterOf('markdown', plainLook)
  let text = ''
  return {
    reporter,
    write: async (piece) => {
      text += inOne(partsOf(piece)).toString()
    },
    finish: async () => {
      try {
        appendFileSync(path, text)
      } catch (error) {
        throw new ConfigError(`the summary of the step cannot be written: ${(error as Error).message}`, {
          file: path,
        })
      }
    },
  }
}

/**
 * In GitHub Actions a line that begins with `::` is a command, and the words of an article or the name of a file could
 * begin so. Commands are stopped while the report is written, with a token that nobody can guess.
 */
const withoutCommands = (reporter: Reporter): Reporter => {
  const token = crypto().randomUUID()
  return {
    open: () => `::stop-commands::${token}\n${reporter.open()}`,
    file: reporter.file,
    close: (totals) => `${reporter.close(totals)}::${token}::\n`,
  }
}

const together = (reports: readonly Report[], flush: () => Promise<void>): Reports => {
  const {totals, add} = startTotals()
  return {
    open: async () => {
      for (const {reporter, write} of reports) await write(reporter.open())
    },
    file: async (result) => {
      for (const {reporter, write} of reports) await write(reporter.file(result, totals))
      add(result)
    },
    close: async () => {
      for (const {reporter, write, finish} of reports) {
        await write(reporter.close(totals))
        await finish()
      }
      await flush()
    },
  }
}
