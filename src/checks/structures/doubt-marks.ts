import type {Article} from '../../article/article.js'
import {blockAt} from '../../article/block-at.js'
import type {Finding} from '../../rules/rule.js'

/** “(check!!)”, “[20? 30?]”, “open until ?? pm”: marks with which someone who writes doubts what he has written. */
const doubt =
  /\([^()\n]{2,40}(?:\?\?|!!)\)|\[[^\][\n]{1,40}\?[^\][\n]{1,40}\?\](?![([])|(?<=^|[\s(])\?{2,3}(?=\s\p{Ll})/gmu

export const doubtMarks = (article: Article): readonly Finding[] => {
  if (!/\?\?|!!|\?\]/u.test(article.text)) return []
  return [...article.text.matchAll(doubt)].flatMap(({0: words, index}): Finding[] => {
    const span = {start: index, end: index + words.length}
    const block = blockAt(article.blocks, index)
    if (block === undefined || !block.readable || block.kind === 'code' || span.end > block.end) return []
    if (article.assertionOf(span).includes('quoted')) return []
    return [
      {...span, level: 'warning', message: '“{match}” is a doubt of the writer; settle it, and take it out.'},
    ]
  })
}
