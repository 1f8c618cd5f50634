import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import type {Article} from '../../src/article/article.js'
import {buildArticle} from '../../src/article/build.js'

const folder = new URL('../../fixtures/seeds/', import.meta.url)
const seed = (number: string): Article => {
  const name = readdirSync(folder).find((file) => file.startsWith(number) && file.endsWith('.txt'))!
  return buildArticle(readFileSync(new URL(name, folder), 'utf8'), {path: name})
}
const headings = ({sections}: Article): readonly string[] => sections.slice(1).map(({title}) => title)
const section = ({sections}: Article, title: string) => sections.find((one) => one.title.startsWith(title))!

describe('article 000', () => {
  const article = seed('000')
  test('has its first line as title, in lower case as it is', () => {
    expect(article.title).toMatchObject({text: 'can ketamine make depression worse', from: 'first line'})
  })
  test('has a byline that heads nothing', () => {
    expect(headings(article)).not.toContain('Mariah Brown')
    expect(headings(article)).not.toContain('update on')
  })
  test('has a FAQ of eleven questions, each a paragraph before its answer', () => {
    const faq = section(article, 'Frequently Asked')
    const first = faq.blocks.slice(0, 22).map((index) => article.blocks[index]!.text.slice(0, 3))
    expect(faq.role).toBe('faq')
    expect(first).toEqual(Array.from({length: 11}, () => ['Q: ', 'A: ']).flat())
  })
  test('has a section of references with nothing in it', () => {
    expect(section(article, 'External Links and Sources')).toMatchObject({role: 'references', blocks: []})
  })
})

describe('article 001', () => {
  const article = seed('001')
  test('has cards of a figure, its sentence and its source', () => {
    const texts = section(article, 'Depression Statistics').blocks.map((index) => article.blocks[index]!.text)
    const at = texts.indexOf('21 million')
    expect(texts[at + 1]).toMatch(/^An estimated 21\.0 million adults .* all U\.S\. adults\.$/)
    expect(texts[at + 2]).toBe('Source: National Institute on Mental Health')
    expect(texts).toContain('10.5%')
    expect(texts).toContain('17.0%')
  })
  test('has lists of bullets', () => {
    const items = article.blocks.filter(({list}) => list !== undefined && !list.ordered)
    expect(items.map(({text}) => text)).toContain('Comprehensive Dual-Diagnosis Treatment')
    expect(items).toHaveLength(10)
  })
  test('has two numbered questions, each an item with its answer', () => {
    const question = article.blocks.find(({text}) => text === 'What is the ketamine dose for depression?')!
    const list = article.blocks.filter((block) => block.list?.list === question.list?.list)
    expect(list.map((block) => [block.list!.item, block.list!.ordered])).toEqual([
      [0, true],
      [0, true],
      [1, true],
      [1, true],
    ])
  })
  test('lists ten numbered sources', () => {
    expect(section(article, 'Sources').role).toBe('references')
    expect(article.references.map(({label}) => label)).toEqual(
      Array.from({length: 10}, (_, index) => String(index + 1)),
    )
    expect(article.references[0]).toMatchObject({year: 2014, kind: 'list'})
  })
  test('keeps lines that are repeated apart', () => {
    expect(article.blocks.filter(({text}) => text === 'Holding Hands')).toHaveLength(2)
    expect(
      article.blocks.filter(({text}) => text.startsWith('We Level Up Treatment Centers for')),
    ).toHaveLength(3)
  })
})

test('article 002 has a repeated title and fifteen sections or more', () => {
  const article = seed('002')
  expect(article.title!.text).toBe('How Many Ketamine Treatments for Depression')
  expect(headings(article).slice(0, 2)).toEqual([article.title!.text, article.title!.text])
  expect(headings(article)).toContain('Impact on Suicidal Ideation and Urgency')
  expect(headings(article)).not.toContain('Must Read: 9 Foods that Fight Hot Flashes')
  expect(article.sections.length).toBeGreaterThan(15)
})

describe('article 003, which has no blank lines', () => {
  const article = seed('003')
  test('has its six headings', () => {
    expect(headings(article)).toEqual([
      'Ketamine for Mental Health: A Breakthrough or a Cautionary Trend?',
      'What Is Ketamine?',
      'How Is Ketamine Used for Mental Health?',
      'Benefits of Ketamine Treatment',
      'Risks and Side Effects',
      'Is It Right for You? Final Points to Consider',
    ])
  })
  test('has lists with the line that introduces them', () => {
    const item = article.blocks.find(({text}) => text.startsWith('Post-traumatic'))!
    expect(item).toMatchObject({kind: 'listItem', list: {item: 2, ordered: false}})
    expect(article.blocks[item.list!.leadIn!]!.text).toMatch(/suffering from:$/)
  })
  test('has a paragraph to a line', () => {
    expect(article.blocks.find(({text}) => text.startsWith('This mechanism'))!.kind).toBe('paragraph')
  })
})

describe('article 004', () => {
  const article = seed('004')
  test('has its title under the name of its site', () => {
    expect(article.title!.text).toMatch(/^Unlocking Hope:/)
  })
  test('has a note in brackets over two paragraphs, underlined from bracket to bracket', () => {
    const start = article.text.indexOf('(Note:')
    const span = article.spanOf(start, article.text.indexOf('desired length.)') + 16)
    const note = article.source.slice(span.start, span.end)
    expect(note).toMatch(/^\(Note: The article is 485 words long[\s\S]*\n\n[\s\S]*desired length\.\)$/)
  })
})
