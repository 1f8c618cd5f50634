import {closeSync, lstatSync, openSync, readFileSync, readSync, statSync} from 'node:fs'
import {resolve} from 'node:path'
import {ConfigError, kindOf} from '../errors.js'

/**
 * The text of a file, exactly: a byte-order mark stays, since offsets count from it.
 *
 * @param path absolute, or relative to `cwd`
 * @throws {ConfigError} when the file cannot be read or is not UTF-8; the message says what to change
 */
export const readArticle = (path: string, cwd = '.'): string => {
  if (typeof path !== 'string')
    throw new ConfigError(`\`readArticle\` takes the path of a file, not ${kindOf(path)}`)
  return decodeArticle(readBytes(path, cwd), path)
}

/** The bytes of a file. @throws {ConfigError} when it cannot be read */
export const readBytes = (path: string, cwd = '.'): Buffer => {
  const absolute = resolve(cwd, path)
  try {
    return readFileSync(absolute)
  } catch (error) {
    throw new ConfigError(reasonOf(error, absolute), {file: path})
  }
}

/** As much memory as is taken at once; most articles are a hundredth of it. */
const pieceSize = 1 << 20
/** So much of it must be left for one more article. */
const leastRoom = 1 << 16

/**
 * Reads many files one after the other, in half the time that `readBytes` takes for each: without asking for their size,
 * into memory that several share. What was given out stays as it is.
 *
 * @returns a function of the path; @throws as `readBytes`
 */
export const createReader = (cwd = '.'): ((path: string) => Buffer) => {
  let piece = Buffer.alloc(0)
  let end = 0
  const read = (path: string): Buffer => {
    if (piece.length - end < leastRoom) {
      piece = Buffer.allocUnsafeSlow(pieceSize)
      end = 0
    }
    const descriptor = openSync(path, 'r')
    try {
      let at = end
      while (at < piece.length) {
        const more = readSync(descriptor, piece, at, piece.length - at, null)
        // Not before: a pipe gives its bytes little by little.
        if (more === 0) {
          const bytes = piece.subarray(end, at)
          end = at
          return bytes
        }
        at += more
      }
      return Buffer.concat([piece.subarray(end), readFileSync(descriptor)])
    } finally {
      closeSync(descriptor)
    }
  }
  const isHere = resolve(cwd) === process.cwd()
  return (path) => {
    const place = isHere && path !== '' ? path : resolve(cwd, path)
    try {
      return read(place)
    } catch (error) {
      throw new ConfigError(reasonOf(error, place), {file: path})
    }
  }
}

const strict = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})

/**
 * Strict UTF-8: a wrong byte would otherwise become U+FFFD, and every offset after it a lie.
 *
 * @param path for the message
 * @throws {ConfigError} with line and column of the first byte that is not UTF-8
 */
export const decodeArticle = (bytes: Uint8Array, path: string): string => {
  try {
    return strict.decode(bytes)
  } catch {
    throw notUtf8(bytes, path)
  }
}

const replacement = '\ufffd'

const notUtf8 = (bytes: Uint8Array, path: string): ConfigError => {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return new ConfigError('the file is UTF-16; save it as UTF-8', {file: path})
  }
  const lenient = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
  // Up to the first wrong byte, text and bytes correspond; a U+FFFD that is in the file itself is passed over.
  let offset = 0
  let from = 0
  let at = lenient.indexOf(replacement)
  for (; at !== -1; at = lenient.indexOf(replacement, from)) {
    offset += Buffer.byteLength(lenient.slice(from, at))
    if (!(bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd)) break
    offset += 3
    from = at + 1
  }
  const before = lenient.slice(0, at).split('\n')
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  return new ConfigError(`byte 0x${byte} is not valid UTF-8; save the file as UTF-8`, {
    file: path,
    line: before.length,
    column: before.at(-1)!.length + 1,
  })
}

const reasonOf = (error: unknown, path: string): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOENT':
      return lstatSync(path, {throwIfNoEntry: false})?.isSymbolicLink()
        ? 'the link leads to no file; mend or remove it'
        : 'no such file or folder; check the spelling'
    case 'EACCES':
    case 'EPERM':
      return `no permission to read the ${isFolder(path) ? 'folder' : 'file'}; change its mode or leave it out`
    case 'EISDIR':
      return 'the folder cannot be listed; change its mode or leave it out'
    case 'ELOOP':
      return 'the link leads back to itself; mend or remove it'
    default:
      return error instanceof Error ? error.message : String(error)
  }
}

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
