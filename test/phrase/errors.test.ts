import {describe, expect, it} from 'vitest'
import {compilePhrases} from '../../src/phrase/compile.js'
import {parsePhrase} from '../../src/phrase/parse.js'
import {PhraseError} from '../../src/phrase/phrase.js'

const errorOf = (run: () => unknown): PhraseError => {
  try {
    run()
  } catch (error) {
    if (error instanceof PhraseError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

const lexicons = [{name: 'condition', entries: ['gout']}]
const compiled = (text: string): PhraseError =>
  errorOf(() => compilePhrases({phrases: [{key: 'k', text}], lexicons}))

describe('a mistake in the notation is told with its offset', () => {
  it.each([
    ['', 0, 'the phrase is empty'],
    ['  ', 0, 'the phrase is empty'],
    ['a (b | c', 2, '“(” is not closed'],
    ['a (b ]', 5, '“]” closes nothing'],
    ['a b)', 3, '“)” closes nothing'],
    ['a (b | )', 7, 'nothing stands here'],
    ['a | | b', 4, 'nothing stands here'],
    ['a [ ]', 4, 'nothing stands here'],
    ['cure <condition', 5, '“<” must begin a name'],
    ['p < 3', 2, 'write the sign as "<"'],
    ['really ?', 7, '“?” means nothing here'],
    ['a??', 2, 'one “?” is enough'],
    ['a ..3? b', 5, '“?” must follow a word'],
    ['a .. b', 2, 'the most words it may pass'],
    ['a ..0 b', 2, 'a gap passes 1 to 50 words'],
    ['a ..99 b', 2, 'a gap passes 1 to 50 words'],
    ['a "b', 2, 'the quotation mark is not closed'],
    ['a "\'" b', 2, 'quotation marks are looked through'],
    ['a !', 2, '“!” must stand before a word'],
    ['~', 0, '“~” must stand before a word'],
    ['a ~ b', 2, '“~” must stand before a word'],
    ['~cure*', 0, '“~” and “*” exclude each other'],
    ['a*', 0, '“*” needs two letters or more'],
    ['* cure', 0, '“*” means nothing here'],
    ["~don't", 0, 'a contraction has no inflections'],
    [`${'('.repeat(80)}a${')'.repeat(80)}`, 49, 'nested too deeply'],
    [`${'!'.repeat(80)}a`, 49, 'nested too deeply'],
  ])('%j: offset %i, %s', (text, offset, message) => {
    const error = errorOf(() => parsePhrase(text))
    expect(error.message).toContain(message)
    expect(error.offset).toBe(offset)
  })
})

describe('what cannot be meant is refused', () => {
  it.each([
    ['cure <conditon>', 6, '; did you mean “condition”?'],
    ['..3 cure', 0, 'a gap cannot begin a phrase'],
    ['!not ..3 cure', 5, 'a gap cannot begin a phrase'],
    ['(a | ..3 b) c', 5, 'a gap cannot begin a phrase'],
    ['cure ..3', 5, 'a gap cannot end a phrase'],
    ['cure ..3 !rate', 5, 'a gap cannot end a phrase'],
    ['a [..2 b]', 3, 'a gap cannot begin a phrase'],
    ['a?', 0, 'this can match without any word'],
    ['(a? | b)', 0, 'this can match without any word'],
    ['^ $', 0, 'this can match without any word'],
    ['!a', 0, 'this can match without any word'],
    ['/ a', 0, '“/” must stand between two sentences'],
    ['a /', 2, '“/” must stand between two sentences'],
    ['[a] [b]', 0, 'only one part of a match can be underlined'],
    ['[a [b]]', 3, '“[” cannot stand in'],
    ['a !([b])', 4, '“[” cannot stand in'],
  ])('%j: offset %i, %s', (text, offset, message) => {
    const error = compiled(text)
    expect(error.message).toContain(message)
    expect(error.offset).toBe(offset)
    expect(error.key).toBe('k')
  })
})

describe('a mistake in a lexicon is told with its entry', () => {
  const lexicon = (...entries: string[]): PhraseError =>
    errorOf(() => compilePhrases({phrases: [], lexicons: [...lexicons, {name: 'drug', entries}]}))

  it.each([
    ['a ..3 b', 'words, alternatives and options alone'],
    ['^ a', 'words, alternatives and options alone'],
    ['a?', 'this can match without any word'],
    ['<conditions>', '; did you mean “condition”?'],
    ['<drug>', '<drug> includes itself'],
    ['(a | b)'.repeat(15), 'more than 10000 spellings'],
  ])('%j: %s', (entry, message) => {
    const error = lexicon('aspirin', entry)
    expect(error.message).toContain(message)
    expect(error).toMatchObject({lexicon: 'drug', entry: 1})
    expect(error.key).toBeUndefined()
  })

  it('tells the entry that is wrong, not the one that includes its lexicon', () => {
    const names = [
      {name: 'outer', entries: ['ok', '<inner>']},
      {name: 'inner', entries: ['fine', '(']},
    ]
    expect(errorOf(() => compilePhrases({phrases: [], lexicons: names}))).toMatchObject({
      lexicon: 'inner',
      entry: 1,
    })
  })
  it('refuses an annotator in an entry, and one name for two things', () => {
    const annotators = [{name: 'dose', find: () => []}]
    const names = [{name: 'drug', entries: ['<dose> aspirin']}]
    expect(errorOf(() => compilePhrases({phrases: [], lexicons: names, annotators})).message).toContain(
      'annotator',
    )
    const twice = [{name: 'dose', entries: ['a']}]
    expect(errorOf(() => compilePhrases({phrases: [], lexicons: twice, annotators})).message).toContain(
      'twice',
    )
  })
})
