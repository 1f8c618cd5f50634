import type {Span} from './article.js'

/** The words of `{"a string"}`, which the page shows as they are; escapes and `${}` need a program to run. */
export const stringIn = (source: string, start: number, end: number): Span | undefined => {
  const found = /^\{\s*(["'`])((?:(?!\1)[^\\\n\r$])*)\1\s*\}$/.exec(source.slice(start, end))
  if (found === null) return undefined
  const from = start + found[0].indexOf(found[1]!) + 1
  return {start: from, end: from + found[2]!.length}
}
