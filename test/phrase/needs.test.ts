import {expect, it} from 'vitest'
import {Operation} from '../../src/phrase/instructions.js'
import {needsOf} from '../../src/phrase/needs.js'
import {programOf} from './found.js'

/** The words that a phrase needs, by their letters; `<name>` for a lexicon, `a|b` for a set. */
const needs = (phrase: string): readonly string[] => {
  const program = programOf({
    phrases: [{key: 'k', text: phrase}],
    lexicons: [{name: 'remedy', entries: ['tea', 'oil']}],
  })
  const {words} = program.vocabulary
  const letters = (symbol: number): string =>
    words.letters.slice(words.letterStarts[symbol]!, words.letterStarts[symbol + 1]!)
  return [...needsOf(program.code, program.sets, program.phrases[0]!.entry)].map((at) => {
    const argument = program.code[at + 1]!
    if (program.code[at] === Operation.named) return '<remedy>'
    if (program.code[at] === Operation.token) return letters(argument)
    const set = program.sets.subarray(argument + 1, argument + 1 + program.sets[argument]!)
    return [...set].map(letters).join('|')
  })
}

it.each([
  ['words, sets and lexicons in a row', 'take <remedy> (daily | often)', ['take', '<remedy>', 'daily|often']],
  ['what stands behind a gap', 'take ..3 daily', ['take', 'daily']],
  ['not what may be left out', 'take (one of)? daily', ['take', 'daily']],
  ['not what is one way of several', '(take one | drink of) daily', ['daily']],
  ['not what stands in a way inside an option', 'take (one (small | very large))? daily', ['take', 'daily']],
  ['not what must not follow', 'take !(two ..2 daily) one', ['take', 'one']],
  ['what is underlined', 'take [one (more cup | glass of)] daily', ['take', 'one', 'daily']],
  ['what stands in the next sentence', 'take / daily', ['take', 'daily']],
])('a phrase needs %s', (_, phrase, expected) => {
  expect(needs(phrase)).toEqual(expected)
})
