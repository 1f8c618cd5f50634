import type {Article, Block, Citation, Span} from '../article/article.js'
import {firstIndex} from '../first-index.js'
import {sentenceAt, sentencesOf} from '../language/reading.js'
import {once} from '../once.js'

/**
 * How far a source reaches. In a paragraph: its own sentence and those before it; the sentences after it while they go
 * on about the same study, or all of them when the paragraph begins with a sentence that introduces it; a source that is
 * only named reaches back one sentence. In a list: the sentence that leads in, and the item. In a table: its row, its
 * header, a column of sources, the line above that speaks of it and the line below. A line “Source: …” reaches the two
 * blocks above it.
 * “The study” rests on a paragraph before it that names one, “a new study” on one after it, “he said” on one before it
 * that names a speaker. Never across a heading.
 */
export interface SourceReach {
  /** The citation that a claim rests on, if there is one. */
  readonly sourceOf: (claim: Span, block: Block) => Citation | undefined
}

export interface ReachSettings {
  /** Words with which a sentence goes on about the study before it: “the trial”, “participants”. */
  readonly continuing: readonly Span[]
  /** Words with which a first sentence introduces the study that its paragraph reports; any source does so without. */
  readonly introducing?: readonly Span[]
  /** Words that point to a study told of before, “the study”; news names it a few paragraphs off. */
  readonly pointing?: readonly Span[]
  /** Words that begin to tell of one, “a new study”. */
  readonly opening?: readonly Span[]
  /** Words with which someone speaks who was named before: “he said”. */
  readonly speaking?: readonly Span[]
  /** Words that lead away from it: “previous studies”, “nationwide”. */
  readonly elsewhere: readonly Span[]
  /** Hosts that count whatever their tier. */
  readonly acceptedHosts: readonly string[]
}

/** Blocks between a figure and its “Source:” line are short: a label, a caption, one sentence. */
const cardText = 400

/** A paragraph that goes on about one study for longer than this has lost its reader, and the source its reach. */
const longestRun = 12

/** How many sentences may follow an introduction without a word that goes on about it. */
const introducedRun = 4

/** How many paragraphs back “the study” may have been named, and how many on “a new study”. */
const storyBefore = 8
const storyAfter = 3

/** Lines under a lead-in, and the lead-in, are short and few. */
const leadText = 160
const leadRun = 6

interface PlacedCitation {
  readonly citation: Citation
  readonly sentence: number
  /** This one or the first after it that reaches back over any number of sentences: all but a name in passing. */
  readonly lasting: Citation | undefined
}

/** The citations of a block by sentence, ascending. */
const placeCitations = (article: Article, citations: readonly Citation[]): readonly PlacedCitation[] => {
  let lasting: Citation | undefined
  return citations
    .map((citation) => {
      // A mark without text of its own stands right behind the sentence that it belongs to.
      const mark = citation.end === citation.start ? 1 : 0
      return {citation, sentence: sentenceAt(article.reading, Math.max(citation.start - mark, 0))}
    })
    .reverse()
    .map(({citation, sentence}) => {
      if (citation.kind !== 'named-source') lasting = citation
      return {citation, sentence, lasting}
    })
    .reverse()
}

/** Where the first of some placed citations stands that is in this sentence or a later one. */
const firstFrom = (citations: readonly PlacedCitation[], sentence: number): number =>
  firstIndex(citations.length, (index) => citations[index]!.sentence >= sentence)

const wordsOfSourceLine = /source|data|adapted|reference|credit|based on/i

/** Blocks without these words, and without a component, are not searched for every kind of citation. */
const mayBeSourceLine = ({components}: Article, {index, text}: Block): boolean =>
  wordsOfSourceLine.test(text) || components.some(({block}) => block === index)

const sourceHeader = /^(?:data )?(?:sources?|references?|citations?|study|reported by)$/i
const leadsIntoTable = /^table\b|:$|\b(?:table|below|following|these|shares|figures|numbers|rates|data)\b/i

/** The cells of a table, in the order of the text. */
interface Table {
  readonly first: Block
  last: Block
  readonly header: Block[]
  readonly rows: Map<number, Block[]>
}

