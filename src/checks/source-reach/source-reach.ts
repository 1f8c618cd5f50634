import type {Article, Block, Citation, Span} from '../../article/article.js'
import {sentenceAt, sentencesOf} from '../../language/reading.js'
import {once} from '../../once.js'
import {sourceBelow} from './below.js'
import {sourceInHeading} from './heading.js'
import {sourceInList} from './list.js'
import {sourceInParagraph} from './paragraph.js'
import {sourcesIn} from './sources.js'
import {sourceInStory} from './story.js'
import {sourceInTable, tablesOf} from './table.js'

/**
 * How far a source reaches. In a paragraph: its own sentence and those before it; the sentences after it while they go
 * on about the same study, or all of them when the paragraph begins with a sentence that introduces it; a source that is
 * only named reaches back one sentence. In a list: the sentence that leads in, and the item. In a table: its row, its
 * header, a column of sources, the line above that speaks of it and the line below. A line “Source: …” reaches the two
 * blocks above it. A heading that is a link or says whose the figures are covers its section.
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
  /** Words that tell what came of a study: “those who got the drug”, “in the second group”. */
  readonly outcome?: readonly Span[]
  /** Words that tell how things are, whatever was studied: “affects”. */
  readonly background?: readonly Span[]
  /** Words that speak of counts or of the report that has them: “figures”, “released”. */
  readonly tallying?: readonly Span[]
  /** Words that lead away from it: “previous studies”, “nationwide”. */
  readonly elsewhere: readonly Span[]
  /** Hosts that count whatever their tier. */
  readonly acceptedHosts: readonly string[]
}

export const sourceReach = (article: Article, settings: ReachSettings): SourceReach => {
  const {
    continuing,
    introducing,
    pointing = [],
    opening = [],
    speaking = [],
    outcome = [],
    background = [],
    tallying = [],
    elsewhere,
  } = settings
  const {reading} = article
  const sentences = {
    continuing: sentencesOf(reading, speaking.length === 0 ? continuing : [...continuing, ...speaking]),
    introducing: introducing && sentencesOf(reading, introducing),
    pointing: sentencesOf(reading, pointing),
    opening: sentencesOf(reading, opening),
    speaking: sentencesOf(reading, speaking),
    outcome: sentencesOf(reading, outcome),
    background: sentencesOf(reading, background),
    tallying: sentencesOf(reading, tallying),
    elsewhere: sentencesOf(reading, elsewhere),
  }
  const tables = once(() => tablesOf(article.blocks))
  const endOfTable = (block: Block): Block => tables().get(block.table?.table ?? -1)?.last ?? block

  const sources = sourcesIn(article, settings.acceptedHosts)
  const inParagraph = sourceInParagraph(article, sources, sentences)
  const inList = sourceInList(article, sources)
  const inTable = sourceInTable(article, sources, tables)
  const below = sourceBelow(article, sources)
  const inHeading = sourceInHeading(article, sources)
  const inStory = sourceInStory(article, sources, sentences)
  return {
    sourceOf: (claim, block) =>
      inParagraph(claim, block) ??
      inList(block) ??
      inTable(block) ??
      below(block.table === undefined ? block : endOfTable(block)) ??
      inHeading(block) ??
      inStory(sentenceAt(reading, claim.start), block),
  }
}
