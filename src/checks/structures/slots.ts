import type {Article, Block, Span} from '../../article/article.js'
import {blockAt} from '../../article/block-at.js'
import type {Level} from '../../diagnostic.js'
import type {PhraseMatch} from '../../phrase/phrase.js'
import type {Finding} from '../../rules/rule.js'
import {rangeOf, sentenceRange} from '../condition.js'
import {mergeFields} from './merge-fields.js'
import type {StructureInput} from './structure.js'

/** A document with this many empty slots is meant to be filled in by its readers. */
const slotsOfTemplate = 5
/** A document with this many merge fields is a letter that a program fills in. */
const fieldsOfLetter = 3
/** Longest slot, in code units. */
const longest = 240

interface Slot extends Span {
  readonly block: Block
  readonly level: Level
}

/**
 * Empty slots: `[Insert clinic name]`, `[phone number]`, `[Image suggestion: …]`. Links, footnotes, task boxes and code
 * are no text, so their brackets never come here. A template is told as one, with a word to a person.
 */
export const emptySlots = (article: Article, {matchesOf}: StructureInput): readonly Finding[] => {
  const fields = mergeFields(article)
  const slots = apart([
    ...matchesOf('slot').flatMap((match) => slotAt(article, match, 'error')),
    ...matchesOf('alternative text')
      .filter((match) => isUnread(blockAt(article.blocks, match.start)?.kind))
      .flatMap((match) => slotAt(article, match, 'error')),
    ...matchesOf('image slot').flatMap((match) => slotAt(article, match, 'warning')),
    ...(matchesOf('talk').length > 0 ? [] : matchesOf('noun slot'))
      .filter((match) => isNounSlot(article, match))
      .flatMap((match) => slotAt(article, match, 'warning')),
    ...fields.flatMap((span): Slot[] => {
      const block = blockAt(article.blocks, span.start)
      return block === undefined ? [] : [{...span, block, level: 'warning'}]
    }),
  ])
  const [first] = slots
  if (first === undefined) return []
  const filled = new Set(matchesOf('form').map((match) => match.sentence))
  const title = rangeOf(article, first, first.block, 'title')
  const named =
    title !== undefined &&
    matchesOf('template').some((match) => match.start >= title.start && match.end <= title.end)
  if (
    named ||
    slots.length >= slotsOfTemplate ||
    isLetter(article, fields.length) ||
    isForm(article, slots) ||
    isFormat(article.fullText) ||
    isScript(article, matchesOf('noun slot'), slots) ||
    isIssueTemplate(article)
  )
    return [
      {
        start: first.start,
        end: first.end,
        level: 'info',
        message: '“{match}” is one of several empty slots: if this is not a template for readers, fill them.',
      },
    ]
  const sentences = new Map(matchesOf('noun slot').map((match) => [match.start, match.sentence]))
  const empty = slots.filter(
    (slot) =>
      slot.level === 'error' || !(filled.has(sentences.get(slot.start) ?? -1) || isAnnounced(article, slot)),
  )
  return apart([...empty, ...empty.flatMap((slot) => companions(article, slot))]).map(
    ({start, end, level}) => ({
      start,
      end,
      level,
      message: '“{match}” is an empty slot; fill it or take it out.',
    }),
  )
}

