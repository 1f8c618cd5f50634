import {describe, expect, it} from 'vitest'
import {inflect} from '../../src/language/inflection.js'

const forms = (word: string): string => inflect(word).join(' ')

describe('inflections', () => {
  it.each([
    ['cure', 'cure cures cured curing'],
    ['heal', 'heal heals healed healing'],
    ['stop', 'stop stops stopped stopping'],
    ['treat', 'treat treats treated treating'],
    ['study', 'study studies studied studying'],
    ['play', 'play plays played playing'],
    ['fix', 'fix fixes fixed fixing'],
    ['reach', 'reach reaches reached reaching'],
    ['die', 'die dies died dying'],
    ['agree', 'agree agrees agreed agreeing'],
    ['prefer', 'prefer prefers preferred preferring'],
    ['prevent', 'prevent prevents prevented preventing'],
    ['eliminate', 'eliminate eliminates eliminated eliminating'],
    ['reverse', 'reverse reverses reversed reversing'],
    ['guarantee', 'guarantee guarantees guaranteed guaranteeing'],
    ['mimic', 'mimic mimics mimicked mimicking'],
    ['help', 'help helps helped helping'],
    ['relieve', 'relieve relieves relieved relieving'],
    ['boost', 'boost boosts boosted boosting'],
    ['detox', 'detox detoxes detoxed detoxing'],
    ['benefit', 'benefit benefits benefited benefitted benefiting benefitting'],
    ['quit', 'quit quits quitting'],
    ['answer', 'answer answers answered answering'],
    ['control', 'control controls controlled controlling'],
    ['claim', 'claim claims claimed claiming'],
    ['bloat', 'bloat bloats bloated bloating'],
  ])('of a regular word: %s', (word, expected) => {
    expect(forms(word)).toBe(expected)
  })

  it.each([
    ['prove', 'prove proves proved proven proving'],
    ['overcome', 'overcome overcomes overcame overcoming'],
    ['lose', 'lose loses lost losing'],
    ['beat', 'beat beats beaten beating'],
    ['rid', 'rid rids ridded ridding'],
    ['person', 'person people persons'],
    ['child', 'child children'],
    ['foot', 'foot feet'],
    ['diagnosis', 'diagnosis diagnoses'],
  ])('of an irregular word: %s', (word, expected) => {
    expect(forms(word)).toBe(expected)
  })

  it('have both spellings where British and American differ', () => {
    expect(forms('cancel')).toBe('cancel cancels canceled cancelled canceling cancelling')
    expect(forms('label')).toContain('labelled')
    expect(forms('label')).toContain('labeled')
  })

  it('leave a final consonant single after an unstressed syllable or two vowels', () => {
    expect(forms('suffer')).not.toContain('sufferred')
    expect(forms('heal')).not.toContain('heall')
    expect(forms('fail')).toBe('fail fails failed failing')
  })

  it('compare short adjectives, and no others', () => {
    expect(inflect('safe')).toEqual(expect.arrayContaining(['safer', 'safest']))
    expect(inflect('big')).toEqual(expect.arrayContaining(['bigger', 'biggest']))
    expect(inflect('healthy')).toEqual(expect.arrayContaining(['healthier', 'healthiest']))
    expect(inflect('cure')).not.toContain('curer')
  })

  it('of a group of words are those of its last word', () => {
    expect(inflect('side effect')).toEqual(expect.arrayContaining(['side effect', 'side effects']))
    expect(inflect('self-heal')).toContain('self-healing')
  })

  it('leave alone what is not a plain word', () => {
    expect(inflect('covid19')).toEqual(['covid19'])
    expect(inflect("n't")).toEqual(["n't"])
  })

  it('begin with the word itself and hold each form once', () => {
    for (const word of ['cure', 'quit', 'series', 'set', 'focus']) {
      expect(inflect(word)[0]).toBe(word)
      expect(new Set(inflect(word)).size).toBe(inflect(word).length)
    }
  })
})
