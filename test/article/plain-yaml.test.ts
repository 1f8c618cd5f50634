import fc from 'fast-check'
import {expect, test} from 'vitest'
import {fullYaml} from '../../src/article/full-yaml.js'
import {plainYaml} from '../../src/article/plain-yaml.js'

const isRead = (text: string): boolean => plainYaml(text) !== undefined

test('front matter as it is mostly written is read as the library reads it', () => {
  const text = [
    'title: "Ginger tea: does it help?"',
    "author: 'Ana'",
    '# what the page shows first',
    'summary: >-',
    '  Ginger may settle',
    '  a stomach.',
    'note: |',
    '  One.',
    '  Two.',
    'date: 2026-01-31',
    'draft: false',
    'weight : 12',
    'tags: [tea, "common colds", 3]',
    'image: /ginger.png',
    'aliases:',
    '- /tea',
    'seo:',
    '  title: Ginger',
    '  reviewed:',
    'faq:',
    '  - q: Does it help?',
    '    a: Perhaps',
    '  - q: How much',
    '"@type": FAQPage',
    'keywords: ["a","b"]',
    '',
  ].join('\n')
  expect(isRead(text)).toBe(true)
  expect(plainYaml(text)).toEqual(fullYaml(text))
})

test('carriage returns at the ends of lines change no value', () => {
  const text = 'title: Ginger\ntags: [tea, colds]\nseo:\n  title: Tea\n'
  expect(isRead(text)).toBe(true)
  expect(plainYaml(text.replaceAll('\n', '\r\n'))).toEqual(fullYaml(text.replaceAll('\n', '\r\n')))
})

test.each([
  ['a value over several lines', 'a: one\n  two\n'],
  ['a block with a blank line', 'a: |\n  one\n\n  two\n'],
  ['a block with a line indented further', 'a: >\n  one\n    two\n'],
  ['an escape', 'a: "one\\ttwo"\n'],
  ['a comment', 'a: one # two\n'],
  ['an anchor', 'a: &b one\n'],
  ['an unusual number', 'a: 1e3\n'],
  ['a tab', 'a:\tone\n'],
  ['a second document', 'a: one\n---\nb: two\n'],
  ['no map', '- one\n'],
])('%s is left to the library', (_, text) => {
  expect(isRead(text)).toBe(false)
})

const scalar = fc.constantFrom(
  'one', 'one two', 'one: two', 'one:two', 'one #two', 'one#two', '"one"', '"one" two', "'it''s'", '12', '007', '1.5', '0x1f', '1e5',
  'true', 'True', 'null', '~', '2026-01-31', '12:30', '/a', '-1', '- one', '[]', '[one, "two", 3]', '[one,two]', '[one, [two]]', '[one: two]',
  '[one', '{a: b}', '|', '>-', '&a one', '*a', '!t one', '<b>one</b>', 'a, b', 'one"two', '@one', '%one', 'one:', '"', "''", '',
  '[one, ]', '["one" two]', '[a b, c#d, e #f]', '---', '...', 'é', 'https://a.b/c?d=e',
) // biome-ignore format: one list
const start = fc.constantFrom(
  'a:',
  'b: ',
  'c-d: ',
  'e : ',
  '- ',
  '- a: ',
  '-   b: ',
  '"k": ',
  'null: ',
  'toString: ',
  '# ',
  '',
  '-',
  '? ',
  'plain ',
  'k: >-\n  ',
  'k: |\n    ',
)
const indent = fc.constantFrom('', '', '', '  ', '  ', '    ', '      ', '   ')
const end = fc.constantFrom('\n', '\n', '\n', ' \n', '\n\n', '\r\n', '\n  \n', '\n# note\n', '')
const line = fc.tuple(indent, start, scalar, end).map((parts) => parts.join(''))

test('whatever it reads, it reads as the library does', () => {
  fc.assert(
    fc.property(fc.array(line, {maxLength: 7}), (lines) => {
      const text = lines.join('')
      const plain = plainYaml(text)
      if (plain !== undefined) expect(plain).toEqual(fullYaml(text))
    }),
    {numRuns: 3000},
  )
})
