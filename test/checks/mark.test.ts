import {describe, expect, it} from 'vitest'
import {blockAt} from '../../src/article/block-at.js'
import {type Mark, markedSpan} from '../../src/checks/mark.js'
import {createLinter, defineRule} from '../../src/index.js'

/** What `mark` underlines in `text`, seen from the first `words` in it. */
const marked = (text: string, words: string, mark: Mark): string => {
  let found = ''
  const rule = defineRule({
    id: 'marks',
    topic: 'test',
    summary: 'Marks.',
    why: 'Marks.',
    level: 'info',
    languages: 'any',
    check: (article) => {
      const start = article.fullText.indexOf(words)
      const {start: from, end} = markedSpan(
        article,
        blockAt(article.blocks, start)!,
        {start, end: start + words.length},
        mark,
      )
      found = article.fullText.slice(from, end)
      return []
    },
  })
  createLinter({rules: {marks: 'info'}, plugins: [rule]}).lint(text, {path: 'a.md'})
  return found
}

describe('what is underlined around a match', () => {
  const text = 'Rest helps. (Note: this [short] text has 12 words.) Walk too.\n\nSleep well.'

  it('is the match itself, or the block', () => {
    expect(marked(text, '12 words', 'match')).toBe('12 words')
    expect(marked(text, 'Sleep', 'block')).toBe('Sleep well.')
  })

  it('is the sentence, and all sentences when the match runs over their edge', () => {
    expect(marked(text, 'Walk', 'sentence')).toMatch(/^Walk too\.\s*$/)
    expect(marked('One day. Two days. Three.', 'day. Two', 'sentence').trim()).toBe('One day. Two days.')
  })

  it('is the note in brackets, over brackets inside it', () => {
    expect(marked(text, '12 words', 'note')).toBe('(Note: this [short] text has 12 words.)')
  })

  it('is a note that closes in the next paragraph, but not in the one after that', () => {
    expect(marked('Rest. (Note: too short.\n\nAdd more.) Walk.', 'too short', 'note')).toBe(
      '(Note: too short.\n\nAdd more.)',
    )
    expect(marked('Rest. (Note: too short.\n\nAdd.\n\nMore.)', 'too short', 'note').trim()).toBe(
      '(Note: too short.',
    )
  })

  it('is the sentence where no bracket opens before the match', () => {
    expect(marked('Too short. (Walk.)', 'short', 'note').trim()).toBe('Too short.')
    expect(marked('Rest (a lot). Too short.', 'short', 'note')).toBe('Too short.')
  })
})
