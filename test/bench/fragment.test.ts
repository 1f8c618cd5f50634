import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {asItStood, inArticle, overlap, pathFor, withoutMarks} from '../../bench/accuracy/fragment.js'

describe('a labelled line, put back where it stood', () => {
  it('stands in front matter when it is a line of front matter', () => {
    const {text, offset} = asItStood('title: "Sleep and tea"')
    expect(text).toBe('---\ntitle: "Sleep and tea"\n---\n')
    expect(text.slice(offset)).toMatch(/^title/)
  })

  it('stands in a list of front matter when it is an entry of one', () => {
    expect(asItStood('- q: "Is tea a drink?"').text).toBe('---\nitems:\n- q: "Is tea a drink?"\n---\n')
  })

  it('is a document of its own in every other case', () => {
    for (const line of [
      'A: Tea is a drink.',
      '- Tea: a drink',
      'Note: drink it hot.',
      '# title: tea',
      'Tea',
    ]) {
      expect(asItStood(line)).toMatchObject({text: line, offset: 0})
    }
  })

  it('is MDX when only MDX has what stands in it', () => {
    expect(pathFor('Tea {/* check this */}')).toBe('fragment.mdx')
    expect(pathFor('Tea <!-- check this -->')).toBe('fragment.md')
  })

  it('is found again at its offset, whatever it says', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        for (const {text, offset} of [asItStood(line), inArticle(line)]) {
          expect(text.slice(offset, offset + line.length)).toBe(line)
        }
      }),
    )
  })
})

describe('marks in examples', () => {
  it('are taken out, and their places kept', () => {
    const {text, spans} = withoutMarks('Tea [|cures|] colds, and [|always|] will.')
    expect(text).toBe('Tea cures colds, and always will.')
    expect(spans.map(({start, end}) => text.slice(start, end))).toEqual(['cures', 'always'])
  })

  it('are text when they do not close', () => {
    expect(withoutMarks('a [| b')).toEqual({text: 'a [| b', spans: []})
  })
})

describe('overlap', () => {
  it('is a shared letter', () => {
    expect(overlap({start: 0, end: 3}, {start: 2, end: 5})).toBe(true)
    expect(overlap({start: 0, end: 3}, {start: 3, end: 5})).toBe(false)
  })

  it('holds for a place without letters at the edge of a span', () => {
    expect(overlap({start: 3, end: 3}, {start: 0, end: 3})).toBe(true)
    expect(overlap({start: 4, end: 4}, {start: 0, end: 3})).toBe(false)
  })
})
