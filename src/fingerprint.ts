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
  return bytesToHex(sha256(utf8ToBytes(text)).subarray(0, 16))
}

const normalised = (text: string): string =>
  text
    .toLowerCase()
    // The same for plain letters, and many times faster.
    .replace(beyondAscii.test(text) ? /[^\p{L}\p{N}%]+/gu : /[^a-z0-9%]+/g, ' ')
    .trim()

const beyondAscii = /[^\u0000-\u007f]/
