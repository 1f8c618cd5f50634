import {type Reading, sentenceAt} from '../language/reading.js'
import {once, oncePer} from '../once.js'
import type {Block, Section, Span, Title} from './article.js'
import {blockAt} from './block-at.js'

/**
 * Frames: what makes the words of a block somebody else's, or false, though no cue in their own sentence says so.
 *
 *     | Myth | Fact |            ## Common myths         Watch out for phrases such as:    Honey cures hay fever.
 *     | Honey cures | No |       ### Honey cures         - Honey cures                     That is false.
 *
 * What an article says in its own voice beside them is not framed: the fact column, the paragraph below the heading.
 */
interface Framed {
  readonly fullText: string
  readonly source: string
  readonly reading: Reading
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
  readonly title: Title | undefined
  readonly spanOf: (start: number, end: number) => Span
}

/** @returns of a span of the full text, the words that frame it: a heading, a header cell, a label, a verdict */
export const frameFinder = (article: Framed): ((span: Span) => Span | undefined) => {
  const {blocks, reading} = article
  const cells = once(() => framedCells(blocks))
  const ofBlock = oncePer((index: number) => frameOfBlock(article, blocks[index]!, cells()))
  const verdictAfter = oncePer((sentence: number) => verdictOf(article, sentence))
  return (span) => {
    const block = blockAt(blocks, span.start)
    if (block === undefined || !block.readable) return undefined
    const frame = ofBlock(block.index) ?? openingFrame(article, block, span)
    if (frame !== undefined && !speaksItself(article, block, span)) return frame
    return verdictAfter(sentenceAt(reading, Math.max(span.start, span.end - 1)))
  }
}

/** Longer texts are no headings, labels or verdicts; what is longer is read up to here. */
const most = 160

const unwrapped = (text: string): string => text.replace(/\s+/g, ' ')

const headOf = ({text}: Block): string => unwrapped(text.slice(0, most))

// Tables

const mythColumn =
  /^\W*(?:(?:the|common|popular) )?(?:myths?|fiction|misconceptions?|false(?: claims?| beliefs?)?|rumou?rs?|hype|hoax(?:es)?|old wives['’] tales?|red flags?|(?:what|things) (?:they|people|scammers|sellers|ads|some|others|you|marketers) .{0,30}|(?:do not|don['’]t|never|avoid|instead of)(?: (?:say|write|saying|writing))?)\W*\d*\W*$/i
const claimColumn =
  /^\W*(?:(?:the|common|popular|health|product|marketing) )?(?:claims?|statements?|beliefs?|promises?|adverts?|ads?)\b.{0,30}$/i
const verdictColumn =
  /\b(?:evidence|verdict|truth|facts?|reality|true|rating|science|findings?|assessment|status|research|studies|response|debunked|correction|explanation|supported|proven)\b/i
const labelCell = /^\W*(?:myth|fiction|misconception|rumou?r|claim)\W*\d*\W*$/i
const upheld = /^\W*(?:mostly |largely |well )?(?:true|yes|correct|confirmed|supported|proven|accurate)\b/i

/** By index of a cell, the cell at the head of its column or row that calls it a myth. */
const framedCells = (blocks: readonly Block[]): ReadonlyMap<number, Block> => {
  const framed = new Map<number, Block>()
  let columns = new Map<number, Block>()
  let table = -1
  let row: readonly Block[] = []
  for (let index = 0; index < blocks.length; index++) {
    const cell = blocks[index]!
    if (cell.table === undefined) continue
    if (cell.table.table === table && cell.table.row === row[0]?.table?.row) continue
    row = rowFrom(blocks, index)
    if (cell.table.table !== table) {
      table = cell.table.table
      columns = mythColumns(row)
    } else frameRow(framed, row, columns)
  }
  return framed
}

const rowFrom = (blocks: readonly Block[], first: number): readonly Block[] => {
  const {table, row} = blocks[first]!.table!
  let end = first + 1
  while (blocks[end]?.table?.table === table && blocks[end]!.table!.row === row) end++
  return blocks.slice(first, end)
}

const mythColumns = (header: readonly Block[]): Map<number, Block> => {
  const judged = header.some((cell) => verdictColumn.test(headOf(cell)))
  return new Map(
    header
      .filter((cell) => {
        const text = headOf(cell)
        return mythColumn.test(text) || (judged && claimColumn.test(text) && !verdictColumn.test(text))
      })
      .map((cell) => [cell.table!.column, cell]),
  )
}

const frameRow = (
  framed: Map<number, Block>,
  row: readonly Block[],
  columns: ReadonlyMap<number, Block>,
): void => {
  const first = row[0]!
  const label = labelCell.test(headOf(first)) ? first : undefined
  if ((label === undefined && columns.size === 0) || row.some((cell) => upheld.test(headOf(cell)))) return
  for (const cell of row) {
    const frame = cell === first ? undefined : label
    const head = frame ?? columns.get(cell.table!.column)
    if (head !== undefined) framed.set(cell.index, head)
  }
}

// Headings, and the lists below them

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

