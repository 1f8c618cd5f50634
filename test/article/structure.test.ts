import {describe, expect, test} from 'vitest'
import type {Article} from '../../src/article/article.js'
import {buildArticle} from '../../src/article/build.js'

const kindsOf = ({blocks}: Article) => blocks.map(({kind, text}) => `${kind}: ${text}`)

describe('the reading flow', () => {
  test('leaves code, expressions and footnote marks out, and keeps the words of links', () => {
    const article = buildArticle('Take `x` of [tea](https://a.org)[^1] now.\n\n[^1]: Note.')
    expect(article.text).toBe('Take \ufffc of tea now.\n\nNote.')
    expect(kindsOf(article).slice(2)).toEqual(['code: x', 'linkTarget: https://a.org'])
    expect(article.blocks.slice(2).map(({owner, readable}) => [owner, readable])).toEqual([
      [0, false],
      [0, false],
    ])
  })

  test('has raised citation numbers as marks and raised powers as text', () => {
    const article = buildArticle('Tea helps<sup>3</sup>. It has 10<sup>9</sup> cells.')
    expect(article.text).toBe('Tea helps. It has 109 cells.')
    expect(article.citations).toMatchObject([{kind: 'superscript', text: '3', unresolved: true}])
  })

  test('reads the text between HTML tags by what its elements are', () => {
    const html =
      '<h2>Tea</h2>\n<p>It <b>heals</b>.</p>\n<ul><li>one</li><li>two</li></ul>\n<table><tr><th>a</th><td>b</td></tr></table>\n' +
      '<figcaption>Cup</figcaption>\n<script>cure()</script>\n<small>Not medical advice.</small>'
    const article = buildArticle(html)
    expect(kindsOf(article)).toEqual([
      'heading: Tea',
      'paragraph: It heals.',
      'listItem: one',
      'listItem: two',
      'tableCell: a',
      'tableCell: b',
      'caption: Cup',
      'paragraph: Not medical advice.',
      'code: cure()',
    ])
    expect(article.blocks[3]!.list).toMatchObject({item: 1, ordered: false})
    expect(article.blocks[5]!.table).toMatchObject({row: 0, column: 1, header: false})
    expect(article.sections[1]!.title).toBe('Tea')
  })

  test('reads HTML that is indented below a blank line, which Markdown takes for code', () => {
    const source =
      '<main>\n\n    <section>\n      <p>Tea heals.</p>\n      <!-- TODO: add a source -->\n\n      <p>It is warm.</p>\n    </section>\n\n</main>'
    const article = buildArticle(source)
    expect(kindsOf(article)).toEqual([
      'paragraph: Tea heals.',
      'paragraph: It is warm.',
      'html: <main>',
      expect.stringMatching(/^comment: TODO/),
      'html: </main>',
    ])
    const {start, end} = article.spanOf(article.blocks[1]!.start, article.blocks[1]!.end)
    expect(source.slice(start, end)).toBe('It is warm.')
  })

  test.each([
    ['    cure(tea)\n', 'code: cure(tea)'],
    ['    <https://tea.example>\n', 'code: <https://tea.example>'],
    ['    <T>(tea: T) => tea\n', 'code: <T>(tea: T) => tea'],
    ['```html\n<p>Tea heals.</p>\n```\n', 'code: <p>Tea heals.</p>'],
  ])('leaves code alone: %j', (source, block) => {
    expect(kindsOf(buildArticle(source))).toEqual([block])
  })

  test('has markup without text as a block outside the flow', () => {
    expect(kindsOf(buildArticle('<hr class="x">'))).toEqual(['html: <hr class="x">'])
  })
})

describe('blocks', () => {
  test('tell their list, its item, and what introduces it', () => {
    const article = buildArticle('Take:\n\n1. tea\n   - hot\n2. [ ] lime')
    expect(
      article.blocks.map(({text, list, listDepth}) => [
        text,
        listDepth,
        list?.item,
        list?.ordered,
        list?.leadIn,
      ]),
    ).toEqual([
      ['Take:', 0, undefined, undefined, undefined],
      ['tea', 1, 0, true, 0],
      ['hot', 2, 0, false, 1],
      ['lime', 1, 1, true, 0],
    ])
    expect(article.blocks[3]!.list!.checked).toBe(false)
  })

  test('tell the row and column of a cell', () => {
    const article = buildArticle('| a | b |\n|---|---|\n| c | d |')
    expect(article.blocks.map(({text, table}) => [text, table!.row, table!.column, table!.header])).toEqual([
      ['a', 0, 0, true],
      ['b', 0, 1, true],
      ['c', 1, 0, false],
      ['d', 1, 1, false],
    ])
  })

  test('know a caption under an image and a heading in bold', () => {
    const article = buildArticle(
      '![Cup](c.png)\n\n*A cup of tea*\n\n**Side effects**\n\nNone.\n\n**Tea is not a medicine.**',
    )
    expect(kindsOf(article).slice(0, 4)).toEqual([
      'caption: A cup of tea',
      'heading: Side effects',
      'paragraph: None.',
      'paragraph: Tea is not a medicine.',
    ])
    expect(article.images).toMatchObject([{alternativeText: 'Cup', url: 'c.png', alternativeBlock: 5}])
    expect(article.blocks[article.images[0]!.block]!.text).toBe('Cup')
  })
})

