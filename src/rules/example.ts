import type {Diagnostic, Level, LintResult} from '../diagnostic.js'
import type {Example} from './rule.js'

/** An example without its marks, and the stretches that they stood around. */
export interface MarkedText {
  readonly text: string
  readonly spans: readonly {readonly start: number; readonly end: number}[]
}

/** Takes `[|` and `|]` out. @throws {Error} when they do not pair */
const readMarks = (marked: string): MarkedText => {
  const spans: {start: number; end: number}[] = []
  let text = ''
  let from = 0
  let open: number | undefined
  for (const {0: mark, index} of marked.matchAll(/\[\||\|\]/g)) {
    text += marked.slice(from, index)
    from = index + mark.length
    if ((mark === '[|') === (open !== undefined)) throw new Error(`marks do not pair in “${marked}”`)
    if (mark === '[|') open = text.length
    else {
      spans.push({start: open!, end: text.length})
      open = undefined
    }
  }
  if (open !== undefined) throw new Error(`a mark is not closed in “${marked}”`)
  return {text: text + marked.slice(from), spans}
}

/** What is wrong with the marks of a `fail` example, if anything is. */
export const markMistake = (marked: string): string | undefined => {
  try {
    const {spans} = readMarks(marked)
    return spans.length === 0 ? 'a `fail` example marks what is underlined with [|…|]' : undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

export interface ExampleResult {
  /** Marked, and not found. */
  readonly missing: readonly string[]
  /** Found, and not marked. */
  readonly noisy: readonly string[]
}

/**
 * Lints an example and compares what is underlined with what is marked. The same words must be underlined; white space
 * at their edges does not count.
 *
 * @param linted the result of linting the text without marks, with the rule alone
 */
const compareExample = (
  {text, spans}: MarkedText,
  linted: Pick<LintResult, 'diagnostics'>,
): ExampleResult => {
  const wanted = spans.map(({start, end}) => trimmed(text, start, end))
  const found = linted.diagnostics.map(({start, end}: Diagnostic) => trimmed(text, start.offset, end.offset))
  const show = ({start, end}: {start: number; end: number}): string => text.slice(start, end)
  const same = (a: {start: number; end: number}) => (b: {start: number; end: number}) =>
    a.start === b.start && a.end === b.end
  return {
    missing: wanted.filter((one) => !found.some(same(one))).map(show),
    noisy: found.filter((one) => !wanted.some(same(one))).map(show),
  }
}

const trimmed = (text: string, start: number, end: number): {start: number; end: number} => {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return {start, end}
}

/** The marked text of an example. */
const markedText = (example: Example): string => ('fail' in example ? example.fail : example.pass)

/**
 * The other shapes in which an example must give the same underlines: other line endings, a byte-order mark, inside a
 * quote, inside a list, wrapped at 40 columns.
 */
const exampleShapes: Readonly<Record<string, (marked: string) => string>> = {
  'with CRLF': (marked) => marked.replace(/\r?\n/g, '\r\n'),
  'with a byte-order mark': (marked) => `\ufeff${marked}`,
  'in a quote': (marked) => marked.replace(/^.*$/gm, (line) => (line === '' ? '>' : `> ${line}`)),
  'in a list': (marked) =>
    marked.replace(/^.*$/gm, (line, at: number) => (at === 0 ? `- ${line}` : line === '' ? '' : `  ${line}`)),
  'wrapped at 40 columns': (marked) => wrapped(marked),
}

/** Only paragraphs are wrapped: a heading, a table, code and front matter are what they are by their lines. */
const wrapped = (marked: string): string =>
  marked
    .split(/(\n{2,})/)
    .map((part) =>
      /^(\[\|)?(#|[-*+>|`~:<{]|\d+[.)]|\s)/.test(part) || part.includes('\n') || part.includes('](')
        ? part
        : wrapParagraph(part),
    )
    .join('')

const wrapParagraph = (paragraph: string): string => {
  let column = 0
  return paragraph
    .split(' ')
    .map((word, index) => {
      const fits = index === 0 || column + word.length < 40 || /^(\[\|)?([-#>*+=|<`~:{]|\d+[.)])/.test(word)
      column = fits ? column + word.length + 1 : word.length
      return (index === 0 ? '' : fits ? ' ' : '\n') + word
    })
    .join('')
}

/** An example in one of its shapes. */
export interface Trial {
  /** From 1, as the examples stand in the file. */
  readonly number: number
  readonly example: Example
  /** `undefined` for the example as it is written. */
  readonly shape: string | undefined
  readonly marked: string
}

/** What the shapes of a rule's examples hang on. */
export interface TriedRule {
  readonly examples: readonly Example[]
  readonly shapes?: 'whole' | undefined
  /** Its checks, in which `in` names kinds of block. */
  readonly phrase?: unknown
  readonly support?: unknown
  readonly require?: unknown
}

/** Every shape of every example of a rule. A known weakness is tried as it is written only. */
export const trialsOf = (rule: TriedRule): readonly Trial[] => {
  const places = kindLists([rule.phrase, rule.support, rule.require])
  return rule.examples.flatMap((example, index) => {
    const marked = markedText(example)
    const plain: Trial = {number: index + 1, example, shape: undefined, marked}
    if (example.known !== undefined) return [plain]
    const others = Object.entries(exampleShapes).filter(
      ([shape]) => appliesTo(example, rule.shapes, shape) && isOneTo(places, shape),
    )
    return [plain, ...others.map(([shape, change]): Trial => ({...plain, shape, marked: change(marked)}))]
  })
}

/** What a paragraph becomes in a shape. */
const becomes: Readonly<Record<string, string>> = {'in a quote': 'quote', 'in a list': 'listItem'}

/** Whether all lists of kinds take a paragraph and what it becomes alike: else the same words are not to be underlined. */
const isOneTo = (places: readonly (readonly unknown[])[], shape: string): boolean =>
  !(shape in becomes) ||
  places.every((kinds) => kinds.includes('paragraph') === kinds.includes(becomes[shape]))

/** The lists that stand under `in`, however deep. */
const kindLists = (value: unknown): readonly (readonly unknown[])[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'in' && Array.isArray(inner) ? [inner] : kindLists(inner),
  )
}

/** Front matter and files of other kinds cannot stand in a quote or a list, nor can a rule's whole articles. */
const appliesTo = (example: Example, shapes: 'whole' | undefined, shape: string): boolean => {
  if (shape !== 'in a quote' && shape !== 'in a list') return true
  return (
    shapes !== 'whole' && !/^(\[\|)?---/.test(markedText(example)) && !/\.(mdx|txt)$/.test(example.path ?? '')
  )
}

/** Lints a trial. @param linter of the rule alone, with the example's options */
export const tryExample = (
  trial: Trial,
  linter: Linter,
): ExampleResult & {readonly levels: readonly Level[]} => {
  const text = readMarks(trial.marked)
  const linted = linter.lint(text.text, {path: trial.example.path ?? 'example.md', today: exampleDay})
  return {...compareExample(text, linted), levels: linted.diagnostics.map(({level}) => level)}
}

/** The day on which examples are linted, so that dates in them stay what they are. */
const exampleDay = '2026-06-01'

type Linter = {
  readonly lint: (text: string, input: {readonly path: string; readonly today: string}) => LintResult
}
