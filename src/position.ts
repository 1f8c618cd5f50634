import type {Point} from './diagnostic.js'

/** Turns offsets into points; made once for a source that has findings. */
export type PointAt = (offset: number) => Point

/**
 * Lines end with LF, CRLF or a lone CR, as in CommonMark and in editors.
 *
 * @param source the text as given
 */
export const pointsOf = (source: string): PointAt => {
  const starts = [0]
  if (source.includes('\r')) {
    for (let at = 0; at < source.length; at++) {
      const code = source.charCodeAt(at)
      if (code === 10 || (code === 13 && source.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
    }
  } else for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return {line: low + 1, column: offset - starts[low]! + 1, offset}
  }
}
