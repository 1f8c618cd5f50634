import type {Article, Block} from '../../article/article.js'
import {blockAt} from '../../article/block-at.js'
import {firstIndex} from '../../first-index.js'
import {once} from '../../once.js'
import type {Finding} from '../../rules/rule.js'
import type {StructureInput} from './structure.js'

/** “# Output:” over text is left from a prompt; over code it shows what a command prints. */
export const exchangeHeadings = (article: Article, {matchesOf}: StructureInput): readonly Finding[] => {
  const code = once(() => article.blocks.filter(({kind}) => kind === 'code'))
  return matchesOf('exchange heading')
    .filter((match) => {
      const block = blockAt(article.blocks, match.start)
      return block?.kind === 'heading' && !isOver(code(), article, block)
    })
    .map(({start, end}) => ({
      start,
      end,
      message: '“{match}” belongs to the instructions that the text was written from; take it out.',
    }))
}

/** Code stands beside the reading flow, so what follows a block is told by the source. */
const isOver = (code: readonly Block[], {blocks}: Article, {index, source}: Block): boolean => {
  const next = blocks[index + 1]
  const limit = next?.readable === true ? next.source.start : Number.POSITIVE_INFINITY
  const behind = code[firstIndex(code.length, (at) => code[at]!.source.start >= source.end)]
  return behind !== undefined && behind.source.end <= limit
}
