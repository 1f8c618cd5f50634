import {roleOf} from './article/role.js'

/** A line of plain text that is not blank, without the white space around it. */
export interface TextLine {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Line number from 1. */
  readonly line: number
  /** Columns of white space before it. */
  readonly indent: number
  readonly blankBefore: boolean
  readonly blankAfter: boolean
}

/** The lines of a text that are not blank; offsets into the text. */
export const linesOf = (text: string): readonly TextLine[] => {
  const lines: TextLine[] = []
  let number = 0
  let blankBefore = true
  for (const match of text.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    number++
    const whole = match[1]!
    const trimmed = whole.trim()
    if (trimmed === '') {
      const last = lines[lines.length - 1]
      if (last !== undefined && !last.blankAfter) lines[lines.length - 1] = {...last, blankAfter: true}
      blankBefore = true
      continue
    }
    const indent = whole.length - whole.trimStart().length
    const start = match.index + indent
    lines.push({
      text: trimmed,
      start,
      end: start + trimmed.length,
      line: number,
      indent,
      blankBefore,
      blankAfter: false,
    })
    blankBefore = false
  }
  const last = lines[lines.length - 1]
  if (last !== undefined) lines[lines.length - 1] = {...last, blankAfter: true}
  return lines
}

export interface ItemMark {
  /** Length of the mark and the blanks behind it. */
  readonly length: number
  readonly ordered: boolean
  /** The bullet, or nothing for a number. */
  readonly bullet: string
  readonly number: number
}

const itemMark = /^(?:([●•▪◦‣∙·○■□➤►✓✔✅–-])|(\d{1,3})[.)])[ \t\u00a0]+(?=\S)/

/** The mark that opens a list item, if the line has one. `*` is none: it means nothing in plain text. */
export const itemMarkOf = ({text}: TextLine): ItemMark | undefined => {
  const match = itemMark.exec(text)
  if (match === null) return undefined
  return {
    length: match[0].length,
    ordered: match[1] === undefined,
    bullet: match[1] ?? '',
    number: Number(match[2] ?? 0),
  }
}

const label =
  /^(?:sources?|must read|read more|read also|also read|see also|related|watch|learn more|notes?|(?:[\w ]{0,30})(?:hotline|helpline)|call|visit|e-?mail|phone|tel|fax|address|by|(?:medically )?(?:written|reviewed|checked|edited|posted|published) (?:by|on)|(?:last )?(?:updated|reviewed)(?: on)?|author|date|tags?|categor(?:y|ies)|share|q(?:uestion)?|a(?:nswer)?)\s*(?:\d+\s*)?:\s*\S/i
const byline =
  /^(?:by|author|(?:medically |fact[- ])?(?:written|reviewed|checked|edited|posted|published) (?:by|on)|(?:last )?(?:updated?|reviewed|modified)(?: (?:by|on))?)\b/i
const bareByline =
  /^(?:by|author|(?:medically |fact[- ])?(?:written|reviewed|checked|edited|posted|published|updated?|last updated)(?: (?:by|on))?)\s*:?$/i
const contact = /\d{3}[\s).-]{1,3}\d{3,4}|@|https?:|www\./
const figure =
  /^[$€£]?[\d.,]+\s*(?:[%+]|[KkMm]\+?|s\+?|st|nd|rd|th)?(?:\s+(?:million|billion|thousand|percent|in \d+))?\+?$/

/** `21 million`, `10.5%`, `15+`: a number set off from the sentence that explains it. */
const isFigure = ({text}: TextLine): boolean => figure.test(text)

/** `Source: …`, `Q: …`, `Phone: …`: a line that says by its first word what it is. */
const isLabelled = ({text}: TextLine): boolean => label.test(text)

const isQuestionOrAnswer = ({text}: TextLine): boolean => /^[QA](?:uestion|nswer)?\s*\d*\s*[:.)]\s/.test(text)

