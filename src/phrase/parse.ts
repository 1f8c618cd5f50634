import {TokenKind, tokenize, wordAt} from '../language/tokens.js'
import {dashMark, ellipsisMark, MarkKind, markKind, markWidth} from './marks.js'
import {PhraseError} from './phrase.js'

export type EdgeName = 'sentenceStart' | 'sentenceEnd' | 'blockStart' | 'blockEnd'

/** One token of the text. `word` is folded; `written` is given for `=Exact` alone. Marks are words of this kind, too. */
export interface WordNode {
  readonly type: 'word'
  readonly form: 'plain' | 'inflected' | 'prefix' | 'exact'
  readonly word: string
  readonly written: string
  readonly offset: number
}

/** The tree of a phrase; offsets count in its text. */
export type PhraseNode =
  | WordNode
  | {readonly type: 'number'; readonly offset: number}
  | {readonly type: 'named'; readonly name: string; readonly offset: number}
  | {readonly type: 'sequence'; readonly items: readonly PhraseNode[]; readonly offset: number}
  | {readonly type: 'choice'; readonly options: readonly PhraseNode[]; readonly offset: number}
  | {readonly type: 'optional'; readonly item: PhraseNode; readonly offset: number}
  | {readonly type: 'gap'; readonly words: number; readonly offset: number}
  | {readonly type: 'underline'; readonly item: PhraseNode; readonly offset: number}
  | {readonly type: 'not'; readonly item: PhraseNode; readonly offset: number}
  | {readonly type: 'edge'; readonly edge: EdgeName; readonly offset: number}
  | {readonly type: 'nextSentence'; readonly offset: number}

/** More words than this between two things are no longer one wording. */
const widestGap = 50
const deepestNesting = 50

const blanks: ReadonlySet<string> = new Set(' \t\n\r\u00a0')
const reserved: ReadonlySet<string> = new Set('()[]|?!<>"^$~=*# \t\n\r\u00a0')
const simpleWord = /^[a-z][a-z0-9]*$/i
const wordCharacter = /[\p{L}\p{N}]/u

/**
 * Reads the notation of `phrase.ts`.
 *
 * @throws {PhraseError} with the offset of what is wrong
 */
export const parsePhrase = (text: string): PhraseNode => {
  let at = 0
  let depth = 0

  const fail = (message: string, offset: number): never => {
    throw new PhraseError(message, offset)
  }
  const skipBlanks = (): void => {
    while (at < text.length && blanks.has(text[at]!)) at++
  }

  const choice = (opened: number, closer: string): PhraseNode => {
    if (++depth > deepestNesting) fail('the phrase is nested too deeply', opened)
    const offset = at
    const options = [sequence()]
    while (text[at] === '|') {
      at++
      options.push(sequence())
    }
    if (closer === '' && at < text.length) fail(`“${text[at]}” closes nothing`, at)
    if (closer !== '' && text[at] !== closer) {
      fail(
        at < text.length ? `“${text[at]}” closes nothing` : `“${text[opened]}” is not closed`,
        at < text.length ? at : opened,
      )
    }
    if (closer !== '') at++
    depth--
    return options.length === 1 ? options[0]! : {type: 'choice', options, offset}
  }

  const sequence = (): PhraseNode => {
    skipBlanks()
    const offset = at
    const items: PhraseNode[] = []
    while (at < text.length && text[at] !== '|' && text[at] !== ')' && text[at] !== ']') {
      items.push(suffixed(item()))
      skipBlanks()
    }
    if (items.length === 0) fail('nothing stands here', offset)
    return items.length === 1 ? items[0]! : {type: 'sequence', items, offset}
  }

  const suffixed = (node: PhraseNode): PhraseNode => {
    if (text[at] !== '?') return node
    if (node.type === 'gap' || node.type === 'not' || node.type === 'edge' || node.type === 'nextSentence') {
      fail('“?” must follow a word, a name or a group; write a question mark as "?"', at)
    }
    at++
    if (text[at] === '?') fail('one “?” is enough; write a question mark as "?"', at)
    return {type: 'optional', item: node, offset: node.offset}
  }

  const item = (): PhraseNode => {
    const offset = at
    const char = text[at]!
    if (char === '(' || char === '[') {
      at++
      const inner = choice(offset, char === '(' ? ')' : ']')
      return char === '(' ? inner : {type: 'underline', item: inner, offset}
    }
    if (char === '!') {
      at++
      skipBlanks()
      if (at >= text.length || /[|)\]?*>]/.test(text[at]!))
        fail('“!” must stand before a word, a name or a group', offset)
      if (++depth > deepestNesting) fail('the phrase is nested too deeply', offset)
      const inner = item()
      depth--
      return {type: 'not', item: inner, offset}
    }
    if (char === '^' || char === '$') {
      at++
      const double = text[at] === char
      if (double) at++
      const edge =
        char === '^' ? (double ? 'blockStart' : 'sentenceStart') : double ? 'blockEnd' : 'sentenceEnd'
      return {type: 'edge', edge, offset}
    }
    if (char === '#') {
      at++
      return {type: 'number', offset}
    }
    if (char === '/') {
      at++
      return {type: 'nextSentence', offset}
    }
    if (char === '<') return named()
    if (char === '"') return quoted()
    if (text.startsWith('..', at)) return gap()
    return words()
  }

  const named = (): PhraseNode => {
    const offset = at
    const close = text.indexOf('>', at)
    const name = close < 0 ? '' : text.slice(at + 1, close)
    if (!/^[\p{L}\p{N}_-]+$/u.test(name)) fail('“<” must begin a name: <name>; write the sign as "<"', offset)
    at = close + 1
    return {type: 'named', name, offset: offset + 1}
  }

  const quoted = (): PhraseNode => {
    const offset = at
    const close = text.indexOf('"', at + 1)
    if (close < 0) fail('the quotation mark is not closed', offset)
    at = close + 1
    const nodes = literals(text.slice(offset + 1, close), offset + 1, 'plain')
    if (nodes.length === 0) fail('quotation marks are looked through, so that they cannot be matched', offset)
    return joined(nodes, offset)
  }

  const gap = (): PhraseNode => {
    const offset = at
    at += 2
    const from = at
    while (at < text.length && text[at]! >= '0' && text[at]! <= '9') at++
    if (from === at)
      fail('“..” must be followed by the most words it may pass: ..3; write an ellipsis as "..."', offset)
    const count = Number(text.slice(from, at))
    if (count < 1 || count > widestGap) fail(`a gap passes 1 to ${widestGap} words`, offset)
    return {type: 'gap', words: count, offset}
  }

  const words = (): PhraseNode => {
    const offset = at
    const sign = text[at] === '~' || text[at] === '=' ? text[at] : ''
    if (sign !== '') at++
    const from = at
    while (at < text.length && !endsChunk(text, at, from)) at++
    const chunk = text.slice(from, at)
    const isPrefix = text[at] === '*'
    if (chunk === '')
      fail(sign === '' ? `“${text[at]}” means nothing here` : `“${sign}” must stand before a word`, offset)
    if (isPrefix) at++
    if (isPrefix && sign !== '') fail(`“${sign}” and “*” exclude each other`, offset)
    const form = sign === '~' ? 'inflected' : sign === '=' ? 'exact' : isPrefix ? 'prefix' : 'plain'
    const nodes = literals(chunk, from, form)
    if (nodes.length === 0) fail('quotation marks are looked through, so that they cannot be matched', from)
    const last = nodes.at(-1)!
    if (form !== 'plain' && !wordCharacter.test(last.word))
      fail(`“${sign || '*'}” must stand beside a word`, offset)
    if (form === 'inflected' && last.word.includes("'")) fail('a contraction has no inflections', offset)
    if (form === 'prefix' && last.word.length < 2) fail('“*” needs two letters or more before it', offset)
    return joined(nodes, offset)
  }

  skipBlanks()
  if (at === text.length) fail('the phrase is empty', 0)
  return choice(0, '')
}

