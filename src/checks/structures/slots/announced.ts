import type {Article} from '../../../article/article.js'
import type {Slot} from './slot.js'

/** “Example of a first letter:”, and then the letter with its slots. */
const announced = /\b(?:examples?|samples?|templates?|scripts?|wording)\b[^\n]{0,80}\s*$/iu

export const isAnnounced = ({fullText}: Article, {block}: Slot): boolean =>
  announced.test(fullText.slice(Math.max(0, block.start - 160), block.start))

/** “Answer in this format:”, and then the format. */
const announcedFormat = /\b(?:formats?|structure|prompts?|templates?)\b[^\n]{0,40}[:：]\s*$/iu

/** “Ask the program this:”, and then a quotation with more to it than slots. */
export const isFormatOrQuotation = ({fullText}: Article, {block, start, end}: Slot): boolean => {
  if (!/\p{L}{2}/u.test(fullText.slice(block.start, start) + fullText.slice(end, block.end))) return false
  const before = fullText.slice(Math.max(0, block.start - 160), block.start)
  return announcedFormat.test(before) || (block.kind === 'quote' && /[:：]\s*$/u.test(before))
}