describe('sections', () => {
  test.each([
    ['References', 'references'],
    ['5. Sources:', 'references'],
    ['Sources and further reading', 'references'],
    ['Further reading', 'related'],
    ['Related articles', 'related'],
    ['Medical Disclaimer', 'disclaimer'],
    ['FAQs', 'faq'],
    ['Frequently asked questions about tea', 'faq'],
    ['About the author', 'author'],
    ['Key takeaways', 'summary'],
    ['Sources of vitamin D', 'body'],
    ['Food sources', 'body'],
    ['Tea', 'body'],
  ])('under “%s” have the role %s', (heading, role) => {
    expect(buildArticle(`## ${heading}\n\nText.`).sections[1]!.role).toBe(role)
  })

  test('have the nearest shallower heading before them as parent', () => {
    const {sections} = buildArticle('# a\n## b\n### c\n## d\n# e')
    expect(sections.map(({title, parent}) => [title, parent])).toEqual([
      ['', undefined],
      ['a', undefined],
      ['b', 1],
      ['c', 2],
      ['d', 1],
      ['e', undefined],
    ])
  })
})

describe('front matter', () => {
  test('gives each scalar with its key, its place and its block', () => {
    const source =
      '---\ntitle: "Tea"\nseo:\n  description: Hot tea\ntags: [a, b]\ndate: 2024-01-02\ndraft: false\n---\n\nText'
    const article = buildArticle(source)
    expect(article.frontMatter.fields.map(({name, value}) => [name, value])).toEqual([
      ['title', 'Tea'],
      ['seo.description', 'Hot tea'],
      ['tags.0', 'a'],
      ['tags.1', 'b'],
      ['date', '2024-01-02'],
      ['draft', false],
    ])
    const {key, valueSpan, block} = article.frontMatter.fields[0]!
    expect([source.slice(key.start, key.end), source.slice(valueSpan.start, valueSpan.end)]).toEqual([
      'title',
      'Tea',
    ])
    expect(article.blocks[block!]).toMatchObject({
      kind: 'frontMatter',
      text: 'Tea',
      field: 'title',
      readable: false,
    })
    expect(article.title).toMatchObject({text: 'Tea', from: 'front matter', block})
    expect(article.frontMatter.values['tags']).toEqual(['a', 'b'])
  })

  test('that is not YAML is a problem, and its plain lines are read all the same', () => {
    const article = buildArticle('---\ntitle: Tea: a story\nauthor: Ann\nx: [1\n---\n\nText')
    expect(article.problems).toMatchObject([{id: 'front-matter-syntax'}])
    expect(article.frontMatter.fields.map(({name, value}) => [name, value])).toContainEqual(['author', 'Ann'])
  })
})

