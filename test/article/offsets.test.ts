import {describe, expect, test} from 'vitest'
import type {Article} from '../../src/article/article.js'
import {buildArticle} from '../../src/article/build.js'

/** What the source says where `words` stand in the full text. */
const underlined = (article: Article, words: string): string => {
  const start = article.fullText.indexOf(words)
  if (start === -1) return `“${words}” is not in ${JSON.stringify(article.fullText)}`
  const span = article.spanOf(start, start + words.length)
  return article.source.slice(span.start, span.end)
}

const cases: readonly (readonly [name: string, source: string, words: string, expected: string])[] = [
  ['a character reference', 'Salt &amp; lime cured it.', '& lime cured', '&amp; lime cured'],
  ['a word behind a reference', 'Salt &amp; lime cured it.', 'cured', 'cured'],
  ['a numeric reference', 'Tea&#x27;s cure', "Tea's cure", 'Tea&#x27;s cure'],
  ['what only looks like a reference', 'R&D cured &amp; healed', 'R&D cured', 'R&D cured'],
  ['an encoded reference', 'write &amp;amp; cure', '&amp; cure', '&amp;amp; cure'],
  ['a reference to two characters', 'a &ngE; cure', 'cure', 'cure'],
  ['an escape', 'It costs \\$5 and cures\\!', '$5 and cures!', '\\$5 and cures\\!'],
  ['a backslash that escapes nothing', 'C:\\tea cures', '\\tea cures', '\\tea cures'],
  ['emphasis inside a phrase', 'This **really** cures', 'really cures', 'really** cures'],
  ['a hard-wrapped line in a quote', '> tea cures\n> all ills', 'cures\nall', 'cures\n> all'],
  ['a lazy line in a quote', '> tea cures\nall ills', 'all ills', 'all ills'],
  ['a quoted mark four columns in', '> tea\n>     > cures', '> cures', '> cures'],
  ['a nested quote in a list', '- a\n  > > tea *cures*\n  > > you', 'cures\nyou', 'cures*\n  > > you'],
  ['a wrapped list item', '1. tea\n   cures you', 'cures you', 'cures you'],
  ['a tab behind a list mark', '-\ttea\tcures', 'tea\tcures', 'tea\tcures'],
  ['a table cell', '| a | b |\n|---|---|\n| x \\| y | tea &lt; cure |', '< cure', '&lt; cure'],
  ['an escaped pipe', '| a |\n|---|\n| x \\| cure |', 'x | cure', 'x \\| cure'],
  ['code in a table', '| a |\n|---|\n| `x \\| cure` |', '| cure', '\\| cure'],
  ['CRLF', 'tea\r\ncures\r\n\r\nmore', 'tea\ncures', 'tea\r\ncures'],
  ['CRLF in code', '```\r\ntea\r\n  cures\r\n```', 'tea\n  cures', 'tea\r\n  cures'],
  ['CRLF in a quote', '> tea  \r\n> cures', 'cures', 'cures'],
  ['a byte-order mark', '\uFEFF# Tea cures', 'cures', 'cures'],
  [
    'a byte-order mark before front matter',
    '\uFEFF---\ntitle: Tea cures\n---\n\nText heals',
    'cures',
    'cures',
  ],
  ['astral characters', '😀 tea 😀 *cures* 😀', 'cures', 'cures'],
  ['an autolink literal', 'See www.example.org/a and cures', 'cures', 'cures'],
  ['an address that remark leaves without position', 'See /-a@b.co and cures', 'and cures', 'and cures'],
  ['a hard break', 'tea  \ncures\\\nyou', 'tea\ncures\nyou', 'tea  \ncures\\\nyou'],
  ['trailing spaces before a soft break', 'tea \ncures', 'tea\ncures', 'tea \ncures'],
  ['a setext heading', 'Tea &amp;\ncures\n===', '&\ncures', '&amp;\ncures'],
  ['a closed ATX heading', '## Tea cures ##', 'Tea cures', 'Tea cures'],
  ['a link target', '[tea](https://a.org/x "Cures")', 'https://a.org/x', 'https://a.org/x'],
  [
    'a link target in angle brackets',
    '[tea](<https://a.org/x y> "t")',
    'https://a.org/x y',
    'https://a.org/x y',
  ],
  [
    'a reference definition',
    '[tea][1]\n\n[1]: <https://a.org/?a=1&amp;b> "t"',
    'https://a.org/?a=1&amp;b',
    'https://a.org/?a=1&amp;b',
  ],
  ['a definition in a quote', '> [tea]\n>\n> [tea]: https://a.org/x', 'https://a.org/x', 'https://a.org/x'],
  ['alternative text', '![Tea *cures* &amp; heals](x.png)', '& heals', '&amp; heals'],
  ['inline code', 'Run `tea cure` now', 'tea cure', 'tea cure'],
  ['wrapped inline code', '> Run `tea\n> cure` now', 'tea\ncure', 'tea\n> cure'],
  ['fenced code', '> ```js\n> tea\n>   cure\n> ```', 'cure', 'cure'],
  [
    'text in an HTML block',
    '<div>\n<p>Tea &amp; lime\n  cures</p>\n</div>',
    '& lime\ncures',
    '&amp; lime\n  cures',
  ],
  ['an HTML comment', 'a\n\n<!-- tea cures -->', 'tea cures', 'tea cures'],
  ['a line break tag', 'tea<br/>cures', 'tea\ncures', 'tea<br/>cures'],
  ['a plain front matter value', '---\ndescription: Tea cures\n---\n', 'Tea cures', 'Tea cures'],
  [
    'a double-quoted value',
    '---\nd: "Tea \\"cures\\" \\u00e9 you"\n---\n',
    '"cures" é you',
    '\\"cures\\" \\u00e9 you',
  ],
  ['a single-quoted value', "---\nd: 'Tea isn''t a cure'\n---\n", "isn't a cure", "isn''t a cure"],
  ['a folded value', '---\nd: >-\n  Tea\n  cures you\n---\n', 'Tea cures', 'Tea\n  cures'],
  ['a literal value', '---\nd: |\n  Tea\n\n  cures you\n---\n', 'cures you', 'cures you'],
  ['a plain value on two lines', '---\nd: Tea\n  cures\nx: 1\n---\n', 'Tea cures', 'Tea\n  cures'],
  ['a TOML value', '+++\ntitle = "Tea cures"\n+++\n', 'Tea cures', 'Tea cures'],
  ['a footnote', 'a[^1]\n\n[^1]: Tea\n    cures', 'Tea\ncures', 'Tea\n    cures'],
]

describe.each(['native', 'remark'] as const)(
  'with the %s parser, the words underlined are exactly',
  (parser) => {
    test.each(cases)('%s', (_name, source, words, expected) => {
      expect(underlined(buildArticle(source, {parser}), words)).toBe(expected)
    })
  },
)

test('words of a component’s attribute are underlined in an MDX file', () => {
  const article = buildArticle('<Note title="Tea cures" open>\n  It heals\n</Note>', {kind: 'mdx'})
  expect(underlined(article, 'Tea cures')).toBe('Tea cures')
  expect(underlined(article, 'It heals')).toBe('It heals')
  expect(article.components).toMatchObject([
    {name: 'Note', kind: 'mdx', attributes: {title: 'Tea cures', open: ''}},
  ])
})

test('a span across two blocks runs from the first word to the last', () => {
  const source = 'Tea heals. (Note: shorten this.\n\nAnd add **more**.)\n\nEnd.'
  const article = buildArticle(source)
  const start = article.text.indexOf('(Note')
  const end = article.text.indexOf('.)') + 2
  const span = article.spanOf(start, end)
  expect(source.slice(span.start, span.end)).toBe('(Note: shorten this.\n\nAnd add **more**.)')
})
