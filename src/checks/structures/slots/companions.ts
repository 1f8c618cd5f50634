import type {Article} from '../../../article/article.js'
import type {Slot} from './slot.js'

/** “[Your Name] has worked as a nurse for [number of years]”: beside a slot for the writer, other brackets are slots too. */
export const companions = ({fullText}: Article, slot: Slot): readonly Slot[] =>
  !/^\[(?:your|insert|company|clinic|business|practice)\b/iu.test(fullText.slice(slot.start, slot.end))
    ? []
    : [
        ...fullText
          .slice(slot.block.start, slot.block.end)
          .matchAll(/\[[^\][\n]{0,2}\p{L}[^\][\n]{2,60}\]/gu),
      ].map(({0: words, index}): Slot => {
        const start = slot.block.start + index
        return {start, end: start + words.length, block: slot.block, level: 'warning'}
      })
