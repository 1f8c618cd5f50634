import {describe, expect, it} from 'vitest'
import attribution from '../../rules/lexicons/cues/attribution.yaml'
import boundaries from '../../rules/lexicons/cues/boundaries.yaml'
import clinical from '../../rules/lexicons/cues/clinical.yaml'
import negation from '../../rules/lexicons/cues/negation.yaml'
import uncertainty from '../../rules/lexicons/cues/uncertainty.yaml'
import {type CueGroup, parseBoundaries, parseCueGroups} from '../../src/language/cue-definition.js'
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
  it('has the shape that the schema gives it, what was left out filled in', () => {
    expect(cueGroups).toEqual([negation, clinical, uncertainty, attribution].flatMap(parseCueGroups))
    expect(parseBoundaries(boundaries)).toEqual(boundaries)
  })

  it.each(cueGroups)('$name gives its reason and at least two examples', (group) => {
    expect(group.why.length).toBeGreaterThan(20)
    expect(group.examples.length).toBeGreaterThanOrEqual(2)
  })

  it('has a name of its own', () => {
    const names = cueGroups.map(({name}) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
