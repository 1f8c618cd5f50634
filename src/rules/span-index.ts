import type {Span} from '../article/article.js'
import {firstIndex} from '../first-index.js'

/** Spans already taken, asked in logarithmic time. */
export interface SpanIndex {
  /** Whether a span shares a code unit with one that was added. */
  readonly overlaps: (span: Span) => boolean
  readonly add: (span: Span) => void
}

/** An index of spans. Adding one makes the next question sort them again, so add a batch, then ask a batch. */
export const spanIndex = (): SpanIndex => {
  let spans: Span[] = []
  let furthest: number[] = []
  let sorted = true
  const settle = (): void => {
    if (sorted) return
    spans = spans.toSorted((a, b) => a.start - b.start)
    let end = -1
    furthest = spans.map((span) => {
      end = Math.max(end, span.end)
      return end
    })
    sorted = true
  }
  return {
    overlaps(span) {
      settle()
      const behind = firstIndex(spans.length, (index) => spans[index]!.start >= span.end)
      return behind > 0 && furthest[behind - 1]! > span.start
    },
    add(span) {
      spans.push(span)
      sorted = false
    },
  }
}
