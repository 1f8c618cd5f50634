import fc from 'fast-check'
import {expect, test} from 'vitest'
import {hashOf} from '../../src/language/hash.js'
import {TokenKind, tokenize, wordAt} from '../../src/language/tokens.js'

const piece = fc.constantFrom(
  ...[
    "don't",
    'tea',
    'Tea',
    'co\u00adpay',
    'naïve',
    '5mg',
    '1,000.5',
    "1990's",
    'a_b',
    '’s',
    '...',
    '“',
    '💊',
    '\u200bx',
    ' ',
  ],
)
const text = fc.oneof(
  fc.string({unit: 'binary'}),
  fc.array(piece).map((pieces) => pieces.join('')),
)

test('a word or number carries the hash of its letters, those that are not seen left out', () => {
  fc.assert(
    fc.property(text, (written) => {
      const tokens = tokenize(written)
      for (let index = 0; index < tokens.count; index++) {
        const kind = tokens.kinds[index]
        if (kind === TokenKind.word || kind === TokenKind.number)
          expect(tokens.hashes[index]).toBe(hashOf(wordAt(tokens, index)))
      }
    }),
    {numRuns: 500},
  )
})

test('a mark carries the hash of its one character, however often it is repeated', () => {
  expect(Array.from(tokenize('?... ??').hashes)).toEqual([hashOf('?'), hashOf('.'), hashOf('?')])
})
