import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Article, ArticleKind} from '../../src/article/article.js'
import {buildArticle} from '../../src/article/build.js'

/** Pieces that mean something to a parser, mixed at random: they find more than letters do. */
const piece = fc.constantFrom(
  ...(
    '# ## - * 1. > >> ` `` ``` ~~~ ** _ [ ]( ) ](x) [a]: [^a] [^a]: | |-| --- +++ === ![ <b> </b> <div> </div> <!-- --> ' +
    '{/* */} {{< a >}} {% b %} ::: &amp; &#39; &x; \\ \\* www.a.org a@b.co https://a.org/x <https://a.org> <br> <sup>1</sup> ● Q: A: ' +
    'Sources title: "x" \'y\' tea cures Tea. 21 😀 é \ufeff \u0000 \u00a0'
  ).split(' '),
  '\n',
  '\n\n',
  '\r',
  '    ',
  '\t',
  ' ',
)
const text = fc.oneof(
  fc
    .array(
      fc.tuple(piece, fc.constantFrom(' ', '', '\n')).map((pair) => pair.join('')),
      {maxLength: 30},
    )
    .map((parts) => parts.join('')),
  fc.array(piece, {maxLength: 12}).map((parts) => `---\n${parts.join('')}\n---\n`),
  fc.string({unit: 'grapheme', maxLength: 60}),
)
const kinds: readonly ArticleKind[] = ['markdown', 'mdx', 'text']

const everything = (article: Article): readonly unknown[] => [
  article.language,
  article.reading,
  article.sentences,
  article.links,
  article.images,
  article.references,
  article.citations,
]

describe.each(kinds)('any text read as %s', (kind) => {
  test('is built without throwing, and every block, segment and place lies inside the source', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('native' as const, 'remark' as const), (source, parser) => {
        const article = buildArticle(source, {kind, parser})
        everything(article)
        const inside = ({start, end}: {readonly start: number; readonly end: number}): void => {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(source.length)
        }
        for (const block of article.blocks) {
          inside(block.source)
          expect(article.fullText.slice(block.start, block.end)).toBe(block.text)
          for (let at = block.start; at < block.end; at++) inside(article.spanOf(at, at + 1))
        }
        for (const {source: place, target} of article.links) [place, target].forEach(inside)
        for (const {source: place} of [...article.images, ...article.components, ...article.comments])
          inside(place)
        for (const {key, valueSpan} of article.frontMatter.fields) [key, valueSpan].forEach(inside)
      }),
      {numRuns: 400},
    )
  })

  test('has each word in the source where its span says', () => {
    fc.assert(
      fc.property(text, (source) => {
        const article = buildArticle(source, {kind})
        for (const {index} of article.text.matchAll(/cures/g)) {
          const span = article.spanOf(index, index + 5)
          expect(article.source.slice(span.start, span.end).replace(/[^a-z]/g, '')).toBe('cures')
        }
      }),
      {numRuns: 400},
    )
  })

  test('is the same text in the same blocks when its lines end in CRLF', () => {
    fc.assert(
      fc.property(
        text.map((source) => source.replace(/[\r\0]/g, '')),
        (source) => {
          const one = buildArticle(source, {kind})
          const other = buildArticle(source.replace(/\n/g, '\r\n'), {kind})
          const shape = ({fullText, blocks}: Article) => [
            fullText,
            blocks.map((block) => [block.kind, block.text, block.section]),
          ]
          expect(shape(other)).toEqual(shape(one))
        },
      ),
      {numRuns: 400},
    )
  })
})
