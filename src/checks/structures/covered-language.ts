import {titlePlace} from '../require.js'
import type {Structure} from './structure.js'

/** Says, on the title, that an article is in a language whose wording is not checked, and how that was found out. */
export const coveredLanguage: Structure = (article) => {
  const {tag, from, evidence} = article.language
  const place = titlePlace(article)
  if (tag === 'en' || place === undefined) return []
  const message = `This article is in another language (“${tag}”, from the ${from}: ${evidence}): its structure and leftovers are checked, its wording is not.`
  return [{start: place.start, end: place.end, message}]
}