describe('components and comments', () => {
  test.each([
    ['<Disclaimer />', 'mdx', 'Disclaimer', 'mdx'],
    ['Text <Disclaimer kind="long"/> here', 'mdx', 'Disclaimer', 'mdx'],
    ['<Disclaimer>\n\nText\n\n</Disclaimer>', 'markdown', 'Disclaimer', 'html'],
    ['{{< disclaimer kind="long" >}}', 'markdown', 'disclaimer', 'shortcode'],
    ['{% include parts/disclaimer.html %}', 'markdown', 'disclaimer', 'shortcode'],
    [':::disclaimer\nText\n:::', 'markdown', 'disclaimer', 'container'],
    ['::disclaimer\nText\n::', 'markdown', 'disclaimer', 'container'],
    ['!!! disclaimer\n    Text', 'markdown', 'disclaimer', 'container'],
    ['> [!DISCLAIMER]\n> Text', 'markdown', 'DISCLAIMER', 'container'],
  ] as const)('%j in %s is the component %s', (source, kind, name, component) => {
    const article = buildArticle(source, {kind})
    expect(article.components).toMatchObject([{name, kind: component}])
    expect(article.text.replace(/\s+/g, ' ')).toMatch(/^(?:Text(?: here)?)?$/)
  })

  test.each([
    [':::caution Read this first\nText\n:::'],
    [':::caution[Read this first]{.big}\nText\n:::'],
    ['> :::caution Read this first\n> Text'],
    ['!!! caution "Read this first"\n    Text'],
  ])('%j has a title beside its text', (source) => {
    const article = buildArticle(source, {kind: 'markdown'})
    const title = article.blocks.find(({kind}) => kind === 'component')
    expect(title?.text).toBe('Read this first')
    const {start, end} = article.spanOf(title!.start, title!.end)
    expect(source.slice(start, end)).toBe('Read this first')
  })

  test.each([
    ['{{< box text="Tea is warm" >}}', 'markdown'],
    ['> {% include box.html text="Tea is warm" %}', 'markdown'],
    ['<Box text="Tea is warm" />', 'mdx'],
    ['<Box text={"Tea is warm"} />', 'mdx'],
  ] as const)('the prose in an attribute of %j is a block beside the flow', (source, kind) => {
    const article = buildArticle(source, {kind})
    const block = article.blocks.find((one) => one.kind === 'component')
    expect(block).toMatchObject({text: 'Tea is warm', field: 'text', readable: false})
    const {start, end} = article.spanOf(block!.start, block!.end)
    expect(source.slice(start, end)).toBe('Tea is warm')
  })

  for (const parser of ['native', 'remark'] as const) {
    test.each([
      ['<p>Tea <b>is</b> warm</p>', ['paragraph: Tea is warm']],
      ['<Box>Tea is *warm*</Box>', ['paragraph: Tea is warm']],
      ['<ul><li>Tea</li><li>is <a href="x">warm</a></li></ul>', ['listItem: Tea', 'listItem: is warm']],
      ['<tr><td>Tea</td><td>is warm</td></tr>', ['tableCell: Tea', 'tableCell: is warm']],
      ['> <Box>Tea is warm</Box>', ['quote: Tea is warm']],
      ['<div>Tea\n\n*is warm*\n\n</div>', ['paragraph: Tea', 'paragraph: is warm']],
      ['<Box>{"Tea is warm"}</Box>', ['paragraph: Tea is warm']],
      ['{`Tea is warm`}', ['paragraph: Tea is warm']],
      ['Tea{" "}is {warm}', ['paragraph: Tea is \ufffc']],
      ['<script>tea()</script>', []],
      ['<nav>\n  <a href="/">Tea</a>\n  <span>is warm</span>\n</nav>', []],
    ] as const)(`the words of %j are read in MDX, by the ${parser} parser`, (source, expected) => {
      const article = buildArticle(source, {kind: 'mdx', parser})
      expect(
        article.blocks.filter(({readable}) => readable).map(({kind, text}) => `${kind}: ${text}`),
      ).toEqual(expected)
    })
  }

  test.each(['[!NOTE] Text', '!!! what a day', ':: what a day', 'a ::b c'])('%j is text', (source) => {
    expect(buildArticle(source, {kind: 'markdown'}).components).toEqual([])
  })

  test.each([
    ['a\n\n<!-- healthlint-disable x -- why -->', 'markdown'],
    ['a <!-- healthlint-disable x -- why --> b', 'markdown'],
    ['a\n\n{/* healthlint-disable x -- why */}', 'mdx'],
    ['a\n\n<!-- healthlint-disable x -- why -->\n\nb', 'text'],
  ] as const)('%j has a directive', (source, kind) => {
    const article = buildArticle(source, {kind})
    expect(article.directives.map(({text}) => text)).toEqual(['healthlint-disable x -- why'])
    expect(article.text).not.toContain('healthlint')
  })
})

test.each([
  ['a.md', '---\nlang: fr-CA\n---\nTea', 'fr', 'front matter'],
  ['posts/a.de.md', 'Tea', 'de', 'file name'],
  ['content/es/a.md', 'Tea', 'es', 'file name'],
  [
    'a.md',
    'Der Tee ist nicht mit dem Kaffee zu verwechseln und die Kanne ist auf dem Tisch, wo sie auch bei Regen und Wind von der Katze bewacht wird.',
    'de',
    'stop words',
  ],
  [
    'a.md',
    'お茶は体に良いと言われていますが、薬ではありません。医師に相談してください。',
    'ja',
    'stop words',
  ],
  ['a.md', 'Tea is not a medicine.', 'en', 'default'],
  [
    'a.md',
    'De thee is warm. In de winter drinken wij het met een lepel honing van de markt.',
    'nl',
    'stop words',
  ],
  ['a.md', 'No salt, no tea, no milk. As a rule: no late meals, no long naps.', 'en', 'default'],
])('the language of %s with %j is %s by its %s', (path, source, tag, from) => {
  expect(buildArticle(source, {path}).language).toMatchObject({tag, from})
})

test('links have their text, host and target, wherever the target is written', () => {
  const source =
    '[tea](/a "t") <https://www.B.org/x> [lime][l] <a href="https://c.org">milk</a>\n\n[l]: https://d.org'
  const article = buildArticle(source)
  expect(article.links.map(({text, host, url}) => [text, host, url])).toEqual([
    ['tea', '', '/a'],
    ['https://www.B.org/x', 'b.org', 'https://www.B.org/x'],
    ['lime', 'd.org', 'https://d.org'],
    ['milk', 'c.org', 'https://c.org'],
  ])
  expect(article.links.map(({target}) => source.slice(target.start, target.end))).toEqual([
    '/a',
    'https://www.B.org/x',
    'https://d.org',
    'https://c.org',
  ])
})

test.each([
  ['quotes', `${'>'.repeat(50_000)} a`],
  ['elements', `${'<div>'.repeat(20_000)}a`],
])('%s nested without end are cut off, not followed to a stack overflow', (_name, source) => {
  expect(() => buildArticle(source)).not.toThrow()
})
