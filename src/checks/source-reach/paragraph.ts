import type {Article, Block, Citation, Span} from '../../article/article.js'
import {firstIndex} from '../../first-index.js'
import {sentenceAt} from '../../language/reading.js'
import {oncePer} from '../../once.js'
import type {SourcesIn} from './sources.js'

/** A paragraph that goes on about one study for longer than this has lost its reader, and the source its reach. */
const longestRun = 12

/** How many sentences may follow an introduction without a word that goes on about it. */
const introducedRun = 4

/** How a text says where a study came out. */
const appearing = /\b(?:published|appeared|appears|presented) (?:\w+ ){0,3}(?:in|at)\b|\bpublished$/i

/** Sentences, by what their words do. */
export interface ParagraphSentences {
  /** They go on about the study before them. */
  readonly continuing: ReadonlySet<number>
  /** They introduce what their paragraph reports; `undefined` when any source does. */
  readonly introducing: ReadonlySet<number> | undefined
  readonly elsewhere: ReadonlySet<number>
}

interface PlacedCitation {
  readonly citation: Citation
  readonly sentence: number
  /**
   * This one or the first after it that reaches back over any number of sentences: all but a name in passing. “The study
   * was published in The Lancet” says so of all that was told of it.
   */
  readonly lasting: Citation | undefined
}

/** The source of a claim in its own paragraph. */
export const sourceInParagraph = (
  article: Article,
  sources: SourcesIn,
  {continuing, introducing, elsewhere}: ParagraphSentences,
) => {
  const placedIn = oncePer((block: number) => placeCitations(article, sources(block), continuing))

  return (claim: Span, block: Block): Citation | undefined => {
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
      introducing === undefined ||
      (before.sentence === block.sentences.start && introducing.has(before.sentence))
    if (introduced && own - before.sentence <= introducedRun && !elsewhere.has(own)) return before.citation
    for (let sentence = own; sentence > before.sentence; sentence--)
      if (!continuing.has(sentence)) return undefined
    return before.citation
  }
}

/** The citations of a block by sentence, ascending. */
const placeCitations = (
  article: Article,
  citations: readonly Citation[],
  continuing: ReadonlySet<number>,
): readonly PlacedCitation[] => {
  let lasting: Citation | undefined
  return citations
    .map((citation) => {
      // A mark without text of its own stands right behind the sentence that it belongs to.
      const mark = citation.end === citation.start ? 1 : 0
      return {citation, sentence: sentenceAt(article.reading, Math.max(citation.start - mark, 0))}
    })
    .reverse()
    .map(({citation, sentence}) => {
      if (citation.kind !== 'named-source' || (continuing.has(sentence) && appearing.test(citation.text)))
        lasting = citation
      return {citation, sentence, lasting}
    })
    .reverse()
}

/** Where the first of some placed citations stands that is in this sentence or a later one. */
const firstFrom = (citations: readonly PlacedCitation[], sentence: number): number =>
  firstIndex(citations.length, (index) => citations[index]!.sentence >= sentence)
