import {existsSync} from 'node:fs'
import {ConfigError, didYouMean, PackError} from '../errors.js'
import {commands} from './commands.js'
import {errorLine} from './error-line.js'
import {type ExitCode, exitCodes} from './exit-code.js'
import type {Terminal} from './terminal.js'

/** Runs one command line. Every error ends here, as a message that says what to change. */
export const run = async (argv: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  try {
    const [name, ...rest] = argv
    if (name !== undefined && Object.hasOwn(commands, name)) {
      const command = await commands[name]!.load()
      return await command(rest, terminal)
    }
    refuseMisspelt(name)
    const {lint} = await import('./lint.js')
    return await lint(argv, terminal)
  } catch (error) {
    await terminal.errors.write(errorLine(explanationOf(error), terminal))
    return exitCodes.failure
  }
}

/** What other tools call their plain run. */
const usualVerbs: readonly string[] = ['lint', 'check', 'run']

/** A word that is neither a path nor a glob, and almost a command's name, or what it is called elsewhere. */
const refuseMisspelt = (name: string | undefined): void => {
  if (name === undefined || !/^[a-z-]+$/.test(name) || name.startsWith('-') || existsSync(name)) return
  if (usualVerbs.includes(name))
    throw new ConfigError(
      `there is no command, file or folder “${name}”: linting has no name, as in “healthlint articles”`,
    )
  const hint = didYouMean(name, Object.keys(commands))
  if (hint !== '') throw new ConfigError(`there is no command, file or folder “${name}”${hint}`)
}

const explanationOf = (error: unknown): string => {
  if (error instanceof ConfigError || error instanceof PackError) return error.message
  if (error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd')
    return 'the current folder is gone; change to one that is there'
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `this is a fault of healthlint, please report it:\n${stack}`
}
