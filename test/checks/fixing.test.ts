import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {fixText} from '../../src/fix.js'
import {createLinter} from '../../src/index.js'

const linter = createLinter({
  rules: {
    'no-drafting-residue': 'error',
    'no-template-chrome': 'warning',
    'no-duplicate-blocks': 'warning',
    'no-related-widget': 'warning',
    'no-seo-leftovers': 'warning',
  },
})
const lint = (text: string) => linter.lint(text, {path: 'a.md'})

/** Blocks that are right, and blocks that can be fixed, alone and inside others. */
const block = fc.constantFrom(
  '# Gout',
  '## Food',
  'Gout hurts. Rest the joint.',
  'Drink water. (Word count: 412)',
  '*(Word count: 1,204)*',
  'Word count: 987',
  'Note: The above section follows your requirements.',
  'Share this:',
  'Leave a Comment',
  'Previous post',
  'Read the leaflet (opens in new window) first.',
  'Sleep helps. [cite: 2]',
  '- Tea\n- Word count: 12',
  '> Share this:',
  'Cherries may help some people who have gout, but the trials were short, small and not very well made.',
)

describe('fixing with the rules on what was left over', () => {
  it('ends: fixing the output again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(block, {maxLength: 10}), fc.constantFrom('\n', '\r\n'), (blocks, newline) => {
        const text = `${blocks.join('\n\n')}\n`.replaceAll('\n', newline)
        const {output} = fixText(text, lint)
        expect(fixText(output, lint).output).toBe(output)
      }),
    )
  })

  // Two copies that stood apart may come to stand side by side: those are told after, and rightly.
  it('makes no finding but of copies that come together', () => {
    fc.assert(
      fc.property(fc.array(block, {maxLength: 10}), (blocks) => {
        const text = `${blocks.join('\n\n')}\n`
        const before = new Set(lint(text).diagnostics.map(({ruleId, message}) => `${ruleId} ${message}`))
        for (const {ruleId, message} of fixText(text, lint).result.diagnostics)
          if (ruleId !== 'no-duplicate-blocks') expect(before).toContain(`${ruleId} ${message}`)
      }),
    )
  })
})
