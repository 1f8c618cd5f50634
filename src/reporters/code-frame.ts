import {type Cell, cellsOf, fitting, fittingAtEnd, textOf, widthOf} from './cells.js'

/** A line of the source as it is shown: `mark` stands under the underlined words. */
export interface FrameLine {
  /** From 1; absent for the ellipsis between the first and the last line of a span. */
  readonly number: number | undefined
  readonly before: string
  readonly marked: string
  readonly after: string
  /** Blanks, then carets, as wide as what stands above them. */
  readonly mark: string
}

export interface FrameSpan {
  /** Offset in the source. */
  readonly start: number
  /** Exclusive. */
  readonly end: number
  /** Line of `start`, from 1. */
  readonly line: number
}

const ellipsis: Cell = {text: '…', width: 1}

/**
 * The line or lines of a span, cut around it to `width` columns.
 *
 *     …in many cases. One cup a day cures diabetes within a month, and the…
 *                                   ^^^^^^^^^^^^^^
 *
 * A span over several lines shows its first and its last. Only the neighbourhood of the span is read: an article can be
 * one line of a megabyte, with a thousand findings in it.
 */
export const codeFrame = (source: string, span: FrameSpan, width: number): readonly FrameLine[] => {
  const end = endOfWords(source, span)
  const breaks = lineBreaks(source, span.start, end)
  const first = breaks[0]
  const last = breaks.at(-1)
  if (first === undefined || last === undefined) return [frameLine(source, span.start, end, span.line, width)]
  return [
    frameLine(source, span.start, first.start, span.line, width),
    ...(breaks.length > 1 ? [between] : []),
    frameLine(source, firstWordOf(source, last.end, end), end, span.line + breaks.length, width, 'end'),
  ]
}

const between: FrameLine = {number: undefined, before: '⋮', marked: '', after: '', mark: ''}

/** A line that goes on begins with the indentation and the quotation marks of its block, which nobody wrote to be read. */
const firstWordOf = (source: string, lineStart: number, end: number): number => {
  let at = lineStart
  while (at < end && ' \t>'.includes(source[at]!)) at++
  return at
}

/** White space at a span's end would stretch the frame to a line in which nothing is meant. */
const endOfWords = (source: string, {start, end}: FrameSpan): number => {
  let at = end
  while (at > start && /\s/.test(source[at - 1]!)) at--
  return at > start ? at : start
}

const lineBreaks = (
  source: string,
  start: number,
  end: number,
): readonly {readonly start: number; readonly end: number}[] =>
  Array.from(source.slice(start, end).matchAll(/\r\n|\n|\r/g), (match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }))

/** @param keep which end of a span that is wider than the terminal is shown */
const frameLine = (
  source: string,
  start: number,
  end: number,
  line: number,
  width: number,
  keep: 'start' | 'end' = 'start',
): FrameLine => {
  // A column takes at least one code unit, but for marks without width, of which few stand in a row.
  const reach = width * 2
  const whole = end - start <= reach
  const inner =
    keep === 'start'
      ? source.slice(start, Math.min(end, start + reach))
      : source.slice(Math.max(start, end - reach), end)
  const left = cellsOf(lineBefore(source, start, reach))
  const right = cellsOf(lineAfter(source, end, reach))
  const words = cellsOf(inner)
  if (!whole || widthOf(words) > width - 2) return wideLine(words, line, width, keep)
  const space = width - widthOf(words)
  const wanted = [widthOf(left), widthOf(right)] as const
  // What one side does not need the other may use; else the words stand a little left of the middle.
  const leftShare =
    wanted[0] + wanted[1] <= space ? wanted[0] : Math.max(Math.floor(space * 0.4), space - wanted[1])
  const before = cutBefore(left, Math.min(leftShare, wanted[0]))
  const after = cutAfter(right, space - widthOf(before))
  return shownLine(line, before, words, after)
}

/** The span alone is wider than the terminal. */
const wideLine = (words: readonly Cell[], line: number, width: number, keep: 'start' | 'end'): FrameLine =>
  keep === 'start'
    ? shownLine(line, [], fitting(words, width - 1), [ellipsis])
    : shownLine(line, [ellipsis], fittingAtEnd(words, width - 1), [])

const shownLine = (
  line: number,
  before: readonly Cell[],
  words: readonly Cell[],
  after: readonly Cell[],
): FrameLine => ({
  number: line,
  before: textOf(before),
  marked: textOf(words),
  after: textOf(after),
  mark: ' '.repeat(widthOf(before)) + '^'.repeat(Math.max(1, widthOf(words))),
})

const cutBefore = (cells: readonly Cell[], width: number): readonly Cell[] =>
  cutAfter(cells.toReversed(), width).toReversed()

const cutAfter = (cells: readonly Cell[], width: number): readonly Cell[] => {
  if (widthOf(cells) <= width) return cells
  const kept = fitting(cells, width - 1)
  return [...(cells[kept.length]?.text === ' ' ? kept : withoutHalfWord(kept)), ellipsis]
}

/** Words longer than this are cut in two. */
const longestWord = 20

const withoutHalfWord = (cells: readonly Cell[]): readonly Cell[] => {
  const blank = cells.findLastIndex(({text}) => text === ' ')
  return blank === -1 || cells.length - blank > longestWord ? cells : cells.slice(0, blank)
}

const lineBefore = (source: string, at: number, reach: number): string => {
  let from = at
  while (from > 0 && at - from < reach && !isLineBreak(source.charCodeAt(from - 1))) from--
  return source.slice(isLowSurrogate(source, from) ? from + 1 : from, at)
}

const lineAfter = (source: string, at: number, reach: number): string => {
  let to = at
  while (to < source.length && to - at < reach && !isLineBreak(source.charCodeAt(to))) to++
  return source.slice(at, isLowSurrogate(source, to) ? to - 1 : to)
}

const isLineBreak = (code: number): boolean => code === 0x0a || code === 0x0d

/** True when a cut here would halve a character. */
const isLowSurrogate = (source: string, at: number): boolean => {
  const code = source.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}