/** “[Your Name] has worked as a nurse for [number of years]”: beside a slot for the writer, other brackets are slots too. */
const companions = ({fullText}: Article, slot: Slot): readonly Slot[] =>
  !/^\[(?:your|insert)\b/iu.test(fullText.slice(slot.start, slot.end))
    ? []
    : [
        ...fullText
          .slice(slot.block.start, slot.block.end)
          .matchAll(/\[[^\][\n]{0,2}\p{L}[^\][\n]{2,60}\]/gu),
      ].map(({0: words, index}): Slot => {
        const start = slot.block.start + index
        return {start, end: start + words.length, block: slot.block, level: 'warning'}
      })

/** How a slot for the writer begins, and none for the readers of a form. */
const ofWriter = /^\[(?:add|insert|put|include|replace|todo|tbd)\b/iu

/** A further bracket behind a slash or a bar: “[Add citation] / [Save]” are two buttons. */
const besideButton = /^\W{0,6}[/|·]\W{0,6}\[/u

/**
 * Brackets with an example inside, blocks that are one instruction in brackets (“[Describe the meeting]”), or labels with
 * one (“Team: [Team contact]”), more than the slots: a form, section by section.
 */
const isForm = ({blocks, fullText}: Article, slots: readonly Slot[]): boolean => {
  if (
    /\[(?!(?:add|insert)\b[^\][\n]*\bhere\b)[^\][\n]{0,80}(?:\be\.g\.,?\s|\b\d+[-–]\d+ words?\])/iu.test(
      fullText,
    )
  )
    return true
  const starts = new Set(slots.map(({start}) => start))
  if (
    [...fullText.matchAll(/\[[^\][\n]{1,80} you [^\][\n]{1,60}\](?!\()/gu)].some(
      ({index}) => !starts.has(index),
    )
  )
    return true
  const asked = blocks.filter(
    ({kind, start, end}) =>
      (kind === 'paragraph' || kind === 'heading') &&
      /^\[[^\]]{3,}\](?:$|\n)/u.test(fullText.slice(start, Math.min(end, start + longest))),
  )
  if (
    asked.length > 1 &&
    asked.some(({start}) => !starts.has(start) && !ofWriter.test(fullText.slice(start, start + 12)))
  )
    return true
  const labelled = [...fullText.matchAll(/(?:^|\n|: )\[(?=[A-Z][^\][\n]{0,60} [^\][\n]{1,60}\](?:$|\s))/gu)]
  return labelled.filter(({0: opening, index}) => !starts.has(index + opening.length - 1)).length > 1
}

/** “Date: [Date]”, “Address: [ADDRESS]”: slots that say what their labels say show the format of an answer. */
const echo = /(?:^|\n)\W{0,6}(?<label>[A-Z][A-Za-z'’ ]{2,30}):\W{0,6}\[\k<label>\]/giu
const echoesOfFormat = 2

const isFormat = (text: string): boolean => [...text.matchAll(echo)].length >= echoesOfFormat

/** Slots in a quotation beside those that stand free: a script of what to say. */
const isScript = (article: Article, matches: readonly PhraseMatch[], slots: readonly Slot[]): boolean =>
  matches.some(
    (match) =>
      isNounSlot(article, match) &&
      article.assertionOf(match).includes('quoted') &&
      !slots.some(({start, end}) => start < match.start && match.end <= end),
  )

/** The head of an issue template: its slots are for those who open an issue. */
const isIssueTemplate = ({blocks}: Article): boolean =>
  ['name', 'about'].every((name) => blocks.some(({kind, field}) => kind === 'frontMatter' && field === name))

/** “Example of a first letter:”, and then the letter with its slots. */
const announced = /\b(?:examples?|samples?|templates?|scripts?|wording)\b[^\n]{0,80}\s*$/iu

const isAnnounced = ({fullText}: Article, {block}: Slot): boolean =>
  announced.test(fullText.slice(Math.max(0, block.start - 160), block.start))

/** A greeting or a subject with a slot, and fields throughout: a letter for readers to copy, or for a program to fill in. */
const letter =
  /(?:^|\n)\W{0,4}(?:dear|hi|hello|hey) \[|(?:^|\n)\W{0,4}subject(?: line)?:|for immediate release|(?:^|\n)\W{0,4}(?:(?:best|kind|warm) regards|sincerely),?\W{0,6}\[/iu

const isLetter = ({fullText}: Article, fields: number): boolean =>
  letter.test(fullText) || (fields > 0 && fullText.split('{{').length > fieldsOfLetter)

/** One slot for one place: the longer stands. */
const apart = (slots: readonly Slot[]): readonly Slot[] => {
  const kept: Slot[] = []
  for (const slot of slots.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (slot.start >= (kept.at(-1)?.end ?? 0)) kept.push(slot)
  }
  return kept
}

const read = new Set<Block['kind']>([
  'paragraph',
  'heading',
  'listItem',
  'quote',
  'caption',
  'alternativeText',
  'frontMatter',
  'html',
])

/** Text that stands in for something else, where a bare “insert image” is no instruction to the reader. */
const isUnread = (kind: Block['kind'] | undefined): boolean => kind === 'alternativeText' || kind === 'html'

const slotAt = (article: Article, match: PhraseMatch, level: Level): readonly Slot[] => {
  const block = blockAt(article.blocks, match.start)
  if (block === undefined || !read.has(block.kind)) return []
  if (article.assertionOf(match).includes('quoted')) return []
  const {fullText} = article
  const opener = fullText[match.start]
  if (opener !== '[' && opener !== '(' && opener !== '{')
    return [{...match, end: block.kind === 'alternativeText' ? block.end : match.end, block, level}]
  if (isPath(fullText[match.start - 1])) return []
  const end = closeOf(fullText, match.start, Math.min(block.end, match.start + longest))
  if (end === undefined || isPath(fullText[end])) return []
  // “+[country code][area code]” is how a format is written, and a line drawn with bars is a picture of a screen.
  if (opener === '[' && (fullText[end] === '[' || fullText[match.start - 1] === ']')) return []
  if (/[│║┃]/u.test(lineAt(fullText, match.start))) return []
  if (
    opener === '[' &&
    besideButton.test(fullText.slice(end, end + 16)) &&
    !/^\[(?:your|insert)/iu.test(fullText.slice(match.start, end))
  )
    return []
  const inside = fullText.slice(match.start + 1, end - 1)
  // “[insert your favourite film]” is a figure of speech, unless it stands for a whole line.
  if (/favou?rite/i.test(inside) && sentenceRange(article, match).start < match.start - 1) return []
  const before = fullText.slice(Math.max(block.start, match.start - longest), match.start)
  if (namesSlots.test(before) || (marker.test(inside) && namesMarker.test(before))) return []
  return [{start: match.start, end, block, level}]
}

/** “Mark the spot with [source needed]”, “no [TODO] may stay”: the mark is named, and not left. */
const marker =
  /^\W*(?:todo|tbd|tk|tbc|fixme|xxx|placeholder|citations?|cite|sources?|refs?|references?|needs?)\b/i
const namesMarker =
  /\b(?:add(?:ing)?|mark(?:s|ed)?|use|treat|write|with|as|no|any|every|like|contain(?:s|ing)?)\s\W{0,3}$/i

/** “Use placeholders like [insert dose]”. */
const namesSlots = /\bplaceholders? (?:text |words? )?(?:like|such as|as)\b[^.!?\n]{0,100}$/i

const lineAt = (text: string, at: number): string => {
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end)
}

const isPath = (char: string | undefined): boolean => char === '\\' || char === '/'

const closeOf = (text: string, open: number, limit: number): number | undefined => {
  const closer = text[open] === '[' ? ']' : text[open] === '(' ? ')' : '}'
  for (let at = open + 1; at < limit; at++) if (text[at] === closer) return at + 1
  return undefined
}

/** Brackets that follow one another, with spaces alone between them. */
const isOneOfSeveral = (text: string, {start}: PhraseMatch): boolean =>
  /\] $/.test(text.slice(Math.max(0, start - 2), start)) ||
  /^\[[^\][\n]{1,60}\] \[/.test(text.slice(start, start + 64))

/** What no editor puts into a quotation, even as one small word. */
const filledIn = /^(?:address|e-?mail|phone|url|link|date|city|website|zip|postcode|surname|username)$/

/** One small word in brackets (“[date]”, “[he]”) is how editors mend a quotation: a slot says more, or shouts. */
const isNounSlot = (article: Article, match: PhraseMatch): boolean => {
  const words = article.fullText.slice(match.start + 1, match.end - 1).trim()
  // “!remind [date] [time] [text]” is how a command is written.
  if (isOneOfSeveral(article.fullText, match) && !/^(?:your|insert)\b/i.test(words)) return false
  // A list of strings, an index or an argument that may be left out, in a line of code.
  if (/^['"‘’“”,]/.test(words)) return false
  // “[Date of last review]” waits to be filled in; “[name of copyright owner]” is how licences and forms speak.
  if (/^[a-z]+ of /.test(words)) return false
  if (/^(?:the|an?|his|her|their|this|that|its)\s/i.test(words)) return false
  return /\s/.test(words) || /^[A-Z]/.test(words) || filledIn.test(words)
}
