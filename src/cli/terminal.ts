import type {ReadStream, WriteStream} from 'node:tty'
import picocolors from 'picocolors'
import type {Colours} from '../reporters/colours.js'
import {createOutput, type Output} from './output.js'

/** What a command speaks through. Nothing else in the command touches `process`. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream
  readonly output: Output
  readonly errors: Output
}

export const processTerminal = (): Terminal => ({
  input: process.stdin,
  output: createOutput(process.stdout),
  errors: createOutput(process.stderr),
})

/** Columns to write into when the stream is no terminal, or does not know its own. */
const usualWidth = 100

/**
 * Whether to colour, asked of a stream: `FORCE_COLOR` decides, then `NO_COLOR`, then whether a person is looking.
 * Node itself ranks the two variables so. (`picocolors` alone would also colour any log of a CI job.)
 */
const wantsColour = (stream: NodeJS.WritableStream, environment: NodeJS.ProcessEnv): boolean => {
  const {FORCE_COLOR: forced, NO_COLOR: unwanted, TERM: kind} = environment
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (unwanted !== undefined && unwanted !== '') return false
  return isTerminal(stream) && kind !== 'dumb'
}

export const coloursOf = (stream: NodeJS.WritableStream, environment = process.env): Colours =>
  picocolors.createColors(wantsColour(stream, environment))

export const widthOf = (stream: NodeJS.WritableStream): number =>
  isTerminal(stream) && stream.columns > 0 ? Math.max(40, Math.min(stream.columns, 160)) : usualWidth

export const isTerminal = (
  stream: NodeJS.WritableStream | NodeJS.ReadableStream,
): stream is WriteStream & ReadStream => 'isTTY' in stream && stream.isTTY === true
