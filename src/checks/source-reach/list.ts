import type {Article, Block, Citation} from '../../article/article.js'
import type {SourcesIn} from './sources.js'

/** The source of an item: in its other paragraphs, or in the sentence that leads into the list. */
export const sourceInList =
  (article: Article, sources: SourcesIn) =>
  ({index, section, list}: Block): Citation | undefined => {
    if (list === undefined) return undefined
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
