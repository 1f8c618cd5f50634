/** The state of FNV-1a over 32 bits, by code unit instead of byte. */
export const hashSeed = 0x811c9dc5 | 0
/** The hash of the letters before and one more. */
export const hashStep = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)
/** FNV's low bits are its weaker ones. */
export const slotOf = (hash: number, mask: number): number => (hash ^ (hash >>> 15)) & mask

/** The hash of a whole word. */
export const hashOf = (word: string): number => {
  let hash = hashSeed
  for (let at = 0; at < word.length; at++) hash = hashStep(hash, word.charCodeAt(at))
  return hash
}
