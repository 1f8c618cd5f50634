import type {Article, Block} from '../../article/article.js'
import {blockAt} from '../../article/block-at.js'
import type {Finding} from '../../rules/rule.js'
import type {StructureInput} from './structure.js'

/** “# Output:” over text is left from a prompt; over code it shows what a command prints. */
export const exchangeHeadings = (article: Article, {matchesOf}: StructureInput): readonly Finding[] =>
  matchesOf('exchange heading')
    .filter((match) => {
      const block = blockAt(article.blocks, match.start)
      return block?.kind === 'heading' && !isOverCode(article, block)
    })
    .map(({start, end}) => ({
      start,
      end,
      message: '“{match}” belongs to the instructions that the text was written from; take it out.',
    }))

/** Code stands beside the reading flow, so what follows a block is told by the source. */
const isOverCode = ({blocks}: Article, {index, source}: Block): boolean => {
  const next = blocks[index + 1]
  const limit = next?.readable === true ? next.source.start : Number.POSITIVE_INFINITY
  return blocks.some(
    (block) => block.kind === 'code' && block.source.start >= source.end && block.source.end <= limit,
  )
}
