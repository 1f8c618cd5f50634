import {describe, expect, it} from 'vitest'
import {createLinter} from '../../src/index.js'

const linter = createLinter({extends: ['recommended']})
const findings = (text: string, ruleId = 'cite-statistics') =>
  linter.lint(text, {path: 'article.md'}).diagnostics.filter((one) => one.ruleId === ruleId)

const claim = 'Some 30% of nurses burn their hands'
const list = '\n\n## References\n\n1. Ali 2014.\n2. Bok 2015.\n'

describe('what counts as the source of a statistic', () => {
  it.each([
    ['a link to an agency', `${claim} ([CDC](https://www.cdc.gov/burns)).`],
    ['a link to a journal', `${claim} ([trial](https://www.bmj.com/content/1)).`],
    ['a link to a host that is on no list', `${claim} ([report](https://www.burnreport.org/2020)).`],
    ['a bare address', `${claim} (https://www.cdc.gov/burns).`],
    ['a footnote that resolves', `${claim}.[^a]\n\n[^a]: CDC. Burns. 2020.`],
    ['a number with an entry', `${claim} [2].${list}`],
    ['a number behind the full stop', `${claim}.[2]${list}`],
    ['a range of numbers', `${claim} [1-2].${list}`],
    ['a number that links to its entry', `${claim} [2](#b2).${list}`],
    ['a raised number with an entry', `${claim}.<sup>[2]</sup>${list}`],
    ['a raised character with an entry', `${claim}.²${list}`],
    ['a number in carets with an entry', `${claim}.^2^${list}`],
    ['a number in brackets with an entry', `${claim} (2).${list}`],
    ['an author and a year', `${claim} (Okoro et al., 2021).`],
    ['an author before the year', `Okoro (2021) found that 30% of nurses burn their hands.`],
    ['a DOI', `${claim}, doi:10.1000/182.`],
    ['a PMID', `${claim} (PMID: 12345678).`],
    [
      '“according to” a name and a year',
      `According to the Burn Institute (2021), 30% of nurses burn their hands.`,
    ],
    ['a line below a card', `30%\n\n${claim}.\n\nSource: Burn Institute`],
    [
      'a line below a table',
      `| Who | Share |\n|---|---|\n| Nurses | 30% of nurses |\n\nSource: Burn Institute`,
    ],
    [
      'the caption of a figure',
      `<figure><img src="a.png" alt="chart"><figcaption>${claim}. Source: CDC.</figcaption></figure>`,
    ],
    [
      'a first sentence that introduces the source',
      'A 2019 survey by the Burn Institute asked 2,000 nurses. Some 30% of nurses had a burn. About 12% of nurses saw a doctor.',
    ],
    ['a name over the end of a line', 'According to the Burn\nInstitute, 30% of nurses burn their hands.'],
  ])('takes %s', (_name, text) => {
    expect(findings(text)).toEqual([])
  })

  it.each([
    ['a link to a shop', `${claim} ([gloves](https://www.amazon.com/gloves)).`],
    ['a link to a social network', `${claim} ([post](https://twitter.com/a/1)).`],
    ['a page of the site itself', `${claim} ([more](/burns)).`],
    ['a footnote that is not defined', `${claim}.[^a]`],
    ['a number without an entry', `${claim} [7].${list}`],
    ['a number in brackets without a list', `${claim} (2).`],
    ['“according to experts”', `According to experts, 30% of nurses burn their hands.`],
    ['“studies show”', `Studies show that 30% of nurses burn their hands.`],
    ['a year alone', `${claim} (2021).`],
    ['a country', `A U.S. poll found that 30% of nurses burn their hands.`],
    ['a source under the next heading', `${claim}.\n\n## More\n\nSource: Burn Institute`],
    ['a list that nothing points to', `${claim}.${list}`],
  ])('does not take %s', (_name, text) => {
    expect(findings(text)).toHaveLength(1)
  })

  it('is a warning, unless the user says otherwise', () => {
    expect(findings(`${claim}.`).map(({level}) => level)).toEqual(['warning'])
  })

  it('says what would do', () => {
    expect(findings(`${claim}.`)[0]?.message).toContain('link the study, agency or society')
    expect(findings(`${claim}.${list}`)[0]?.message).toContain('which of the 2 references')
    expect(findings(`${claim} [7].${list}`)[0]?.message).toContain('“[7]” has no entry')
    expect(findings(`${claim} ([a](https://www.amazon.com/a)).`)[0]?.message).toContain('a link to a shop')
  })

  it('is found once a paragraph, and points to the other figures of it', () => {
    const text = `${claim}. Of those, 12% see a doctor, and 3% miss a day &amp; more.`
    const [found, ...others] = findings(text)
    expect(others).toEqual([])
    expect(found?.message).toContain('nor have 2 more figures here')
    expect(found?.related.map(({start, end}) => text.slice(start.offset, end.offset))).toEqual([
      '12% see a doctor',
      '3%',
    ])
  })

  it('leaves a list that is never cited to a rule of its own', () => {
    const text = `# Burns\n\nCool the burn.${list}3. Cruz 2016.\n`
    expect(findings(text)).toEqual([])
    expect(findings(text, 'cite-listed-references')).toHaveLength(1)
  })

  it('rests on the study that the paragraphs around it tell of, unless it tells how things are', () => {
    const story = (middle: string): string =>
      [
        'Cooks sleep badly, a team at Lund University reports in Sleep Medicine.',
        'The researchers asked cooks about their nights.',
        middle,
        'The study was published in May.',
      ].join('\n\n')
    expect(findings(story('Overall, 46% of low-paid staff were up before five.'))).toEqual([])
    expect(findings(story('Poor sleep affects 46% of adults.'))).toHaveLength(1)
    expect(findings(story('Some 46% of adults get up before five.'))).toHaveLength(1)
    expect(findings(story('Some 46% of adults got up before five.'))).toEqual([])
  })

  it('rests on what a study found in the past, wherever the study is named, and not on what is so', () => {
    const story = (last: string): string =>
      `Flour dust harms the lungs, a study released Friday at the Accra Lung Congress shows.\n\nOvens were no worse.\n\n${last}`
    expect(findings(story('Bakers were 21% less likely to breathe freely.'))).toEqual([])
    expect(findings(story('Bakers are 21% less likely to breathe freely.'))).toHaveLength(1)
  })

  it('rests on the speaker of the paragraph before while the quotation goes on', () => {
    const said = '“We asked nurses,” said Dr. Ana Ruiz of Lund University.'
    expect(findings(`${said}\n\n“Burns were found in 18% of patients.”`)).toEqual([])
    expect(findings(`${said}\n\nBurns affect 18% of patients.`)).toHaveLength(1)
  })

  it('rests on the report whose counts the paragraph goes on with', () => {
    const story = (last: string): string =>
      `Falls jumped by a fifth, the Lagos Health Department announced on Friday.\n\nNurses want more staff.\n\n${last}`
    expect(findings(story('There were 1,275 deaths in 2015.'))).toEqual([])
    expect(findings(story('There were 1,275 deaths.'))).toHaveLength(1)
    expect(findings(story('There will be 1,275 deaths in 2035.'))).toHaveLength(1)
  })
})
