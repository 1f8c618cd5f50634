import {type Document, isMap, isScalar, isSeq, parseDocument, type Scalar} from 'yaml'
import type {YamlScalar} from './plain-yaml.js'

export interface YamlError {
  /** Offset in the YAML text. */
  readonly at: number
  readonly message: string
}

const parsed = (text: string): Document =>
  parseDocument(text, {logLevel: 'silent', strict: false, uniqueKeys: false})

/** Every scalar of a YAML map, in document order, or what is wrong with the text. */
export const fullYaml = (text: string): readonly YamlScalar[] | YamlError => {
  const document = parsed(text)
  const [error] = document.errors
  if (error !== undefined) return {at: error.pos[0], message: error.message}
  if (document.contents !== null && !isMap(document.contents))
    return {at: 0, message: 'it is no list of names and values'}
  const scalars: YamlScalar[] = []
  collect(document.contents, {name: '', key: undefined, scalars, depth: 0})
  return scalars
}

/** The whole value. An alias can grow without bound, so the library refuses some documents only here: `{}` for those. */
export const yamlValues = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = parsed(text).toJS({maxAliasCount: 100})
    // A map of YAML becomes an object with its keys as names.
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

interface Collection {
  readonly name: string
  readonly key: Scalar | undefined
  readonly scalars: YamlScalar[]
  readonly depth: number
}

const collect = (node: unknown, collection: Collection): void => {
  const {name, depth} = collection
  if (depth > 20) return
  const nameOf = (part: unknown): string => (name === '' ? String(part) : `${name}.${String(part)}`)
  if (isMap(node)) {
    for (const {key, value} of node.items)
      if (isScalar(key)) collect(value, {...collection, name: nameOf(key.value), key, depth: depth + 1})
  } else if (isSeq(node)) {
    for (const [index, value] of node.items.entries())
      collect(value, {...collection, name: nameOf(index), depth: depth + 1})
  } else if (isScalar(node)) addScalar(node, collection)
}

const addScalar = (node: Scalar, {name, key, scalars}: Collection): void => {
  const [start, end] = node.range ?? [0, 0]
  const named = key ?? node
  const [from, to] = named.range ?? [0, 0]
  const quote = styleOf(named) === 'plain' ? 0 : 1
  scalars.push({
    name,
    value: plainValue(node.value),
    style: styleOf(node),
    start,
    end,
    keyStart: from + quote,
    keyEnd: Math.max(from + quote, to - quote),
  })
}

const styleOf = ({type}: Scalar): YamlScalar['style'] => {
  if (type === 'QUOTE_DOUBLE') return 'double'
  if (type === 'QUOTE_SINGLE') return 'single'
  return type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED' ? 'block' : 'plain'
}

const plainValue = (value: unknown): YamlScalar['value'] => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value === null || value === undefined ? null : String(value)
}
