import {describe, expect, it} from 'vitest'
import type {CueGroup} from '../../src/language/cue-definition.js'
import {assertionReader, cueGroups} from '../../src/language/cues.js'
import {readBlock} from '../../src/language/read.js'

const unmark = (marked: string) => {
  const start = marked.indexOf('[|')
  const text = marked.replace('[|', '').replace('|]', '')
  return {text, span: {start, end: marked.indexOf('|]') - 2}}
}

const describeGroup = (group: CueGroup) =>
  describe(`cues of ${group.name}`, () => {
    for (const example of group.examples)
      for (const [expected, marked] of Object.entries(example))
        it(`${expected}: ${marked}`, () => {
          const {text, span} = unmark(marked)
          const statuses = assertionReader.assertionOf(readBlock(text), span)
          if (expected === 'asserted') expect(statuses).toEqual([])
          else expect(statuses).toContain(expected)
        })
  })

for (const group of cueGroups) describeGroup(group)

describe('every group of cues', () => {
  it.each(cueGroups)('$name gives its reason and at least two examples', (group) => {
    expect(group.why.length).toBeGreaterThan(20)
    expect(group.examples.length).toBeGreaterThanOrEqual(2)
  })

  it('has a name of its own', () => {
    const names = cueGroups.map(({name}) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
