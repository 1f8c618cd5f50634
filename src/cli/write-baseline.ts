import {existsSync} from 'node:fs'
import {dirname, relative, resolve} from 'node:path'
import {type BaselineEntry, baselineText, entryOf, matchBaseline} from '../baseline.js'
import type {Diagnostic} from '../diagnostic.js'
import {ConfigError} from '../errors.js'
import {readBaseline, usualBaseline} from '../node/baseline-file.js'
import {createDraft} from '../node/draft-file.js'
import {findFiles} from '../node/find-files.js'
import {prepareRun} from '../node/lint-run.js'
import {counted} from '../reporters/summary.js'
import type {Command} from './command.js'
import {errorLine, located} from './error-line.js'
import {exitCodes} from './exit-code.js'
import {type FlagTable, parseFlags} from './flags.js'
import {helpText} from './help.js'
import {articleRules, baselinePath} from './narrowing.js'
import {nothingIn} from './nothing-to-lint.js'
import {coloursOf, widthOf} from './terminal.js'

const flagTable: FlagTable = {
  output: {
    short: 'o',
    value: 'file',
    summary: 'where to write it: the healthlint-baseline.jsonl here or nearest above, unless given',
  },
  prune: {summary: 'only take out what is gone; nothing new is added'},
  config: {
    short: 'c',
    value: 'file',
    summary: 'the configuration; the one nearest above each article unless given',
  },
  help: {short: 'h', summary: 'print this'},
}

/** `healthlint baseline`: takes down what is there today, so that only what is new is reported. */
export const baseline: Command = async (argv, terminal) => {
  const flags = parseFlags(argv, flagTable)
  const {write, stream} = terminal.output
  if (flags.has('help')) {
    const about =
      'Writes every finding of today into a file, one a line, sorted, for review and for git. Findings in it are not reported; each entry excuses one.'
    const usage = ['healthlint baseline [paths…]', 'healthlint baseline --prune [paths…]']
    await write(helpText({about, usage, lists: [], flags: flagTable}, coloursOf(stream), widthOf(stream)))
    return exitCodes.clean
  }
  const output = flags.value('output')
  const file = output === undefined ? usualBaseline(process.cwd()) : resolve(output)
  const folder = dirname(file)
  const config = flags.value('config')
  const {paths, unmatched} = findFiles(flags.positionals.length === 0 ? ['.'] : flags.positionals)
  if (unmatched.length > 0) throw new ConfigError(nothingIn(unmatched[0]!))
  const run = await prepareRun(paths, config === undefined ? {} : {config})
  const found: Found[] = []
  for await (const result of run.results()) {
    // A file that could not be linted must not lose its entries in silence.
    if (result.error !== undefined) {
      await terminal.errors.write(errorLine(located(result), terminal))
      return exitCodes.failure
    }
    const linter = await run.linterFor(result.path)
    const path = baselinePath(resolve(result.path), file)
    found.push({path, diagnostics: result.diagnostics, isOfArticle: articleRules(linter)})
  }
  const before = readBaseline(file) ?? []
  const entries = flags.has('prune') ? pruned(before, found, folder) : renewed(before, found, folder)
  const draft = createDraft(file, 'the baseline')
  draft.write(baselineText(entries))
  draft.commit()
  await write(
    `${relative('.', file)}: ${counted(entries.length, 'finding')}${before.length > 0 ? `, before: ${before.length}` : ''}\n`,
  )
  return exitCodes.clean
}

interface Found {
  /** As the baseline calls it. */
  readonly path: string
  readonly diagnostics: readonly Diagnostic[]
  readonly isOfArticle: (ruleId: string) => boolean
}

const entriesOf = (
  diagnostics: readonly Diagnostic[],
  {path, isOfArticle}: Found,
): readonly BaselineEntry[] => diagnostics.map((one) => entryOf({...one, path}, isOfArticle(one.ruleId)))

/** What is there today; entries of files that were not looked at stay. */
const renewed = (
  before: readonly BaselineEntry[],
  found: readonly Found[],
  folder: string,
): readonly BaselineEntry[] => {
  const seen = new Set(found.map(({path}) => path))
  const elsewhere = before.filter(({path}) => !seen.has(path) && existsSync(resolve(folder, path)))
  return [...elsewhere, ...found.flatMap((each) => entriesOf(each.diagnostics, each))]
}

/** What is in the baseline and still there, as it is called today. */
const pruned = (
  before: readonly BaselineEntry[],
  found: readonly Found[],
  folder: string,
): readonly BaselineEntry[] => {
  const matcher = matchBaseline(before, (path) => !existsSync(resolve(folder, path)))
  const seen = new Set(found.map(({path}) => path))
  const excused = found.flatMap((each) => entriesOf(matcher.match(each.path, each.diagnostics).excused, each))
  const elsewhere = before.filter(({path}) => !seen.has(path) && existsSync(resolve(folder, path)))
  return [...elsewhere, ...excused]
}
