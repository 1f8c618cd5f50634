import {readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createLinter, rules} from '../src/index.js'

const linter = createLinter({
  rules: Object.fromEntries(rules.map(({id}) => [id, 'error' as const])),
})

/** Follows an article through its versions, and lints each version by itself too. */
const bothWays = (versions: readonly string[], path = 'article.md') => {
  const follow = linter.follow({path, today: '2026-11-28'})
  return versions.map((text) => ({
    followed: follow(text),
    linted: linter.lint(text, {path, today: '2026-11-28'}),
  }))
}

const expectSame = (versions: readonly string[], path?: string): void => {
  for (const {followed, linted} of bothWays(versions, path)) expect(followed).toEqual(linted)
}

const parts = [
  '---\ntitle: Tea cures colds\ndisclaimer: true\n---',
  '# Does tea cure a cold?',
  '## References',
  '1. Lee A. Tea and colds. *Nature* 2019.\n2. Rao B. 2020.',
  '[^1]: Lee, 2021. <https://www.nhs.uk>',
  'About 45% of adults sleep badly[^1].',
  'In a trial of 412 adults, one in five felt better [1]. Participants walked. Another 30% did not.',
  'Research shows that honey cures every cold. It does not cure cancer.',
  'Source: CDC, 2020',
  'According to the National Eye Institute, 12 million adults are affected.',
  '- this cures gout\n- it is 100% safe\n  - and never fails, says Dr. Lee',
  '> “It cured me,” said Ann. Half of them died.',
  '| drug | share |\n| --- | --- |\n| tea | 40% of patients |',
  '![tea cures all](a.png) and [a study](https://pubmed.ncbi.nlm.nih.gov/1) of 80 women',
  '(Note: The article is 485 words long.)',
  'Certainly! Here is the article you asked for.',
  '<!-- healthlint-disable-next-line no-absolute-efficacy -- folk song -->',
  'This article is not medical advice; ask your doctor.',
  'so\u00adft&nbsp;hyphens cure 😀 colds, guaranteed',
  'Between 5 and',
  '20 of 100 men recovered',
]
const snippets = [...parts, '', ' ', '\n\n', '.', 's', ' not ', '%', '“', '12', '(', '\u00ad', '> ', '- ']

const article = fc
  .array(fc.constantFrom(...parts), {minLength: 1, maxLength: 14})
  .map((chosen) => chosen.join('\n\n'))
const edit = fc.record({
  at: fc.double({min: 0, max: 1, noNaN: true}),
  removed: fc.nat({max: 40}),
  put: fc.constantFrom(...snippets),
})

const edited = (text: string, {at, removed, put}: {at: number; removed: number; put: string}): string => {
  const from = Math.floor(at * text.length)
  return text.slice(0, from) + put + text.slice(from + removed)
}

const versionsOf = (first: string, edits: readonly Parameters<typeof edited>[1][]): readonly string[] => {
  const versions = [first]
  for (const one of edits) versions.push(edited(versions.at(-1)!, one))
  return versions
}

describe('following an article', () => {
  test('finds in each version what a lint of it alone finds', () => {
    fc.assert(
      fc.property(article, fc.array(edit, {minLength: 1, maxLength: 6}), (first, edits) => {
        expectSame(versionsOf(first, edits))
      }),
      {numRuns: 150},
    )
  })

  const seeds = new URL('../fixtures/seeds/', import.meta.url)
  test.each(readdirSync(seeds).filter((name) => name.endsWith('.txt')))('holds for edits of %s', (name) => {
    const text = readFileSync(new URL(name, seeds), 'utf8')
    fc.assert(
      fc.property(fc.array(edit, {minLength: 1, maxLength: 3}), (edits) => {
        expectSame(versionsOf(text, edits), name)
      }),
      {numRuns: 8},
    )
  })

  test('holds for a word typed letter by letter, also at the edge of a block', () => {
    const before = 'Tea cure'
    const after = '\n\nHalf of all adults sleep badly.\n\nIt cures gout.'
    expectSame(['', 's', 's ', 's c', 's co', 's col', 's colds'].map((typed) => before + typed + after))
  })

  test('holds when blocks move, split, join and go', () => {
    const blocks = parts.slice(5, 12)
    expectSame([
      blocks.join('\n\n'),
      blocks.toReversed().join('\n\n'),
      blocks.join('\n'),
      blocks.slice(3).join('\n\n'),
      '',
      blocks.join('\n\n'),
    ])
  })

  test('holds when only the target of a link changes, or the entries of the references', () => {
    const text = (host: string, year: number) =>
      `About 45% of adults sleep badly ([a page](https://${host}/a)).\n\n30% do not (Lee, 2019) [1].\n\n## References\n\n1. Lee A. Tea. ${year}.`
    expectSame([
      text('www.nhs.uk', 2019),
      text('shop.example', 2019),
      text('shop.example', 2020),
      text('www.nhs.uk', 2019).replace('1. Lee', '2. Lee'),
    ])
  })

  test('goes on behind a text that is too long', () => {
    const small = createLinter({
      extends: ['recommended'],
      rules: {'limited-size': ['warning', {'max-characters': 60}]},
    })
    const follow = small.follow({path: 'a.md'})
    const versions = [
      'Tea cures gout.',
      `Tea cures gout. ${'It does. '.repeat(20)}`,
      'Tea cures gout. It does.',
    ]
    for (const text of versions) expect(follow(text)).toEqual(small.lint(text, {path: 'a.md'}))
  })

  test('can follow several articles at once', () => {
    const [tea, milk] = [linter.follow({path: 'tea.md'}), linter.follow({path: 'milk.md'})]
    for (const words of ['Tea cures gout.', 'Tea cures gout, and 40% of adults drink it.']) {
      expect(tea(words)).toEqual(linter.lint(words, {path: 'tea.md'}))
      const other = words.replaceAll('Tea', 'Milk')
      expect(milk(other)).toEqual(linter.lint(other, {path: 'milk.md'}))
    }
  })
})
