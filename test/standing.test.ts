import {describe, expect, it} from 'vitest'
import {createLinter} from '../src/index.js'

const found = (text: string) =>
  createLinter({
    rules: {
      'no-absolute-efficacy': 'error',
      'no-miracle-words': 'warning',
      'no-absolute-safety': 'error',
      'no-natural-means-safe': 'error',
      'no-disability-labels': 'warning',
    },
  })
    .lint(text)
    .diagnostics.map(({ruleId, actual}) => [ruleId, actual])

describe('a claim that is struck out', () => {
  it('is withdrawn, and the one beside it is not', () => {
    expect(found('~~Keto cures diabetes.~~ Keto cures gout.')).toEqual([
      ['no-absolute-efficacy', 'cures gout'],
    ])
  })

  it('is told where only a word of it is struck out', () => {
    expect(found('Keto ~~quickly~~ cures gout.')).toEqual([['no-absolute-efficacy', 'cures gout']])
  })

  it('is no excuse for what is not a claim', () => {
    expect(found('~~A handicapped child.~~')).toEqual([['no-disability-labels', 'handicapped']])
  })
})

describe('a claim in a longer one', () => {
  it('is told once, as the longer', () => {
    expect(found('This tea is a miracle cure for diabetes.')).toEqual([
      ['no-absolute-efficacy', 'miracle cure for diabetes'],
    ])
    expect(found('It is 100% natural and 100% safe.')).toEqual([
      ['no-natural-means-safe', '100% natural and 100% safe'],
    ])
  })

  it('is told when the longer is excused', () => {
    const excuse = '<!-- healthlint-disable-next-line no-absolute-efficacy -- the name of a film -->'
    expect(found(`${excuse}\nThis tea is a miracle cure for diabetes.`)).toEqual([
      ['no-miracle-words', 'miracle'],
    ])
  })
})
