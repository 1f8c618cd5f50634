import {isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type Scalar} from 'yaml'
import type {ErrorPlace} from '../errors.js'
import type {Locate} from './pack.js'

/** A YAML or JSON text, read with the place of every value. */
export interface YamlText {
  readonly value: unknown
  readonly locate: Locate
  /** The first mistake of syntax. */
  readonly mistake?: {readonly message: string; readonly place: ErrorPlace}
}

/** @param file what places call the text */
export const readYamlText = (text: string, file: string): YamlText => {
  const lines = new LineCounter()
  const document = parseDocument(text, {lineCounter: lines})
  const placeOf = (offset: number): ErrorPlace => {
    const {line, col} = lines.linePos(offset)
    return {file, line, column: col}
  }
  const locate: Locate = (valuePath, {of = 'value', offset = 0} = {}) => {
    const found = offsetOf(document.contents, valuePath, of)
    return found === undefined ? {file} : placeOf(found + offset)
  }
  const [error] = document.errors
  if (error === undefined) return {value: document.toJS(), locate}
  const message = error.message.split('\n')[0]!.replace(/ at line.*$/, '')
  return {value: undefined, locate, mistake: {message, place: placeOf(error.pos[0])}}
}

/** The offset of a value, or of the key before it; of the nearest parent where the path leads nowhere. */
const offsetOf = (
  root: unknown,
  path: readonly (string | number)[],
  of: 'key' | 'value',
): number | undefined => {
  let node: unknown = root
  let key: unknown
  for (const step of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find((item) => isScalar(item.key) && item.key.value === step)
      if (pair === undefined) break
      key = pair.key
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number' && node.items[step] !== undefined) {
      key = undefined
      node = node.items[step]
    } else break
  }
  const wanted = (of === 'key' && key !== undefined ? key : node) as
    | {range?: readonly [number, number, number]}
    | undefined
  const start = wanted?.range?.[0]
  if (start === undefined) return undefined
  const quoted = isScalar(node) && wanted === node && /QUOTE/.test((node as Scalar).type ?? '')
  return quoted ? start + 1 : start
}
