/** A scalar of front matter; offsets count in the YAML text. */
export interface YamlScalar {
  /** Keys and indices from the top, joined with points: `seo.title`, `tags.0`. */
  readonly name: string
  readonly value: string | number | boolean | null
  readonly style: 'plain' | 'single' | 'double' | 'block'
  /** The value, quotes included. */
  readonly start: number
  readonly end: number
  /** The nearest key above it; the value itself where there is none. */
  readonly keyStart: number
  readonly keyEnd: number
}

/**
 * The scalars of YAML as most front matter is written: keys, indented lists and maps, one-line scalars, `[a, b]`, folded
 * and literal blocks of lines of one indentation, comments on lines of their own.
 *
 *     title: "Ginger tea"
 *     tags: [tea, colds]
 *     faq:
 *       - question: Does it help?
 *
 * A YAML library takes longer for this than all else takes for the article, so it is asked for the rest alone.
 *
 * @param text without its fences
 * @returns what the library would find, in document order; nothing where anything is not of these forms
 */
export const plainYaml = (text: string): readonly YamlScalar[] | undefined => {
  if (foreign.test(text)) return undefined
  const reader: Reader = {text, at: 0, indent: 0, scalars: []}
  nextLine(reader)
  if (reader.at < text.length && !(reader.indent === 0 && readMap(reader, 0, '', 0))) return undefined
  return reader.at >= text.length ? reader.scalars : undefined
}

/** Stands at the first character of a line that is not blank, behind its indentation, or at the end of the text. */
interface Reader {
  readonly text: string
  at: number
  /** Blanks before `at` on its line. */
  indent: number
  readonly scalars: YamlScalar[]
}

interface Key {
  readonly name: string
  readonly start: number
  readonly end: number
}

const deepest = 8

