import {neutralised} from '../reporters/plain.js'
import {coloursOf, type Terminal} from './terminal.js'

/** “healthlint: …” on standard error. */
export const errorLine = (message: string, {errors}: Terminal): string => {
  const colours = coloursOf(errors.stream)
  const lines = message.split('\n').map(neutralised)
  return `${colours.red('healthlint:')} ${lines.join('\n')}\n`
}
