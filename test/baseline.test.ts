import {describe, expect, test} from 'vitest'
import {baselineText, entryOf, matchBaseline} from '../src/baseline.js'
import {createLinter} from '../src/index.js'

const linter = createLinter({rules: {'no-absolute-safety': 'error'}})
const lint = (path: string, text: string) => linter.lint(text, {path}).diagnostics
const before =
  '# Tea\n\nTea is 100% safe for adults. Drink some.\n\n# Juice\n\nThis juice is 100% safe for babies.\n'
const entries = lint('a.md', before).map((one) => entryOf(one))
const noneGone = (_path: string): boolean => false

/** What is still reported of a text, with the baseline of `before`. */
const reported = (text: string, path = 'a.md', isGone = noneGone): readonly string[] =>
  matchBaseline(entries, isGone)
    .match(path, lint(path, text))
    .kept.map(({sentence}) => sentence)

test('a baseline has both findings', () => expect(entries).toHaveLength(2))

describe('a baseline excuses', () => {
  test('what was there', () => expect(reported(before)).toEqual([]))
  test('what is edited elsewhere', () =>
    expect(reported(`A new beginning.\n\n${before.replace('Drink some', 'Drink more')}`)).toEqual([]))
  test('a paragraph that is reflowed or set off', () =>
    expect(reported(before.replace('Tea is 100% safe for', '> Tea is\n> *100%* safe for'))).toEqual([]))
  test('a paragraph that moved under another heading', () =>
    expect(
      reported(
        '# Juice\n\nThis juice is 100% safe for babies.\n\nTea is 100% safe for adults. Drink some.\n',
      ),
    ).toEqual([]))
  test('a file that was renamed', () =>
    expect(reported(before, 'b.md', (path) => path === 'a.md')).toEqual([]))
})

describe('a baseline does not hide', () => {
  test('a swap: one finding mended, another of the same rule added', () =>
    expect(reported(before.replace('Tea is 100% safe for adults', 'Milk is 100% safe for cats'))).toEqual([
      'Milk is 100% safe for cats.',
    ]))
  test('a second copy of what was excused once', () =>
    expect(reported(`${before}\n\nTea is 100% safe for adults.\n`)).toEqual(['Tea is 100% safe for adults.']))
  test('a copy in another file while the first is still there', () =>
    expect(reported(before, 'b.md')).toHaveLength(2))
})

test('what excused nothing is stale', () => {
  const matcher = matchBaseline(entries, noneGone)
  matcher.match('a.md', lint('a.md', '# Tea\n\nTea is 100% safe for adults. Drink some.\n'))
  expect(matcher.stale().map(({sentence}) => sentence)).toEqual(['This juice is 100% safe for babies.'])
})

test('the file is sorted, one entry a line', () => {
  const text = baselineText(entries.toReversed())
  expect(text.split('\n').slice(0, -1)).toEqual(text.split('\n').slice(0, -1).toSorted())
  expect(text).toMatch(
    /^\{"path":"a.md","ruleId":"no-absolute-safety","fingerprint":"[0-9a-f]{32}","sentence":"/,
  )
})
