import type {CitationMark} from './draft.js'
import {openNumber, sourceSpan} from './draft.js'
import {
  addComment,
  addImage,
  addLink,
  addTagComponent,
  attributeText,
  isComponentName,
  literalTarget,
} from './element.js'
import type {InlineContext} from './inline-context.js'
import {cutTo, put} from './strand.js'
import {attributeOf, type Tag, tagAt} from './tag.js'

/** `3`, `[1, 2]`, `1–4`, `a`: what a raised citation mark holds. */
const raisedLabel = /^\[?\s*(?:\d{1,3}|[a-z*†‡§])(?:\s*[,;–-]\s*\d{1,3})*\s*\]?$/

/** One piece of inline HTML: a tag, or a comment. Tags leave no text, but for `<br>`. */
export const htmlInFlow = (context: InlineContext, start: number, end: number): void => {
  const {draft, strand, openTags} = context
  if (addComment(draft, start, end)) return
  const tag = tagAt(draft.source, start, end)
  if (tag === undefined) return
  const name = tag.name.toLowerCase()
  if (isComponentName(tag.name)) {
    if (!tag.closing) addTagComponent(draft, tag, end)
  } else if (name === 'br') put(strand, '\n', start, end)
  else if (name === 'img') addImageTag(context, tag)
  else if (tag.closing) close(context, name, end)
  else if ((name === 'a' || name === 'sup') && openTags.length < 100)
    openTags.push({tag, at: strand.text.length})
}

const addImageTag = ({draft}: InlineContext, tag: Tag): void => {
  const source = attributeOf(tag, 'src')
  const alternative = attributeOf(tag, 'alt') ?? {start: tag.end, end: tag.end}
  addImage(draft, {
    alternativeText: attributeText(draft, alternative),
    alternative,
    target: source?.literal ? literalTarget(draft, source.start, source.end) : undefined,
    source: sourceSpan(tag.start, tag.end),
  })
}

const close = (context: InlineContext, name: string, end: number): void => {
  const {draft, strand, openTags} = context
  const index = openTags.findLastIndex(({tag}) => tag.name.toLowerCase() === name)
  if (index === -1) return
  const {tag, at} = openTags[index]!
  openTags.length = index
  if (name === 'a') {
    const href = attributeOf(tag, 'href')
    if (href === undefined || !href.literal) return
    const target = literalTarget(draft, href.start, href.end)
    addLink(draft, {start: at, end: strand.text.length, source: sourceSpan(tag.start, end), target})
    return
  }
  const label = strand.text.slice(at)
  // A raised number behind a digit is a power, not a mark: 10<sup>9</sup>.
  if (!raisedLabel.test(label) || /\d$/.test(strand.text.slice(Math.max(0, at - 1), at))) return
  cutTo(strand, at)
  const mark: CitationMark = {
    kind: 'superscript',
    label,
    source: sourceSpan(tag.start, end),
    block: openNumber(draft) ?? 0,
    at,
  }
  draft.marks.push(mark)
}