const frameOfBlock = (article: Framed, block: Block, cells: ReadonlyMap<number, Block>): Span | undefined => {
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
const mythSectionOf = (article: Framed, block: Block): Block | undefined => {
  const section = article.sections[block.section]
  const heading = section?.heading === undefined ? titleBlock(article) : article.blocks[section.heading]
  return heading !== undefined &&
    heading.index !== block.index &&
    (holdsMyths(heading.text) || labelHeading.test(headOf(heading)))
    ? heading
    : undefined
}

// Lines that introduce

const beware =
  /\b(?:beware|wary|watch (?:out )?for|look out for|warning signs?|red flags?|steer clear|suspicious|sceptical|skeptical|scams?|scammers|quacks?|quackery|fraud|fraudsters?|false claims|misleading claims|myths|misconceptions|untrue|not true|(?:do not|don['’]t|never|avoid|stop|instead of) (?:(?:these|such|the|any|all) )?(?:trust|believe|fall for|buy|say|write|use|products|sellers|sites|ads|anything|anyone|phrases|words|wording|claims|saying|writing|using|promises)\w*|(?:phrases|claims|promises|statements|slogans) (?:such as|like))\b/i
const others =
  /\b(?:say|says|claim|claims|insist|insists|believe|believes|argue|argues|allege|alleges|heard|hear|told|read)(?: (?:that|things like|such things as|it|they|the \w+)){0,2}\W*:\W*$/i
const sellers = /\b(?:our|my)\b/i
const speakers = /\b(?:we|i|us|our|my|can|will)\b/i

const introducesOthers = ({text}: Block): boolean => {
  const end = unwrapped(text.slice(-most))
  const last = end.slice(Math.max(0, end.lastIndexOf('. ')))
  return (
    (/:\W*$/.test(last) && beware.test(last) && !sellers.test(last)) ||
    (others.test(last) && !speakers.test(last))
  )
}

// Labels and openings

const label =
  /^\W*(?:(?:the|common|popular) )?(?:myth|fiction|misconception|false claim|claim|rumou?r|(?:they|people|some|many|sellers) (?:say|claim)|what (?:they|people|some) (?:say|claim)) ?(?:#|no\.?|number)? ?\d*\W{0,3}[.:!—–]/i
const openers: readonly (readonly [open: string, close: string])[] = [
  ['**', '**'],
  ['__', '__'],
  ['<strong>', '</strong>'],
  ['<b>', '</b>'],
  ['“', '”'],
  ['"', '"'],
]

/** `Claim: Honey cures.`, and in a section of myths the bold or quoted words that a paragraph begins with. */
const openingFrame = (article: Framed, block: Block, span: Span): Span | undefined => {
  if (block.kind === 'heading' || block.table !== undefined) return undefined
  const found = label.exec(headOf(block))?.[0]
  if (found !== undefined && block.start + found.length <= span.start)
    return isUpheld(article, block) ? undefined : {start: block.start, end: block.start + found.length}
  if (block.kind !== 'paragraph' || span.end - block.start > 2 * most) return undefined
  const {start} = block.source
  const opener = openers.find(([open]) => article.source.startsWith(open, start))
  if (opener === undefined) return undefined
  const end = article.spanOf(span.start, span.end).end
  const closed = article.source.slice(start + opener[0].length, end).includes(opener[1])
  return closed ? undefined : mythSectionOf(article, block)
}

const truth =
  /\b(?:facts?|truth|reality|in fact|in truth|in reality|actually|answer|verdict|evidence)\b ?[:,—–-]|(?:^|[.!?] )(?:but|however|instead|luckily)\b|\bour\b/i

/** Whether the article has taken the word between the beginning of the block and the span: “Fact: …”. */
const speaksItself = ({fullText}: Framed, block: Block, span: Span): boolean =>
  truth.test(unwrapped(fullText.slice(Math.max(block.start, span.start - 8 * most), span.start)))

/** “Claim: Salt is salty. Verdict: True.” */
const isUpheld = ({blocks}: Framed, block: Block): boolean =>
  verdictIsTrue.test(block.text.slice(0, 4 * most)) ||
  verdictIsTrue.test((blocks[block.index + 1]?.text ?? '').slice(0, most))

const verdictIsTrue =
  /\b(?:verdict|rating|ruling|status|answer|fact[ -]check)\W{1,4}(?:mostly |largely )?(?:true|yes|correct|confirmed)\b/i

// Verdicts

const adverbs =
  '(?:(?:just|simply|completely|totally|entirely|absolutely|plainly|quite|also|all|only|mostly|largely|partly|mainly|been|long|since|widely|now|a|an|one|of|the|most|common|popular|dangerous|persistent|old|another|classic|such|yet|at|best) )*'
const wrongs =
  "(?:false|untrue|wrong|incorrect|inaccurate|nonsense|rubbish|baloney|bunk|bogus|fiction|debunked|busted|disproved|disproven|refuted|unproven|unfounded|unsupported|baseless|misleading|exaggerated|lies?|myths?|hoax|scam|misconceptions?|fallacy|fallacies|not (?:\\w+ly )?(?:true|so|right|correct|the case|proven|supported|accurate|how it works)|(?:is|are|was|were)n[’']t (?:true|so|right|correct|the case|proven|supported|accurate))"
const stop = '(?= ?(?:[.!,;—–)]|$|because|as |and |since |according|- ))'
const claims = '(?:claim|myth|idea|belief|notion|statement|rumou?r|misconception|promise|advice|view)s?'
const subjects = `(?:this|that|it|these|those|they|both|(?:all|none) of (?:this|that|these|them|it)|(?:the|this|that|these|those|such) (?:\\w+ )?${claims})`
const turns =
  '(?:(?:unfortunately|sadly|in fact|in reality|in truth|actually|but|however|sorry|well|no|nope|alas|and|yet|fact|truth|reality|the truth|the fact|the reality)\\W{1,3}|(?:but|and|yet) )?'

const verdicts: readonly RegExp[] = [
  // “False!”, “Not true.”, “No.”
  new RegExp(
    `^\\W{0,3}${turns}${adverbs}(?:${wrongs} ?(?:[.!,;—–)]|$)|(?:no|nope|not quite|not exactly|not really|not so fast)(?: ?[.!;—–]+(?! ?\\d)|$))`,
    'i',
  ),
  // “This is a myth.”, “None of that is true.”, “Such claims have been debunked.”
  new RegExp(
    `^\\W{0,3}${turns}${subjects}(?:['’](?:s|re)| is| are| was| were| has| have| remains?| turned out to be)? ?${adverbs}${wrongs}${stop}`,
    'i',
  ),
  /^\W{0,3}none of (?:this|that|these|them|it|these claims) (?:is|are|was) (?:true|so|right|correct|proven|supported)\b/i,
  // “It does not.”, “No, they don’t work.”
  new RegExp(
    `^\\W{0,3}${turns}(?:it|they|this|that|these|those|he|she)(?: simply| really| actually| just)? (?:does|do|did|will|can|could|is|are|wo|ca)(?:n['’]t| ?not| never)(?: (?:work|help|happen|either|at all|do (?:that|this|so)|(?:cure|prevent|heal|treat) (?:it|anything|anyone|any of them)))* ?(?:[.!,;—–]|$)`,
    'i',
  ),
  new RegExp(
    `^\\W{0,3}${turns}(?:it|they|this|that) (?:does|do|did) (?:no such thing|nothing of the (?:sort|kind))\\b`,
    'i',
  ),
  // “There is no evidence for this.”
  new RegExp(
    `^\\W{0,3}${turns}(?:there(?:['’]s| is| are)|we have) (?:no|little|not enough|insufficient) (?:\\w+ ){0,2}(?:evidence|proof|support|truth|science|basis)(?: ?[.!;,]| ?$| (?:for|of|behind|in|to|to support|to back|backing|supporting) (?:this|that|it|these|them|such|any of|the claim))`,
    'i',
  ),
  new RegExp(
    `^\\W{0,3}${turns}no (?:\\w+ ){0,2}(?:evidence|study|studies|research|trials?|science) (?:supports?|shows?|backs?|has shown|have shown|confirms?) (?:this|that|it|these|them|such|the claim)`,
    'i',
  ),
  // “Verdict: False.”
  new RegExp(
    `^\\W{0,3}(?:(?:our|the|final|expert|true or) )?(?:verdict|rating|ruling|status|conclusion|fact[ -]check|result|answer|finding|evidence|truth|reality|facts?|false)\\W{1,4}${adverbs}(?:no\\b|none\\b|nope\\b|${wrongs}\\b)`,
    'i',
  ),
]

/** The sentence right behind one, in its block or at the head of the next, when it calls false what stands before it. */
const verdictOf = ({fullText, reading, blocks, sections}: Framed, sentence: number): Span | undefined => {
  const {tokens, sentenceStarts} = reading
  const next = sentenceStarts[sentence + 1]
  const [first, after] = [sentenceStarts[sentence]!, sentenceStarts[sentence + 2]]
  if (next === undefined || after === undefined || next >= tokens.count) return undefined
  const start = tokens.starts[next]!
  const end = tokens.ends[after - 1]!
  const [here, there] = [blockAt(blocks, tokens.starts[first]!)!, blockAt(blocks, start)!]
  if (here !== there && !goesOn(here, there, sections)) return undefined
  // A question is answered, not told as false.
  if (fullText[tokens.ends[next - 1]! - 1] === '?') return undefined
  const text = unwrapped(fullText.slice(start, Math.min(end, start + most)))
  return verdicts.some((pattern) => pattern.test(text)) ? {start, end} : undefined
}

const goesOn = (here: Block, there: Block, sections: readonly Section[]): boolean => {
  if (!there.readable || here.section !== there.section || there.kind === 'heading') return false
  if (here.kind === 'heading') return sections[here.section]?.heading === here.index
  return here.table?.table === there.table?.table && here.table?.row === there.table?.row
}
