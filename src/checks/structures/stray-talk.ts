import type {Article, Block} from '../../article/article.js'
import {blockAt} from '../../article/block-at.js'
import type {Finding} from '../../rules/rule.js'
import type {StructureInput} from './structure.js'

/** Longest order or note, in code units: what is longer is an article about writing. */
const longest = 240
/** More of them are a guide for writers. */
const most = 2

/**
 * “Keep the paragraphs short.”, “This needs a stronger opening.”: an order to a writer or a note of one, which stands
 * alone in an article whose other words are of something else. A guide for writers says such things, too, and goes on.
 */
export const strayTalk = (article: Article, {matchesOf}: StructureInput): readonly Finding[] => {
  const stray = new Set<Block>()
  for (const match of matchesOf('stray')) {
    const block = blockAt(article.blocks, match.start)
    if (block?.kind !== 'paragraph' || block.text.length > longest) continue
    if (!article.assertionOf(match).includes('quoted')) stray.add(block)
  }
  if (stray.size === 0 || stray.size > most || matchesOf('talk').length > 0) return []
  const isOfTexts = matchesOf('of texts').some(({start}) => {
    const block = blockAt(article.blocks, start)
    return block !== undefined && !stray.has(block)
  })
  if (isOfTexts || !article.blocks.some((block) => block.readable && !stray.has(block))) return []
  return [...stray].map(({start, end}) => ({
    start,
    end,
    level: 'warning',
    message: '“{match}” speaks to the writer, or of the writing; take it out.',
  }))
}
