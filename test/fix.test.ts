import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Diagnostic, Edit} from '../src/diagnostic.js'
import {applyFixes, fixText} from '../src/fix.js'
import {diagnosticOn} from './reporters/diagnostics.js'

const source = 'one two three four'

const fixing = (words: string, text: string): Diagnostic => {
  const start = source.indexOf(words)
  return diagnosticOn(source, words, {fix: [{start, end: start + words.length, text}]})
}

describe('applying fixes', () => {
  it('makes every change that stands apart from the others', () => {
    const diagnostics = [fixing('three', '3'), diagnosticOn(source, 'two'), fixing('one ', '')]
    const {output, applied, remaining} = applyFixes(source, diagnostics)
    expect(output).toBe('two 3 four')
    expect([applied.length, remaining]).toEqual([2, [diagnostics[1]]])
  })

  it('lets the first of two overlapping changes win, and leaves the other whole', () => {
    const [first, second] = [fixing('one two', '12'), fixing('two three', '23')]
    expect(applyFixes(source, [second, first])).toEqual({
      output: '12 three four',
      applied: [first],
      remaining: [second],
    })
  })

  it('makes all edits of a diagnostic or none', () => {
    const edits: Edit[] = [
      {start: 0, end: 3, text: '1'},
      {start: 4, end: 7, text: '2'},
    ]
    const both = diagnosticOn(source, 'one two', {fix: edits})
    const middle = diagnosticOn(source, 'one', {fix: [{start: 2, end: 5, text: '-'}]})
    expect(applyFixes(source, [both, middle]).output).toBe('1 2 three four')
    expect(
      applyFixes(source, [diagnosticOn(source, 'one', {fix: [edits[0]!, {start: 17, end: 99, text: ''}]})])
        .output,
    ).toBe(source)
  })

  it('keeps every character that no applied edit covers', () => {
    const edit = fc.tuple(fc.nat(30), fc.nat(5), fc.constantFrom('', 'X', 'long text'))
    fc.assert(
      fc.property(
        fc.string({minLength: 40, maxLength: 60}),
        fc.array(edit, {maxLength: 8}),
        (text, edits) => {
          const diagnostics = edits.map(([start, length, replacement]) =>
            diagnosticOn(text, '', {fix: [{start, end: start + length, text: replacement}]}),
          )
          const {output, applied, remaining} = applyFixes(text, diagnostics)
          const change = applied
            .flatMap(({fix}) => fix!)
            .reduce((sum, one) => sum + one.text.length - (one.end - one.start), 0)
          expect(output.length).toBe(text.length + change)
          expect(applied.length + remaining.length).toBe(diagnostics.length)
        },
      ),
    )
  })
})

describe('fixing a text', () => {
  const linting = (find: (text: string) => Diagnostic[]) => (text: string) => ({
    diagnostics: find(text),
    suppressed: [],
  })

  it('goes on until nothing is left, since one change can uncover another', () => {
    const lint = linting((text) => {
      const start = text.indexOf('()')
      return start === -1 ? [] : [diagnosticOn(text, '()', {fix: [{start, end: start + 2, text: ''}]})]
    })
    expect(fixText('a(())b', lint)).toEqual({
      output: 'ab',
      applied: 2,
      result: {diagnostics: [], suppressed: []},
    })
  })

  it('ends with changes that undo each other', () => {
    const lint = linting((text) => [
      diagnosticOn(text, '', {fix: [{start: 0, end: 1, text: text === 'a' ? 'b' : 'a'}]}),
    ])
    expect(fixText('a', lint).applied).toBe(10)
  })
})
