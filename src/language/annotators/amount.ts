import {wordSet} from '../word-set.js'
import {isNumber, type Line} from './figure.js'
import {measureUnits, phraseEnds} from './statistic-words.js'

/** Words with which an amount is what somebody takes. */
export const doses = wordSet('dose doses dosage intake session sessions dosing titrate')
/** Words with which it is that of a group. */
export const centres = wordSet('average mean median')

const amounts = wordSet('mg mcg g ml iu units tablet tablets puffs drops l')
const molar = wordSet('mg g ng mcg pg mmol µmol umol nmol pmol meq iu miu')
const fluids = wordSet('l dl ml')

/** Where the unit ends that something is measured in: “mmHg”, “mg/dL”. */
export const unitEnd = ({words}: Line, at: number): number | undefined => {
  const unit = words[at] ?? ''
  if (molar.has(unit) && words[at + 1] === '/' && fluids.has(words[at + 2] ?? '')) return at + 3
  return measureUnits.has(unit) ? at + 1 : undefined
}

/** What can be counted, and is no amount of a medicine: “18 strands”. */
export const isThing = (word = ''): boolean =>
  /^[a-z]{2,}/.test(word) && !amounts.has(word) && !phraseEnds.has(word)

/** A number in digits, or a small one as a word. */
export const isNumeral = (line: Line, at: number): boolean =>
  isNumber(line, at) ||
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/.test(line.words[at] ?? '')
