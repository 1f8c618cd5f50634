import {randomUUID} from 'node:crypto'
import {appendFileSync, mkdirSync} from 'node:fs'
import {dirname} from 'node:path'
import {ConfigError} from '../errors.js'
import type {FileResult} from '../file-result.js'
import {createDraft, type Draft} from '../node/draft-file.js'
import {noColours} from '../reporters/colours.js'
import type {Reporter} from '../reporters/reporter.js'
import {noTotals, type Totals, withFile} from '../reporters/totals.js'
import {createReporter} from './create-reporter.js'
import type {Format} from './formats.js'
import {coloursOf, type Terminal, widthOf} from './terminal.js'

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
  readonly write: (text: string) => Promise<void>
  readonly finish: () => void
}

export interface ReportsRequest {
  /** What is shown in the terminal; nothing when it is `undefined`. */
  readonly format: Format | undefined
  readonly files: readonly ReportFile[]
  /** Variables of the process: in GitHub Actions, annotations and a summary of the step come unasked. */
  readonly environment: NodeJS.ProcessEnv
}

/**
 * @param beforeShown called before something is written to the terminal, to take a progress line away
 * @throws {ConfigError} when a report's file cannot be written
 */
export const openReports = async (
  {format, files, environment}: ReportsRequest,
  terminal: Terminal,
  beforeShown: () => Promise<void>,
): Promise<Reports> => {
  const {output} = terminal
  const inActions = environment['GITHUB_ACTIONS'] === 'true'
  const reports: Report[] = []
  const shown = async (text: string): Promise<void> => {
    if (text === '') return
    await beforeShown()
    await output.write(text)
  }
  if (format !== undefined) {
    const reporter = await createReporter(format, {
      colours: coloursOf(output.stream),
      width: widthOf(output.stream),
    })
    const guarded = inActions && forPeople(format) ? withoutCommands(reporter) : reporter
    reports.push({reporter: guarded, write: shown, finish: () => {}})
  }
  for (const file of files) reports.push(await fileReport(file))
  if (inActions && format !== undefined && forPeople(format)) {
    reports.push({reporter: await createReporter('github', plainLook), write: shown, finish: () => {}})
  }
  const summary = environment['GITHUB_STEP_SUMMARY']
  if (inActions && summary !== undefined) reports.push(await summaryReport(summary))
  return together(reports)
}

const plainLook = {colours: noColours, width: 100}

const forPeople = (format: Format): boolean => format === 'pretty' || format === 'compact'

const fileReport = async ({format, path}: ReportFile): Promise<Report> => {
  const reporter = await createReporter(format, plainLook)
  const draft = openDraft(path)
  return {reporter, write: async (text) => draft.write(text), finish: () => draft.commit()}
}

const openDraft = (path: string): Draft => {
  try {
    mkdirSync(dirname(path), {recursive: true})
    return createDraft(path)
  } catch (error) {
    throw new ConfigError(`the report cannot be written: ${(error as Error).message}`, {file: path})
  }
}

/** What a step may add to its summary: a mebibyte, less a little for what others add. */
const summaryLimit = 1_000_000

const summaryReport = async (path: string): Promise<Report> => {
  const reporter = await createReporter('markdown', plainLook)
  let text = ''
  return {
    reporter,
    write: async (part) => {
      text += part
    },
    finish: () =>
      appendFileSync(path, text.length > summaryLimit ? `${text.slice(0, summaryLimit)}\n\n…\n` : text),
  }
}

/**
 * In GitHub Actions a line that begins with `::` is a command, and the words of an article or the name of a file could
 * begin so. Commands are stopped while the report is written, with a token that nobody can guess.
 */
const withoutCommands = (reporter: Reporter): Reporter => {
  const token = randomUUID()
  return {
    open: () => `::stop-commands::${token}\n${reporter.open()}`,
    file: reporter.file,
    close: (totals) => `${reporter.close(totals)}::${token}::\n`,
  }
}

const together = (reports: readonly Report[]): Reports => {
  let totals: Totals = noTotals
  return {
    open: async () => {
      for (const {reporter, write} of reports) await write(reporter.open())
    },
    file: async (result) => {
      for (const {reporter, write} of reports) await write(reporter.file(result, totals))
      totals = withFile(totals, result)
    },
    close: async () => {
      for (const {reporter, write, finish} of reports) {
        await write(reporter.close(totals))
        finish()
      }
    },
  }
}
