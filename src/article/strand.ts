/**
 * A text under construction with its offset map. A segment is four numbers: start and end in the text, start and end in
 * the source. One of equal lengths maps unit by unit; any other (`&amp;`, an escape, a wrapped line) maps as a whole.
 */
export interface Strand {
  text: string
  readonly segments: number[]
}

export const emptyStrand = (): Strand => ({text: '', segments: []})

/** Appends `text`, which the source has at `[start, end)`; joins it to the segment before where both map unit by unit. */
export const put = (strand: Strand, text: string, start: number, end: number): void => {
  if (text === '') return
  const {segments} = strand
  const from = strand.text.length
  const to = from + text.length
  const last = segments.length
  const continues =
    last > 0 &&
    to - from === end - start &&
    segments[last - 1] === start &&
    segments[last - 3] === from &&
    from - segments[last - 4]! === start - segments[last - 2]!
  if (continues) {
    segments[last - 3] = to
    segments[last - 1] = end
  } else segments.push(from, to, start, end)
  strand.text += text
}

/** Takes back what was put after the text had `length` units. */
export const cutTo = (strand: Strand, length: number): void => {
  const {segments} = strand
  while (segments.length > 0 && segments[segments.length - 4]! >= length) segments.length -= 4
  const last = segments.length
  if (last > 0 && segments[last - 3]! > length) {
    segments[last - 1]! -= segments[last - 3]! - length
    segments[last - 3] = length
  }
  strand.text = strand.text.slice(0, length)
}

/** How many units of white space to drop at both ends. No-break spaces stay: an author put them there. */
export const marginsOf = (text: string): {readonly start: number; readonly end: number} => {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  return {start, end}
}

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)
