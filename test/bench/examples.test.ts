import {describe, expect, it} from 'vitest'
import {verdictOfExample} from '../../bench/accuracy/measures/examples.js'
import {placeOf} from '../../bench/accuracy/measures/language.js'
import type {Diagnostic, Level} from '../../src/diagnostic.js'

const finding = (start: number, end: number, level: Level = 'error'): Diagnostic => ({
  ruleId: 'no-tea',
  level,
  message: '',
  note: '',
  url: '',
  path: 'tea.md',
  start: {line: 1, column: start + 1, offset: start},
  end: {line: 1, column: end + 1, offset: end},
  actual: '',
  sentence: '',
  expected: [],
  suggestions: [],
  related: [],
  fingerprint: '',
})

describe('a failing example', () => {
  const marked = 'Tea [|cures|] colds.'

  it('is right when the marked words are touched, and exact when they are the words', () => {
    expect(verdictOfExample('fail', marked, [finding(4, 9)], 'error')).toEqual({right: true, exact: true})
    expect(verdictOfExample('fail', marked, [finding(0, 9)], 'error')).toEqual({right: true, exact: false})
  })

  it('is wrong when nothing is found, and when something else is found too', () => {
    expect(verdictOfExample('fail', marked, [], 'error').right).toBe(false)
    expect(verdictOfExample('fail', marked, [finding(4, 9), finding(10, 15)], 'error').right).toBe(false)
  })
})

describe('a passing example', () => {
  it('is right when nothing is found', () => {
    expect(verdictOfExample('pass', 'Tea is hot.', [], 'error').right).toBe(true)
    expect(verdictOfExample('pass', 'Tea is hot.', [finding(0, 3)], 'error').right).toBe(false)
  })

  it('may have a finding at info, unless the rule never says more than that', () => {
    expect(verdictOfExample('pass', 'Tea is hot.', [finding(0, 3, 'info')], 'warning').right).toBe(true)
    expect(verdictOfExample('pass', 'Tea is hot.', [finding(0, 3, 'info')], 'info').right).toBe(false)
  })
})

describe('the place of a target', () => {
  const words = (text: string, target: string): string => {
    const {start, end} = placeOf(text, target)
    return text.slice(start, end)
  }

  it('is found whatever its case and the width of its spaces', () => {
    expect(words('No SIGNS   of a cold.', 'signs of a cold')).toBe('SIGNS   of a cold')
  })

  it('is the one in capitals when there are several', () => {
    expect(placeOf('A cold is a COLD.', 'cold')).toEqual({start: 12, end: 16})
  })

  it('is the longest beginning or ending that the text has', () => {
    expect(words('She drank hot tea', 'hot tea with milk')).toBe('hot tea')
    expect(words('No colds this year.', 'Nose dry. No colds')).toBe('No colds')
  })

  it('is the whole text when none of it is there', () => {
    expect(words('She drank', 'coffee')).toBe('She drank')
  })

  it('takes marks in the target as marks', () => {
    expect(words('a (b) c.*', '(b) c.*')).toBe('(b) c.*')
  })
})