const joined = (nodes: readonly WordNode[], offset: number): PhraseNode =>
  nodes.length === 1 ? nodes[0]! : {type: 'sequence', items: nodes, offset}

const endsChunk = (text: string, at: number, from: number): boolean => {
  const char = text[at]!
  if (char === '.') return text[at + 1] === '.' && /\d/.test(text[at + 2] ?? '')
  // A slash between two letters is a mark of the text: `and/or`.
  if (char === '/')
    return at === from || !wordCharacter.test(text[at - 1]!) || !wordCharacter.test(text[at + 1] ?? ' ')
  return reserved.has(char)
}

/** The tokens of a piece of literal text. The sign in `form` says how the last one matches; `=` holds for all of them. */
const literals = (chunk: string, offset: number, form: WordNode['form']): readonly WordNode[] => {
  if (simpleWord.test(chunk)) return [{type: 'word', form, word: chunk.toLowerCase(), written: chunk, offset}]
  // An ending alone (`'s`) is a word only behind another.
  const lead = /^['’]\p{L}/u.test(chunk) ? 'x' : ''
  const tokens = tokenize(lead + chunk)
  const nodes: WordNode[] = []
  for (let index = lead.length; index < tokens.count; index++) {
    const start = tokens.starts[index]!
    const end = tokens.ends[index]!
    const isMark = tokens.kinds[index] === TokenKind.punctuation || tokens.kinds[index] === TokenKind.symbol
    const word = isMark ? canonicalMark(tokens.folded, start, end) : wordAt(tokens, index)
    if (word === '') continue
    const written = tokens.text.slice(start, end)
    nodes.push({
      type: 'word',
      form: form === 'exact' && !isMark ? 'exact' : 'plain',
      word,
      written,
      offset: offset + start - lead.length,
    })
  }
  const last = nodes.at(-1)
  if (last !== undefined && form !== 'exact' && form !== 'plain') nodes[nodes.length - 1] = {...last, form}
  return nodes
}

/** One spelling for each mark, and none for those that are looked through. */
const canonicalMark = (folded: string, start: number, end: number): string => {
  const kind = markKind(folded, start, end)
  if (kind === MarkKind.transparent) return ''
  if (kind === MarkKind.dash) return dashMark
  if (kind === MarkKind.ellipsis) return ellipsisMark
  return folded.slice(start, start + markWidth(folded, start))
}
