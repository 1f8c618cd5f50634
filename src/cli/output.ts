import {once} from 'node:events'
import {ConfigError} from '../errors.js'

export interface Output {
  /**
   * Resolves when the stream can take more, so that a slow reader slows us down instead of filling memory.
   *
   * @throws {ConfigError} when the stream fails, as on a full disk; but not for a reader that has gone, since `| head`
   *   has read what it wanted
   */
  readonly write: (text: string | Uint8Array) => Promise<void>
  readonly stream: NodeJS.WritableStream
}

export const createOutput = (stream: NodeJS.WritableStream): Output => {
  let failure: ConfigError | undefined
  let readerHasGone = false
  stream.on('error', (error: Error) => {
    if ('code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED'))
      readerHasGone = true
    else failure ??= new ConfigError(`the report cannot be written: ${error.message}`)
  })
  const write = async (text: string | Uint8Array): Promise<void> => {
    if (failure !== undefined) throw failure
    if (readerHasGone || text.length === 0 || stream.write(text)) return
    // A stream that fails while it is full drains never: either event ends the wait, and the next write tells.
    const wait = new AbortController()
    const ended = (event: string): Promise<unknown> =>
      once(stream, event, {signal: wait.signal}).catch(() => undefined)
    await Promise.race([ended('drain'), ended('close'), ended('error')])
    wait.abort()
    if (failure !== undefined) throw failure
  }
  return {write, stream}
}
