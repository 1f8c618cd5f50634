import type {Article} from '../../../article/article.js'
import type {PhraseMatch} from '../../../phrase/phrase.js'

/** Brackets that follow one another, with spaces alone between them. */
const isOneOfSeveral = (text: string, {start}: PhraseMatch): boolean =>
  /\] $/.test(text.slice(Math.max(0, start - 2), start)) ||
  /^\[[^\][\n]{1,60}\] \[/.test(text.slice(start, start + 64))

/** What no editor puts into a quotation, even as one small word. */
const filledIn = /^(?:address|e-?mail|phone|url|link|date|city|website|zip|postcode|surname|username)$/

/**
 * One small word in brackets (“[date]”, “[he]”) is how editors mend a quotation: a slot says more, or shouts, or stands
 * beside one that does.
 */
export const isNounSlot = (article: Article, match: PhraseMatch, isBeside = false): boolean => {
  const words = article.fullText.slice(match.start + 1, match.end - 1).trim()
  // “!remind [date] [time] [text]” is how a command is written.
  if (isOneOfSeveral(article.fullText, match) && !/^(?:your|insert)\b/i.test(words)) return false
  // A list of strings, an index or an argument that may be left out, in a line of code.
  if (/^['"‘’“”,]/.test(words)) return false
  // “[Date of last review]” waits to be filled in; “[name of copyright owner]” is how licences and forms speak.
  if (/^[a-z]+ of /.test(words)) return false
  if (/^(?:the|an?|his|her|their|this|that|its)\s/i.test(words)) return false
  return isBeside || /\s/.test(words) || /^[A-Z]/.test(words) || filledIn.test(words)
}
