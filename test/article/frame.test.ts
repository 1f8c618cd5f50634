import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {buildArticle} from '../../src/article/build.js'
import {assertionReader} from '../../src/language/cues.js'

/** What frames the one `tea cures gout` of a text; `undefined` where nothing does. */
const frameIn = (source: string): string | undefined => {
  const article = buildArticle(source, {assertion: assertionReader})
  const start = article.fullText.toLowerCase().indexOf('tea cures gout')
  expect(start).toBeGreaterThanOrEqual(0)
  const frame = article.frameOf({start, end: start + 14})
  return frame === undefined ? undefined : article.fullText.slice(frame.start, frame.end)
}

const table = (header: string, row: string): string => `| ${header} |\n|---|---|\n| ${row} |\n`

describe('words that are told as false or as somebody else’s', () => {
  test.each([
    [table('Myth | Fact', 'Tea cures gout | No'), 'Myth'],
    [table('Common misconceptions | Reality', 'Tea cures gout | No'), 'Common misconceptions'],
    [table('Claim | What the evidence says', 'Tea cures gout | Weak'), 'Claim'],
    [table('Avoid | Use instead', 'Tea cures gout | Tea is warm'), 'Avoid'],
    [table(' | About tea', 'Myth | Tea cures gout'), 'Myth'],
    [table('Saying | Note', 'Tea cures gout | False.'), 'False.'],
    ['## Common myths\n\n### Tea cures gout\n\nRead on.', 'Common myths'],
    ['## 5 myths about gout\n\n1. Tea cures gout.', '5 myths about gout'],
    ['## Gout myths\n\n**Tea cures gout.** Read on.', 'Gout myths'],
    ['## Gout myths\n\n“Tea cures gout.” Read on.', 'Gout myths'],
    ['# Five myths about gout\n\n## Tea cures gout\n\nRead on.', 'Five myths about gout'],
    ['# Myths about gout\n\n## 2. Tea cures gout\n\nRead on.', 'Myths about gout'],
    ['---\ntitle: 3 gout myths\n---\n\n## Tea cures gout\n\nRead on.', '3 gout myths'],
    ['## Myth\n\nTea cures gout.\n\n## Fact\n\nRest helps.', 'Myth'],
    ['## How to spot a health scam\n\n- Tea cures gout', 'How to spot a health scam'],
    ['Watch out for phrases such as:\n\n- Tea cures gout', 'Watch out for phrases such as:'],
    ['Be wary of products that say:\n\n> Tea cures gout', 'Be wary of products that say:'],
    ['Sellers claim that:\n\n- tea cures gout', 'Sellers claim that:'],
    ['**Claim:** Tea cures gout.\n\n**Verdict:** False.', 'Claim:'],
    ['- **Myth 2.** Tea cures gout.', 'Myth 2.'],
    ['Tea cures gout. False!', 'False!'],
    ['Tea cures gout. This is a dangerous myth.', 'This is a dangerous myth.'],
    ['Tea cures gout. None of this is true.', 'None of this is true.'],
    ['Tea cures gout. There is no evidence for it.', 'There is no evidence for it.'],
    ['### Tea cures gout\n\nNo, it doesn’t. Rest helps.', 'No, it doesn’t.'],
    ['Tea cures gout.\n\nVerdict: mostly false.', 'Verdict: mostly false.'],
  ])('%j', (source, frame) => {
    expect(frameIn(source)).toBe(frame)
  })
})

describe('what an article says in its own voice', () => {
  test.each([
    table('Myth | Fact', 'Pills help | Tea cures gout'),
    table('Claim | Price', 'Tea cures gout | 5'),
    table('Claim | Verdict', 'Tea cures gout | True'),
    '# The truth about our tea\n\nTea cures gout.',
    '# Gout myths\n\nTea cures gout.',
    '# Gout myths\n\n## Tea cures gout\n\nBuy it.',
    '# 5 gout myths\n\n## Our tea cures gout\n\nRead on.',
    '# Beyond the myths\n\n- Tea cures gout',
    '## Gout myths\n\n- Pills help. Fact: tea cures gout.',
    '## Gout myths\n\n- Pills help.\n\n  Tea cures gout.',
    '## Gout myths\n\n**Pills help.** They do not; tea cures gout.',
    '## Gout myths\n\n### Pills help\n\n- Tea cures gout',
    '## Facts\n\n- Tea cures gout',
    'We promise that:\n\n- tea cures gout',
    'Beware of pills. Our shop has what you need:\n\n- Tea cures gout',
    'Claim: Tea cures gout.\n\nVerdict: True.',
    'Tea cures gout. It does not hurt.',
    'Is it so that tea cures gout? No.',
    'Tea cures gout. False modesty is not for us.',
    'Tea cures gout. No. 1 in the shops.',
    'Tea cures gout. It is wrong to take pills.',
    'Tea cures gout.\n\nThere is no evidence that pills do better.',
    'Tea cures gout.\n\n## False\n\nRead on.',
  ])('%j', (source) => {
    expect(frameIn(source)).toBeUndefined()
  })
})

test('what is framed has the status of what others say', () => {
  const article = buildArticle('## Gout myths\n\n- Tea cures gout', {assertion: assertionReader})
  const {start, end} = article.blocks[1]!
  expect(article.assertionOf({start, end})).toEqual(['attributed'])
})

test('a frame lies in the text and outside what it frames, whatever the text', () => {
  const pieces = [
    'Myth',
    'Fact',
    ' | ',
    '\n',
    '\n\n',
    '## ',
    '- ',
    'Tea cures gout.',
    'False!',
    '**',
    ':',
    '|---|---|',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), {maxLength: 24}), (parts) => {
      const article = buildArticle(parts.join(''), {assertion: assertionReader})
      for (const {start, end} of article.sentences) {
        const frame = article.frameOf({start, end})
        if (frame === undefined) continue
        expect(frame.start).toBeGreaterThanOrEqual(0)
        expect(frame.end).toBeLessThanOrEqual(article.fullText.length)
        expect(frame.end <= start || frame.start >= end).toBe(true)
      }
    }),
  )
})
