import {assertionReader} from './cues.js'
import {readBlock} from './read.js'

/** Groups whose cues soften the statement itself, not a noun in it, nor the evidence for it (“studies suggest”). */
const softening: ReadonlySet<string> = new Set(['modal', 'appearance', 'likelihood'])

/**
 * Whether a sentence that states a cause states it outright (“lowers the risk”) or softened (“may lower the risk”),
 * the distinction of conditional and direct causal claims in Yu, Li and Wang (2019).
 *
 * @param text a sentence, or a few
 */
export const claimStrength = (text: string): 'hedged' | 'direct' => {
  const reading = readBlock(text)
  for (let sentence = 0; sentence + 1 < reading.sentenceStarts.length; sentence++) {
    const cues = assertionReader.namedCuesOf(reading, sentence)
    if (cues.some(({kind, group}) => kind === 'hedged' && softening.has(group))) return 'hedged'
  }
  return 'direct'
}
