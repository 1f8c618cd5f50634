import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {buildArticle} from '../../src/article/build.js'
import {tierOf} from '../../src/article/host-tier.js'
import {namedSources, sourceCues} from '../../src/article/named-source.js'
import {numbersOf} from '../../src/article/reference-numbers.js'
import {readBlock} from '../../src/language/read.js'

const citations = (text: string) => buildArticle(text).citations

describe('a link is as good a source as its host', () => {
  test.each([
    ['https://www.cdc.gov/x', 1],
    ['https://pubmed.ncbi.nlm.nih.gov/1', 1],
    ['https://doi.org/10.1000/1', 1],
    ['https://health.gov.mt/x', 1],
    ['https://www.ox.ac.uk/x', 2],
    ['https://med.stanford.edu/x', 2],
    ['https://www.heart.org/x', 2],
    ['https://www.example.com/news', 3],
    ['https://shop.example.com/x', 4],
    ['https://example.com/products/oil', 4],
    ['https://en.wikipedia.org/wiki/Sleep', 4],
    ['/products/oil', 4],
  ])('%s is tier %i', (url, tier) => {
    const host = /^https?:\/\/(?:www\.)?([^/]+)/.exec(url)?.[1] ?? ''
    expect(tierOf({host, url})).toBe(tier)
  })

  test('a link to a journal is strong, one to a shop weak', () => {
    const [journal, shop] = citations('See [a](https://www.bmj.com/1) and [b](https://shop.example.com/).')
    expect([journal?.strength, shop?.strength]).toEqual(['strong', 'weak'])
  })
})

describe('marks resolve to the entry with their number', () => {
  test('a list that begins at 4', () => {
    const article = buildArticle('Rest helps [4].\n\n## References\n\n4. Diaz 2018.\n5. Egan 2019.')
    expect(article.references.map(({label}) => label)).toEqual(['4', '5'])
    expect(article.citations[0]).toMatchObject({
      kind: 'number',
      reference: 0,
      unresolved: false,
      strength: 'strong',
    })
  })

  test('a number without an entry is unresolved and weak', () => {
    expect(citations('Rest helps [7].\n\n## References\n\n1. Diaz 2018.')[0]).toMatchObject({
      unresolved: true,
      strength: 'weak',
    })
  })

  describe('where no heading says that a list is one, numbered entries at the end are', () => {
    const strengths = (text: string) => citations(text).map(({kind, strength}) => `${kind} ${strength}`)

    test.each([
      ['a numbered list', 'Rest helps [1]. So does tea [2].\n\n---\n\n1. Diaz 2018.\n2. Egan 2019.'],
      ['paragraphs', 'Rest helps [1]. So does tea [2].\n\n[1] Diaz 2018.\n\n[2] Egan 2019.'],
      ['lines', 'Rest helps [1]. So does tea [2].\n\n[1] Diaz 2018.\n[2] Egan 2019.'],
      [
        'with a notice behind',
        'Rest helps [1]. So does tea [2].\n\n[1] Diaz 2018.\n[2] Egan 2019.\n\nNo advice.',
      ],
    ])('%s', (_, text) => {
      expect(strengths(text)).toEqual(expect.arrayContaining(['number strong', 'number strong']))
      expect(buildArticle(text).references.map(({label, year}) => [label, year])).toEqual([
        ['1', 2018],
        ['2', 2019],
      ])
    })

    test.each([
      ['steps', 'Rest [1].\n\n1. Lie down.\n2. Sleep.'],
      ['entries that do not count from 1', 'Rest [1].\n\n[3] Diaz 2018.\n\n[4] Egan 2019.'],
      ['one paragraph with a number', 'Rest [1].\n\n[1] Diaz 2018.'],
      ['a list with the article behind it', `1. Diaz 2018.\n2. Egan 2019.\n\n${'Rest [1].\n\n'.repeat(5)}`],
    ])('but not %s', (_, text) => {
      expect(buildArticle(text).references).toEqual([])
    })
  })

  test.each([
    ['small digits', 'Rest helps¹. So does tea².\n\n## Sources\n\n¹ Diaz 2018.\n² Egan 2019.'],
    [
      'raised ones',
      'Rest helps<sup>1</sup>. So does tea<sup>2</sup>.\n\n## Sources\n\n<sup>1</sup> Diaz 2018.\n<sup>2</sup> Egan 2019.',
    ],
  ])('entries that begin with %s', (_, text) => {
    const {references} = buildArticle(text)
    expect(references.map(({label, year}) => [label, year])).toEqual([
      ['1', 2018],
      ['2', 2019],
    ])
    expect(citations(text).filter(({unresolved}) => unresolved)).toEqual([])
  })

  test('a link that is read as text, in a component or a plain text', () => {
    const link = '[NHS](https://www.nhs.uk/sleep)'
    for (const [path, text] of [
      ['a.md', `<Callout>\nRest helps, says the ${link}.\n</Callout>`],
      ['a.txt', `Rest helps, says the ${link}.`],
    ] as const)
      expect(buildArticle(text, {path}).citations.map(({kind, tier}) => [kind, tier])).toContainEqual([
        'link',
        1,
      ])
  })

  test('a list in the front matter, by its order or by its own numbers', () => {
    const article = buildArticle(
      '---\nreferences:\n  - Diaz 2018\n  - title: Egan\n    url: https://example.org/2\n    id: 7\n---\n\nRest helps [1]. So does tea [7].',
    )
    expect(article.references.map(({label, url, year}) => [label, url, year])).toEqual([
      ['1', undefined, 2018],
      ['7', 'https://example.org/2', undefined],
    ])
    expect(article.citations.map(({reference}) => reference)).toEqual([0, 1])
  })

  test.each([
    ['Rest helps [@diaz2018].', ['[@diaz2018]']],
    ['Rest helps [see @diaz, p. 4; @egan2019].', ['[see @diaz, p. 4; @egan2019]']],
    ['@diaz2018 found that rest helps.', ['@diaz2018']],
    ['Rest helps.^[Diaz A. Rest. 2018.]', ['^[Diaz A. Rest. 2018.]']],
    ['Write to [ana@diaz2018.org] or @ana.', []],
    ['Follow @ana2x.', []],
  ])('keys of a bibliography, and notes where they stand: %s', (text, found) => {
    expect(citations(text).map((citation) => citation.text)).toEqual(found)
  })

  test('a footnote with its definition', () => {
    expect(citations('Rest helps.[^a]\n\n[^a]: Diaz 2018.')[0]).toMatchObject({
      kind: 'footnote',
      strength: 'strong',
    })
  })

  test('a raised number with an entry', () => {
    expect(citations('Rest helps.² On 4 m².\n\n## References\n\n1. Diaz.\n2. Egan.')[0]).toMatchObject({
      kind: 'superscript',
      reference: 1,
    })
  })

  test('ranges and lists are every number in them; an interval from 0 is none', () => {
    expect(numbersOf({kind: 'number', text: '[1, 3–5]'})).toEqual([1, 3, 4, 5])
    expect(numbersOf({kind: 'number', text: '[0, 10]'})).toEqual([])
  })
})

