import type {SourceSpan} from './article.js'

/** Segments of four numbers each, ascending in the text: see `Strand`. */
export type OffsetMap = Int32Array

/** The source span of `[start, end)` of the text: the words themselves, without markup around them. */
export const sourceSpanOf = (map: OffsetMap, start: number, end: number): SourceSpan => {
  const count = map.length >> 2
  if (count === 0) return {in: 'source', start: 0, end: 0}
  const first = segmentAt(map, start)
  const from = map[first * 4]!
  const to = map[first * 4 + 1]!
  // Between two segments there is only the separator of two blocks: what starts there starts with the next one.
  const begin =
    start >= to
      ? first + 1 < count && end > start
        ? map[first * 4 + 6]!
        : map[first * 4 + 3]!
      : map[first * 4 + 2]! + (isLinear(map, first) ? Math.max(0, start - from) : 0)
  if (end <= start) return {in: 'source', start: begin, end: begin}
  const last = segmentAt(map, end - 1)
  const lastTo = map[last * 4 + 1]!
  const finish =
    end >= lastTo || !isLinear(map, last)
      ? map[last * 4 + 3]!
      : map[last * 4 + 2]! + Math.max(0, end - map[last * 4]!)
  return {in: 'source', start: Math.min(begin, finish), end: Math.max(begin, finish)}
}

const isLinear = (map: OffsetMap, segment: number): boolean =>
  map[segment * 4 + 1]! - map[segment * 4]! === map[segment * 4 + 3]! - map[segment * 4 + 2]!

/** The last segment that starts at or before `offset`, by bisection. */
const segmentAt = (map: OffsetMap, offset: number): number => {
  let low = 0
  let high = (map.length >> 2) - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (map[middle * 4]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}
