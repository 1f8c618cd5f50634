import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {compilePhrases} from '../../src/phrase/compile.js'
import {packNumbers, packPhrases, unpackNumbers, unpackPhrases} from '../../src/phrase/packed.js'

describe('packed phrases', () => {
  it('are unpacked as they were compiled', () => {
    const code = compilePhrases({
      phrases: [
        {key: 'a', text: '^ ~cure ..3 (# | <drug>) !"," [=MS | pain*]? $$'},
        {key: 'b', text: 'take <dose> / "\\"'},
        {key: 'b', text: 'café — “naïve” …'},
        {key: 'bc/1', text: 'take <dose> / "\\"'},
        {key: 'bc/2', text: 'last of all'},
      ],
      lexicons: [{name: 'drug', entries: ['aspirin', 'vitamin (c | d)', 'pain* killer', '=ASA']}],
      annotators: [{name: 'dose'}],
    })
    expect(unpackPhrases(JSON.parse(JSON.stringify(packPhrases(code))))).toEqual(code)
  })

  it('may hold no phrase at all', () => {
    const code = compilePhrases({phrases: []})
    expect(unpackPhrases(packPhrases(code))).toEqual(code)
  })

  it('keep every number', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 30 - 1)), (numbers) => {
        expect(Array.from(unpackNumbers(packNumbers(numbers)))).toEqual(numbers)
      }),
    )
  })
})
