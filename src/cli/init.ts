import {existsSync} from 'node:fs'
import {basename, resolve} from 'node:path'
import {createInterface} from 'node:readline/promises'
import {version} from '../../package.json'
import {ConfigError} from '../errors.js'
import {usualBaseline} from '../node/baseline-file.js'
import {configFileIn} from '../node/config/find-config.js'
import {shownPath} from '../node/config/load-config.js'
import {findFiles} from '../node/find-files.js'
import {inspectArticles} from '../node/inspect-articles.js'
import {replaceFile} from '../node/replace-file.js'
import {usualCache} from '../node/result-cache.js'
import {counted} from '../reporters/summary.js'
import {builtinPack} from '../rules/builtin.js'
import type {Command} from './command.js'
import {type ExitCode, exitCodes} from './exit-code.js'
import {type ConfigFormat, firstConfig} from './first-config.js'
import {type FlagTable, type ParsedFlags, parseFlags} from './flags.js'
import {helpText} from './help.js'
import {coloursOf, isTerminal, type Terminal, widthOf} from './terminal.js'

const flagTable: FlagTable = {
  preset: {
    value: 'name',
    choices: Object.keys(builtinPack.presets),
    summary: 'the rules to begin with: recommended unless given',
  },
  format: {
    value: 'format',
    choices: ['mjs', 'yaml'],
    summary: 'of the configuration: mjs beside a package.json, else yaml, unless given',
  },
  baseline: {summary: 'take down what is there today, so that only what is new is reported'},
  workflow: {summary: 'write a workflow for GitHub that lints every pull request'},
  force: {summary: 'write over files that are there'},
  help: {short: 'h', summary: 'print this'},
}

const workflowFile = '.github/workflows/healthlint.yml'

/** `healthlint init`: looks at the articles here and writes a first configuration. Asks only where someone can answer. */
export const init: Command = async (argv, terminal) => {
  const flags = parseFlags(argv, flagTable)
  const {write, stream} = terminal.output
  if (flags.has('help')) {
    const about =
      'Looks at the articles in this folder (folders, front matter, components, shortcodes) and writes a commented configuration; with --baseline and --workflow the other two files of a first day, also beside a configuration that is there. On a terminal it asks for those.'
    const usage = ['healthlint init [--baseline] [--workflow] [--force]']
    await write(helpText({about, usage, lists: [], flags: flagTable}, coloursOf(stream), widthOf(stream)))
    return exitCodes.clean
  }
  const [extra] = flags.positionals
  if (extra !== undefined)
    throw new ConfigError(
      `\`healthlint init\` writes into the current folder and takes no path; leave out “${extra}”`,
    )
  const cwd = resolve('.')
  const format = formatOf(flags, cwd)
  const config = `healthlint.config.${format}`
  const force = flags.has('force')
  const found = configFileIn(cwd)
  const existing = found === undefined ? undefined : basename(found)
  const {baseline, workflow} = await wishes(flags, terminal)
  // Who has a configuration may want the other two files beside it.
  const keepsConfig = existing !== undefined && (baseline || workflow) && !(existing === config && force)
  if (existing !== undefined && existing !== config && !keepsConfig) throw secondConfig(existing)
  const targets = [
    ...(keepsConfig ? [] : [config]),
    ...(workflow ? [workflowFile] : []),
    ...(baseline ? [shownPath(usualBaseline(cwd), cwd)] : []),
  ]
  refuseOverwriting(targets, cwd, force)

  const {paths} = findFiles(['.'])
  if (keepsConfig) await write(`${existing} is there, and is kept as it is.\n`)
  else {
    const seen = inspectArticles(paths, cwd)
    await replaceFile(resolve(cwd, config), firstConfig(seen, flags.value('preset') ?? 'recommended', format))
    await write(`${config} is written, after a look at ${counted(seen.articles, 'article')}.\n`)
  }
  if (workflow) {
    await replaceFile(resolve(cwd, workflowFile), workflowText)
    await write(`${workflowFile} is written.\n`)
  }
  if (paths.length === 0) {
    await write(
      `There is no article here yet${baseline ? ', and so nothing for a baseline to take down' : ''}. Next: write one, then npx healthlint\n`,
    )
    return exitCodes.clean
  }
  const code = baseline ? await takeBaseline(terminal) : exitCodes.clean
  await write(`Next: npx healthlint (with --cache, put ${usualCache} into .gitignore)\n`)
  return code
}

const formatOf = (flags: ParsedFlags, cwd: string): ConfigFormat => {
  const given = flags.value('format')
  if (given !== undefined) return given === 'yaml' ? 'yaml' : 'mjs'
  return existsSync(resolve(cwd, 'package.json')) ? 'mjs' : 'yaml'
}

/** Two configurations in one folder are a mistake, which even --force does not make. */
const secondConfig = (other: string): ConfigError => {
  const named = other === 'package.json' ? 'the key “healthlint” of package.json' : other
  return new ConfigError(`there is a configuration, ${named}: change it, or remove it first`)
}

const refuseOverwriting = (targets: readonly string[], cwd: string, force: boolean): void => {
  const there = targets.filter((target) => existsSync(resolve(cwd, target)))
  if (there.length > 0 && !force)
    throw new ConfigError(`${there.join(' and ')} would be overwritten; allow it with --force`)
}

const wishes = async (
  flags: ParsedFlags,
  {input, output}: Terminal,
): Promise<{readonly baseline: boolean; readonly workflow: boolean}> => {
  const asked = {baseline: flags.has('baseline'), workflow: flags.has('workflow')}
  if (!isTerminal(input) || !isTerminal(output.stream)) return asked
  const dialogue = createInterface({input, output: output.stream})
  const ask = async (question: string): Promise<boolean> =>
    /^y(?:es)?$/i.test((await dialogue.question(`${question} [y/N] `)).trim())
  try {
    return {
      baseline: asked.baseline || (await ask('Write a baseline, so that only new findings are reported?')),
      workflow: asked.workflow || (await ask('Write a GitHub workflow that lints every pull request?')),
    }
  } finally {
    dialogue.close()
  }
}

const takeBaseline = async (terminal: Terminal): Promise<ExitCode> => {
  const {baseline} = await import('./write-baseline.js')
  return baseline([], terminal)
}

const workflowText = `# Lints the articles of every pull request; findings that the baseline holds are not reported.
name: healthlint
on:
  pull_request:
permissions:
  contents: read
jobs:
  healthlint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      # A configuration that imports 'healthlint' needs it installed: add a step “run: npm ci” here.
      - run: npx --yes healthlint@${version}
`
