import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {deletionOf} from '../../src/checks/deletion.js'
import {createLinter, defineRule} from '../../src/index.js'

/** `text` without the first `words` of its words, or undefined where that is refused. */
const without = (text: string, words: string): string | undefined => {
  let output: string | undefined
  const rule = defineRule({
    id: 'deletes',
    topic: 'test',
    summary: 'Deletes.',
    why: 'Deletes.',
    level: 'info',
    languages: 'any',
    check: (article) => {
      const start = article.fullText.indexOf(words)
      const edit = deletionOf(article, {start, end: start + words.length})
      if (edit !== undefined) output = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
      return []
    },
  })
  createLinter({rules: {deletes: 'info'}, plugins: [rule]}).lint(text, {path: 'a.md'})
  return output
}

describe('taking words out of an article', () => {
  it('takes a whole paragraph with the blank line after it', () => {
    expect(without('One.\n\nTwo.\n\nThree.\n', 'Two.')).toBe('One.\n\nThree.\n')
    expect(without('One.\r\n\r\nTwo.\r\n\r\nThree.\r\n', 'Two.')).toBe('One.\r\n\r\nThree.\r\n')
  })

  it('takes the blank line before the last paragraph, and leaves the file its last line ending', () => {
    expect(without('One.\n\nTwo.\n', 'Two.')).toBe('One.\n')
  })

  it('takes the marks of a heading and of emphasis along with their words', () => {
    expect(without('One.\n\n## Two\n\nThree.\n', 'Two')).toBe('One.\n\nThree.\n')
    expect(without('One.\n\n**Two.**\n\nThree.\n', 'Two.')).toBe('One.\n\nThree.\n')
    expect(without('One *two* three.\n', 'two')).toBe('One three.\n')
  })

  it('takes one space with a part of a paragraph, and none before punctuation is left', () => {
    expect(without('One (two) three.\n', '(two)')).toBe('One three.\n')
    expect(without('One (two).\n', '(two)')).toBe('One.\n')
    expect(without('(Two) one.\n', '(Two)')).toBe('one.\n')
  })

  it('is refused where half of some markup would be left: in links, lists, quotes and tables', () => {
    expect(without('See [the one two](/a) here.\n', 'one')).toBeUndefined()
    expect(without('- One.\n- Two.\n', 'Two.')).toBeUndefined()
    expect(without('> One.\n', 'One.')).toBeUndefined()
    expect(without('| A | B |\n|---|---|\n| c | d |\n', 'c')).toBeUndefined()
  })

  it('takes nothing but the words, marks and space around them', () => {
    const paragraph = fc.constantFrom(
      'Rest well.',
      'Walk *a lot* each day.',
      '## Food',
      '[Link](/x) first.',
      '- Tea',
    )
    fc.assert(
      fc.property(
        fc.array(paragraph, {maxLength: 4}),
        fc.array(paragraph, {maxLength: 4}),
        (before, after) => {
          const text = [...before, 'Zap zip.', ...after].join('\n\n')
          const left = without(text, 'Zap zip.')
          expect((left ?? '').split(/\s+/).filter(Boolean)).toEqual(
            [...before, ...after].join('\n\n').split(/\s+/).filter(Boolean),
          )
        },
      ),
    )
  })
})
