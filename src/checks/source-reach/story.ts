import type {Article, Block, Citation} from '../../article/article.js'
import {wordAt} from '../../language/tokens.js'
import {oncePer} from '../../once.js'
import type {SourcesIn} from './sources.js'

/** How many paragraphs back and on “the study” may have been named: news names it anywhere. */
const storyReach = 24
/** The same for a speaker, “he said”. */
const speakerReach = 8

/** How many paragraphs away those are that tell of the study, before and behind one that goes on about it. */
const storyGap = 3
/** The same for a report whose counts are told. */
const tallyGap = 4

/** Lines under a lead-in, and the lead-in, are short and few. */
const leadText = 160
const leadRun = 6

/** Verbs of the past, as far as their form tells. */
const past =
  /^(?:was|were|had|did|got|took|went|fell|rose|lost|saw|felt|gave|made|ate|drank|slept|grew|kept|began|found|came|became|(?!hundred|need|indeed|feed|speed)[a-z]{2,}ed)$/

/** “The overall rate was 6.6 per 100,000.” */
const goesOn = /^The(?:se)? /
const yearNumber = /^(?:19|20)\d\d$/
const period = /^(?:years?|months?|weeks?|decades?)$/
const whichPeriod = /^(?:last|previous|past|same|over|preceding|prior)$/

