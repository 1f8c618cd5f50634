import {type Reading, sentenceAt} from '../language/reading.js'
import {once} from '../once.js'
import type {Article, Block, Citation, Component, Link, Reference} from './article.js'
import {
  byLabel,
  componentCitations,
  type FoundCitation,
  isCitation,
  linkCitations,
  markCitations,
  namedCitations,
  numberLinkCitations,
  writtenCitations,
} from './citation-kinds.js'
import type {CitationRecall} from './citation-recall.js'
import type {CitationMark, DraftFootnote} from './draft.js'
import {sourceCues} from './named-source.js'

const numbered = /^\[?(\d{1,3})[\].)]\s+/
/** Entries that no blank line parts are one paragraph. */
const numberedLine = /\n(?=\[?\d{1,3}[\].)]\s)/
const year = /\b(?:19|20)\d{2}\b/
const address = /\bhttps?:\/\/[^\s<>"')\]]+/

/** The entries of reference lists and the definitions of footnotes, in document order. */
export const findReferences = (
  article: Article,
  footnotes: readonly DraftFootnote[],
): readonly Reference[] => {
  const lists = article.sections.filter(({role}) => role === 'references')
  if (lists.length + footnotes.length === 0) return []
  const references: Reference[] = []
  const firstUrl = new Map([...article.links].reverse().map(({block, url}) => [block, url] as const))
  const add = (
    entry: readonly Block[],
    label: string | undefined,
    kind: Reference['kind'],
    text = entry.map((block) => block.text).join('\n'),
  ): void => {
    const first = entry[0]
    const last = entry[entry.length - 1]
    if (first === undefined || last === undefined) return
    const url = entry.map(({index}) => firstUrl.get(index)).find((found) => found !== undefined)
    references.push({
      index: references.length,
      label,
      text,
      blocks: entry.map(({index}) => index),
      source: {in: 'source', start: first.source.start, end: last.source.end},
      authors: [],
      year: yearOf(text),
      url: url ?? address.exec(text)?.[0],
      kind,
    })
  }
  for (const {blocks} of lists) {
    for (const entry of entriesOf(blocks.map((index) => article.blocks[index]!))) {
      const {list, text} = entry[0]!
      const label = list?.ordered ? numberOf(article, entry[0]!) : numbered.exec(text)?.[1]
      const lines = list?.ordered !== true && label !== undefined ? text.split(numberedLine) : []
      if (lines.length > 1) for (const line of lines) add(entry, numbered.exec(line)?.[1], 'list', line)
      else add(entry, label, 'list')
    }
  }
  for (const {label, from, to} of footnotes) add(article.blocks.slice(from, to), `^${label}`, 'footnote')
  return references
}

const itemNumber = /(\d{1,3})[.)][ \t]{1,4}$/

/** The number that stands before an item: a list may begin at 4, or count 1, 1, 1. */
const numberOf = ({source}: Article, {source: span, list}: Block): string => {
  const written = itemNumber.exec(source.slice(Math.max(0, span.start - 9), span.start))?.[1]
  return written === undefined || (written === '1' && (list?.item ?? 0) > 0)
    ? String((list?.item ?? 0) + 1)
    : written
}

const yearOf = (text: string): number | undefined => {
  const found = year.exec(text)
  return found === null ? undefined : Number(found[0])
}

/** Blocks of one list item belong together; any other block is an entry of its own. */
const entriesOf = (blocks: readonly Block[]): readonly (readonly Block[])[] => {
  const entries: Block[][] = []
  for (const block of blocks) {
    const before = entries[entries.length - 1]?.[0]
    const same =
      block.list !== undefined &&
      before?.list?.list === block.list.list &&
      before.list.item === block.list.item
    if (same) entries[entries.length - 1]!.push(block)
    else entries.push([block])
  }
  return entries
}

const nothing: readonly never[] = []

/** What citations are found from. */
export interface CitationSources {
  readonly blocks: readonly Block[]
  readonly reading: Reading
  readonly links: () => readonly Link[]
  readonly marks: readonly CitationMark[]
  readonly components: readonly Component[]
  readonly references: () => readonly Reference[]
  /** Of the version before, where there is one. */
  readonly recall?: CitationRecall | undefined
}

/**
 * The places in a readable block that point to a source, in order. Each block is read when it is first asked for, since
 * most of a text says nothing that needs a source.
 */
export const citationFinder = ({
  blocks,
  reading,
  links,
  marks,
  components,
  references,
  recall,
}: CitationSources): ((block: number) => readonly Citation[]) => {
  const {tokens, blockStarts} = reading
  const linksOf = once(() => byBlock(links()))
  const marksOf = once(() => byBlock(marks))
  const componentsOf = once(() => byBlock(components.filter(isCitation)))
  const labels = once(() => byLabel(references()))
  const recalled = once(() => recall?.among(references()))
  const known = new Map<number, readonly Citation[]>()
  /** With offsets from the block's beginning. */
  const inText = (index: number, {text: written, kind}: Block): readonly FoundCitation[] => {
    const cues = sourceCues(tokens, blockStarts[index]!, blockStarts[index + 1]!)
    // A name goes on over the end of a line.
    const text = written.includes('\n') ? written.replaceAll('\n', ' ') : written
    return [...writtenCitations(text, references(), labels()), ...namedCitations({text, kind}, cues)]
  }
  const find = (index: number): readonly Citation[] => {
    const block = blocks[index]
    if (block?.readable !== true) return nothing
    const {start, kind, text} = block
    const read = (): readonly FoundCitation[] => inText(index, block)
    // A heading points to less than another block with its words.
    const written = kind === 'heading' ? read() : (recalled()?.of(text, read) ?? read())
    const linked = linksOf().get(index) ?? nothing
    const marked = marksOf().get(index) ?? nothing
    const placed = componentsOf().get(index) ?? nothing
    // Most blocks point to nothing.
    if (written.length + linked.length + marked.length + placed.length === 0) return nothing
    return [
      ...linkCitations(linked),
      ...numberLinkCitations(linked, labels()),
      ...markCitations(marked, labels()),
      ...componentCitations(placed, block),
      ...written.map((found) => ({...found, start: found.start + start, end: found.end + start})),
    ]
      .sort((one, other) => one.start - other.start)
      .map((found) => ({...found, block: index, sentence: sentenceAt(reading, found.start)}))
  }
  return (block) => {
    const found = known.get(block)
    if (found !== undefined) return found
    const made = find(block)
    known.set(block, made)
    return made
  }
}

const byBlock = <T extends {readonly block: number}>(
  placed: readonly T[],
): ReadonlyMap<number, readonly T[]> => {
  const groups = new Map<number, T[]>()
  for (const one of placed) {
    const group = groups.get(one.block)
    if (group === undefined) groups.set(one.block, [one])
    else group.push(one)
  }
  return groups
}