const endsLikeSentence = ({text}: TextLine): boolean => /[.!?:;…]["”’')\]]*$/.test(text)

/** Enough of a line to be text that something heads. */
const isBody = (line: TextLine): boolean =>
  line.text.length >= 80 || endsLikeSentence(line) || itemMarkOf(line) !== undefined

const isShort = ({text}: TextLine): boolean => text.length <= 110 && text.split(/\s+/, 15).length <= 14

/** Words as a heading has them: short, started with a capital, not ended like a sentence. */
const hasHeadingWords = (line: TextLine): boolean => {
  const {text} = line
  if (!isShort(line) || /[.!;,:…]["”’')]*$/.test(text)) return false
  if (isLabelled(line) || byline.test(text) || contact.test(text) || itemMarkOf(line) !== undefined)
    return false
  if (/^\p{N}/u.test(text)) return text.split(/\s+/, 4).length >= 4
  return /^["“‘'¿(]?\p{Lu}/u.test(text)
}

const isTitleCase = ({text}: TextLine): boolean => {
  const long = text.match(/\p{L}{4,}/gu) ?? []
  const capital = long.filter((word) => /^\p{Lu}/u.test(word))
  return text.endsWith('?') || capital.length >= long.length * 0.6
}

/** “Gout affects 4,000,000 people”: set alone like a heading, but a sentence that wants its full stop. */
const isFact = (line: TextLine): boolean =>
  /\d%|\d,\d{3}|\d (?:million|billion|percent|per cent|in \d)/.test(line.text) &&
  !isTitleCase(line) &&
  /\b(?:is|are|was|were|have|has|had|will|affects?|dies?|lives?|suffers?|causes?|gets?|kills?)\b/.test(
    line.text,
  )

const headsKnownSection = ({text}: TextLine): boolean => text.length < 60 && roleOf(text, []) !== 'body'

/** What stands around a line, and the first line of the text. */
export interface LineContext {
  readonly first: TextLine
  readonly before: TextLine | undefined
  readonly after: TextLine | undefined
}

/**
 * A short line that stands alone and does not end like a sentence is a heading; so is one that stands directly on its
 * text, in files that have no blank lines at all.
 */
export const isHeadingLine = (line: TextLine, {first, before, after}: LineContext): boolean => {
  if (line === first)
    return isShort(line) && !/[.!;,]$/.test(line.text) && itemMarkOf(line) === undefined && !isLabelled(line)
  const standsAlone = line.blankBefore && line.blankAfter
  const known = headsKnownSection(line) && !isLabelled(line)
  if (known && (line.blankAfter || (after !== undefined && isBody(after)))) return true
  if (standsAlone && line.text === first.text) return true
  if (!hasHeadingWords(line)) return false
  if (isBesideByline(line, before, after)) return false
  if (before !== undefined && isFigure(before)) return false
  if (standsAlone) return !isFact(line)
  if (
    line.blankAfter ||
    after === undefined ||
    !isBody(after) ||
    isLabelled(after) ||
    /^\p{Ll}/u.test(after.text)
  )
    return false
  if (!line.blankBefore && before !== undefined && !isBody(before)) return false
  return isTitleCase(line) || after.text.length > 200
}

/** A name that stands before or behind “written by”. */
const isBesideByline = (
  {text}: TextLine,
  before: TextLine | undefined,
  after: TextLine | undefined,
): boolean =>
  text.split(/\s+/, 5).length <= 4 &&
  ((before !== undefined && bareByline.test(before.text)) ||
    (after !== undefined && bareByline.test(after.text)))

/** The width that lines are wrapped at, at most; a longer line is a paragraph of its own. */
const widest = 120

/**
 * Whether `line` continues `before`: a soft wrap.
 *
 * @param width the longest line of those that stand together with them
 */
export const continuesLine = (line: TextLine, before: TextLine, width: number): boolean => {
  if (line.blankBefore || itemMarkOf(line) !== undefined || isLabelled(line) || isQuestionOrAnswer(line))
    return false
  if (line.text === before.text || isFigure(before) || isFigure(line)) return false
  if (/^\p{Ll}/u.test(line.text)) return !/[.!?]["”’')]*$/.test(before.text) || width <= widest
  if (width > widest || width < 30 || !/^[\p{L}\p{N}("“‘'[]/u.test(line.text)) return false
  if (endsLikeSentence(before) && width < 60) return false
  if (isLabelled(before) && endsLikeSentence(before)) return false
  const firstWord = /^\S+/.exec(line.text)?.[0].length ?? 0
  return before.text.length + 1 + firstWord > width
}