const tablesOf = (blocks: readonly Block[]): ReadonlyMap<number, Table> => {
  const found = new Map<number, Table>()
  for (const block of blocks) {
    if (block.table === undefined) continue
    const {table, row, header} = block.table
    const known: Table = found.get(table) ?? {first: block, last: block, header: [], rows: new Map()}
    found.set(table, known)
    known.last = block
    if (header) known.header.push(block)
    const cells = known.rows.get(row)
    if (cells === undefined) known.rows.set(row, [block])
    else cells.push(block)
  }
  return found
}

export const sourceReach = (
  article: Article,
  {
    continuing,
    introducing,
    pointing = [],
    opening = [],
    speaking = [],
    elsewhere,
    acceptedHosts,
  }: ReachSettings,
): SourceReach => {
  const accepted = once(
    () =>
      new Set(
        acceptedHosts.length === 0
          ? []
          : article.links.filter(({host}) => acceptedHosts.includes(host)).map(({span}) => span.start),
      ),
  )
  const isAccepted = ({kind, start}: Citation): boolean => kind === 'link' && accepted().has(start)
  const byBlock = new Map<number, readonly Citation[]>()
  const inBlock = (block: number): readonly Citation[] => {
    const known = byBlock.get(block)
    if (known !== undefined) return known
    const found =
      article.sections[article.blocks[block]?.section ?? 0]?.role === 'references'
        ? []
        : article
            .citationsIn(block)
            .filter((citation) => citation.strength !== 'weak' || isAccepted(citation))
    byBlock.set(block, found)
    return found
  }
  const goesOn = sentencesOf(article.reading, continuing)
  const introduces = introducing && sentencesOf(article.reading, introducing)
  const points = sentencesOf(article.reading, pointing)
  const opens = sentencesOf(article.reading, opening)
  const speaks = sentencesOf(article.reading, speaking)
  const leadsAway = sentencesOf(article.reading, elsewhere)

  const placed = new Map<number, readonly PlacedCitation[]>()
  const placedIn = (block: number): readonly PlacedCitation[] => {
    const known = placed.get(block)
    if (known !== undefined) return known
    const made = placeCitations(article, inBlock(block))
    placed.set(block, made)
    return made
  }

  const inParagraph = (claim: Span, block: Block): Citation | undefined => {
    const citations = placedIn(block.index)
    if (citations.length === 0) return undefined
    const own = sentenceAt(article.reading, claim.start)
    const next = firstFrom(citations, own)
    const after = citations[next]
    if (after !== undefined && after.sentence <= own + 1) return after.citation
    if (after?.lasting !== undefined) return after.lasting
    const before = citations[next - 1]
    if (before === undefined || own - before.sentence > longestRun) return undefined
    const introduced =
      introduces === undefined ||
      (before.sentence === block.sentences.start && introduces.has(before.sentence))
    if (introduced && own - before.sentence <= introducedRun && !leadsAway.has(own)) return before.citation
    for (let sentence = own; sentence > before.sentence; sentence--)
      if (!goesOn.has(sentence)) return undefined
    return before.citation
  }

  /** By an item or cell: what is below, for those that are followed by nothing but their own list or table. */
  const knownBelow = new Map<number, Citation | undefined>()
  const below = (from: Block): Citation | undefined => {
    // A list of thousands is walked once: what stands below an item stands below those before it.
    let last = from.index
    let found: Citation | undefined
    for (let index = from.index + 1, seen = 0; seen < 2; index++) {
      if (last === index - 1 && knownBelow.has(last)) {
        found = knownBelow.get(last)
        break
      }
      const block = article.blocks[index]
      if (block === undefined || !block.readable || block.section !== from.section) break
      found = mayBeSourceLine(article, block)
        ? inBlock(index).find(({kind}) => kind === 'source-line')
        : undefined
      if (found !== undefined) break
      const continues =
        (from.table !== undefined && block.table?.table === from.table.table) ||
        (from.list !== undefined && block.list?.list === from.list.list)
      if (continues) {
        if (last === index - 1) last = index
        continue
      }
      if (block.text.length > cardText) break
      seen++
    }
    for (let index = from.index; index <= last; index++) knownBelow.set(index, found)
    return found
  }

  const tables = once(() => tablesOf(article.blocks))
  const endOfTable = (block: Block): Block => tables().get(block.table?.table ?? -1)?.last ?? block

  /** The caption or the sentence that leads into a table: right above it, and speaking of what is below. */
  const aboveTable = (table: number): Citation | undefined => {
    const first = tables().get(table)?.first
    const line = first === undefined ? undefined : article.blocks[first.index - 1]
    return line?.section === first?.section && line !== undefined && leadsIntoTable.test(line.text)
      ? inBlock(line.index).at(-1)
      : undefined
  }

  /** What stands in the row under the header “Source”. */
  const inSourceColumn = ({table}: Block): Citation | undefined => {
    const all = tables().get(table?.table ?? -1)
    const column = all?.header.find((cell) => sourceHeader.test(cell.text))?.table
    const cell = all?.rows
      .get(table?.row ?? -1)
      ?.find((one) => one.table?.column === column?.column && /[a-z]/i.test(one.text))
    return cell === undefined || column === undefined
      ? undefined
      : {
          kind: 'source-line',
          start: cell.start,
          end: cell.end,
          text: cell.text,
          block: cell.index,
          sentence: cell.sentences.start,
          strength: 'medium',
          tier: undefined,
          reference: undefined,
          unresolved: false,
        }
  }

  const beside = (block: Block): Citation | undefined => {
    const {list, table} = block
    if (list !== undefined) {
      for (const step of [-1, 1]) {
        for (let index = block.index + step; ; index += step) {
          const other = article.blocks[index]
          if (other?.section !== block.section) break
          if (other.list?.list !== list.list || other.list.item !== list.item) break
          const [citation] = inBlock(index)
          if (citation !== undefined) return citation
        }
      }
      if (list.leadIn !== undefined) return inBlock(list.leadIn).at(-1)
    }
    if (table !== undefined) {
      const all = tables().get(table.table)
      const related = [...(all?.header ?? []), ...(all?.rows.get(table.row) ?? [])].find(
        (cell) => inBlock(cell.index).length > 0,
      )
      if (related !== undefined) return inBlock(related.index)[0]
      return inSourceColumn(block) ?? aboveTable(table.table)
    }
    return undefined
  }

  const firstOf = new Map<number, number>()
  /** The first sentence of a block that points to a study, if one does. */
  const firstPointing = ({index, sentences}: Block): number => {
    const known = firstOf.get(index)
    if (known !== undefined) return known
    let first = sentences.start
    while (first < sentences.end && !points.has(first)) first++
    const found = first < sentences.end ? first : Number.POSITIVE_INFINITY
    firstOf.set(index, found)
    return found
  }

  /** The study that a block's sentences up to this one point to, where a paragraph before or after names it. */
  const inStory = (own: number, block: Block): Citation | undefined => {
    if (leadsAway.has(own)) return undefined
    const told = firstPointing(block) <= own
    const spoken = speaks.has(own)
    const named = (index: number): Citation | undefined => {
      const other = article.blocks[index]
      return other?.section === block.section
        ? inBlock(index).find(
            ({kind, sentence}) =>
              points.has(sentence) || opens.has(sentence) || (spoken && kind === 'named-source'),
          )
        : undefined
    }
    if (spoken || told)
      for (let step = 1; step <= storyBefore; step++) {
        const found = named(block.index - step)
        if (found !== undefined) return found
      }
    if (opens.has(own))
      for (let step = 1; step <= storyAfter; step++) {
        const found = named(block.index + step)
        if (found !== undefined) return found
      }
    return undefined
  }

  /** “Here are the findings:” and what stands under it, as items or as short lines. */
  const underLead = (block: Block): Citation | undefined => {
    let lead = block.list?.leadIn
    for (let index = block.index - 1; block.list === undefined && lead === undefined; index--) {
      const line = article.blocks[index]
      if (line?.section !== block.section || line.text.length > leadText) return undefined
      if (block.index - index > leadRun) return undefined
      if (line.text.endsWith(':')) lead = index
    }
    const line = article.blocks[lead ?? -1]
    if (line === undefined || !points.has(line.sentences.end - 1)) return undefined
    return inBlock(line.index - 1).at(-1) ?? inStory(line.sentences.end - 1, line)
  }

  return {
    sourceOf: (claim, block) =>
      inParagraph(claim, block) ??
      beside(block) ??
      below(block.table === undefined ? block : endOfTable(block)) ??
      (points.size + speaks.size === 0
        ? undefined
        : (inStory(sentenceAt(article.reading, claim.start), block) ?? underLead(block))),
  }
}
