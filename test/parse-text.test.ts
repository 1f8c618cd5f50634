import {describe, expect, test} from 'vitest'
import {buildArticle} from '../src/article/build.js'

const linesOf = (source: string) =>
  buildArticle(source, {kind: 'text'}).blocks.flatMap(({kind, text, readable}) =>
    readable ? [`${kind}: ${text}`] : [],
  )

describe('in plain text', () => {
  test('a short line that stands alone and does not end like a sentence is a heading', () => {
    expect(linesOf('Green tea\n\nTea is a drink.\n\nHow tea is made\n\nWith water.\n\nTry it now!')).toEqual([
      'heading: Green tea',
      'paragraph: Tea is a drink.',
      'heading: How tea is made',
      'paragraph: With water.',
      'paragraph: Try it now!',
    ])
  })

  test('a wrapped paragraph is one, and its words keep their place', () => {
    const source =
      'On tea\n\nMany people drink green tea each morning\nbecause it is warm. In the wide world of the\nUnited Kingdom most drink it with milk.\n'
    expect(linesOf(source)).toHaveLength(2)
    const article = buildArticle(source, {kind: 'text'})
    const at = article.text.indexOf('the\nUnited')
    const span = article.spanOf(at, at + 10)
    expect(source.slice(span.start, span.end)).toBe('the\nUnited')
  })

  test('bullets and numbers open items, and indented lines belong to them', () => {
    expect(linesOf('Tea\n\n● hot\n● cold\n\n1. Boil\n\n   for a minute.\n\n2) Pour\n')).toEqual([
      'heading: Tea',
      'listItem: hot',
      'listItem: cold',
      'listItem: Boil',
      'listItem: for a minute.',
      'listItem: Pour',
    ])
  })

  test('asterisks, underscores, number signs, references and escapes mean nothing', () => {
    expect(linesOf('Tea\n\n*a* _b_ `c` \\* &amp; <b>d</b> are letters here.\n\n# e is too.')).toEqual([
      'heading: Tea',
      'paragraph: *a* _b_ `c` \\* &amp; <b>d</b> are letters here.',
      'paragraph: # e is too.',
    ])
  })

  test('questions and answers stand apart without a blank line', () => {
    const article = buildArticle('Tea\n\nQ: Is tea hot?\nA: Often.\nQ: Is it safe?\nA: Mostly.', {
      kind: 'text',
    })
    expect(article.blocks.map(({text}) => text)).toEqual([
      'Tea',
      'Q: Is tea hot?',
      'A: Often.',
      'Q: Is it safe?',
      'A: Mostly.',
    ])
    expect(article.sections.at(-1)!.role).toBe('faq')
  })

  test('a bare address is a link', () => {
    const source = 'Tea\n\nSee https://tea.org/a, or www.lime.org.'
    const {links} = buildArticle(source, {kind: 'text'})
    expect(links.map(({url, target}) => [url, source.slice(target.start, target.end)])).toEqual([
      ['https://tea.org/a', 'https://tea.org/a'],
      ['http://www.lime.org', 'www.lime.org'],
    ])
  })
})
