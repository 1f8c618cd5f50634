import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {spanIndex} from '../../src/rules/span-index.js'

const span = fc
  .tuple(fc.nat(60), fc.integer({min: 1, max: 12}))
  .map(([start, length]) => ({start, end: start + length}))

describe('an index of spans', () => {
  it('is asked for shared code units: spans that touch end to start share none', () => {
    const index = spanIndex()
    expect(index.overlaps({start: 0, end: 9})).toBe(false)
    index.add({start: 3, end: 6})
    expect(index.overlaps({start: 0, end: 3})).toBe(false)
    expect(index.overlaps({start: 6, end: 9})).toBe(false)
    expect(index.overlaps({start: 5, end: 9})).toBe(true)
  })

  it('finds a long span behind short ones that begin later', () => {
    const index = spanIndex()
    for (const one of [
      {start: 10, end: 12},
      {start: 0, end: 50},
      {start: 20, end: 22},
    ])
      index.add(one)
    expect(index.overlaps({start: 40, end: 41})).toBe(true)
  })

  it('answers as looking at every span does', () => {
    fc.assert(
      fc.property(fc.array(span), fc.array(span), (taken, asked) => {
        const index = spanIndex()
        for (const one of taken) index.add(one)
        for (const one of asked)
          expect(index.overlaps(one)).toBe(
            taken.some((other) => other.start < one.end && one.start < other.end),
          )
      }),
    )
  })
})
