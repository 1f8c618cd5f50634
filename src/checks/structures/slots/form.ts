import type {Article} from '../../../article/article.js'
import {longestSlot, type Slot} from './slot.js'

type IsOne = (article: Article, slots: readonly Slot[]) => boolean

/** Brackets with more to them than slots: a form, section by section. */
export const isForm: IsOne = (article, slots) =>
  hasExampleInside(article) ||
  speaksToReader(article, slots) ||
  asksInBlocks(article, slots) ||
  hasLabels(article, slots)

/** “[Doctor, e.g., your GP]”, “[20-40 words]”. */
const hasExampleInside = ({fullText}: Article): boolean =>
  /\[(?!(?:add|insert|image|photo|picture|figure|screenshot)\b)[^\][\n]{0,80}(?:\be\.g\.,?\s|\b\d+[-–]\d+ words?\])/iu.test(
    fullText,
  )

/** “[What you felt that day]”, and no link. */
const speaksToReader: IsOne = ({fullText}, slots) =>
  [...fullText.matchAll(/\[[^\][\n]{1,80} you [^\][\n]{1,60}\](?!\()/gu)].some(({index}) =>
    slots.every(({start}) => start !== index),
  )

/** How a slot for the writer begins, and none for the readers of a form. */
const ofWriter = /^\[(?:add|insert|put|include|replace|todo|tbd)\b/iu

/** Blocks that are one instruction in brackets: “[Describe the meeting]”. */
const asksInBlocks: IsOne = ({blocks, fullText}, slots) => {
  const asked = blocks.filter(
    ({kind, start, end}) =>
      (kind === 'paragraph' || kind === 'heading') &&
      /^\[[^\]]{3,}\](?:$|\n)/u.test(fullText.slice(start, Math.min(end, start + longestSlot))),
  )
  return (
    asked.length > 1 &&
    asked.some(
      ({start}) =>
        slots.every((slot) => slot.start !== start) && !ofWriter.test(fullText.slice(start, start + 12)),
    )
  )
}

/** Labels with one, more than the slots: “Team: [Team contact]”. */
const hasLabels: IsOne = ({fullText}, slots) =>
  [...fullText.matchAll(/(?:^|\n|: )\[(?=[A-Z][^\][\n]{0,60} [^\][\n]{1,60}\](?:$|\s))/gu)].filter(
    ({0: opening, index}) => slots.every(({start}) => start !== index + opening.length - 1),
  ).length > 1