describe('authors with a year, and numbers of registers', () => {
  test.each([
    ['Rest helps (Diaz et al., 2018).', 'author-year'],
    ['Diaz and Egan (2019) found that rest helps.', 'author-year'],
    ['Rest helps (NCT01234567).', 'registry'],
    ['Rest helps. PMID: 31452104', 'pmid'],
    ['Rest helps, doi: 10.1000/182.', 'doi'],
    ['Source: Office for Rest, 2020', 'source-line'],
  ])('%s has a citation of kind %s', (text, kind) => {
    expect(citations(text).map((citation) => citation.kind)).toContain(kind)
  })

  test('an author with a year is strong when the list has the entry', () => {
    const [cited] = citations('Rest helps (Diaz, 2018).\n\n## References\n\n- Diaz P. Rest. 2018.')
    expect(cited).toMatchObject({kind: 'author-year', strength: 'strong', reference: 0})
  })
})

describe('a source is named by a proper name', () => {
  test.each([
    'According to the Office for Rest, naps help.',
    'Okafor estimates that naps help.',
    'Naps help, said Dr. Okafor.',
    '“Naps help,” write lead researcher Ana Okafor and her team.',
    '“Naps help,” said study co-author Ben Diaz.',
    'The World Rest Organization describes naps as helpful.',
    'Ana Okafor, who led the work, told reporters that naps help.',
    'The CDC reports that naps help.',
    'It is recognised by the WHO.',
    'In the Harbour Heart Study, naps helped.',
    'A report published in the journal Sleep found that naps help.',
    'Researchers at Leeds followed 20 nurses.',
    'In NAP-HEART, naps helped.',
  ])('%s', (text) => {
    expect(namedSources(text, ~0)).not.toEqual([])
  })

  test.each([
    'Researchers say that naps help.',
    'Studies show that naps help.',
    'According to experts, naps help.',
    'The study found that naps help.',
    'This trial showed that naps help.',
    'Ketamine showed an effect.',
    'Officials said that naps help.',
    'Naps help, said lead researchers.',
    'Naps help, they warned Monday.',
    'Most Americans say that naps help.',
    'A Danish study found that naps help.',
  ])('nobody is named in: %s', (text) => {
    expect(namedSources(text, ~0)).toEqual([])
  })
})

const parts = fc.constantFrom(
  ...[
    'said',
    'Dr.',
    'Okafor',
    'according',
    'to',
    'the',
    'CDC',
    'Researchers',
    'at',
    'Leeds',
    'data',
    'from',
    'Sleep',
  ],
  ...[
    'Harbour',
    'Study',
    'study',
    'Trial',
    'per',
    '(via',
    'Gallup)',
    'published',
    'in',
    '2022',
    ',',
    '.',
    '(WHO)',
  ],
  ...[
    'reports',
    'found',
    'that',
    'team',
    'registry',
    'In',
    'NAP-HEART,',
    '—',
    'and',
    'colleagues',
    'meta-analysis',
  ],
)

test('what the words of a text say may be there is all that is', () => {
  fc.assert(
    fc.property(fc.array(parts, {maxLength: 14}), (words) => {
      const text = words.join(' ')
      const {tokens} = readBlock(text)
      expect(namedSources(text, sourceCues(tokens, 0, tokens.count))).toEqual(namedSources(text, ~0))
    }),
    {numRuns: 2000},
  )
})

test('the citations of an article are those of its blocks, in order', () => {
  const article = buildArticle(
    'Naps help [1], said Dr. Okafor.\n\n- [a](https://www.bmj.com/1)\n- (Lee, 2021)\n\n## References\n\n1. Lee 2021.',
  )
  expect(article.citations.length).toBeGreaterThan(3)
  expect(article.blocks.flatMap(({index}) => article.citationsIn(index))).toEqual(article.citations)
  expect(article.citationsIn(article.blocks.length)).toEqual([])
})
