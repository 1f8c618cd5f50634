import type {Article, Block, Citation} from '../../article/article.js'
import type {SourcesIn} from './sources.js'

/** Bullets that a text has as letters. */
const bullet = /^[•●▪◦‣∙·○■□➤►✓✔✅–]/
/** What names a source beyond doubt, where only its colon says that the lines below are its. */
const said = /^(?:according|data|figures|statistics|estimates)\b/i
/** Lines without a bullet that belong to one above them are short. */
const shortLine = 240
/** So many lines with a bullet may stand between one and the line that leads into them. */
const longestList = 20

/** The source of an item: in its other paragraphs, or in the sentence that leads into the list. */
export const sourceInList =
  (article: Article, sources: SourcesIn) =>
  (block: Block): Citation | undefined => {
    const {index, section, list} = block
    if (list === undefined) return leadingInto(article, sources, block)
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

/** The source in a line that ends with a colon, above lines with a bullet, or above short ones where it says “according to”. */
const leadingInto = (
  article: Article,
  sources: SourcesIn,
  {index: from, section, kind: of, text: line}: Block,
): Citation | undefined => {
  const isBullet = bullet.test(line)
  for (let index = from - 1; index >= from - longestList; index--) {
    const above = article.blocks[index]
    if (above?.section !== section || above.kind !== of) return undefined
    if (above.text.endsWith(':'))
      return sources(index).find(
        ({sentence, kind, text}) =>
          sentence === above.sentences.end - 1 && (isBullet || kind !== 'named-source' || said.test(text)),
      )
    if (isBullet ? !bullet.test(above.text) : above.text.length > shortLine) return undefined
  }
  return undefined
}
