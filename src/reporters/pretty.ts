import type {Diagnostic, Level, RelatedPlace} from '../diagnostic.js'
import type {FileResult} from '../file-result.js'
import {columnsOf} from './cells.js'
import {codeFrame, type FrameLine} from './code-frame.js'
import type {Colours} from './colours.js'
import {levelColour} from './level-colour.js'
import {oneLine} from './plain.js'
import type {Reporter} from './reporter.js'
import {summaryLine} from './summary.js'
import type {Totals} from './totals.js'
import {wrapped} from './wrap.js'

export interface PrettyOptions {
  readonly colours: Colours
  /** Columns of the terminal. */
  readonly width: number
}

/**
 * For people:
 *
 *     advice/tea.md
 *
 *       error  12:34  “cures” promises a result  no-absolute-efficacy
 *          12 │ …One cup a day cures diabetes within a month, and the…
 *             │               ^^^^^^^^^^^^^^
 *             why      No treatment works for everyone; …
 *             instead  may help with · has been shown to reduce
 */
export const prettyReporter = (options: PrettyOptions): Reporter => ({
  open: () => '',
  file: (result, before) => fileText(result, before, options),
  close: (totals) => closing(totals, options),
})

const fileText = (
  {path, source, diagnostics}: FileResult,
  before: Totals,
  options: PrettyOptions,
): string => {
  if (diagnostics.length === 0) return ''
  const {colours} = options
  const explained = new Set(before.rules.keys())
  const lines = [colours.bold(colours.underline(oneLine(path))), '']
  for (const diagnostic of [...diagnostics].sort(byPosition)) {
    lines.push(...headline(diagnostic, options), ...frame(source, diagnostic, options))
    lines.push(...remarks(diagnostic, !explained.has(diagnostic.ruleId), options), '')
    explained.add(diagnostic.ruleId)
  }
  return `${lines.join('\n')}\n`
}

const byPosition = (a: Diagnostic, b: Diagnostic): number =>
  a.start.offset - b.start.offset ||
  a.end.offset - b.end.offset ||
  (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)

const headline = (
  {level, start, message, ruleId}: Diagnostic,
  {colours, width}: PrettyOptions,
): readonly string[] => {
  const place = `${start.line}:${start.column}`
  const indent = `  ${level.padEnd(7)}  ${place}  `.length
  const name = oneLine(ruleId)
  const lines = wrapped(oneLine(message), width - indent)
  const last = lines.at(-1)!
  const painted = lines.map((line) => colours.bold(line))
  const text =
    indent + columnsOf(last) + 2 + name.length <= width
      ? [...painted.slice(0, -1), `${colours.bold(last)}  ${colours.dim(name)}`]
      : [...painted, colours.dim(name)]
  const label = colours.bold(levelColour(level, colours)(level.padEnd(7)))
  return text.map((line, index) =>
    index === 0 ? `  ${label}  ${colours.dim(place)}  ${line}` : ' '.repeat(indent) + line,
  )
}

/** Columns of the line numbers, with the bar and the blanks around it. */
const gutter = 8

const frame = (
  source: string | undefined,
  diagnostic: Diagnostic,
  options: PrettyOptions,
): readonly string[] => {
  if (source === undefined) return []
  const {level, start, end} = diagnostic
  const span = {start: start.offset, end: end.offset, line: start.line}
  const lines = codeFrame(source, span, Math.max(20, options.width - gutter - 1))
  return lines.flatMap((line) => frameLines(line, level, options.colours))
}

const frameLines = (line: FrameLine, level: Level, colours: Colours): readonly string[] => {
  const paint = levelColour(level, colours)
  const bar = colours.dim('│')
  if (line.number === undefined) return [`${' '.repeat(gutter - 2)}${colours.dim(line.before)}`]
  const number = colours.dim(String(line.number).padStart(gutter - 3))
  const text = `${number} ${bar} ${line.before}${paint(line.marked)}${line.after}`
  return [text.trimEnd(), `${' '.repeat(gutter - 2)}${bar} ${paint(line.mark)}`]
}

/** Why, what next, and the places that explain it. */
const remarks = (diagnostic: Diagnostic, isFirst: boolean, options: PrettyOptions): readonly string[] => {
  const {note, expected, suggestions, fix, related} = diagnostic
  const better = expected.length > 0 ? expected : suggestions.map(({message}) => message)
  return [
    ...(isFirst && note !== '' ? remark('why', note, options) : []),
    ...(better.length > 0 ? remark('instead', better.map(oneLine).join(' · '), options) : []),
    ...seen(related).flatMap((text) => remark('see', text, options)),
    ...(fix === undefined ? [] : remark('fix', 'healthlint --fix can do this', options)),
  ]
}

/** More places with one message than this are only counted. */
const mostPlaces = 6

/** Related places, those with the same message together: “12:4, 12:40 No source for this either.” */
const seen = (related: readonly RelatedPlace[]): readonly string[] => {
  const byMessage = new Map<string, string[]>()
  for (const {message, start} of related) {
    const place = `${start.line}:${start.column}`
    const known = byMessage.get(message)
    if (known === undefined) byMessage.set(message, [place])
    else known.push(place)
  }
  return [...byMessage].map(([message, places]) => {
    const left = places.length - mostPlaces
    return `${places.slice(0, mostPlaces).join(', ')}${left > 0 ? ` and ${left} more` : ''} ${message}`
  })
}

const remark = (label: string, text: string, {colours, width}: PrettyOptions): readonly string[] => {
  const indent = gutter + 'instead  '.length
  return wrapped(oneLine(text), Math.max(30, width - indent)).map((line, index) =>
    index === 0
      ? `${' '.repeat(gutter)}${colours.dim(label.padEnd(7))}  ${line}`
      : `${' '.repeat(indent)}${line}`,
  )
}

const weight: Readonly<Record<Level, number>> = {error: 0, warning: 1, info: 2}

const closing = (totals: Totals, {colours}: PrettyOptions): string => {
  const rules = [...totals.rules].sort(
    ([a, x], [b, y]) => weight[x.level] - weight[y.level] || (a < b ? -1 : 1),
  )
  const idWidth = Math.max(0, ...rules.map(([id]) => id.length))
  const countWidth = Math.max(0, ...rules.map(([, {findings}]) => String(findings).length))
  const table = rules.map(([id, {level, url, findings}]) => {
    const count = String(findings).padStart(countWidth)
    return `  ${levelColour(level, colours)(count)}  ${oneLine(id).padEnd(idWidth)}  ${colours.dim(oneLine(url))}`.trimEnd()
  })
  return `${[...table, ...(table.length > 0 ? [''] : []), summaryLine(totals, colours)].join('\n')}\n`
}
