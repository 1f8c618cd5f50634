import {describe, expect, it} from 'vitest'
import {excerpt} from '../../bench/accuracy/show.js'
import {formatFigure, formatTable} from '../../bench/accuracy/table.js'

describe('the table', () => {
  it('puts bound and verdict behind a figure', () => {
    expect(formatFigure({name: 'precision', value: 0.9812, atLeast: 0.97})).toBe(
      'precision 0.981 (≥ 0.97 pass)',
    )
    expect(formatFigure({name: 'alarms', value: 0.1, atMost: 0.08})).toBe('alarms 0.100 (≤ 0.08 short)')
    expect(formatFigure({name: 'F1', value: undefined})).toBe('F1 –')
  })

  it('aligns its columns and counts the targets met', () => {
    const table = formatTable([
      {
        name: 'tea',
        rules: [],
        set: 'tea.jsonl',
        cases: 12,
        counts: {truePositive: 3, falsePositive: 10.7, falseNegative: 0, trueNegative: 5},
        figures: [{name: 'recall', value: 1, atLeast: 0.8}],
        wrong: [],
      },
      {
        name: 'coffee-and-cake',
        rules: [],
        set: 'coffee.jsonl',
        cases: 3,
        figures: [{name: 'alarms', value: 4, atMost: 2, counted: true}],
        wrong: [],
      },
    ])
    expect(table.split('\n')).toEqual([
      'measure          cases  tp  fp  fn  tn  figures',
      'tea                 12   3  11   0   5  recall 1.000 (≥ 0.8 pass)',
      'coffee-and-cake      3                  alarms 4 (≤ 2 short)',
      '1 of 2 targets met',
    ])
  })
})

describe('the words around a wrong case', () => {
  it('are the whole text when it is short, with what was missed in marks', () => {
    expect(excerpt({text: 'Tea cures\ncolds.', diagnostics: [], missed: {start: 4, end: 9}})).toBe(
      'Tea [|cures|] ⏎ colds.',
    )
  })

  it('are a window of a long text', () => {
    const text = `${'a'.repeat(2000)}cures${'b'.repeat(2000)}`
    const shown = excerpt({text, diagnostics: [], missed: {start: 2000, end: 2005}})
    expect(shown).toMatch(/^… a+\[\|cures\|\]b+ …$/)
    expect(shown.length).toBeLessThan(400)
  })
})
