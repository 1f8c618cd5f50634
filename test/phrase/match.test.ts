import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Reading} from '../../src/language/reading.js'
import {restrictTo} from '../../src/phrase/link.js'
import {matchAll, matchPhrases} from '../../src/phrase/match.js'
import {PhraseError} from '../../src/phrase/phrase.js'
import {programOf, readingOf} from './found.js'

const lexicons = [
  {name: 'x', entries: ['b', 'b c', 'aa*', '# d', '=Ab']},
  {name: 'y', entries: ['<x> a', 'c b a', 'a*b'.replace('*', ' ')]},
]
/** Every second word or so, and pairs: overlapping spans in all positions. */
const annotators = [
  {
    name: 'z',
    find: ({tokens}: Reading) =>
      Array.from({length: tokens.count >> 1}, (_, index) => ({
        start: tokens.starts[index * 2]!,
        end: tokens.ends[Math.min(index * 2 + (index % 3), tokens.count - 1)]!,
      })),
  },
]

const word = fc.constantFrom('a', 'b', 'c', 'd', 'aab', 'Ab', '5')
const {phrase} = fc.letrec<{phrase: string; item: string}>((tie) => ({
  item: fc.oneof(
    {maxDepth: 3, depthSize: 'small'},
    {weight: 8, arbitrary: word},
    {weight: 4, arbitrary: fc.constantFrom('~a', 'aa*', '=Ab', '#', '<x>', '<y>', '<z>')},
    {weight: 3, arbitrary: fc.constantFrom('..1', '..3', 'a ..2 b')},
    {weight: 1, arbitrary: fc.constantFrom('^', '$', '^^', '$$', '/', '","', '"."', '!a', '!<x>', '"—"')},
    tie('phrase').map((inner) => `(${inner})?`),
    tie('phrase').map((inner) => `[${inner}]`),
    tie('phrase').map((inner) => `!(${inner})`),
    {weight: 2, arbitrary: fc.tuple(tie('phrase'), tie('phrase')).map(([a, b]) => `(${a} | ${b})`)},
  ),
  phrase: fc.array(tie('item'), {minLength: 1, maxLength: 4}).map((items) => items.join(' ')),
}))
const text = fc
  .array(
    fc.oneof(
      {weight: 4, arbitrary: word},
      fc.constantFrom('.', ',', '. B', '\n\n', '“', '-', '—', ';', '(', '*', '• a'),
    ),
    {
      maxLength: 40,
    },
  )
  .map((words) => words.join(' '))

const compiled = (phrases: readonly string[]) => {
  const valid = phrases.flatMap((text, index) => {
    try {
      programOf({phrases: [{key: `${index}`, text}], lexicons, annotators})
      return [{key: `${index}`, text}]
    } catch (error) {
      if (error instanceof PhraseError) return []
      throw error
    }
  })
  return {valid, program: programOf({phrases: valid, lexicons, annotators})}
}

