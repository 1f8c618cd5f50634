import type {Block, Span} from '../article.js'
import {type Framed, headOf, most} from './framed.js'
import {introducesOthers} from './lead.js'

const myths =
  /\b(?:myths|misconceptions|fallacies|old wives['’] tales|(?:myths?|facts?|truth|true) (?:vs\.?|versus|or|and|&) (?:myths?|facts?|fiction|false|reality|truth)|(?:false|bogus|fake|misleading|unproven|dubious|suspicious|exaggerated|fraudulent|quack) (?:claims|promises|beliefs|cures|phrases|statements|remedies|news)|red flags|warning signs|(?:claims|phrases|words|wording|promises|products|ads|adverts) (?:\w+ ){0,3}(?:avoid|beware|distrust|wary|suspicious|suspect|ignore))\b/i
const scams =
  /\b(?:signs|hallmarks|clues|spot|spotting|recogni[sz](?:e|ing)|detect|identify|avoid|avoiding|beware|watch out|wary)\b.{0,60}\b(?:scams?|quack\w*|frauds?|fraudulent|fakes?|hoax\w*|false|bogus|misleading|misinformation|snake oil)\b/i
const nonMyths =
  /\b(?:no|not|beyond|more than|forget|end (?:of|to)|instead of|free (?:of|from)|without)\b.{0,30}\b(?:myth|misconception|false|fake|red flag|warning sign)/i
const counted =
  /\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|top|common|popular|biggest|persistent)\b.{0,30}\b(?:myths|misconceptions|fallacies|false|red flags|warning signs)\b/i
const numbered = /^\W*(?:(?:myth|misconception|claim|no\.?|number) ?)?#?\d+\b/i
const labelHeading =
  /^\W*(?:(?:the|common|popular|biggest) )?(?:myth|misconception|fiction|false claim|claim|rumou?r) ?(?:#|no\.?|number)? ?\d*\W*$/i
const ownVoice =
  /^\W*(?:the )?(?:facts?|truth|reality|bottom line|conclusion|verdict|summary|instead)\b|\b(?:our|we|buy|order|what (?:really |actually )?(?:works|helps))\b/i

const holdsMyths = (title: string): boolean =>
  title.length <= most && (myths.test(title) || scams.test(title)) && !nonMyths.test(title)

/** The heading, header cell or line that frames all of a block. */
export const frameOfBlock = (
  article: Framed,
  block: Block,
  cells: ReadonlyMap<number, Block>,
): Span | undefined => {
  if (block.table !== undefined) return cells.get(block.index)
  if (block.kind === 'heading') return frameOfHeading(article, block)
  if (block.list !== undefined) {
    const {leadIn} = block.list
    const lead = leadIn === undefined ? undefined : article.blocks[leadIn]
    if (isContinued(article.blocks, block)) return undefined
    if (lead !== undefined && introducesOthers(lead)) return lead
    if (lead !== undefined && ownVoice.test(lead.text.slice(-most))) return undefined
    const section = mythSectionOf(article, block)
    return block.listDepth === (section?.listDepth ?? 0) + 1 ? section : undefined
  }
  const before = article.blocks[block.index - 1]
  if (block.kind === 'quote' && before?.kind === 'paragraph' && introducesOthers(before)) return before
  if (block.kind === 'paragraph' && before?.kind === 'heading' && labelHeading.test(headOf(before)))
    return before
  return undefined
}

/** A second paragraph of an item explains the first. */
const isContinued = (blocks: readonly Block[], {index, list}: Block): boolean => {
  const before = blocks[index - 1]?.list
  return before !== undefined && before.list === list?.list && before.item === list.item
}

const frameOfHeading = (article: Framed, block: Block): Span | undefined => {
  const section = article.sections[block.section]
  const text = headOf(block)
  if (section === undefined || ownVoice.test(text) || holdsMyths(text)) return undefined
  const parent = section.parent === undefined ? undefined : article.sections[section.parent]
  const heading = parent?.heading === undefined ? undefined : article.blocks[parent.heading]
  const isTitle = heading === undefined || heading.index === article.title?.block
  const above = isTitle ? titleBlock(article) : heading
  if (above === undefined || above.index === block.index || !holdsMyths(above.text)) return undefined
  // A whole article about myths says much in its own voice, so its headings must be of the kind it counts.
  return !isTitle || counted.test(above.text) || numbered.test(text) ? above : undefined
}

const titleBlock = ({blocks, title}: Framed): Block | undefined =>
  title === undefined ? undefined : blocks[title.block]

/** The heading of the block's section that says it holds myths. */
export const mythSectionOf = (article: Framed, block: Block): Block | undefined => {
  const section = article.sections[block.section]
  const heading = section?.heading === undefined ? titleBlock(article) : article.blocks[section.heading]
  return heading !== undefined &&
    heading.index !== block.index &&
    (holdsMyths(heading.text) || labelHeading.test(headOf(heading)))
    ? heading
    : undefined
}
