import {describe, expect, it} from 'vitest'
import {assertionReader} from '../../src/language/cues.js'
import {readBlock} from '../../src/language/read.js'

const denies = (text: string, target: string): boolean => {
  const start = text.toLowerCase().indexOf(target.toLowerCase())
  return assertionReader.assertionOf(readBlock(text), {start, end: start + target.length}).includes('negated')
}

describe('a note denies', () => {
  it.each([
    ['She denies fever, chills or night sweats.', 'night sweats'],
    ['No evidence of fracture.', 'FRACTURE'],
    ['The abdomen is soft without tenderness.', 'tenderness'],
    ['Pneumonia was ruled out.', 'pneumonia'],
    ['Blood cultures were negative for any growth.', 'growth'],
    ['Lungs are clear; no wheeze, crackle or rub.', 'rub'],
    ['NO CLUBBING, CYANOSIS, OR EDEMA.', 'edema'],
    ['Her cough resolved.', 'cough'],
    ['Her cough has cleared, but she wheezes.', 'cough'],
    ['Neg rebound, -ve guarding.', 'guarding'],
    ['Nil vomiting overnight.', 'vomiting'],
    ['Ankle pain w/o swelling.', 'swelling'],
    ['Jaundice absent, pallor present.', 'jaundice'],
    ['The picture is inconsistent with gout.', 'gout'],
    ['No change in weight, appetite or sleep.', 'appetite'],
    ['Allergies: none.', 'allergies'],
  ])('in “%s”: %s', (text, target) => {
    expect(denies(text, target)).toBe(true)
  })

  it.each([
    ['He has no cough but reports fever.', 'fever'],
    ['Rule out pneumonia.', 'pneumonia'],
    ['We cannot rule out pneumonia.', 'pneumonia'],
    ['The film cannot completely exclude a crack.', 'crack'],
    ['No rash, mild swelling of the ankle.', 'swelling'],
    ['Jaundice absent, pallor present.', 'pallor'],
    ['He denies pain and reports nausea.', 'nausea'],
    ['No trouble other than a limp.', 'limp'],
    ['No further change in the mass.', 'mass'],
    ['She had chest pain without nausea.', 'chest pain'],
    ['The cough has not resolved.', 'cough'],
    ['He came because of no improvement in his cough.', 'cough'],
  ])('not in “%s”: %s', (text, target) => {
    expect(denies(text, target)).toBe(false)
  })

  it.each([
    ['The lungs without any crackle.', 'lungs without any crackle'],
    ['The joint shows no swelling or warmth.', 'joint shows no swelling'],
    ['Eyes: clear, no discharge.', 'Eyes: clear, no discharge'],
  ])('not a finding that was named with its own denial, in “%s”: %s', (text, target) => {
    expect(denies(text, target)).toBe(false)
  })
})

const hedged = (text: string): boolean =>
  assertionReader.cuesOf(readBlock(text), 0).some(({kind}) => kind === 'hedged')

const hedgedAsWhole = (text: string): boolean =>
  assertionReader.assertionOf(readBlock(text), {start: 0, end: text.length}).includes('hedged')

describe('a claim is', () => {
  it.each([
    'Walking may lower blood pressure.',
    'Walking appears to lower blood pressure.',
    'Poor sleep is likely to raise the risk.',
    'Perhaps salt is to blame.',
  ])('hedged in “%s”', (text) => {
    expect(hedged(text)).toBe(true)
    expect(hedgedAsWhole(text)).toBe(true)
  })

  it.each([
    'Walking lowers blood pressure.',
    'Walking can lower blood pressure.',
    'Walkers are less likely to fall ill.',
    'The course starts in May and lowers blood pressure.',
    'The leak causes a potentially fatal bleed.',
    'These figures suggest that walking lowers blood pressure.',
  ])('direct in “%s”', (text) => {
    expect(hedged(text)).toBe(false)
    expect(hedgedAsWhole(text)).toBe(false)
  })

  it.each([
    ['These figures suggest that walking lowers blood pressure.', 'lowers'],
    ['Walking can help to lower blood pressure.', 'lower'],
    ['A possible cure was found.', 'cure'],
    ['Walking lowers blood pressure, potentially sparing people tablets.', 'sparing'],
    ['Walking lowers blood pressure, a finding that could change advice.', 'change'],
  ])('direct, though a word in it is hedged: “%s”', (text, word) => {
    const start = text.indexOf(word)
    expect(hedged(text)).toBe(false)
    expect(assertionReader.assertionOf(readBlock(text), {start, end: start + word.length})).toContain(
      'hedged',
    )
  })
})
