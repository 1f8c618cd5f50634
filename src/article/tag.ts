/** An HTML or JSX tag as it stands in the source; offsets into the text that was scanned. */
export interface Tag {
  /** As written; empty for a JSX fragment. */
  readonly name: string
  readonly closing: boolean
  readonly selfClosing: boolean
  readonly attributes: readonly TagAttribute[]
  readonly start: number
  readonly end: number
}

export interface TagAttribute {
  readonly name: string
  /** The text between the quotes or braces, as it is in the source; empty when the attribute has no value. */
  readonly value: string
  readonly start: number
  readonly end: number
  /** True for `"…"`, `'…'` and bare values; false for `{…}`. */
  readonly literal: boolean
}

const tagStart = /<(\/?)([A-Za-z][\w.:-]*)?/y
const attributeName = /\s*([^\s"'<>/={}]+)(?:\s*(=)\s*)?/y
const bareValue = /[^\s"'=<>`]+/y

/** The tag that starts at `at`, or nothing when no tag starts there or it does not end before `limit`. */
export const tagAt = (source: string, at: number, limit: number): Tag | undefined => {
  tagStart.lastIndex = at
  const opening = tagStart.exec(source)
  if (opening === null) return undefined
  const name = opening[2] ?? ''
  const attributes: TagAttribute[] = []
  let j = tagStart.lastIndex
  while (j < limit) {
    const char = source[j]!
    if (char === '>') {
      const selfClosing = source[j - 1] === '/'
      return {name, closing: opening[1] === '/', selfClosing, attributes, start: at, end: j + 1}
    }
    if (char === '<') return undefined
    if (char === '{') {
      j = endOfBraces(source, j, limit)
      continue
    }
    attributeName.lastIndex = j
    const match = name === '' ? null : attributeName.exec(source)
    if (match === null) {
      j++
      continue
    }
    j = attributeName.lastIndex
    const value =
      match[2] === undefined ? {start: j, end: j, next: j, literal: true} : valueAt(source, j, limit)
    attributes.push({
      name: match[1]!,
      value: source.slice(value.start, value.end),
      start: value.start,
      end: value.end,
      literal: value.literal,
    })
    j = value.next
  }
  return undefined
}

const valueAt = (source: string, at: number, limit: number) => {
  const char = source[at]
  if (char === '"' || char === "'") {
    const close = source.indexOf(char, at + 1)
    const end = close === -1 || close > limit ? limit : close
    return {start: at + 1, end, next: end + 1, literal: true}
  }
  if (char === '{') {
    const next = endOfBraces(source, at, limit)
    return {start: at + 1, end: Math.max(at + 1, next - 1), next, literal: false}
  }
  bareValue.lastIndex = at
  const length = bareValue.exec(source)?.[0].length ?? 0
  return {start: at, end: at + length, next: at + length, literal: true}
}

/** Behind the `}` that closes the `{` at `at`; braces in strings count too, since an unbalanced one is rare. */
const endOfBraces = (source: string, at: number, limit: number): number => {
  let depth = 0
  for (let j = at; j < limit; j++) {
    const code = source.charCodeAt(j)
    if (code === 0x7b) depth++
    else if (code === 0x7d && --depth === 0) return j + 1
  }
  return limit
}

/** The text of an attribute by its lower-case name. */
export const attributeOf = (tag: Tag, name: string): TagAttribute | undefined =>
  tag.attributes.find((attribute) => attribute.name.toLowerCase() === name)
