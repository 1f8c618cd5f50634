import {describe, expect, it} from 'vitest'
import {claimStrength} from '../../src/language/claim-strength.js'
import {isNegated} from '../../src/language/negation.js'

describe('a note denies', () => {
  it.each([
    ['She denies fever, chills or night sweats.', 'night sweats'],
    ['No evidence of fracture.', 'FRACTURE'],
    ['The abdomen is soft without tenderness.', 'tenderness'],
    ['Pneumonia was ruled out.', 'pneumonia'],
    ['Blood cultures were negative for any growth.', 'growth'],
    ['Lungs are clear; no wheeze, crackle or rub.', 'rub'],
  ])('in “%s”: %s', (text, target) => {
    expect(isNegated(text, target)).toBe(true)
  })

  it.each([
    ['He has no cough but reports fever.', 'fever'],
    ['Rule out pneumonia.', 'pneumonia'],
    ['She had chest pain without nausea.', 'chest pain'],
    ['The lungs without any crackle.', 'lungs without any crackle'],
    ['She has asthma.', 'fever'],
  ])('not in “%s”: %s', (text, target) => {
    expect(isNegated(text, target)).toBe(false)
  })
})

describe('a claim is', () => {
  it.each([
    'Walking may lower blood pressure.',
    'Walking appears to lower blood pressure.',
    'Poor sleep is likely to raise the risk.',
    'Perhaps salt is to blame.',
  ])('hedged in “%s”', (text) => {
    expect(claimStrength(text)).toBe('hedged')
  })

  it.each([
    'Walking lowers blood pressure.',
    'Walking can lower blood pressure.',
    'Walkers are less likely to fall ill.',
    'The course starts in May and lowers blood pressure.',
    'The leak causes a potentially fatal bleed.',
  ])('direct in “%s”', (text) => {
    expect(claimStrength(text)).toBe('direct')
  })
})
