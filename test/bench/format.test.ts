import {describe, expect, it} from 'vitest'
import {generatedArticle} from '../../bench/speed/corpus.js'
import {exponent, formatColumns, quantile, rate} from '../../bench/speed/format.js'

describe('figures of speed', () => {
  it('tell linear from quadratic growth', () => {
    expect(exponent([1, 2, 4, 8], [10, 20, 40, 80])).toBeCloseTo(1)
    expect(exponent([1, 2, 4, 8], [10, 40, 160, 640])).toBeCloseTo(2)
  })

  it('give the median of a run of times', () => {
    expect(quantile([9, 1, 5], 0.5)).toBe(5)
    expect(quantile([9, 1, 5], 0)).toBe(1)
    expect(quantile([9, 1, 5], 0.95)).toBe(9)
  })

  it('count megabytes in a second', () => {
    expect(rate(3_000_000, 1500)).toBe('2.0')
    expect(rate(3_000_000, 0)).toBe('–')
  })

  it('stand in aligned columns', () => {
    expect(
      formatColumns([
        ['phase', 'ms'],
        ['parse', '12.5'],
        ['rules', '3.0'],
      ]),
    ).toBe(['phase    ms', 'parse  12.5', 'rules   3.0'].join('\n'))
  })
})

describe('a generated article', () => {
  it('is the same for the same number, and another for another', () => {
    expect(generatedArticle(7, 2000)).toBe(generatedArticle(7, 2000))
    expect(generatedArticle(7, 2000)).not.toBe(generatedArticle(8, 2000))
  })

  it('is at least as long as asked', () => {
    expect(generatedArticle(7, 20_000).length).toBeGreaterThan(20_000)
  })
})
