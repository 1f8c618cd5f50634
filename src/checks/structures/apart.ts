import type {Span} from '../../article/article.js'

/** Of spans that overlap, the one that begins first; of those that begin together, the longest. */
export const apart = <T extends Span>(spans: readonly T[]): readonly T[] => {
  const kept: T[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  }
  return kept
}
