import {PackError} from '../errors.js'
import {inflect} from './inflection.js'
import {tokenize, wordAt} from './tokens.js'

/** Word sequences with a value at the end of each; `any` is the edge of `_`. */
export interface CueTrie<Value> {
  readonly next: Map<string, CueTrie<Value>>
  any: CueTrie<Value> | undefined
  readonly values: Value[]
}

export const createTrie = <Value>(): CueTrie<Value> => ({next: new Map(), any: undefined, values: []})

/** Adds a cue (see `CueGroup`) under every sequence of words that it stands for. @throws {PackError} */
export const addCue = <Value>(root: CueTrie<Value>, cue: string, value: Value): void => {
  for (const words of expand(cue)) {
    let node = root
    for (const word of words) node = child(node, word)
    if (!node.values.includes(value)) node.values.push(value)
  }
}

const child = <Value>(node: CueTrie<Value>, word: string): CueTrie<Value> => {
  const known = word === '_' ? node.any : node.next.get(word)
  if (known !== undefined) return known
  const made = createTrie<Value>()
  if (word === '_') node.any = made
  else node.next.set(word, made)
  return made
}

/**
 * Calls back for every cue that begins at word `at`.
 *
 * @param words what a sentence says, one entry a token
 * @param found with the number of words and the cue's value
 */
export const matchCues = <Value>(
  node: CueTrie<Value>,
  words: readonly string[],
  at: number,
  found: (to: number, value: Value) => void,
): void => {
  for (const value of node.values) found(at, value)
  const word = words[at]
  if (word === undefined) return
  const next = node.next.get(word)
  if (next !== undefined) matchCues(next, words, at + 1, found)
  if (node.any !== undefined) matchCues(node.any, words, at + 1, found)
  // A hyphen is looked through: “non-existent”, “so-called”.
  if (word === '-' && next === undefined) matchInside(node, words, at + 1, found)
}

const matchInside = <Value>(
  node: CueTrie<Value>,
  words: readonly string[],
  at: number,
  found: (to: number, value: Value) => void,
): void => {
  const next = node.next.get(words[at] ?? '')
  if (next !== undefined) matchCues(next, words, at + 1, found)
}

type Words = readonly string[]

const expand = (cue: string): readonly Words[] => {
  const parts = cue.match(/~?[^\s()|?]+\??|[()|]\??/g) ?? []
  let at = 0

  const alternatives = (): readonly Words[] => {
    const all: Words[] = []
    let sequence: readonly Words[] = [[]]
    for (; at < parts.length && parts[at] !== ')' && parts[at] !== ')?'; at++) {
      if (parts[at] === '|') {
        all.push(...sequence)
        sequence = [[]]
      } else sequence = product(sequence, part())
    }
    return [...all, ...sequence]
  }

  const part = (): readonly Words[] => {
    const text = parts[at]!
    if (text !== '(') return wordForms(text)
    at++
    const inside = alternatives()
    if (at >= parts.length) throw new PackError(`the cue “${cue}” opens a bracket that it does not close`)
    return parts[at] === ')?' ? [[], ...inside] : inside
  }

  const expanded = alternatives()
  if (at < parts.length || expanded.some((words) => words.length === 0))
    throw new PackError(`the cue “${cue}” has a bracket too many, or no word that must be there`)
  return expanded
}

const product = (left: readonly Words[], right: readonly Words[]): readonly Words[] =>
  left.flatMap((before) => right.map((after) => [...before, ...after]))

const wordForms = (part: string): readonly Words[] => {
  const optional = part.length > 1 && part.endsWith('?')
  const text = optional ? part.slice(0, -1) : part
  const forms =
    text === '_' ? [['_']] : text.startsWith('~') ? inflect(text.slice(1)).map(split) : [split(text)]
  return optional ? [[], ...forms] : forms
}

/** Splits as text is split: `don't` is `do`, `n't`. Hyphens go, since matching looks through them. */
const split = (text: string): Words => {
  const tokens = tokenize(text)
  return Array.from({length: tokens.count}, (_, index) => wordAt(tokens, index)).filter(
    (word) => word !== '-',
  )
}
