import {describe, expect, test} from 'vitest'
import {createLinter} from '../../src/index.js'
import {builtinPack} from '../../src/rules/builtin.js'
import {compareExample, exampleShapes, markedText, readMarks} from '../../src/rules/example.js'
import type {Example} from '../../src/rules/rule.js'

/*
 * A rule's examples are its tests. Each is linted with that rule alone: words that are marked and not underlined are
 * missing, words that are underlined and not marked are noisy. Each is tried again in other shapes, where the same
 * words must be underlined. A `known` example asserts today's wrong result, so that the day it comes right is seen.
 */
const nothing = {missing: [], noisy: []}

for (const rule of builtinPack.rules) {
  describe(rule.id, () => {
    rule.examples.forEach((example, index) => {
      const label = `${'fail' in example ? 'finds' : 'passes'} example ${index + 1}: ${markedText(example as Example).slice(0, 70)}`
      const linter = createLinter({rules: {[rule.id]: [rule.level, example.options ?? {}]}})
      const tried = (marked: string) => {
        const text = readMarks(marked)
        return compareExample(
          text,
          linter.lint(text.text, {path: example.path ?? 'example.md', today: '2026-06-01'}),
        )
      }
      if (example.known !== undefined) {
        test(`${label} (known: ${example.known})`, () => {
          expect(
            tried(markedText(example as Example)),
            'a known weakness is gone: take `known` off',
          ).not.toEqual(nothing)
        })
        return
      }
      test(label, () => expect(tried(markedText(example as Example))).toEqual(nothing))
      if (example.level !== undefined) {
        test(`${label}, at level ${example.level}`, () => {
          const {diagnostics} = linter.lint(readMarks(markedText(example as Example)).text, {
            path: example.path ?? 'example.md',
          })
          expect(diagnostics.map(({level}) => level)).toContain(example.level)
        })
      }
      for (const [shape, change] of Object.entries(exampleShapes)) {
        if (!appliesTo(example as Example, rule.shapes, shape)) continue
        test(`${label}, ${shape}`, () =>
          expect(tried(change(markedText(example as Example)))).toEqual(nothing))
      }
    })
  })
}

/** Front matter and files of other kinds cannot stand in a quote or a list; a rule may say that its examples are whole articles. */
const appliesTo = (example: Example, shapes: string | undefined, shape: string): boolean => {
  const inside = shape === 'in a quote' || shape === 'in a list'
  if (!inside) return true
  const marked = markedText(example)
  return shapes !== 'whole' && !/^(\[\|)?---/.test(marked) && !(example.path ?? '').match(/\.(mdx|txt)$/)
}
