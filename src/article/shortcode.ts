import type {Span} from './article.js'

/** A shortcode or a container line found in text; offsets in that text. */
export interface ComponentMark extends Span {
  /** Empty for what only closes one. */
  readonly name: string
  readonly kind: 'shortcode' | 'container'
  readonly attributes: Readonly<Record<string, string>>
  /** Prose in it: the title of a container, the attributes of a shortcode that have several words. */
  readonly words: readonly (Span & {readonly name: string})[]
}

// Hugo `{{< x a="b" >}}` and `{{% x %}}`; Liquid `{% include x.html %}`; containers `:::x`, `::x`, `!!! x` and, in a
// quote, `[!X]`. Bounded, so that a text full of openings is not searched from each of them to its end.
const mark =
  /\{\{[<%]\s*(\/?)\s*([\w./-]+)([^}\n]{0,400}?)[>%]\}\}|\{%-?\s*([\w-]+)([^%\n]{0,400}?)-?%\}|^(?::{3,}[ \t]*([\w-]*)|::([\w-]*)(?=[ \t]*(?:[[{].*)?$)|(?:!!!|\?\?\?)\+?[ \t]+([\w-]+)(?=[ \t]*(?:"[^"\n]*"[ \t]*)?$))([^\n]*)$|^\[!(\w+)\][+-]?/gm

const attribute = /([\w-]+)\s*[=:]\s*"([^"]*)"|([\w-]+)=(\S+)|"([^"]*)"|(\S+)/g

/** The shortcodes and container lines in `value`, in order. */
export const componentMarks = (value: string): readonly ComponentMark[] => {
  if (!signs.some((sign) => value.includes(sign))) return []
  return Array.from(value.matchAll(mark), (match) => {
    const [whole, closing, hugo, hugoRest, liquid, liquidRest, colons, mdc, admonition, rest = '', alert] =
      match
    const span = {start: match.index, end: match.index + whole.length}
    const container = colons ?? mdc ?? admonition ?? alert
    if (container !== undefined) {
      const title = titleIn(rest, span.end)
      const words = title === undefined ? [] : [{...title, name: 'title'}]
      return {...span, name: container, kind: 'container', attributes: attributesOf(rest), words}
    }
    const given = hugoRest ?? liquidRest ?? ''
    const attributes = attributesOf(given)
    const name = closing === '/' ? '' : shownBy(hugo ?? liquid ?? '', attributes)
    return {
      ...span,
      name,
      kind: 'shortcode',
      attributes,
      words: wordsIn(given, span.end - whole.length, whole),
    }
  })
}

/** Attributes of several words are what a shortcode shows. */
const wordsIn = (given: string, at: number, whole: string): ComponentMark['words'] => {
  const from = at + whole.lastIndexOf(given)
  return Array.from(
    given.matchAll(/([\w-]+)\s*[=:]\s*"([^"]*\s[^"]*)"/g),
    ({0: all, 1: name, 2: text, index}) => {
      const end = from + index + all.length - 1
      return {name: name!, start: end - text!.length, end}
    },
  )
}

const signs = ['{{', '{%', '::', '!!!', '???', '[!']

/** `:::note Two words`, `:::note[Two words]`, `!!! note "Two words"`; one word may as well be an attribute. */
const titleIn = (rest: string, end: number): Span | undefined => {
  const found = /^[ \t]*(?:\[([^\]{}="]+)\]|"([^"]+)"|([^[\]{}="]+?))[ \t]*(?:\{[^}]*\})?[ \t]*$/.exec(rest)
  const words = found?.slice(1).find((group) => group !== undefined) ?? ''
  if (!/\S\s+\S/.test(words)) return undefined
  const start = end - rest.length + rest.indexOf(words)
  return {start, end: start + words.length}
}

/** What `{% include disclaimer.html %}` shows is a disclaimer; `{% endnote %}` shows nothing of its own. */
const shownBy = (tag: string, attributes: Readonly<Record<string, string>>): string => {
  if (tag.startsWith('end')) return ''
  const included = attributes['0'] ?? attributes['file'] ?? attributes['name']
  if (
    included === undefined ||
    !/^(?:include|include_relative|include_cached|include-markdown|includes|render|component|partial|readfile|snippet)$/.test(
      tag,
    )
  )
    return tag
  return included.replace(/^.*\//, '').replace(/\.\w+$/, '')
}

const attributesOf = (text: string): Readonly<Record<string, string>> => {
  const attributes: Record<string, string> = {}
  let position = 0
  for (const [, name, quoted, bareName, bare, positional, word] of text.matchAll(attribute)) {
    if (name !== undefined) attributes[name] = quoted ?? ''
    else if (bareName !== undefined) attributes[bareName] = bare ?? ''
    else attributes[String(position++)] = positional ?? word ?? ''
  }
  return attributes
}
