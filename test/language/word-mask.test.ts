import fc from 'fast-check'
import {expect, it} from 'vitest'
import {tokenize} from '../../src/language/tokens.js'
import {wordMask} from '../../src/language/word-mask.js'

const mask = wordMask([['Data', 'meta-analysis'], ['said']])
const of = (text: string): number => {
  const tokens = tokenize(text)
  return mask(tokens, 0, tokens.count)
}

it('has a bit for each list that a word of the text is in', () => {
  expect(of('The data are new.')).toBe(1)
  expect(of('“Rest,” she SAID.')).toBe(2)
  expect(of('A meta-analysis, they said.')).toBe(3)
  expect(of('Nothing of the kind.')).toBe(0)
})

it('looks at the tokens that it is asked about, and no others', () => {
  const tokens = tokenize('data and more')
  expect(mask(tokens, 1, tokens.count)).toBe(0)
})

it('never misses a word of a list, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      expect(of(`${before} said ${after}`) & 2).toBe(2)
    }),
  )
})
