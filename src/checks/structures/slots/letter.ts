import type {Article} from '../../../article/article.js'

/** A document with this many merge fields is a letter that a program fills in. */
const fieldsOfLetter = 3

/** A greeting or a subject with a slot, and fields throughout: a letter for readers to copy, or for a program to fill in. */
const letter =
  /(?:^|\n)\W{0,4}(?:dear|hi|hello|hey) \[|(?:^|\n)\W{0,4}subject(?: line)?:|for immediate release|(?:^|\n)\W{0,4}(?:(?:best|kind|warm) regards|sincerely),?\W{0,6}\[/iu

export const isLetter = ({fullText}: Article, fields: number): boolean =>
  letter.test(fullText) || (fields > 0 && fullText.split('{{').length > fieldsOfLetter)
