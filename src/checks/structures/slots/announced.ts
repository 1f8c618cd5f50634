import type {Article} from '../../../article/article.js'
import type {Slot} from './slot.js'

/** “Example of a first letter:”, and then the letter with its slots. */
const announced = /\b(?:examples?|samples?|templates?|scripts?|wording)\b[^\n]{0,80}\s*$/iu

export const isAnnounced = ({fullText}: Article, {block}: Slot): boolean =>
  announced.test(fullText.slice(Math.max(0, block.start - 160), block.start))
