import {describe, expect, it} from 'vitest'
import type {Block} from '../../src/article/article.js'
import {blockAt} from '../../src/article/block-at.js'
import {standsAt} from '../../src/checks/place.js'
import {createLinter, defineRule} from '../../src/index.js'

/** Whether the block with these words stands in a place for notices. */
const isSetApart = (text: string, words: string): boolean => {
  let found = false
  const rule = defineRule({
    id: 'places',
    topic: 'test',
    summary: 'Places.',
    why: 'Places.',
    level: 'info',
    languages: 'any',
    check: (article) => {
      const start = article.fullText.indexOf(words)
      const block: Block = blockAt(article.blocks, start)!
      found = standsAt(article, block, start, start + words.length, 'set-apart')
      return []
    },
  })
  createLinter({rules: {places: 'info'}, plugins: [rule]}).lint(text, {path: 'a.md'})
  return found
}

const around = (middle: string): string =>
  ['# Title', 'One.', 'Two.', 'Three.', middle, 'Four.', '## More', 'Five.', 'Six.'].join('\n\n')

describe('a place for notices', () => {
  it('is one of the first two or the last three blocks of text', () => {
    const text = around('Middle.')
    expect(
      ['One', 'Two', 'Three', 'Middle', 'Four', 'Five', 'Six'].filter((it) => isSetApart(text, it)),
    ).toEqual(['One', 'Two', 'Four', 'Five', 'Six'])
  })

  it('does not count lists of sources', () => {
    const sources =
      '## References\n\n1. Smith J. A study. 2020.\n2. Jones K. A trial. 2021.\n3. Li M. A review. 2022.'
    expect(isSetApart(`${around('Middle.')}\n\n${sources}`, 'Five')).toBe(true)
  })

  it('is a quote, a section of disclaimers, or a paragraph in italics or bold', () => {
    expect(isSetApart(around('> Middle.'), 'Middle')).toBe(true)
    expect(isSetApart(around('*Middle, all of it.*'), 'Middle')).toBe(true)
    expect(isSetApart(around('**Middle.**'), 'Middle')).toBe(true)
    expect(isSetApart(around('## Disclaimer\n\nMiddle.\n\n## Rest'), 'Middle')).toBe(true)
  })

  it('is not a paragraph that only begins in bold', () => {
    expect(isSetApart(around('**Middle:** and so on.'), 'Middle')).toBe(false)
  })
})
