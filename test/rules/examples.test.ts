import {describe, expect, test} from 'vitest'
import {createLinter} from '../../src/index.js'
import {builtinPack} from '../../src/rules/builtin.js'
import {trialsOf, tryExample} from '../../src/rules/example.js'

/*
 * A rule's examples are its tests. Each is linted with that rule alone: words that are marked and not underlined are
 * missing, words that are underlined and not marked are noisy. Each is tried again in other shapes, where the same
 * words must be underlined. A `known` example asserts today's wrong result, so that the day it comes right is seen.
 */
const right = {missing: [], noisy: []}

for (const rule of builtinPack.rules) {
  describe(rule.id, () => {
    for (const trial of trialsOf(rule)) {
      const {example, number, shape, marked} = trial
      const verb = 'fail' in example ? 'finds' : 'passes'
      const label = `${verb} example ${number}${shape === undefined ? '' : `, ${shape}`}: ${marked.slice(0, 70)}`
      test(example.known === undefined ? label : `${label} (known: ${example.known})`, () => {
        const linter = createLinter({rules: {[rule.id]: [rule.level, example.options ?? {}]}})
        const {levels, ...result} = tryExample(trial, linter)
        if (example.known !== undefined) {
          expect(result, 'a known weakness is gone: take `known` off').not.toEqual(right)
          return
        }
        expect(result).toEqual(right)
        if (example.level !== undefined) expect(levels).toContain(example.level)
      })
    }
  })
}