/** Tabs, carriage returns that end a line alone, and characters that readers of YAML do not agree about. */
const foreign = /\t|\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0085\u2028\u2029\ufeff]/
const keyed = /(?:([A-Za-z][\w-]*)|"([^"\\\r\n]*)") *:(?: +|(?=\r?\n|$))/y
const dash = /- +(?=[^\s])/y
const quoted = /"[^"\\\r\n]*"|'[^'\r\n]*'/y
/** A first character that only a plain scalar has. */
const plainStart = /[A-Za-z0-9/(<\u00c0-\u024f]/
const emptyEnd = / *(?=\r?\n|$)/y
const blankLine = / *\n/y
/** The header of a block of lines: folded or literal, and what becomes of the last line's end. */

const blockHeader = /([>|])(-?)\n( +)(?=[^ \n])/y

const nextLine = (reader: Reader): void => {
  const {text} = reader
  let start = reader.at
  let at = start
  while (at < text.length) {
    const char = text[at]
    if (char === ' ') at++
    else if (char === '\n' || char === '\r') start = ++at
    else if (char === '#' && (start === 0 || text[start - 1] === '\n')) {
      while (at < text.length && text[at] !== '\n') at++
    } else break
  }
  reader.at = at
  reader.indent = at - start
}

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Reads the lines `key: value` at one indentation. @returns whether all of them were of the forms known here */
const readMap = (reader: Reader, indent: number, path: string, depth: number): boolean => {
  if (depth > deepest) return false
  const {text} = reader
  do {
    const match = matchAt(keyed, text, reader.at)
    if (match === null) return false
    const [, plain, inQuotes = ''] = match
    if (plain !== undefined && typeof resolved(plain) !== 'string') return false
    const own = plain ?? inQuotes
    const name = path === '' ? own : `${path}.${own}`
    const start = reader.at + (plain === undefined ? 1 : 0)
    const key = {name, start, end: start + own.length}
    reader.at += match[0].length
    if (!readValue(reader, indent, key, depth)) return false
  } while (reader.at < text.length && reader.indent === indent && text[reader.at] !== '-')
  return reader.at >= text.length || reader.indent < indent || (reader.indent === indent && depth > 0)
}

/** Reads what stands behind a key: on its line, or below it. */
const readValue = (reader: Reader, indent: number, key: Key, depth: number): boolean => {
  const {text} = reader
  const line = reader.at
  if (matchAt(emptyEnd, text, line) === null) return readInline(reader, indent, key)
  const end = emptyEnd.lastIndex
  reader.at = end
  nextLine(reader)
  const below = reader.at < text.length
  if (below && text[reader.at] === '-' && reader.indent >= indent)
    return readList(reader, reader.indent, key, depth + 1)
  if (below && reader.indent > indent) return readMap(reader, reader.indent, key.name, depth + 1)
  addScalar(reader, key, null, 'plain', end, end)
  return true
}

const readList = (reader: Reader, indent: number, key: Key, depth: number): boolean => {
  if (depth > deepest) return false
  const {text} = reader
  for (let index = 0; reader.at < text.length && reader.indent === indent; index++) {
    const match = matchAt(dash, text, reader.at)
    // In a map of the same indentation, a list ends where the next key begins.
    if (match === null) return index > 0 && text[reader.at] !== '-'
    const item = {...key, name: `${key.name}.${index}`}
    reader.at += match[0].length
    if (matchAt(keyed, text, reader.at) !== null) {
      const inner = indent + match[0].length
      if (!readMap(reader, inner, item.name, depth + 1)) return false
    } else if (!readInline(reader, indent, item)) return false
  }
  return reader.at >= text.length || reader.indent < indent
}

/** Reads one value that ends with its line, and goes to the next one. */
const readInline = (reader: Reader, indent: number, key: Key): boolean => {
  const {text} = reader
  if (text[reader.at] === '>' || text[reader.at] === '|') return readBlock(reader, indent, key)
  const end = text[reader.at] === '[' ? readFlowList(reader, key) : readScalar(reader, key, endOfLine(reader))
  if (end === undefined || matchAt(emptyEnd, text, end) === null) return false
  reader.at = emptyEnd.lastIndex
  nextLine(reader)
  // A line that is indented further continues the value.
  return reader.at >= text.length || reader.indent <= indent
}

/** Reads the lines of `>-`, `>`, `|-` or `|`; none of them blank or indented further than the first. */
const readBlock = (reader: Reader, indent: number, key: Key): boolean => {
  const {text, at} = reader
  const header = matchAt(blockHeader, text, at)
  const margin = header?.[3] ?? ''
  if (header === null || margin.length <= indent) return false
  const lines: string[] = []
  let next = at + header[0].length - margin.length
  while (text.startsWith(margin, next)) {
    const end = text.indexOf('\n', next)
    const line = text.slice(next + margin.length, end === -1 ? text.length : end)
    if (line === '' || line[0] === ' ' || line.endsWith(' ') || line.endsWith('\r')) return false
    lines.push(line)
    if (end === -1) return false
    next = end + 1
  }
  // A blank line would be part of the block.
  if (matchAt(blankLine, text, next) !== null) return false
  const value = lines.join(header[1] === '>' ? ' ' : '\n') + (header[2] === '-' ? '' : '\n')
  addScalar(reader, key, value, 'block', at, next)
  reader.at = next - 1
  nextLine(reader)
  return reader.at >= text.length || reader.indent <= indent
}

const endOfLine = ({text, at}: Reader): number => {
  const feed = text.indexOf('\n', at)
  if (feed === -1) return text.length
  return text[feed - 1] === '\r' ? feed - 1 : feed
}

/** Adds the scalar between `reader.at` and `limit`. @returns where it ends */
const readScalar = (reader: Reader, key: Key, limit: number): number | undefined => {
  const {text, at} = reader
  const char = text[at]
  if (char === '"' || char === "'") {
    if (matchAt(quoted, text, at) === null || quoted.lastIndex > limit) return undefined
    const end = quoted.lastIndex
    addScalar(reader, key, text.slice(at + 1, end - 1), char === '"' ? 'double' : 'single', at, end)
    return end
  }
  const written = text.slice(at, limit).trimEnd()
  if (!plainStart.test(written[0] ?? '') || /: | #|:$/.test(written)) return undefined
  const value = resolved(written)
  if (value === undefined) return undefined
  addScalar(reader, key, value, 'plain', at, at + written.length)
  return at + written.length
}

/** Reads `[a, "b c"]`. @returns where it ends */
const readFlowList = (reader: Reader, key: Key): number | undefined => {
  const {text} = reader
  const limit = endOfLine(reader)
  reader.at++
  for (let index = 0; ; index++) {
    while (text[reader.at] === ' ') reader.at++
    if (index === 0 && text[reader.at] === ']') return reader.at + 1
    const quote = text[reader.at] === '"' || text[reader.at] === "'"
    const end = readScalar(
      reader,
      {...key, name: `${key.name}.${index}`},
      quote ? limit : endOfItem(text, reader.at, limit),
    )
    if (end === undefined) return undefined
    reader.at = end
    while (text[reader.at] === ' ') reader.at++
    if (text[reader.at] === ']') return reader.at + 1
    if (text[reader.at] !== ',' || !(quote || text[reader.at + 1] === ' ')) return undefined
    reader.at++
  }
}

const endOfItem = (text: string, from: number, limit: number): number => {
  let at = from
  while (at < limit && !',[]{}'.includes(text[at]!)) at++
  return at
}

/** A plain scalar by YAML 1.2's core schema; nothing for one that may be a number of an unusual form. */
const resolved = (written: string): string | number | boolean | null | undefined => {
  if (/^[\dA-Za-z]/.test(written)) {
    if (/^[nN]ull$|^NULL$/.test(written)) return null
    if (/^(?:[tT]rue|TRUE)$/.test(written)) return true
    if (/^(?:[fF]alse|FALSE)$/.test(written)) return false
    if (/^\d{1,15}$/.test(written)) return Number(written)
    if (/^\d+[.eExXoO]|^\d{16}/.test(written)) return undefined
  }
  return written
}

const addScalar = (
  {scalars}: Reader,
  {name, start: keyStart, end: keyEnd}: Key,
  value: YamlScalar['value'],
  style: YamlScalar['style'],
  start: number,
  end: number,
): void => {
  scalars.push({name, value, style, start, end, keyStart, keyEnd})
}
