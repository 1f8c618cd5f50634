import type {Span} from './article.js'

/** A shortcode or a container line found in text; offsets in that text. */
export interface ComponentMark extends Span {
  /** Empty for what only closes one. */
  readonly name: string
  readonly kind: 'shortcode' | 'container'
  readonly attributes: Readonly<Record<string, string>>
}

// Hugo `{{< x a="b" >}}` and `{{% x %}}`; Liquid `{% include x.html %}`; containers `:::x`. Bounded, so that a text full of
// openings is not searched from each of them to its end.
const mark =
  /\{\{[<%]\s*(\/?)\s*([\w./-]+)([^}\n]{0,400}?)[>%]\}\}|\{%-?\s*([\w-]+)([^%\n]{0,400}?)-?%\}|^:{3,}[ \t]*([\w-]*)([^\n]*)$/gm

const attribute = /([\w-]+)\s*[=:]\s*"([^"]*)"|([\w-]+)=(\S+)|"([^"]*)"|(\S+)/g

/** The shortcodes and container lines in `value`, in order. */
export const componentMarks = (value: string): readonly ComponentMark[] => {
  if (!value.includes('{{') && !value.includes('{%') && !value.includes(':::')) return []
  return Array.from(value.matchAll(mark), (match) => {
    const [whole, closing, hugo, hugoRest, liquid, liquidRest, container, containerRest] = match
    const span = {start: match.index, end: match.index + whole.length}
    if (container !== undefined)
      return {...span, name: container, kind: 'container', attributes: attributesOf(containerRest ?? '')}
    const attributes = attributesOf(hugoRest ?? liquidRest ?? '')
    const name = hugo === undefined ? liquidName(liquid ?? '', attributes) : closing === '/' ? '' : hugo
    return {...span, name, kind: 'shortcode', attributes}
  })
}

/** What `{% include disclaimer.html %}` shows is a disclaimer; `{% endnote %}` shows nothing of its own. */
const liquidName = (tag: string, attributes: Readonly<Record<string, string>>): string => {
  if (tag.startsWith('end')) return ''
  const included = attributes['0']
  if (
    !/^(?:include|include_relative|include_cached|render|component|partial)$/.test(tag) ||
    included === undefined
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
