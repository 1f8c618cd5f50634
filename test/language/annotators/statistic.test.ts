import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {statistic} from '../../../src/language/annotators/statistic.js'
import {readBlock} from '../../../src/language/read.js'

const found = (text: string): readonly string[] =>
  statistic.find(readBlock(text)).map(({start, end}) => text.slice(start, end))

describe('a statistic is a figure with the noun or verb that makes it one', () => {
  test.each([
    ['Nearly 20 per cent of nurses sleep badly.', 'Nearly 20 per cent of nurses'],
    ['Between 5% and 8% of toddlers squint.', 'Between 5% and 8% of toddlers'],
    [
      'As many as two thirds of carers with back pain are tired.',
      'As many as two thirds of carers with back pain',
    ],
    ['The risk is 3 in 1,000.', '3 in 1,000'],
    ['An incidence of 12 per 100,000 was seen.', 'incidence of 12 per 100,000'],
    ['Admissions fell by 12.5 percent.', 'fell by 12.5 percent'],
    ['It halves the risk of falls.', 'halves the risk of falls'],
    ['Twins were twice as likely to squint.', 'twice as likely'],
    ['Doses rose four-fold.', 'four-fold'],
    ['The result (aOR 1.8) held.', 'aOR 1.8'],
    ['Some 2.5 million Canadians have it.', 'Some 2.5 million Canadians'],
    ['Of these, 31 recovered.', '31'],
    ['The diet lowered LDL cholesterol by 9 points.', 'lowered LDL cholesterol by 9 points'],
    ['Falls cost the country 4 billion euros a year.', 'cost the country 4 billion euros a year'],
    ['Tens of thousands of runners get it.', 'Tens of thousands of runners'],
  ])('%s', (text, statistic) => {
    expect(found(text)).toEqual([statistic])
  })

  test('a sentence can have several', () => {
    expect(found('In 10% of men and 4% of women it returned.')).toEqual(['10% of men', '4% of women'])
  })
})

describe('other numbers are none', () => {
  test.each([
    ['a dose', 'Take 200 mg twice a day for 10 days.'],
    ['an age', 'It is for adults aged 18 to 65.'],
    ['a date', 'It was approved in 1998 and sold from May 2001.'],
    ['a duration', 'Rest for 20 minutes.'],
    ['a name', 'COVID-19, vitamin B12, omega-3 and type 2 diabetes.'],
    ['a telephone number', 'Call 1-800-555-0123.'],
    ['a limit', 'Keep the reading below 5.7 percent.'],
    ['a goal', 'A good goal is to lose 5% by spring.'],
    ['what a product is made of', 'Choose a gel with 70% alcohol.'],
    ['intensity', 'Run at 80% of your maximum heart rate.'],
    ['a discount', 'Save 25% on your first visit.'],
    ['a degree of disability', 'A Veteran with a 40% disability rating can apply.'],
    ['a method', 'The trial enrolled 300 adults.'],
    ['a person’s story', 'I lost 12 kg and my pressure fell by 10%.'],
    ['a word that looks like a ratio', 'Adults over 90 kg or 80 kg with gout.'],
    ['an illustration', 'Imagine 100 people in a room.'],
    ['a compound', 'A 150-pound person burns more.'],
  ])('%s: %s', (_kind, text) => {
    expect(found(text)).toEqual([])
  })
})

describe('any text', () => {
  const words = fc.constantFrom(
    ...'12 % percent of people one in 5 half third - to million deaths rose by risk OR p < 0.05 twice as likely . , ( ) $ every per 100,000 stage I mg'.split(
      ' ',
    ),
  )

  test('spans ascend, do not overlap, and lie inside the text', () => {
    fc.assert(
      fc.property(fc.array(words, {maxLength: 60}), (list) => {
        const text = list.join(' ')
        let free = 0
        for (const {start, end} of statistic.find(readBlock(text))) {
          expect(start).toBeGreaterThanOrEqual(free)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          free = end
        }
      }),
    )
  })
})
