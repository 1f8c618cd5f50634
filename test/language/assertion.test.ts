import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {assertionReader} from '../../src/language/cues.js'
import {isQuestion} from '../../src/language/question.js'
import {read, readBlock} from '../../src/language/read.js'

/** The statuses of the words between `[|` and `|]`. */
const statuses = (marked: string, heading = false): readonly string[] => {
  const start = marked.indexOf('[|')
  const text = marked.replace('[|', '').replace('|]', '')
  return assertionReader.assertionOf(readBlock(text), {start, end: marked.indexOf('|]') - 2}, heading)
}

const expectAll = (status: string, cases: readonly string[], heading = false) =>
  it.each(cases)(`${status}: %s`, (marked) => {
    if (status === 'asserted') expect(statuses(marked, heading)).toEqual([])
    else expect(statuses(marked, heading)).toContain(status)
  })

describe('a plain claim is asserted', () => {
  expectAll('asserted', [
    'This tea [|cures|] diabetes.',
    'Our oil [|reverses|] hair loss in a week.',
    'It [|works|] every time, guaranteed.',
    'Thousands have been [|cured|] by our method.',
    'Say goodbye to pain: this balm [|heals|] joints.',
    'Drink it daily and it [|melts|] fat.',
    'You will be [|pain-free|] by Monday.',
    'The treatment has been proven to [|cure|] gout.',
    'The one remedy that [|heals|] burns is here.',
    'You can’t go wrong: it [|heals|] burns.',
    'It is not magic; it [|cures|] gout.',
    'It is not magic, but it [|cures|] gout.',
    'There is no doubt that it [|cures|] gout.',
    'It [|cures|] gout without side effects.',
    'It [|cures|] gout, unlike pills, which do nothing.',
    'No other remedy works like it, it [|cures|] gout.',
    'Although it is not cheap, the tea [|cures|] gout.',
    'Because doctors cannot help, people come to us and we [|cure|] them.',
    'Not only does it relax you, it [|cures|] gout.',
  ])
})

describe('negation', () => {
  expectAll('negated', [
    'No tea [|cures|] diabetes.',
    'It does not, on its own, [|cure|] gout.',
    'There is no [|cure|], no treatment and no test.',
    'There is no vaccine, pill or [|cure|].',
    'It is neither a vaccine nor a [|cure|].',
    'There is no evidence that magnets [|heal|] bones.',
    'It has not been proven to [|cure|] gout.',
    'It has never been shown that it [|cures|] gout.',
    'None of these teas [|cures|] gout.',
    'Nothing [|cures|] gout overnight.',
    'It hardly [|relieves|] pain.',
    'He failed to find a [|cure|].',
    'A [|cure|] does not exist.',
    '“Miracle [|cures|]” are too good to be true.',
    'That vinegar [|cures|] gout is a myth.',
    'Contrary to what you read, vinegar [|cures|] nothing.',
    'You should not expect a [|cure|].',
    'Vinegar isn’t a [|cure|].',
    'Vinegar isnt a [|cure|].',
    'Doctors cannot [|cure|] it.',
  ])
  it('counts inside a span, but not at its beginning', () => {
    expect(statuses('[|Vinegar does not cure gout|].')).toContain('negated')
    expect(statuses('It has [|no side effects|].')).toEqual([])
  })
  it('leaves a span alone that denies one of its nouns', () => {
    expect(statuses('The balm [|soothes without side effects|].')).toEqual([])
    expect(statuses('[|Vinegar is no cure for gout|].')).toContain('negated')
    expect(statuses('In truth, [|vinegar is no cure|].')).toContain('negated')
  })
})

describe('hedges', () => {
  expectAll('hedged', [
    'It may [|cure|] gout.',
    'It might one day [|cure|] gout.',
    'Perhaps it [|cures|] gout.',
    'It appears to [|relieve|] pain.',
    'A [|cure|] is possible.',
    'It helps to [|relieve|] pain.',
    'Some people find that it [|relieves|] pain.',
    'It is likely that it [|relieves|] pain.',
  ])
  expectAll('asserted', [
    'It may be cheap, and it [|cures|] gout.',
    'A trial may follow, and the balm [|is|] safe.',
  ])
  it('are weak when they tell of ability', () => {
    const text = 'It can cure gout.'
    const span = {start: 7, end: 11}
    expect(assertionReader.assertionOf(readBlock(text), span)).toEqual([])
    expect(assertionReader.explain(readBlock(text), span)).toMatchObject([
      {group: 'ability', side: 'before', distance: 0, weak: true},
    ])
  })
  it('are told apart by side and distance', () => {
    const text = 'It might really cure gout.'
    expect(assertionReader.explain(readBlock(text), {start: 16, end: 20})).toMatchObject([
      {kind: 'hedged', group: 'modal', side: 'before', distance: 1, start: 3, end: 8},
    ])
  })
})

