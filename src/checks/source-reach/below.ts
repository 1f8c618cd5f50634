import type {Article, Block, Citation} from '../../article/article.js'
import type {SourcesIn} from './sources.js'

/** Blocks between a figure and its “Source:” line are short: a label, a caption, one sentence. */
const cardText = 400

/** “Sources:”, above a list of them. */
const sourceLabel = /^\W{0,3}(?:data )?(?:sources?|references?)\s?:\W{0,3}$/i

const wordsOfSourceLine = /source|data|adapted|reference|credit|based on|\bpp?\.|(?:19|20)\d\d\)?$/i

/** Blocks without these words, and without a component, are not searched for every kind of citation. */
const mayBeSourceLine = ({components}: Article, {index, text}: Block): boolean =>
  wordsOfSourceLine.test(text) || components.some(({block}) => block === index)

/** The line “Source: …” one or two blocks below a block, or below its list or table. */
export const sourceBelow = (article: Article, sources: SourcesIn) => {
  /** By item or cell: what is below, for those that are followed by nothing but their own list or table. */
  const known = new Map<number, Citation | undefined>()
  return (from: Block): Citation | undefined => {
    // A list of thousands is walked once: what stands below an item stands below those before it.
    let last = from.index
    let found: Citation | undefined
    for (let index = from.index + 1, seen = 0; seen < 2; index++) {
      if (last === index - 1 && known.has(last)) {
        found = known.get(last)
        break
      }
      const block = article.blocks[index]
      if (block === undefined || !block.readable || block.section !== from.section) break
      found = sourceLabel.test(block.text)
        ? sources(index + 1)[0]
        : mayBeSourceLine(article, block)
          ? sources(index).find(({kind}) => kind === 'source-line')
          : undefined
      if (found !== undefined) break
      const continues =
        (from.table !== undefined && block.table?.table === from.table.table) ||
        (from.list !== undefined && block.list?.list === from.list.list)
      if (continues) {
        if (last === index - 1) last = index
        continue
      }
      if (block.text.length > cardText) break
      seen++
    }
    for (let index = from.index; index <= last; index++) known.set(index, found)
    return found
  }
}
