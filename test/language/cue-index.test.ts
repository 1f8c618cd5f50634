import {describe, expect, it} from 'vitest'
import {PackError} from '../../src/errors.js'
import {addCue, createCueIndex, matchCues} from '../../src/language/cue-index.js'

/** Whether a cue is exactly these words. */
const matches = (cue: string, words: string): boolean => {
  const index = createCueIndex<string>()
  addCue(index, cue, 'found')
  const list = words.split(' ')
  let whole = false
  matchCues(index, list, 0, (to) => {
    whole ||= to === list.length
  })
  return whole
}

describe('a cue', () => {
  it.each([
    ['free of', 'free of'],
    ['(lack | absence) of', 'absence of'],
    ['(lack | absence of) proof', 'absence of proof'],
    ['not (only | just)?', 'not'],
    ['not (only | just)?', 'not just'],
    ['has (not | never) (yet)? been (seen | found)', 'has never yet been found'],
    ['rule _ out', 'rule it out'],
    ['rule _? out', 'rule out'],
    ['~claim to', 'claimed to'],
    ['~be said', 'was said'],
    ["don't", "do n't"],
    ['so called', 'so - called'],
    ['myth :', 'myth :'],
    [', (he | she) (said | says)', ', she says'],
    ['\\( (gone | over)', '( gone'],
    ['\\( - \\)', '( - )'],
  ])('%s is met in “%s”', (cue, words) => {
    expect(matches(cue, words)).toBe(true)
  })

  it.each([
    ['free of', 'free from'],
    ['(lack | absence of) proof', 'absence proof'],
    ['rule _ out', 'rule out'],
    ['not (only | just)?', 'not merely'],
    ['~claim to', 'claimant to'],
  ])('%s is not met in “%s”', (cue, words) => {
    expect(matches(cue, words)).toBe(false)
  })

  it.each(['(a | b', 'a)', 'a?', '(a | b)?', '_ said'])('cannot be written %s', (cue) => {
    expect(() => addCue(createCueIndex<string>(), cue, '')).toThrow(PackError)
  })
})