describe('questions', () => {
  expectAll('questioned', [
    'Does ginger [|cure|] colds?',
    'Is there a [|cure|] for colds?',
    '“Does it [|heal|] burns?” she asked.',
    'We do not know whether it [|heals|] burns.',
  ])
  expectAll(
    'questioned',
    [
      'Does ginger [|cure|] colds',
      'Is garlic a [|cure|] for colds',
      'Can you [|cure|] a cold',
      'Q: Will it [|heal|] burns',
      'Turmeric: does it [|cure|] anything',
      'What [|cures|] a cold',
      'Do vitamins [|prevent|] colds',
      'How does it [|heal|]',
    ],
    true,
  )
  expectAll(
    'asserted',
    [
      'How to [|cure|] a cold',
      'Why ginger [|cures|] colds',
      'How ginger [|cures|] colds',
      'Do yoga and [|heal|] fast',
      'Ginger [|cures|] colds',
    ],
    true,
  )
  it('need their mark outside headings', () => {
    const reading = readBlock('Is it safe')
    expect(isQuestion(reading, 0)).toBe(false)
    expect(isQuestion(reading, 0, true)).toBe(true)
  })
})

describe('conditions, aims and purposes', () => {
  expectAll('conditional', [
    'If it [|cures|] gout, we will say so.',
    'Ask a doctor unless it [|heals|] soon.',
  ])
  expectAll('asserted', ['If you drink it, your gout is [|cured|].'])
  expectAll('hypothetical', [
    'The drug was designed to [|cure|] gout.',
    'They hope to [|cure|] gout.',
    'It would [|cure|] gout.',
    'Take it to [|cure|] gout.',
    'The search for a [|cure|] goes on.',
  ])
})

describe('quotation', () => {
  expectAll('quoted', [
    '“It [|cured|] my gout. I have told everyone about it.',
    'The seller said: “Our tea [|cures|] gout. It always has.',
    'He wrote: “It [|cured|] me.”',
    'He wrote: "It was hard. Then it [|cured|] me."',
    'The “[|cure|]” is sugar water.',
    'He wrote: ‘It [|cured|] me.’',
  ])
  expectAll('asserted', [
    'The patients’ tea [|cures|] the boys’ gout.',
    'He is 6\'2" tall and it [|cured|] his 5\'4" wife.',
    '“Hello,” he wrote. It [|cured|] me.',
    'It is a “stray mark and [|cures|] gout.',
  ])
  it('ends with its block', () => {
    const text = 'He wrote: “It\n\ncured me.'
    const reading = read(text, [
      {start: 0, end: 13},
      {start: 15, end: text.length},
    ])
    expect(assertionReader.assertionOf(reading, {start: 15, end: 20})).toEqual([])
  })
})

describe('attribution', () => {
  expectAll('attributed', [
    'The firm claims to [|cure|] gout.',
    'It is said to [|cure|] gout.',
    'It supposedly [|cures|] gout.',
    'It is marketed as a [|cure|].',
    'According to its makers, it [|cures|] gout.',
    'It [|cures|] gout, according to its makers.',
    'It [|cures|] gout, the maker says.',
    'Researchers found that it [|cures|] gout.',
    'Many believe it [|cures|] gout.',
  ])
})

describe('cues of a sentence', () => {
  it('are given in the order of the text, with their places', () => {
    const text = 'No tea “cures” gout, but it may help.'
    const cues = assertionReader.cuesOf(readBlock(text), 0)
    expect(cues.map(({kind, start, end}) => [kind, text.slice(start, end)])).toEqual([
      ['negated', 'No'],
      ['quoted', '“'],
      ['hedged', 'may'],
    ])
  })
})

describe('any text', () => {
  const words = fc.constantFrom(
    'no',
    'not',
    'may',
    'if',
    'cures',
    'it',
    ',',
    ';',
    'but',
    '“',
    '”',
    "'",
    '?',
    'to',
    'without',
    'said',
    '.',
  )
  it('is read without a crash, every cue inside it', () => {
    fc.assert(
      fc.property(fc.array(words), fc.nat(), fc.nat(), (parts, a, b) => {
        const text = parts.join(' ')
        const reading = readBlock(text)
        const start = Math.min(a, b) % (text.length + 1)
        for (const cue of assertionReader.explain(reading, {start, end: start + 4}, true)) {
          expect(cue.start).toBeLessThan(cue.end)
          expect(cue.end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
