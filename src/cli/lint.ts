import {existsSync} from 'node:fs'
import {version} from '../../package.json'
import {ConfigError} from '../errors.js'
import type {Command} from './command.js'
import {commands} from './commands.js'
import {exitCodes} from './exit-code.js'
import {parseFlags} from './flags.js'
import {lintFlags} from './lint-flags.js'
import {coloursOf, widthOf} from './terminal.js'

/** `healthlint [paths…]`. What needs the engine is imported once it is known to be needed. */
export const lint: Command = async (argv, terminal) => {
  const flags = parseFlags(argv, lintFlags)
  const {write, stream} = terminal.output
  if (flags.has('help')) {
    const {mainHelp} = await import('./main-help.js')
    await write(mainHelp(coloursOf(stream), widthOf(stream)))
    return exitCodes.clean
  }
  if (flags.has('version')) {
    await write(`${version}\n`)
    return exitCodes.clean
  }
  refuseLateCommand(flags.positionals)
  const printed = flags.value('print-config')
  if (printed !== undefined) {
    const [{lintRequestOf}, {printConfig}] = await Promise.all([
      import('./lint-request.js'),
      import('./print-config.js'),
    ])
    return printConfig(printed, lintRequestOf(flags), terminal)
  }
  if (flags.has('report-suppressions')) {
    const [{lintRequestOf}, {reportSuppressions}] = await Promise.all([
      import('./lint-request.js'),
      import('./report-suppressions.js'),
    ])
    return reportSuppressions(lintRequestOf(flags), terminal)
  }
  const [{lintRequestOf}, {lintArticles}] = await Promise.all([
    import('./lint-request.js'),
    import('./lint-articles.js'),
  ])
  return lintArticles(lintRequestOf(flags), terminal)
}

/** A command is known by being the first word: behind a flag it would be taken for a path. */
const refuseLateCommand = (positionals: readonly string[]): void => {
  const late = positionals.find((word) => Object.hasOwn(commands, word) && !existsSync(word))
  if (late !== undefined)
    throw new ConfigError(
      `there is no file or folder “${late}”, and a command comes first: “healthlint ${late} …”`,
    )
}
