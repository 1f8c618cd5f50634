import {expect, it} from 'vitest'
import {applyFixes, createLinter} from '../../src/index.js'

const linter = createLinter({rules: {'no-duplicate-blocks': 'warning'}})

const fixed = (text: string, path = 'a.md'): string => {
  const {diagnostics} = linter.lint(text, {path})
  expect(diagnostics).toHaveLength(1)
  return applyFixes(text, diagnostics).output
}

it('takes out a copy that stands right behind the first', () => {
  expect(fixed('Rest the joint.\n\nRest the joint.\n\nDrink water.\n')).toBe(
    'Rest the joint.\n\nDrink water.\n',
  )
})

it('leaves it to the author which of two copies apart is one too many', () => {
  const text = 'Take each tablet with cold water.\n\nRest.\n\nTake each tablet with cold water.\n'
  expect(fixed(text)).toBe(text)
  const [suggestion] = linter.lint(text, {path: 'a.md'}).diagnostics[0]!.suggestions
  expect(suggestion?.edits).toEqual([{start: 40, end: 75, text: ''}])
})

it('leaves the indentation of the line behind a copy that it takes out', () => {
  const text = '<Note>\n  Rest the joint.\n\n  Rest the joint.\n\n  Drink water.\n</Note>\n'
  expect(fixed(text, 'a.mdx')).toBe('<Note>\n  Rest the joint.\n\n  Drink water.\n</Note>\n')
})
