import type {Diagnostic, Point} from '../../src/diagnostic.js'

/** Offset, line and column of a place in a text, counted the slow and obvious way. */
export const pointAt = (source: string, offset: number): Point => {
  const lines = source.slice(0, offset).split(/\r\n|\n|\r/)
  return {line: lines.length, column: lines.at(-1)!.length + 1, offset}
}

/** A diagnostic on the first occurrence of some words. */
export const diagnosticOn = (source: string, words: string, more: Partial<Diagnostic> = {}): Diagnostic => {
  const start = source.indexOf(words)
  return {
    ruleId: 'no-absolute-efficacy',
    level: 'error',
    message: `“${words}” promises a result.`,
    note: 'No treatment works for everyone.',
    url: 'https://example.org/rules/no-absolute-efficacy',
    path: 'tea.md',
    start: pointAt(source, start),
    end: pointAt(source, start + words.length),
    actual: words,
    sentence: words,
    expected: [],
    suggestions: [],
    related: [],
    fingerprint: `${start}`,
    ...more,
  }
}
