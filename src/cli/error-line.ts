import type {FileResult} from '../file-result.js'
import {neutralised} from '../reporters/plain.js'
import {coloursOf, type Terminal} from './terminal.js'

/** “healthlint: …” on standard error. */
export const errorLine = (message: string, {errors}: Terminal): string => {
  const colours = coloursOf(errors.stream)
  const lines = message.split('\n').map(neutralised)
  return `${colours.red('healthlint:')} ${lines.join('\n')}\n`
}

/** Why a file could not be linted. Errors about reading name the path themselves. */
export const located = ({path, error}: FileResult): string => {
  const message = error?.message ?? ''
  return message.includes(path) ? message : `${path}: ${message}`
}
