import type {Article} from '../../../article/article.js'
import {blockAt} from '../../../article/block-at.js'
import type {PhraseMatch} from '../../../phrase/phrase.js'
import type {Finding} from '../../../rules/rule.js'
import {apart} from '../apart.js'
import {mergeFields} from '../merge-fields.js'
import type {StructureInput} from '../structure.js'
import {isAnnounced, isFormatOrQuotation} from './announced.js'
import {companions} from './companions.js'
import {slotsInCode} from './in-code.js'
import {isNounSlot} from './noun-slot.js'
import {isUnread, slotFinder} from './place.js'
import type {Slot} from './slot.js'
import {isTemplate} from './template.js'

/**
 * Empty slots: `[Insert clinic name]`, `[phone number]`, `[Image suggestion: …]`. Links, footnotes, task boxes and code
 * are no text, so their brackets never come here. A template is told as one, with a word to a person.
 */
export const emptySlots = (article: Article, input: StructureInput): readonly Finding[] => {
  const fields = fieldsOf(article)
  const slots = apart([...wordedSlots(article, input), ...fields, ...slotsInCode(article)])
  const [first] = slots
  if (first === undefined || isPrompt(input)) return []
  if (isTemplate(article, slots, fields.length, input))
    return [
      {
        start: first.start,
        end: first.end,
        level: 'info',
        message: '“{match}” is one of several empty slots: if this is not a template for readers, fill them.',
      },
    ]
  const empty = slots.filter(
    (slot) =>
      !isFormatOrQuotation(article, slot) && (slot.level === 'error' || !isFilled(article, slot, input)),
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

/** Slots by their wording, as the rule's named phrases give it. */
const wordedSlots = (article: Article, {matchesOf}: StructureInput): readonly Slot[] => {
  const slotAt = slotFinder(article)
  return [
    ...matchesOf('slot').flatMap((match) => slotAt(match, 'error')),
    ...matchesOf('alternative text')
      .filter((match) => isUnread(blockAt(article.blocks, match.start)?.kind))
      .flatMap((match) => slotAt(match, 'error')),
    ...matchesOf('image slot').flatMap((match) => slotAt(match, 'warning')),
    ...nounSlots(article, matchesOf('noun slot')).flatMap((match) => slotAt(match, 'warning')),
  ]
}

/** “Dr [Surname] has worked here since [year].”: two of them in a block are slots, be they small words. */
const nounSlots = (article: Article, matches: readonly PhraseMatch[]): readonly PhraseMatch[] => {
  const blocks = matches.map(({start}) => blockAt(article.blocks, start))
  return matches.filter((match, at) =>
    isNounSlot(article, match, blocks[at] === blocks[at - 1] || blocks[at] === blocks[at + 1]),
  )
}

/** A prompt that its readers are to run: its slots are theirs. */
const isPrompt = ({matchesOf}: StructureInput): boolean => matchesOf('talk').length > 0

/** Slots by their syntax. */
const fieldsOf = (article: Article): readonly Slot[] =>
  mergeFields(article).flatMap((span): Slot[] => {
    const block = blockAt(article.blocks, span.start)
    return block === undefined ? [] : [{...span, block, level: 'warning'}]
  })

/** A slot in a sentence about filling in, or below words that announce an example. */
const isFilled = (article: Article, slot: Slot, {matchesOf}: StructureInput): boolean => {
  const sentence = matchesOf('noun slot').find(({start}) => start === slot.start)?.sentence ?? -1
  return matchesOf('form').some((match) => match.sentence === sentence) || isAnnounced(article, slot)
}
