import type {Citation} from './article.js'

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A range is written out up to so many entries; “[3–900]” is a slip, not nine hundred citations. */
const longestRange = 60

/**
 * The numbers that a citation mark stands for: `[1, 3–5]` is 1, 3, 4 and 5. A mark that begins with 0 is an interval.
 *
 * @returns none when the citation is not one by number
 */
export const numbersOf = ({kind, text}: Pick<Citation, 'kind' | 'text'>): readonly number[] => {
  if (kind !== 'number' && kind !== 'superscript') return []
  const plain = text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(raisedDigits.indexOf(digit)))
  const numbers: number[] = []
  for (const part of plain.matchAll(/(\d{1,3})(?:\s*[–⁻-]\s*(\d{1,3}))?/g)) {
    const from = Number(part[1])
    const to = part[2] === undefined ? from : Number(part[2])
    for (let number = from; number <= Math.min(to, from + longestRange); number++) numbers.push(number)
  }
  return numbers.includes(0) ? [] : numbers
}
