import {once} from '../once.js'
import {align, type Notation} from './align.js'
import type {FrontMatter, FrontMatterField, SourceSpan, Span} from './article.js'
import {addAside, type Draft, sourceSpan} from './draft.js'
import {addDirective} from './element.js'
import {fullYaml, type YamlError, yamlValues} from './full-yaml.js'
import {plainYaml, type YamlScalar} from './plain-yaml.js'
import {emptyStrand, put} from './strand.js'

/**
 * Reads front matter at `[start, end)`, its fences included. Every string becomes a block of its own. What does not
 * parse gives a problem, and still the fields that its lines spell out.
 */
export const readFrontMatter = (
  draft: Draft,
  format: 'yaml' | 'toml',
  start: number,
  end: number,
): FrontMatter => {
  const inside = insideOfFences(draft.source, start, end)
  const source = sourceSpan(start, end)
  addDirectives(draft, inside)
  if (format === 'toml') return {format, source, ...readLines(draft, inside, tomlLine)}
  const text = draft.source.slice(inside.start, inside.end)
  const scalars = plainYaml(text) ?? fullYaml(text)
  if ('message' in scalars) return unreadable(draft, source, inside, scalars)
  const values = once(() => yamlValues(text))
  return {
    format,
    source,
    fields: scalars.map((scalar) => addScalar(draft, scalar, inside.start)),
    get values() {
      return values()
    },
  }
}

/** Front matter that is not YAML: a problem, and the fields that whole lines spell out. */
const unreadable = (draft: Draft, source: SourceSpan, inside: Span, error: YamlError): FrontMatter => {
  const at = inside.start + Math.min(error.at, inside.end - inside.start)
  const message = `Front matter is not YAML: ${error.message.split('\n')[0]!.replace(/ at line .*$/, '')}`
  draft.problems.push({id: 'front-matter-syntax', message, source: sourceSpan(at, at)})
  return {format: 'yaml', source, ...readLines(draft, inside, yamlLine)}
}

const insideOfFences = (source: string, start: number, end: number) => {
  let from = start
  while (from < end && source[from] !== '\n' && source[from] !== '\r') from++
  from += source[from] === '\r' && source[from + 1] === '\n' ? 2 : 1
  const to = Math.max(source.lastIndexOf('\n', end - 1), source.lastIndexOf('\r', end - 1)) + 1
  return {start: Math.min(from, end), end: Math.max(Math.min(from, end), Math.min(to, end))}
}

const comment = /^[ \t]*(#[ \t]*(\S[^\r\n]*))/gm

/** Comments of YAML and TOML have lines of their own where they excuse something. */
const addDirectives = (draft: Draft, inside: Span): void => {
  for (const {0: line, 1: mark = '', 2: words = '', index} of draft.source
    .slice(inside.start, inside.end)
    .matchAll(comment)) {
    const end = inside.start + index + line.length
    addDirective(draft, words.trimEnd(), sourceSpan(end - mark.length, end))
  }
}

const addScalar = (draft: Draft, scalar: YamlScalar, base: number): FrontMatterField => {
  const {name, value, style} = scalar
  const isQuoted = style === 'double' || style === 'single'
  const start = base + scalar.start + Number(isQuoted)
  const range = {start, end: Math.max(start, base + scalar.end - Number(isQuoted))}
  const isText = typeof value === 'string' && value.trim() !== ''
  return {
    name,
    value,
    key: sourceSpan(base + scalar.keyStart, base + scalar.keyEnd),
    valueSpan: sourceSpan(range.start, range.end),
    block: isText ? addValue(draft, name, value, range, style) : undefined,
  }
}

const addValue = (
  draft: Draft,
  field: string,
  value: string,
  range: Span,
  style: YamlScalar['style'],
): number => {
  const {source} = draft
  let at = range.start
  // The header of a block scalar: `>-`, `|2+`, a comment.
  if (style === 'block') {
    while (at < range.end && source[at] !== '\n' && source[at] !== '\r') at++
    while (at < range.end && /\s/.test(source[at]!) && source[at] !== value[0]) at++
  }
  const text = value.trimEnd()
  const notation: Notation = style === 'double' ? 'yaml-double' : style === 'single' ? 'yaml-single' : 'code'
  const strand = emptyStrand()
  const write = (from: number, to: number, start: number, until: number): void =>
    put(strand, text.slice(from, to), start, until)
  align(text, 0, text.length, at, {source, limit: range.end, notation, quoteDepth: 0, write})
  return addAside(draft, {kind: 'frontMatter', source: sourceSpan(range.start, range.end), field}, strand)
}

const yamlLine = /^([\w-]+)[ \t]*:[ \t]+(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\r\n]*[^\s\r\n]))[ \t]*$/gm
const tomlLine = /^[ \t]*([\w.-]+)[ \t]*=[ \t]*(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\r\n]*[^\s\r\n]))[ \t]*$/gm

/** The fields that whole lines spell out: TOML's, and those of YAML that does not parse. */
const readLines = (draft: Draft, inside: Span, line: RegExp) => {
  const fields: FrontMatterField[] = []
  const values: Record<string, unknown> = {}
  for (const match of draft.source.slice(inside.start, inside.end).matchAll(line)) {
    const [whole, name = '', double, single, bare] = match
    const written = double ?? single ?? bare ?? ''
    const keyStart = inside.start + match.index + whole.indexOf(name)
    const start = inside.start + match.index + whole.lastIndexOf(written)
    const range = {start, end: start + written.length}
    const value = bare === undefined ? written : bareValue(bare)
    const isText = typeof value === 'string' && value.trim() !== ''
    const block = isText
      ? addValue(draft, name, value, range, double === undefined ? 'plain' : 'double')
      : undefined
    fields.push({
      name,
      value,
      key: sourceSpan(keyStart, keyStart + name.length),
      valueSpan: sourceSpan(range.start, range.end),
      block,
    })
    values[name] = value
  }
  return {fields, values}
}

const bareValue = (written: string): string | number | boolean => {
  if (written === 'true' || written === 'false') return written === 'true'
  return /^-?\d+(?:\.\d+)?$/.test(written) ? Number(written) : written
}
