import {wordMask} from '../../language/word-mask.js'
import type {Block, Section, Span} from '../article.js'
import {blockAt} from '../block-at.js'
import {type Framed, most, unwrapped} from './framed.js'

const adverbs =
  '(?:(?:just|simply|completely|totally|entirely|absolutely|plainly|quite|also|all|only|mostly|largely|partly|mainly|been|long|since|widely|now|a|an|one|of|the|most|common|popular|dangerous|persistent|old|another|classic|such|yet|at|best) )*'
/** Words that call something false; in the pattern, “lie” and “lies” alike. */
const wrongWords =
  'false untrue wrong incorrect inaccurate nonsense rubbish baloney bunk bogus fiction debunked busted disproved disproven refuted unproven unfounded unsupported baseless misleading exaggerated lie lies myth myths hoax scam misconception misconceptions fallacy fallacies'.split(
    ' ',
  )
const wrongs = `(?:${wrongWords.join('|')}|not (?:\\w+ly )?(?:true|so|right|correct|the case|proven|supported|accurate|how it works)|(?:is|are|was|were)n[’']t (?:true|so|right|correct|the case|proven|supported|accurate))`
/** Every verdict has one of these. */
const mayBeVerdict = wordMask([
  [
    ...wrongWords,
    ...'no not nope none never nothing little insufficient cannot'.split(' '),
    ...'is are was were does do did will could wo ca'.split(' ').map((verb) => `${verb}n't`),
  ],
])
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
export const verdictOf = (
  {fullText, reading, blocks, sections}: Framed,
  sentence: number,
): Span | undefined => {
  const {tokens, sentenceStarts} = reading
  const next = sentenceStarts[sentence + 1]
  const [first, after] = [sentenceStarts[sentence]!, sentenceStarts[sentence + 2]]
  if (next === undefined || after === undefined || next >= tokens.count) return undefined
  if (mayBeVerdict(tokens, next, after) === 0) return undefined
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
