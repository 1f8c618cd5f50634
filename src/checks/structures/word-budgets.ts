import type {Article} from '../../article/article.js'
import {blockAt} from '../../article/block-at.js'
import type {Finding} from '../../rules/rule.js'
import {rangeOf} from '../condition.js'
import type {StructureInput} from './structure.js'

/** “## Introduction (150 words)” over prose is left from the plan; over a list of points, or an order, it is the plan. */
export const wordBudgets = (article: Article, {matchesOf}: StructureInput): readonly Finding[] =>
  matchesOf('word budget')
    .filter((match) => {
      const block = blockAt(article.blocks, match.start)
      if (block?.kind !== 'heading' || article.blocks[block.index + 1]?.kind === 'listItem') return false
      const section = rangeOf(article, match, block, 'section')
      return !matchesOf('plan').some(
        ({start, end}) => section !== undefined && start >= section.start && end <= section.end,
      )
    })
    .map(({start, end}) => ({
      start,
      end,
      level: 'warning',
      message: '“{match}” is a word budget; take it out.',
    }))
