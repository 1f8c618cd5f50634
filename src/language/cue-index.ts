import {PackError} from '../errors.js'
import {inflect} from './inflection.js'
import {tokenize, wordAt} from './tokens.js'

/**
 * Cues by their first word. Each cue is a chain of states that shares its endings, since spelling out every sequence
 * of words that a cue stands for took 700 ms at start.
 */
export interface CueIndex<Value> {
  /** What may follow a first word. */
  readonly byFirst: Map<string, State<Value>[]>
}

/** One step of a cue: one of these words (any word when there are none), then one of `next`; or the cue's end. */
type State<Value> =
  | {readonly words: ReadonlySet<string> | undefined; readonly next: readonly State<Value>[]}
  | {readonly value: Value}

export const createCueIndex = <Value>(): CueIndex<Value> => ({byFirst: new Map()})

/** Adds a cue, written as `CueGroup` says. @throws {PackError} */
export const addCue = <Value>({byFirst}: CueIndex<Value>, cue: string, value: Value): void => {
  const end: State<Value> = {value}
  for (const state of chain(parseCue(cue), [end])) {
    if ('value' in state) throw new PackError(`the cue “${cue}” has no word that must be there`)
    if (state.words === undefined)
      throw new PackError(`the cue “${cue}” begins with any word, so it would begin everywhere`)
    for (const word of state.words) {
      const known = byFirst.get(word)
      if (known === undefined) byFirst.set(word, [...state.next])
      else known.push(...state.next.filter((next) => !known.includes(next)))
    }
  }
}

/**
 * Calls back for every cue that begins at word `at`; more than once when the cue matches in two ways.
 *
 * @param words what a sentence says, one entry a token
 * @param found with the index after the cue's last word, and its value
 */
export const matchCues = <Value>(
  {byFirst}: CueIndex<Value>,
  words: readonly string[],
  at: number,
  found: (to: number, value: Value) => void,
): void => {
  const states = byFirst.get(words[at] ?? '')
  if (states !== undefined) for (const state of states) step(state, words, at + 1, found)
}

const step = <Value>(
  state: State<Value>,
  words: readonly string[],
  at: number,
  found: (to: number, value: Value) => void,
): void => {
  if ('value' in state) {
    found(at, state.value)
    return
  }
  const word = words[at]
  if (word === undefined) return
  if (state.words === undefined || state.words.has(word))
    for (const next of state.next) step(next, words, at + 1, found)
  // A hyphen inside a cue is looked through: “so-called”.
  else if (word === '-' && state.words.has(words[at + 1] ?? '')) step(state, words, at + 1, found)
}

/** A cue as it is written: words in their order, each step one of some alternatives. */
interface Step {
  readonly alternatives: readonly (readonly Step[] | string)[]
  readonly optional: boolean
}

const chain = <Value>(steps: readonly Step[], after: readonly State<Value>[]): readonly State<Value>[] => {
  let next = after
  for (const {alternatives, optional} of steps.toReversed()) {
    const words = alternatives.filter((alternative) => typeof alternative === 'string')
    const groups = alternatives.filter((alternative) => typeof alternative !== 'string')
    const states: State<Value>[] = groups.flatMap((group) => chain(group, next))
    if (words.includes('_')) states.push({words: undefined, next})
    else if (words.length > 0) states.push({words: new Set(words), next})
    next = optional ? [...states, ...next] : states
  }
  return next
}

const parseCue = (cue: string): readonly Step[] => {
  const parts = cue.match(/\\[()]|~?[^\s()|?]+\??|\)\?|[()|]/g) ?? []
  let at = 0

  const sequence = (): readonly Step[] => {
    const steps: Step[] = []
    for (; at < parts.length && !/^[)|]/.test(parts[at]!); at++)
      steps.push(...(parts[at] === '(' ? [group()] : wordSteps(parts[at]!)))
    return steps
  }

  const group = (): Step => {
    const alternatives: (readonly Step[] | string)[] = []
    do {
      at++
      const steps = sequence()
      const only = steps.length === 1 && !steps[0]!.optional ? steps[0]!.alternatives : [steps]
      alternatives.push(...only)
    } while (parts[at] === '|')
    if (at >= parts.length) throw new PackError(`the cue “${cue}” opens a bracket that it does not close`)
    return {alternatives, optional: parts[at] === ')?'}
  }

  const steps = sequence()
  if (at < parts.length) throw new PackError(`the cue “${cue}” has “${parts[at]}” outside of brackets`)
  return steps
}

const wordSteps = (part: string): readonly Step[] => {
  if (part.startsWith('\\')) return [{alternatives: [part.slice(1)], optional: false}]
  const optional = part.length > 1 && part.endsWith('?')
  const text = optional ? part.slice(0, -1) : part
  if (text === '_') return [{alternatives: ['_'], optional}]
  if (text.startsWith('~'))
    return [{alternatives: inflect(text.slice(1)).filter((form) => split(form).length === 1), optional}]
  const words = split(text)
  if (optional && words.length > 1)
    return [{alternatives: [words.map((word) => ({alternatives: [word], optional: false}))], optional}]
  return words.map((word) => ({alternatives: [word], optional}))
}

/** Splits as text is split: `don't` is `do`, `n't`. Hyphens go, since matching looks through them. */
const split = (text: string): readonly string[] => {
  if (/^[a-z]+$/.test(text)) return [text]
  const tokens = tokenize(text)
  return Array.from({length: tokens.count}, (_, index) => wordAt(tokens, index)).filter(
    (word) => word !== '-',
  )
}
