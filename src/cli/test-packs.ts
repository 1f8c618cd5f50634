import {watch} from 'node:fs'
import {ConfigError, PackError} from '../errors.js'
import {createLinter} from '../lint.js'
import {loadPack} from '../node/load-pack.js'
import type {Colours} from '../reporters/colours.js'
import {oneLine} from '../reporters/plain.js'
import {type ExampleResult, type Trial, trialsOf, tryExample} from '../rules/example.js'
import type {Pack, PackRule} from '../rules/pack.js'
import type {Command} from './command.js'
import {errorLine} from './error-line.js'
import {type ExitCode, exitCodes} from './exit-code.js'
import {type FlagTable, parseFlags} from './flags.js'
import {helpText} from './help.js'
import {coloursOf, type Terminal, widthOf} from './terminal.js'

const flagTable: FlagTable = {
  watch: {short: 'w', summary: 'test again whenever a file of a pack changes'},
  help: {short: 'h', summary: 'print this'},
}

const usage = 'healthlint test <pack…> [--watch]'

/** `healthlint test PACK…`: runs the examples of rules of one's own, as those of the built-in rules are run. */
export const testPacks: Command = async (argv, terminal) => {
  const flags = parseFlags(argv, flagTable)
  if (flags.has('help')) {
    const about =
      'Runs the examples of a pack (a folder of rule files, or one file): what is marked and not found is missing, what is found and not marked is noisy. Exit code 1 when there is either.'
    const {stream} = terminal.output
    await terminal.output.write(
      helpText({about, usage: [usage], lists: [], flags: flagTable}, coloursOf(stream), widthOf(stream)),
    )
    return exitCodes.clean
  }
  if (flags.positionals.length === 0) throw new ConfigError(`name a pack: ${usage}`)
  if (!flags.has('watch')) return testAll(flags.positionals, terminal)
  await testWatched(flags.positionals, terminal)
  return exitCodes.clean
}

const testAll = async (paths: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const packs = await Promise.all(paths.map((path) => loadPack(path)))
  const colours = coloursOf(terminal.output.stream)
  let tried = 0
  let failed = 0
  for (const rule of packs.flatMap((pack) => pack.rules)) {
    const failures = failuresOf(rule, packs)
    tried += rule.examples.length
    failed += new Set(failures.map(({trial}) => trial.number)).size
    await terminal.output.write(ruleReport(rule, failures, colours))
  }
  const summary = `${tried} examples, ${failed} wrong`
  await terminal.output.write(`${failed === 0 ? colours.green(summary) : colours.red(summary)}\n`)
  return failed === 0 ? exitCodes.clean : exitCodes.findings
}

interface Failure {
  readonly trial: Trial
  readonly result: ExampleResult & {readonly levels: readonly string[]}
}

/** The trials that came out wrong; of one example, the first shape that did. */
const failuresOf = (rule: PackRule, packs: readonly Pack[]): readonly Failure[] => {
  const wrong = new Map<number, Failure>()
  for (const trial of trialsOf(rule)) {
    if (wrong.has(trial.number)) continue
    const linter = createLinter({packs, rules: {[rule.id]: [rule.level, trial.example.options ?? {}]}})
    const result = tryExample(trial, linter)
    const right = result.missing.length + result.noisy.length === 0 && hasLevel(trial, result.levels)
    if (right === (trial.example.known !== undefined)) wrong.set(trial.number, {trial, result})
  }
  return [...wrong.values()]
}

const hasLevel = ({example}: Trial, levels: readonly string[]): boolean =>
  example.level === undefined || 'pass' in example || levels.includes(example.level)

const ruleReport = (rule: PackRule, failures: readonly Failure[], colours: Colours): string => {
  const count = `${rule.examples.length} examples`
  if (failures.length === 0) return `${colours.green('✓')} ${rule.id} ${colours.dim(count)}\n`
  return `${[`${colours.red('✗')} ${rule.id} ${colours.dim(count)}`, ...failures.flatMap((one) => failureLines(rule, one, colours))].join('\n')}\n`
}

const failureLines = (rule: PackRule, {trial, result}: Failure, colours: Colours): readonly string[] => {
  const {example, number, shape} = trial
  const place = rule.locate?.(['examples', number - 1])
  const where = place?.file === undefined ? '' : ` ${colours.dim(`${place.file}:${place.line ?? 1}`)}`
  const said = (label: string, words: string): string => `      ${colours.red(label)} ${oneLine(words)}`
  return [
    `    example ${number}${shape === undefined ? '' : ` ${shape}`}${where}`,
    ...result.missing.map((words) => said('missing', words)),
    ...result.noisy.map((words) => said('noisy  ', words)),
    ...(example.known === undefined ? [] : [said('known  ', 'comes right now: take `known` off')]),
    // What is missing has no level that could be wrong.
    ...(result.levels.length === 0 || hasLevel(trial, result.levels)
      ? []
      : [said('level  ', `${[...new Set(result.levels)].join(', ')}, not ${example.level ?? ''}`)]),
  ]
}

/** Tests after every change, until interrupted. Mistakes in a pack are shown, and waited out. */
const testWatched = async (paths: readonly string[], terminal: Terminal): Promise<never> => {
  const test = async (): Promise<void> => {
    try {
      await testAll(paths, terminal)
    } catch (error) {
      if (!(error instanceof PackError || error instanceof ConfigError)) throw error
      await terminal.errors.write(errorLine(error.message, terminal))
    }
  }
  await test()
  for await (const _change of changesOf(paths)) await test()
  throw new Error('watching ended')
}

/** One value after each burst of changes: an editor writes a file in several steps. */
async function* changesOf(paths: readonly string[]): AsyncGenerator<undefined, void, undefined> {
  let wake: () => void = () => {}
  for (const path of paths) watch(path, {recursive: true}, () => wake())
  for (;;) {
    await new Promise<void>((resolve) => {
      wake = resolve
    })
    await new Promise((resolve) => setTimeout(resolve, 80))
    yield undefined
  }
}
