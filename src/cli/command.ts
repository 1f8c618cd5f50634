import type {ExitCode} from './exit-code.js'
import type {Terminal} from './terminal.js'

/** @param argv what stands behind the command's name */
export type Command = (argv: readonly string[], terminal: Terminal) => Promise<ExitCode>
