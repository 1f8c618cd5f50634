import {describe, expect, it} from 'vitest'
import {anchorsIn} from '../../src/phrase/anchor-places.js'
import {mayStandIn, staysInSentence, wordsOfBits} from '../../src/phrase/sentence-filter.js'
import {latticeOf} from '../../src/phrase/spans.js'
import {streamOf} from '../../src/phrase/stream.js'
import {programOf, readingOf} from './found.js'

const programFor = (phrase: string) =>
  programOf({
    phrases: [{key: 'k', text: phrase}],
    lexicons: [{name: 'remedy', entries: ['tea', 'fish oil']}],
    annotators: [{name: 'figure', find: () => []}],
  })

/** Whether the phrase may stand in each sentence of the text. */
const verdicts = (phrase: string, text: string): readonly boolean[] => {
  const program = programFor(phrase)
  const stream = streamOf(readingOf(text), program.vocabulary)
  const {bits} = anchorsIn(program, stream, latticeOf(stream, program.trie, program.vocabulary))
  return Array.from({length: bits.length / wordsOfBits}, (_, sentence) =>
    mayStandIn(program.readable, program.phrases[0]!.entry, -1, bits, sentence * wordsOfBits),
  ).reverse()
}

describe('a sentence is passed over', () => {
  it.each([
    ['that lacks a word', 'take ..3 daily', 'Take one. Daily. Take it daily.', [false, false, true]],
    [
      'that lacks the words of a lexicon',
      'take <remedy>',
      'Take tea. Take oil. Take fish oil.',
      [true, false, true],
    ],
    ['that has none of a set', '(daily | often) needed', 'Often needed. Rarely needed.', [true, false]],
    [
      'that lacks a part of each way',
      '(one cup | two mugs) daily',
      'One mug daily. Two mugs daily.',
      [false, true],
    ],
    [
      'that lacks a way of an inner choice',
      '(a (red | very blue) cup | mugs) daily',
      'A blue cup daily. A very blue cup daily. Mugs daily.',
      [false, true, true],
    ],
    ['that has no number', 'take #', 'Take 3. Take some.', [true, false]],
    ['that has no such beginning', 'take cur*', 'Take cures. Take none.', [true, false]],
    ['that is not spelled so', 'take =MS', 'Take MS now. Take ms now.', [true, false]],
  ])('%s', (_, phrase, text, expected) => {
    expect(verdicts(phrase, text)).toEqual(expected)
  })
})

describe('a sentence is read', () => {
  it.each([
    ['without what may be left out', 'take (one of)? daily', 'Take daily.'],
    ['without what must not follow', 'take !(two ..2 cups) one', 'Take one.'],
    ['whatever the order of the words', 'take one daily', 'Daily one take.'],
  ])('%s', (_, phrase, text) => {
    expect(verdicts(phrase, text)).toEqual([true])
  })
})

it.each([
  ['take ..2 (one | two)', true],
  ['take !(two / three) one', true],
  ['take / one', false],
  ['take (one / two)? daily', false],
  ['take <remedy>', true],
  ['take <figure>', false],
])('whether all of “%s” stands in one sentence: %s', (phrase, expected) => {
  const {readable, phrases} = programFor(phrase)
  expect(staysInSentence(readable, phrases[0]!.entry)).toBe(expected)
})