/** From its first letter to its last. */
const quotation = /^[“"][^”"]*[”"]?$/

/** Sentences, by what their words do. */
export interface StorySentences {
  /** They point to a study told of before. */
  readonly pointing: ReadonlySet<number>
  /** They begin to tell of one. */
  readonly opening: ReadonlySet<number>
  /** In them speaks someone who was named before. */
  readonly speaking: ReadonlySet<number>
  /** They tell what came of one: “those who got the drug”, “in the second group”. */
  readonly outcome: ReadonlySet<number>
  /** They tell how things are, whatever was studied: “affects millions”. */
  readonly background: ReadonlySet<number>
  /** They speak of counts, or of the report that has them. */
  readonly tallying: ReadonlySet<number>
  readonly elsewhere: ReadonlySet<number>
}

const isProse = ({kind}: Block): boolean => kind === 'paragraph' || kind === 'quote'

/** The study or speaker that other paragraphs of a news story name. */
export const sourceInStory = (
  article: Article,
  sources: SourcesIn,
  {pointing, opening, speaking, outcome, background, tallying, elsewhere}: StorySentences,
) => {
  /** By block: the first sentence that points to a study or tells what came of it, if one does. */
  const firstPointing = oncePer((index: number): number => {
    const {start, end} = article.blocks[index]!.sentences
    for (let sentence = start; sentence < end; sentence++)
      if (pointing.has(sentence) || outcome.has(sentence)) return sentence
    return Number.POSITIVE_INFINITY
  })

  /** By block: the first citation where a study is told of, and that or the first name, on which a speaker rests. */
  const study = oncePer((index: number) =>
    sources(index).find(
      ({kind, sentence}) => kind === 'source-line' || pointing.has(sentence) || opening.has(sentence),
    ),
  )
  const studyOrName = oncePer((index: number) =>
    sources(index).find(
      ({kind, sentence}) => kind === 'named-source' || pointing.has(sentence) || opening.has(sentence),
    ),
  )

  /** Whether a block stands in the section of another, or before it in one that this is part of. */
  const isAround = (index: number, {index: from, section}: Block): boolean => {
    const other = article.blocks[index]?.section
    if (other === section || other === undefined) return other === section
    if (index > from) return false
    let at = article.sections[section]?.parent
    while (at !== undefined && at !== other) at = article.sections[at]?.parent
    return at !== undefined
  }

  const isOfStory = (index: number, block: Block): boolean => {
    const other = article.blocks[index]
    return (
      other?.section === block.section &&
      other.kind === block.kind &&
      firstPointing(index) !== Number.POSITIVE_INFINITY
    )
  }

  /** A study is told of in the past, an agency's counts with the year that they are of. */
  const timeOf = oncePer((sentence: number): {readonly isPast: boolean; readonly isDated: boolean} => {
    const {tokens, sentenceStarts} = article.reading
    const [from, to] = [sentenceStarts[sentence]!, sentenceStarts[sentence + 1]!]
    const told = {isPast: false, isDated: false}
    let [last, lastButOne] = ['', '']
    for (let token = from; token < to; token++) {
      const word = wordAt(tokens, token)
      if (past.test(word)) told.isPast = true
      if (yearNumber.test(word)) told.isDated = true
      if (period.test(word) && (whichPeriod.test(last) || whichPeriod.test(lastButOne))) told.isDated = true
      lastButOne = last
      last = word
    }
    return told
  })

  /** By block: the first source whose counts or report are spoken of. */
  const tally = oncePer((index: number) =>
    sources(index).find(({kind, sentence}) => kind === 'named-source' && tallying.has(sentence)),
  )

  /** What the nearest block before (`step` -1) or behind (1) that has it says, up to so many blocks away. */
  const nearest = (
    block: Block,
    step: -1 | 1,
    reach: number,
    of: (index: number) => Citation | undefined,
  ): Citation | undefined => {
    for (let away = 1; away <= reach; away++) {
      const index = block.index + away * step
      const found = isAround(index, block) ? of(index) : undefined
      if (found !== undefined) return found
    }
    return undefined
  }

  /** The report whose counts a paragraph goes on with: “There were 1,275 in 2015.” */
  const counted = (own: number, block: Block): Citation | undefined => {
    if (tallying.size === 0 || !isProse(block) || background.has(own)) return undefined
    const {isPast, isDated} = timeOf(own)
    if (!isPast) return undefined
    const before = nearest(block, -1, isDated ? speakerReach : tallyGap, tally)
    const after = before !== undefined && isDated ? undefined : nearest(block, 1, tallyGap, tally)
    return isDated ? (before ?? after) : before && (after ?? (goesOn.test(block.text) ? before : undefined))
  }

  const isNear = (block: Block, step: number): boolean => {
    for (let away = 1; away <= storyGap; away++) if (isOfStory(block.index + away * step, block)) return true
    return false
  }

  /** A paragraph between two that tell of a study goes on about it. */
  const amidStory = (block: Block): boolean => isProse(block) && isNear(block, -1) && isNear(block, 1)

  /** The study that a block's sentences up to this one point to, where a paragraph before or after names it. */
  const named = (own: number, block: Block): Citation | undefined => {
    if (elsewhere.has(own)) return undefined
    const told =
      firstPointing(block.index) <= own || (!background.has(own) && timeOf(own).isPast && amidStory(block))
    const spoken = speaking.has(own)
    const source = spoken ? studyOrName : study
    const before = spoken || told ? nearest(block, -1, told ? storyReach : speakerReach, source) : undefined
    const found = before ?? (opening.has(own) || told ? nearest(block, 1, storyReach, source) : undefined)
    if (found !== undefined) return found
    return pointing.has(own) ? anyNear(block) : undefined
  }

  /** “According to the report”, right beside whose it is. */
  const anyNear = ({index, section}: Block): Citation | undefined => {
    for (const step of [-1, -2, 1]) {
      const found = article.blocks[index + step]?.section === section ? tally(index + step) : undefined
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
    if (line === undefined || !pointing.has(line.sentences.end - 1)) return undefined
    return sources(line.index - 1).at(-1) ?? named(line.sentences.end - 1, line)
  }

  /** A paragraph of nothing but quotation goes on with the words of the one before, whose speaker has a name. */
  const quoted = (block: Block): Citation | undefined => {
    const before = article.blocks[block.index - 1]
    if (!quotation.test(block.text) || before?.section !== block.section) return undefined
    const last = sources(before.index).at(-1)
    return last?.kind === 'named-source' && last.sentence === before.sentences.end - 1 ? last : undefined
  }

  return (own: number, block: Block): Citation | undefined =>
    (pointing.size + opening.size + speaking.size === 0
      ? undefined
      : (named(own, block) ?? underLead(block))) ??
    quoted(block) ??
    counted(own, block)
}
