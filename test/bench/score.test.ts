import {describe, expect, it} from 'vitest'
import {countsOf, f1, precision, recall, share, verdictOf} from '../../bench/accuracy/score.js'

describe('counts of judged cases', () => {
  it('sorts every case into one of four', () => {
    const counts = countsOf([
      {expected: true, found: true},
      {expected: true, found: false},
      {expected: true, found: false},
      {expected: false, found: true},
      {expected: false, found: false},
    ])
    expect(counts).toEqual({truePositive: 1, falseNegative: 2, falsePositive: 1, trueNegative: 1})
  })

  it('leaves borderline cases out, found or not', () => {
    const counts = countsOf([
      {expected: undefined, found: true},
      {expected: undefined, found: false},
    ])
    expect(counts).toEqual({truePositive: 0, falseNegative: 0, falsePositive: 0, trueNegative: 0})
  })

  it('counts a weighted case as often as it weighs', () => {
    const counts = countsOf([
      {expected: true, found: true},
      {expected: false, found: true, weight: 10.7},
    ])
    expect(precision(counts)).toBeCloseTo(1 / 11.7)
  })
})

describe('figures', () => {
  const counts = {truePositive: 6, falsePositive: 2, falseNegative: 4, trueNegative: 100}

  it('are precision, recall and their harmonic mean', () => {
    expect(precision(counts)).toBe(0.75)
    expect(recall(counts)).toBe(0.6)
    expect(f1(counts)).toBeCloseTo((2 * 0.75 * 0.6) / (0.75 + 0.6))
  })

  it('have no value when nothing was asked', () => {
    expect(share(0, 0)).toBeUndefined()
    expect(precision({truePositive: 0, falsePositive: 0, falseNegative: 3, trueNegative: 1})).toBeUndefined()
  })

  it('pass on the bound itself, and fall short beyond it', () => {
    expect(verdictOf({name: 'precision', value: 0.97, atLeast: 0.97})).toBe('pass')
    expect(verdictOf({name: 'precision', value: 0.9699, atLeast: 0.97})).toBe('short')
    expect(verdictOf({name: 'alarms', value: 0.08, atMost: 0.08})).toBe('pass')
    expect(verdictOf({name: 'alarms', value: 0.081, atMost: 0.08})).toBe('short')
  })

  it('say nothing without a bound, or without a value', () => {
    expect(verdictOf({name: 'F1', value: 0.5})).toBeUndefined()
    expect(verdictOf({name: 'precision', value: undefined, atLeast: 0.9})).toBeUndefined()
  })
})
