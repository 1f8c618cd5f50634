import {afterEach, expect, it, vi} from 'vitest'
import {createStopwatch, timed, timedCalls} from '../src/stopwatch.js'

let clock = 0
/** Lets time pass, and gives something back. */
const after = <T>(ms: number, value: T): T => {
  clock += ms
  return value
}
const stopwatch = () => {
  clock = 0
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
  return createStopwatch()
}
afterEach(() => vi.restoreAllMocks())

it('counts a step inside another once, however deep and however often', () => {
  const watch = stopwatch()
  const value = watch.time('article', () => {
    after(1, 0)
    watch.time('parse', () => after(10, 0))
    const language = watch.time('language', () =>
      after(
        20,
        watch.time('match', () => after(100, 'x')),
      ),
    )
    watch.time('parse', () => after(10, 0))
    return after(2, language)
  })
  watch.add('report', 7)
  expect(value).toBe('x')
  expect(Object.fromEntries(watch.times().steps)).toEqual({
    parse: 20,
    match: 100,
    language: 20,
    article: 3,
    report: 7,
  })
})

it('counts a rule whole, with the steps inside it', () => {
  const watch = stopwatch()
  watch.time('rules', () => {
    watch.rule('a', () =>
      after(
        5,
        watch.time('match', () => after(50, 0)),
      ),
    )
    watch.rule('b', () => after(3, 0))
    watch.rule('a', () => after(1, 0))
  })
  const {steps, rules} = watch.times()
  expect(Object.fromEntries(rules)).toEqual({a: 56, b: 3})
  expect(Object.fromEntries(steps)).toEqual({match: 50, rules: 9})
})

it('counts what fails, too, and lets the error through', () => {
  const watch = stopwatch()
  const fail = (): never => {
    after(4, 0)
    throw new Error('as you wish')
  }
  expect(() => watch.time('article', () => watch.time('parse', fail))).toThrow('as you wish')
  watch.time('article', () => after(1, 0))
  expect(Object.fromEntries(watch.times().steps)).toEqual({parse: 4, article: 1})
})

it('is not needed: without one things run as they are', () => {
  const double = (number: number): number => 2 * number
  expect(timed(undefined, 'parse', () => double(2))).toBe(4)
  expect(timedCalls(undefined, 'parse', double)).toBe(double)
})
