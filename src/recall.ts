/** Remembers what was made of a text for the next version of an article, in which most texts stand again. */
export interface Recall<Value> {
  /** What `make` gives for a text; it must depend on nothing else. */
  readonly of: (text: string, make: () => Value) => Value
  /** Begins the next version. What was asked for in neither of the last two is forgotten. */
  readonly turn: () => void
}

export const createRecall = <Value>(): Recall<Value> => {
  let before = new Map<string, Value>()
  let now = new Map<string, Value>()
  return {
    of: (text, make) => {
      const known = now.get(text)
      if (known !== undefined) return known
      const value = before.get(text) ?? make()
      now.set(text, value)
      return value
    },
    turn: () => {
      before = now
      now = new Map()
    },
  }
}
