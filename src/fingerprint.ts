import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'

/**
 * Names a finding by what it says rather than where it stands, so that it is known again after edits elsewhere in the
 * file, a reflow or a move within its section: rule, sentence, headings above, and which of several alike it is. One
 * finding can therefore not hide behind another.
 *
 * @param parts compared without regard to case, spaces and marks
 * @returns 32 hexadecimal digits: the first half of a SHA-256
 */
export const fingerprint = (parts: {
  readonly ruleId: string
  readonly sentence: string
  readonly headings: readonly string[]
  readonly occurrence: number
}): string => {
  const text = [
    parts.ruleId,
    normalised(parts.sentence),
    ...parts.headings.map(normalised),
    String(parts.occurrence),
  ].join('\n')
  return hashOf(text)
}

type Hash = (text: string) => string

const inAnyRuntime: Hash = (text) => bytesToHex(sha256(utf8ToBytes(text)).subarray(0, 16))

/** The same from Node’s own, if this is Node. */
const inNode = (): Hash | undefined => {
  const {process} = globalThis as {readonly process?: Partial<NodeJS.Process>}
  const {hash} = process?.getBuiltinModule?.('node:crypto') ?? {}
  return hash === undefined ? undefined : (text) => hash('sha256', text, 'hex').slice(0, 32)
}

/** Loading Node’s own takes as long as so many hashes without it; from then on it is twenty times faster. */
const worthLoading = 100
let made = 0
let fastest: Hash = inAnyRuntime

const hashOf: Hash = (text) => {
  made++
  if (made === worthLoading) fastest = inNode() ?? inAnyRuntime
  return fastest(text)
}

const normalised = (text: string): string =>
  text
    .toLowerCase()
    // The same for plain letters, and many times faster.
    .replace(beyondAscii.test(text) ? /[^\p{L}\p{N}%]+/gu : /[^a-z0-9%]+/g, ' ')
    .trim()

const beyondAscii = /[^\u0000-\u007f]/
