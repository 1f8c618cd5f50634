import type {TablePlace} from './article.js'
import {addVerbatim, closeBlock, type Draft, openBlock, type Place, sourceSpan} from './draft.js'
import {addComment, addTagComponent, isComponentName} from './element.js'
import {putHtmlText} from './html-text.js'
import type {InlineContext} from './inline-context.js'
import {htmlInFlow} from './inline-html.js'
import {type Tag, tagAt} from './tag.js'

const flowElements = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html iframe legend li main menu nav ol option p section select summary table tbody ' +
    'td tfoot th thead tr ul video audio object head link meta title'
  ).split(' '),
)

const unreadElements = new Set([
  'script',
  'style',
  'template',
  'svg',
  'math',
  'noscript',
  'textarea',
  'pre',
  'title',
])

/** Whether text on both sides of such an element is two texts. */
export const partsText = (name: string): boolean => flowElements.has(name.toLowerCase())

/** Whether a text begins with a comment, or with a tag that begins a block of HTML. */
export const beginsHtml = (text: string): boolean => {
  const name = /^\s*<(?:!--|\/?([a-z][a-z\d]*)(?=[\s/>]))/i.exec(text)
  return name !== null && (name[1] === undefined || partsText(name[1]))
}

/** Whether the text in such an element is for machines. */
export const isUnread = (name: string): boolean => unreadElements.has(name.toLowerCase())

const deepest = 100
const voidElements = new Set(['hr', 'link', 'meta', 'br', 'img', 'input', 'source', 'wbr'])

interface HtmlWalk {
  readonly draft: Draft
  readonly limit: number
  /** Elements around the text that comes next, innermost last; the first is the Markdown around the HTML. */
  readonly around: {readonly name: string; place: Place}[]
  context: InlineContext | undefined
  /** Set when something was there besides markup. */
  found: boolean
}

/**
 * Reads a block of raw HTML: the text between its tags is readable, in paragraphs, headings, items and cells as its
 * elements say. Markup without text is a block of its own, out of the flow.
 */
export const htmlBlock = (draft: Draft, start: number, end: number, place: Place): void => {
  const walk: HtmlWalk = {draft, limit: end, around: [{name: '', place}], context: undefined, found: false}
  let at = start
  while (at < end) {
    const next = nextMarkup(draft, at, end)
    writeText(walk, at, next)
    at = next < end ? readMarkup(walk, next) : end
  }
  close(walk, end)
  if (!walk.found) addVerbatim(draft, {kind: 'html', source: sourceSpan(start, end)}, start, end)
}

// Where the next tag or comment begins. In MDX that is read as Markdown a comment is `{/* … */}` all the same.
const nextMarkup = ({source, kind}: Draft, from: number, end: number): number => {
  for (let at = from; at < end; at++) {
    const code = source.charCodeAt(at)
    if (code === 0x3c || (code === 0x7b && kind === 'mdx' && source.startsWith('{/*', at))) return at
  }
  return end
}

const writeText = (walk: HtmlWalk, start: number, end: number): void => {
  if (start === end) return
  const {source} = walk.draft
  if (walk.context === undefined) {
    if (/^[\s>]*$/.test(source.slice(start, end))) return
    open(walk, start)
  }
  putHtmlText(walk.context!.strand, source, start, end, walk.context!.quoteDepth)
}

const open = (walk: HtmlWalk, start: number): InlineContext => {
  if (walk.context === undefined) {
    const {place} = walk.around[walk.around.length - 1]!
    const strand = openBlock(walk.draft, place, start, walk.limit)
    walk.context = {
      draft: walk.draft,
      strand,
      quoteDepth: place.quoteDepth,
      inTable: false,
      openTags: [],
      cursor: start,
    }
  }
  return walk.context
}

const close = (walk: HtmlWalk, end: number): void => {
  if (walk.context === undefined) return
  walk.context = undefined
  if (closeBlock(walk.draft, end) !== undefined) walk.found = true
}

