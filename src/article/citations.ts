import {type Reading, sentenceAt} from '../language/reading.js'
import {once} from '../once.js'
import type {Block, Citation, Component, Link, Reference} from './article.js'
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
import type {CitationMark} from './draft.js'
import {sourceCues} from './named-source.js'

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
