import * as v from 'valibot'
import type {Article, Block, Span} from '../article/article.js'
import {once} from '../once.js'
import type {Finding, FindingEdit} from '../rules/rule.js'

/**
 * Wordings that may stand in place of others as they are: same number, person and part of speech. What is replaced
 * lies in the underlined words, or holds them together with their verb, article or noun:
 *
 *     replace:
 *       cures: may help with                    # “cures insomnia”: the verb only
 *       diabetics: people with diabetes
 *       is wheelchair-bound: uses a wheelchair  # “wheelchair-bound” alone is underlined
 *
 * The longest that fits is taken. Where none does, or where an edit would leave half of some markup, there is no edit.
 */
export const replaceSchema = v.pipe(
  v.record(v.string(), v.union([v.string(), v.array(v.string())])),
  v.description(
    'Words in or around the match, and what may stand in their place as it is: each becomes an edit to choose.',
  ),
)

export type Suggested = NonNullable<Finding['suggestions']>[number] & {readonly text: string}

export type Replacements = (article: Article, block: Block, underlined: Span) => readonly Suggested[]

export const compileReplacements = (definition: v.InferOutput<typeof replaceSchema>): Replacements => {
  // Most runs find nothing that could be replaced, and each start would make hundreds of patterns.
  const entries = once(() =>
    Object.entries(definition)
      .toSorted(([a], [b]) => b.length - a.length)
      .map(([words, texts]) => ({
        letters: plainLetters(words.trim()),
        pattern: once(() => wordsPattern(words)),
        texts: [texts].flat(),
      })),
  )
  return (article, block, underlined) => {
    // What someone has said is not rewritten.
    if (article.assertionOf(underlined).includes('quoted')) return []
    const near = around(article, block, underlined)
    const letters = plainLetters(near.text)
    for (const {letters: words, pattern, texts} of entries()) {
      // Making a pattern takes a millisecond, so those of words that are not there are not made.
      const place = letters.includes(words) ? placeOf(article, near, underlined, pattern()) : undefined
      if (place !== undefined)
        return texts.flatMap((text) => suggestionOf(article, block, underlined, place, text) ?? [])
    }
    return []
  }
}

/** All that a pattern of words leaves open, written in one way. */
const plainLetters = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').replaceAll('’', "'")

/**
 * The words in any case, over any white space, with straight or curly apostrophes. Whether they are whole is asked of what
 * stands around them: classes of all letters, without regard to case, take a millisecond to compile in each pattern.
 */
const wordsPattern = (words: string): RegExp => {
  const inner = words
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
    .replace(/['’]/g, "['’]")
  return new RegExp(inner, 'giu')
}

const wordBefore = /[\p{L}\p{N}]['’-]?$/u
const wordBehind = /^(?:[\p{L}\p{N}]|['’-]\p{L})/u

const isWhole = (text: string, start: number, end: number): boolean =>
  !wordBefore.test(text.slice(Math.max(0, start - 4), start)) && !wordBehind.test(text.slice(end, end + 4))

/** How far from the underlined words the words around them are looked for, in code units. */
const reach = 40

interface Near {
  readonly text: string
  /** Where it begins in the full text. */
  readonly start: number
}

const around = (article: Article, block: Block, {start, end}: Span): Near => {
  const from = Math.max(block.start, start - reach)
  return {text: article.fullText.slice(from, Math.min(block.end, end + reach)), start: from}
}

const placeOf = (article: Article, near: Near, {start, end}: Span, words: RegExp): Span | undefined => {
  for (const {0: found, index} of near.text.matchAll(words)) {
    if (!isWhole(near.text, index, index + found.length)) continue
    const place = {start: near.start + index, end: near.start + index + found.length}
    const inside = start <= place.start && place.end <= end
    if (inside ? !isJoined(article.fullText, place, end) : place.start <= start && end <= place.end)
      return place
  }
  return undefined
}

/** Whether the next word shares its object with these: “cures and prevents insomnia”. */
const isJoined = (text: string, place: Span, end: number): boolean =>
  place.end < end && /^(\s*[,/&]|\s+(and|or)\b)/i.test(text.slice(place.end, end))

const suggestionOf = (
  article: Article,
  block: Block,
  underlined: Span,
  place: Span,
  text: string,
): Suggested | undefined => {
  const replaced = article.fullText.slice(place.start, place.end)
  const written = cased(
    replaced,
    text,
    article.fullText.slice(Math.max(block.start, place.start - 3), place.start),
  )
  const edit = withArticle(article, block, place, written)
  if (edit === undefined) return undefined
  const whole = place.start === underlined.start && place.end === underlined.end
  const message = `Write “${written}”${whole ? '' : ` for “${replaced.replace(/\s+/g, ' ')}”`}`
  return {message, edits: [edit], text: written}
}

/** Capitals are those of the replaced words: all, the first where a sentence begins or each has one, or the wording’s own. */
const cased = (replaced: string, text: string, before: string): string => {
  if (/\p{Lu}.*\p{Lu}/su.test(replaced) && !/\p{Ll}/u.test(replaced)) return text.toUpperCase()
  const begins = /(?:^|[.!?:]["”)]?\s+|["“‘([])$/.test(before) || !/\s\p{Ll}/u.test(replaced)
  return begins && /^\p{Lu}/u.test(replaced) ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

/** The edit, over the “a” or “an” before it where that no longer sounds right. */
const withArticle = (
  article: Article,
  block: Block,
  {start, end}: Span,
  text: string,
): FindingEdit | undefined => {
  const before = /(?<![\p{L}\p{N}'’-])(a|an)\s+$/iu.exec(
    article.fullText.slice(Math.max(block.start, start - 8), start),
  )
  if (before === null || soundsLike(before[1]!, text)) return flatEdit(article, {start, end}, text)
  const an = before[1]!.charAt(0) + (before[1]!.length === 1 ? 'n' : '')
  return flatEdit(article, {start: start - before[0].length, end}, `${an} ${text}`)
}

const soundsLike = (indefinite: string, text: string): boolean => {
  const vowel = /^(?!eu|one|uni|use|usi|usu|uti)[aeiou]|^(hour|hono|heir)/i.test(text)
  return vowel === (indefinite.length === 2)
}

/** Nothing where the words are not written in one piece: emphasis opens or a link ends among them. */
const flatEdit = (article: Article, {start, end}: Span, text: string): FindingEdit | undefined => {
  const place = article.spanOf(start, end)
  const bare = (written: string): string => written.replace(/\n[ \t]*>[> \t]*/g, ' ').replace(/\s+/g, ' ')
  return bare(article.source.slice(place.start, place.end)) === bare(article.fullText.slice(start, end))
    ? {in: 'source', start: place.start, end: place.end, text}
    : undefined
}
