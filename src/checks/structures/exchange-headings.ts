import type {Article} from '../../article/article.js'
import {blockAt} from '../../article/block-at.js'
import type {Finding} from '../../rules/rule.js'
import type {StructureInput} from './structure.js'

/** “# Output:” over text is left from a prompt; over code it shows what a command prints. */
export const exchangeHeadings = (article: Article, {matchesOf}: StructureInput): readonly Finding[] =>
  matchesOf('exchange heading')
    .filter((match) => {
      const block = blockAt(article.blocks, match.start)
      return block?.kind === 'heading' && article.blocks[block.index + 1]?.kind !== 'code'
    })
    .map(({start, end}) => ({
      start,
      end,
      message: '“{match}” belongs to the instructions that the text was written from; take it out.',
    }))
