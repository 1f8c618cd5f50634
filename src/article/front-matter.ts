import {isMap, isScalar, isSeq, parseDocument, type Scalar, type Node as YamlNode} from 'yaml'
import {align, type Notation} from './align.js'
import type {FrontMatter, FrontMatterField} from './article.js'
import {addAside, type Draft, sourceSpan} from './draft.js'
import {once} from './once.js'
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
  if (format === 'toml') return {format, source, ...readLines(draft, inside, tomlLine)}
  const text = draft.source.slice(inside.start, inside.end)
  const document = parseDocument(text, {logLevel: 'silent', strict: false, uniqueKeys: false})
  const [error] = document.errors
  if (error !== undefined || (document.contents !== null && !isMap(document.contents))) {
    const at = inside.start + Math.min(error?.pos[0] ?? 0, text.length)
    const message = `Front matter is not YAML: ${(error?.message ?? 'it is no list of names and values').split('\n')[0]!.replace(/ at line .*$/, '')}`
    draft.problems.push({id: 'front-matter-syntax', message, source: sourceSpan(at, at)})
    return {format, source, ...readLines(draft, inside, yamlLine)}
  }
  const fields: FrontMatterField[] = []
  collect(draft, document.contents, {base: inside.start, name: '', fields, key: undefined, depth: 0})
  const values = once(() => valuesOf(document))
  return {
    format,
    source,
    fields,
    get values() {
      return values()
    },
  }
}

/** An alias can grow without bound, so the library refuses some documents only here. */
const valuesOf = (document: {
  toJS(options: {maxAliasCount: number}): unknown
}): Readonly<Record<string, unknown>> => {
  try {
    const value = document.toJS({maxAliasCount: 100})
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

const insideOfFences = (source: string, start: number, end: number) => {
  let from = start
  while (from < end && source[from] !== '\n' && source[from] !== '\r') from++
  from += source[from] === '\r' && source[from + 1] === '\n' ? 2 : 1
  const to = Math.max(source.lastIndexOf('\n', end - 1), source.lastIndexOf('\r', end - 1)) + 1
  return {start: Math.min(from, end), end: Math.max(Math.min(from, end), Math.min(to, end))}
}

interface Collection {
  readonly base: number
  readonly name: string
  readonly fields: FrontMatterField[]
  readonly key: Scalar | undefined
  readonly depth: number
}

const collect = (draft: Draft, node: unknown, collection: Collection): void => {
  const {name, depth} = collection
  if (depth > 20) return
  const nameOf = (part: unknown): string => (name === '' ? String(part) : `${name}.${String(part)}`)
  if (isMap(node)) {
    for (const {key, value} of node.items) {
      if (isScalar(key))
        collect(draft, value, {...collection, name: nameOf(key.value), key, depth: depth + 1})
    }
  } else if (isSeq(node)) {
    for (const [index, value] of node.items.entries()) {
      collect(draft, value, {...collection, name: nameOf(index), depth: depth + 1})
    }
  } else if (isScalar(node)) addScalar(draft, node, collection)
}

const addScalar = (draft: Draft, node: Scalar, {base, name, fields, key}: Collection): void => {
  const value = plainValue(node.value)
  const range = rangeOf(node, base)
  const keyRange = key === undefined ? range : rangeOf(key, base)
  const block =
    typeof value === 'string' && value.trim() !== ''
      ? addValue(draft, name, value, range, node.type)
      : undefined
  fields.push({
    name,
    value,
    key: sourceSpan(keyRange.start, keyRange.end),
    valueSpan: sourceSpan(range.start, range.end),
    block,
  })
}

const plainValue = (value: unknown): string | number | boolean | null => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value === null || value === undefined ? null : String(value)
}

const rangeOf = (node: YamlNode, base: number) => {
  const [start, end] = node.range ?? [0, 0]
  const quotes = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') ? 1 : 0
  return {start: base + start + quotes, end: base + Math.max(start + quotes, end - quotes)}
}

const addValue = (
  draft: Draft,
  field: string,
  value: string,
  range: {readonly start: number; readonly end: number},
  style: string | null | undefined,
): number => {
  const {source} = draft
  const block = style === 'BLOCK_LITERAL' || style === 'BLOCK_FOLDED'
  let at = range.start
  // The header of a block scalar: `>-`, `|2+`, a comment.
  if (block) {
    while (at < range.end && source[at] !== '\n' && source[at] !== '\r') at++
    while (at < range.end && /\s/.test(source[at]!) && source[at] !== value[0]) at++
  }
  const text = value.trimEnd()
  const notation: Notation =
    style === 'QUOTE_DOUBLE' ? 'yaml-double' : style === 'QUOTE_SINGLE' ? 'yaml-single' : 'code'
  const strand = emptyStrand()
  const write = (from: number, to: number, start: number, until: number): void =>
    put(strand, text.slice(from, to), start, until)
  align(text, 0, text.length, at, {source, limit: range.end, notation, quoteDepth: 0, write})
  return addAside(draft, {kind: 'frontMatter', source: sourceSpan(range.start, range.end), field}, strand)
}

const yamlLine = /^([\w-]+)[ \t]*:[ \t]+(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\r\n]*[^\s\r\n]))[ \t]*$/gm
const tomlLine = /^[ \t]*([\w.-]+)[ \t]*=[ \t]*(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\r\n]*[^\s\r\n]))[ \t]*$/gm

/** The fields that whole lines spell out: TOML's, and those of YAML that does not parse. */
const readLines = (draft: Draft, inside: {readonly start: number; readonly end: number}, line: RegExp) => {
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
      ? addValue(draft, name, value, range, double === undefined ? 'PLAIN' : 'QUOTE_DOUBLE')
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
