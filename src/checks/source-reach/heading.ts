import type {Article, Block, Citation} from '../../article/article.js'
import {oncePer} from '../../once.js'
import type {SourcesIn} from './sources.js'

/** In a heading every word may have a capital: only these name someone. */
const according = /^according to /i
const letters = /(?<![\w-])[A-Z]{3,}(?![\w-])/

/** The source in the heading of a section, or of one that it is part of; the title of the article is none
 * but where it leads into the text: “According to the Harbour Institute:”. */
export const sourceInHeading = (article: Article, sources: SourcesIn) => {
  const ofSection = oncePer((index: number): Citation | undefined => {
    const section = article.sections[index]
    if (section?.heading === undefined || (section.depth < 2 && !section.title.endsWith(':')))
      return undefined
    return sources(section.heading).find(
      ({kind, text}) => kind !== 'named-source' || according.test(text) || letters.test(text),
    )
  })
  return ({section}: Block): Citation | undefined => {
    let at: number | undefined = section
    while (at !== undefined) {
      const found = ofSection(at)
      if (found !== undefined) return found
      at = article.sections[at]?.parent
    }
    return undefined
  }
}