describe('matching', () => {
  it('finds the same with the prefilter as by trying every phrase at every place', () => {
    let matched = 0
    fc.assert(
      fc.property(fc.array(phrase, {minLength: 1, maxLength: 4}), text, (phrases, text) => {
        const {valid, program} = compiled(phrases)
        const reading = readingOf(text)
        const fast = matchPhrases(program, reading)
        const plain = matchPhrases(program, reading, {prefilter: false})
        for (const {key} of valid) {
          matched += plain.of(key).length
          expect(fast.of(key)).toEqual(plain.of(key))
        }
      }),
      {numRuns: 1500},
    )
    expect(matched).toBeGreaterThan(300)
  })

  it('finds the same for a phrase alone as for one among others', () => {
    fc.assert(
      fc.property(fc.array(phrase, {minLength: 2, maxLength: 4}), text, (phrases, text) => {
        const {valid, program} = compiled(phrases)
        const reading = readingOf(text)
        const together = matchPhrases(program, reading)
        for (const {key, text} of valid) {
          const alone = programOf({phrases: [{key, text}], lexicons, annotators})
          expect(matchPhrases(alone, reading).of(key)).toEqual(together.of(key))
        }
      }),
      {numRuns: 300},
    )
  })

  it('gives spans inside the text that ascend and do not overlap, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(phrase, {minLength: 1, maxLength: 3}),
        fc.oneof(text, fc.string({unit: 'binary'})),
        (phrases, text) => {
          const {valid, program} = compiled(phrases)
          const reading = readingOf(text)
          const matches = matchPhrases(program, reading)
          for (const {key} of valid) {
            let last = 0
            for (const {start, end, from, to, sentence} of matches.of(key)) {
              expect(from).toBeGreaterThanOrEqual(last)
              expect(to).toBeGreaterThan(from)
              expect(start).toBeGreaterThanOrEqual(reading.tokens.starts[from]!)
              expect(end).toBeGreaterThan(start)
              expect(end).toBeLessThanOrEqual(reading.tokens.ends[to - 1]!)
              expect(reading.sentenceStarts[sentence]).toBeLessThan(to)
              last = to
            }
          }
        },
      ),
      {numRuns: 500},
    )
  })

  it('takes work that grows no faster than the text, for phrases made to backtrack', () => {
    const phrases = [
      'a ..9 a ..9 a ..9 a ..9 b',
      '(a | a a)? (a | a a)? (a | a a)? (a | a a)? (a | a a)? a ..5 b',
      '(a? a? a? a? a? a?) a a a a a a ..9 (a | <x>)? ..9 b',
      'a !(..9 a ..9 a ..9 a ..9 c) ..9 b',
      '<z>? ..5 <z> ..5 <z> ..5 b',
    ]
    const work = (length: number, phrase: string): number => {
      const program = programOf({phrases: [{key: 'k', text: phrase}], lexicons, annotators})
      const steps = {count: 0}
      matchPhrases(program, readingOf(`${'a '.repeat(length)} d`), {prefilter: false, steps}).of('k')
      return steps.count
    }
    for (const phrase of phrases) {
      const short = work(1000, phrase)
      expect(short).toBeLessThan(1000 * 1000)
      expect(work(8000, phrase) / short).toBeLessThan(8.5)
    }
  })

  it('does not run phrases whose rarest word is not in the text', () => {
    const steps = {count: 0}
    const program = programOf({phrases: [{key: 'k', text: 'the ..5 zebra'}]})
    expect(matchPhrases(program, readingOf('the '.repeat(1000)), {steps}).of('k')).toEqual([])
    expect(steps.count).toBe(0)
  })

  it('runs phrases with the same text once, and finds them under each of their keys', () => {
    const one = {key: 'one', text: 'cold ..3 cure'}
    const steps = {count: 0}
    const reading = readingOf('A cold has no cure.\n\nNo cold, no cure.')
    const matches = matchPhrases(programOf({phrases: [one, {...one, key: 'other'}]}), reading, {steps})
    const found = matches.of('one')
    expect(found.map(({key, start}) => [key, start])).toEqual([
      ['one', 2],
      ['one', 24],
    ])
    const worked = steps.count
    expect(matches.of('other')).toEqual(found.map((match) => ({...match, key: 'other'})))
    expect(steps.count).toBe(worked)
  })

  it('runs an annotator at most once, and only when the other words of a phrase are there', () => {
    let runs = 0
    const counting = [
      {
        name: 'dose',
        find: () => {
          runs++
          return []
        },
      },
    ]
    const program = programOf({
      phrases: [
        {key: 'k', text: 'take <dose>'},
        {key: 'l', text: '<dose> daily'},
      ],
      annotators: counting,
    })
    matchPhrases(program, readingOf('nothing here')).of('k')
    expect(runs).toBe(0)
    const matches = matchPhrases(program, readingOf('take it daily'))
    matches.of('k')
    matches.of('l')
    expect(runs).toBe(1)
  })

  it('gives the matches of all phrases with one key in the order of the text', () => {
    const program = programOf({
      phrases: [
        {key: 'k', text: 'b'},
        {key: 'k', text: 'a'},
      ],
    })
    expect(
      matchPhrases(program, readingOf('a b a'))
        .of('k')
        .map((match) => match.from),
    ).toEqual([0, 1, 2])
  })

  it('says in which sentence a match stands', () => {
    const program = programOf({phrases: [{key: 'k', text: 'gout'}]})
    expect(
      matchPhrases(program, readingOf('It hurts. It is gout.\n\nGout.'))
        .of('k')
        .map((match) => match.sentence),
    ).toEqual([1, 2])
  })

  it('has no matches for a key that it does not know', () => {
    expect(matchPhrases(programOf({phrases: []}), readingOf('text')).of('other')).toEqual([])
  })

  it('finds the same for some of the phrases of a program as for all of them', () => {
    fc.assert(
      fc.property(fc.array(phrase, {minLength: 2, maxLength: 5}), text, (phrases, text) => {
        const {valid, program} = compiled(phrases)
        const reading = readingOf(text)
        const all = matchPhrases(program, reading)
        const keys = valid.map(({key}) => key).filter((_, index) => index % 2 === 0)
        const some = matchPhrases(restrictTo(program, new Set(keys)), reading)
        for (const key of keys) expect(some.of(key)).toEqual(all.of(key))
        if (valid.length > 1) expect(some.of(valid[1]!.key)).toEqual([])
      }),
      {numRuns: 300},
    )
  })

  it('finds the same in one text whatever was asked of others in between', () => {
    fc.assert(
      fc.property(fc.array(phrase, {minLength: 1, maxLength: 3}), text, text, (phrases, one, other) => {
        const {valid, program} = compiled(phrases)
        const alone = valid.map(({key}) => matchPhrases(program, readingOf(one)).of(key))
        const first = matchPhrases(program, readingOf(one))
        const second = matchPhrases(program, readingOf(other))
        const between = valid.map(({key}) => {
          second.of(key)
          return first.of(key)
        })
        expect(between).toEqual(alone)
      }),
      {numRuns: 300},
    )
  })

  it('gives the matches of a list of keys key after key', () => {
    const program = programOf({
      phrases: [
        {key: 'k', text: 'a'},
        {key: 'l', text: 'b'},
        {key: 'm', text: 'c'},
      ],
    })
    const matches = matchPhrases(program, readingOf('b a b'))
    expect(matches.ofAll(['k', 'm', 'l']).map(({key, from}) => `${key}${from}`)).toEqual(['k1', 'l0', 'l2'])
    expect(matches.ofAll(['m', 'other'])).toEqual([])
  })

  it('tells which of several lists may have matches, with and without a prefilter', () => {
    const program = programOf({
      phrases: [
        {key: 'k', text: 'd'},
        {key: 'l', text: 'b'},
        {key: 'm', text: 'c'},
      ],
    })
    const lists = [['m'], ['m', 'l'], ['other'], [], ['k']]
    expect(matchPhrases(program, readingOf('b')).among(lists)).toEqual([1])
    expect(matchPhrases(program, readingOf('b'), {prefilter: false}).among(lists)).toEqual([0, 1, 2, 3, 4])
    const other = programOf({phrases: [{key: 'other', text: 'b'}]})
    expect(matchAll([program, other], readingOf('b')).among(lists)).toEqual([1, 2])
  })

  it('asks the program that has the key, when there are several', () => {
    const [cold, sleep, none] = ['cold', 'sleep', 'none'].map((key) =>
      programOf({phrases: [{key, text: key}]}),
    )
    const reading = readingOf('Sleep off a cold.')
    const matches = matchAll([cold!, sleep!, none!], reading)
    expect(matches.of('cold')).toMatchObject([{key: 'cold', from: 3}])
    expect(matches.of('sleep')).toMatchObject([{key: 'sleep', from: 0}])
    expect(matches.of('none')).toEqual([])
    expect(matchAll([], reading).of('cold')).toEqual([])
  })
})
