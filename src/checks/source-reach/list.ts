import type {Article, Block, Citation} from '../../article/article.js'
import type {SourcesIn} from './sources.js'

/** Bullets that a text has as letters. */
const bullet = /^[•●▪◦‣∙·○■□➤►✓✔✅–]/
/** So many lines with a bullet may stand between one and the line that leads into them. */
const longestList = 20

/** The source of an item: in its other paragraphs, or in the sentence that leads into the list. */
export const sourceInList =
  (article: Article, sources: SourcesIn) =>
  ({index, section, list, text}: Block): Citation | undefined => {
    if (list === undefined) return bullet.test(text) ? leadingInto(article, sources, index) : undefined
    for (const step of [-1, 1])
      for (let at = index + step; ; at += step) {
        const other = article.blocks[at]
        if (other?.section !== section) break
        if (other.list?.list !== list.list || other.list.item !== list.item) break
        const [citation] = sources(at)
        if (citation !== undefined) return citation
      }
    return list.leadIn === undefined ? undefined : sources(list.leadIn).at(-1)
  }

/** The source in a line that ends with a colon, above lines with a bullet. */
const leadingInto = (article: Article, sources: SourcesIn, from: number): Citation | undefined => {
  const {section, kind} = article.blocks[from]!
  for (let index = from - 1; index >= from - longestList; index--) {
    const above = article.blocks[index]
    if (above?.section !== section || above.kind !== kind) return undefined
    if (above.text.endsWith(':'))
      return sources(index).find(({sentence}) => sentence === above.sentences.end - 1)
    if (!bullet.test(above.text)) return undefined
  }
  return undefined
}