/** Reads the tag or comment at `at`; returns where it ends. */
const readMarkup = (walk: HtmlWalk, at: number): number => {
  const {draft, limit} = walk
  const {source} = draft
  if (source.startsWith('<!--', at) || source[at] === '{') {
    const closing = source.indexOf(source[at] === '{' ? '*/}' : '-->', at + 3)
    const end = closing === -1 || closing + 3 > limit ? limit : closing + 3
    addComment(draft, at, end)
    walk.found = true
    return end
  }
  const tag = tagAt(source, at, limit)
  if (tag === undefined) {
    const declaration = source[at + 1] === '!' || source[at + 1] === '?'
    if (!declaration) writeText(walk, at, at + 1)
    return declaration ? endOfDeclaration(source, at, limit) : at + 1
  }
  const name = tag.name.toLowerCase()
  if (unreadElements.has(name) && !tag.closing && !tag.selfClosing) return skipElement(walk, tag, name)
  if (flowElements.has(name)) readFlowTag(walk, tag, name)
  else if (isComponentName(tag.name)) {
    close(walk, at)
    if (!tag.closing) addTagComponent(draft, tag, tag.end)
    walk.found = true
  } else {
    htmlInFlow(open(walk, at), tag.start, tag.end)
    if (name === 'img') walk.found = true
  }
  return tag.end
}

const endOfDeclaration = (source: string, at: number, limit: number): number => {
  let end = at
  while (end < limit && source.charCodeAt(end) !== 0x3e) end++
  return Math.min(end + 1, limit)
}

/** Content that a reader does not see, or not as prose. */
const skipElement = (walk: HtmlWalk, tag: Tag, name: string): number => {
  const {draft, limit} = walk
  close(walk, tag.start)
  const rest = draft.source.slice(tag.end, limit)
  const found = rest.toLowerCase().indexOf(`</${name}`)
  const inner = found === -1 ? limit : tag.end + found
  if (inner > tag.end)
    addVerbatim(draft, {kind: 'code', source: sourceSpan(tag.start, inner)}, tag.end, inner)
  walk.found = true
  return found === -1 ? limit : (tagAt(draft.source, inner, limit)?.end ?? limit)
}

const readFlowTag = (walk: HtmlWalk, tag: Tag, name: string): void => {
  const {around} = walk
  close(walk, tag.start)
  if (voidElements.has(name) || tag.selfClosing) return
  if (!tag.closing) {
    if (around.length >= deepest) return
    const parent = around[around.length - 1]!
    const place = placeInElement(walk.draft, name, parent.place)
    // The list or table keeps the count, for the item or cell after this one.
    if (parent.place.list !== undefined && name === 'li') parent.place = {...parent.place, list: place.list}
    if (parent.place.table !== undefined && place.table !== parent.place.table) countCell(around, place.table)
    around.push({name, place})
    return
  }
  for (let at = around.length - 1; at > 0; at--) {
    if (around[at]!.name === name) {
      around.length = at
      return
    }
  }
}

/** A row counts in its table, a cell in its row. */
const countCell = (around: HtmlWalk['around'], table: TablePlace | undefined): void => {
  for (const entry of around) {
    if (entry.place.table?.table === table?.table && entry.name !== 'td' && entry.name !== 'th')
      entry.place = {...entry.place, table}
  }
}

/** The place of text directly in an element of this name. */
export const placeInElement = (draft: Draft, name: string, place: Place): Place => {
  const lower = name.toLowerCase()
  if (/^h[1-6]$/.test(lower)) return {...place, kind: 'heading', depth: Number(lower[1])}
  switch (lower) {
    case 'blockquote':
      return {...place, kind: 'quote'}
    case 'figcaption':
    case 'caption':
      return {...place, kind: 'caption'}
    case 'ul':
    case 'ol': {
      const list = {
        list: draft.lists++,
        item: -1,
        ordered: lower === 'ol',
        checked: undefined,
        leadIn: undefined,
      }
      return {...place, listDepth: place.listDepth + 1, list}
    }
    case 'li': {
      const list = place.list ?? {
        list: draft.lists++,
        item: -1,
        ordered: false,
        checked: undefined,
        leadIn: undefined,
      }
      return {...place, kind: 'listItem', list: {...list, item: list.item + 1}}
    }
    case 'table':
      return {...place, table: newTable(draft)}
    case 'td':
    case 'th':
      return {
        ...place,
        kind: 'tableCell',
        table: nextCell(place.table ?? {...newTable(draft), row: 0}, lower === 'th'),
      }
    case 'tr':
      return place.table === undefined
        ? place
        : {...place, table: {...place.table, row: place.table.row + 1, column: -1}}
    default:
      return place
  }
}

const newTable = (draft: Draft): TablePlace => ({table: draft.tables++, row: -1, column: -1, header: false})

const nextCell = (table: TablePlace, header: boolean): TablePlace => ({
  ...table,
  column: table.column + 1,
  header,
})
