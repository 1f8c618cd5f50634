import type {Article} from '../../article/article.js'
import type {Finding} from '../../rules/rule.js'

/** A whole article inside one code fence, as a chat program hands it over, and front matter that stands twice. */
export const wrappedBody = (article: Article): readonly Finding[] => [
  ...fencedBody(article),
  ...doubledFrontMatter(article),
]

const fence = /^(?:```+|~~~+)[ \t]*(?:markdown|md|mdx)[ \t]*\r?$/m

const fencedBody = ({blocks, source, kind}: Article): readonly Finding[] => {
  if (kind === 'text' || blocks.some((block) => block.readable)) return []
  const bodies = blocks.filter((block) => block.kind === 'code')
  const [body] = bodies
  if (body === undefined || bodies.length > 1) return []
  const first = source.slice(body.source.start, body.source.end).split('\n', 1)[0]!
  if (!fence.test(first)) return []
  return [
    {
      in: 'source',
      start: body.source.start,
      end: body.source.start + first.trimEnd().length,
      message: 'The whole article stands in a code block (“{match}”): readers will see raw Markdown.',
    },
  ]
}

const second = /^\s{0,20}(---[ \t]*\r?\n(?:[A-Za-z_][\w-]{0,40}:[^\n]{0,400}\n){1,40}---)[ \t]*(?:\r?\n|$)/

const doubledFrontMatter = ({source, frontMatter}: Article): readonly Finding[] => {
  if (frontMatter.source === undefined || frontMatter.format !== 'yaml') return []
  const at = frontMatter.source.end
  const found = second.exec(source.slice(at, at + 4_000))
  const words = found?.[1]
  if (found === null || words === undefined) return []
  const start = at + found[0].indexOf(words)
  return [
    {
      in: 'source',
      start,
      end: start + words.length,
      message: 'Front matter stands twice: readers will see the second as text.',
    },
  ]
}
