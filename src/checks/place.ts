import * as v from 'valibot'
import type {Article, Block, BlockKind, SectionRole} from '../article/article.js'

/** Which blocks of an article a check reads. */
const blockKinds = [
  'paragraph',
  'heading',
  'listItem',
  'tableCell',
  'quote',
  'caption',
  'alternativeText',
  'linkTarget',
  'code',
  'html',
  'component',
  'comment',
  'frontMatter',
] as const satisfies readonly BlockKind[]

const sectionRoles = [
  'body',
  'references',
  'disclaimer',
  'faq',
  'author',
  'related',
  'summary',
] as const satisfies readonly SectionRole[]

export const placeSchema = v.strictObject({
  in: v.optional(
    v.pipe(
      v.array(v.picklist(blockKinds)),
      v.description('Kinds of block that are read; the readable ones unless given.'),
    ),
  ),
  fields: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description('Front matter fields that are read when `in` names frontMatter; all unless given.'),
    ),
  ),
  sections: v.optional(
    v.pipe(v.array(v.picklist(sectionRoles)), v.description('Roles of the sections that are read.')),
  ),
  position: v.optional(
    v.pipe(
      v.picklist([
        'whole-block',
        'block-start',
        'block-end',
        'first-block',
        'last-block',
        'edge-block',
        'set-apart',
        'sentence-start',
        'nothing-under',
      ]),
      v.description(
        'Where in its block, or in which block, a match must stand; `set-apart`: where notices do, in one of the first two or the last three blocks of text, a quote, a paragraph in italics or bold, or a section of disclaimers; `nothing-under`: it is the whole block, and no heading with text under it.',
      ),
    ),
  ),
  maxWords: v.optional(v.pipe(v.number(), v.description('Only blocks of at most so many words.'))),
})

export type Place = v.InferOutput<typeof placeSchema>

const readable: readonly BlockKind[] = ['paragraph', 'heading', 'listItem', 'tableCell', 'quote', 'caption']
const readRoles: readonly SectionRole[] = sectionRoles.filter((role) => role !== 'references')

/** A test of blocks, made once when a rule is compiled. Reference lists are not read unless asked for. */
export const blockFilter = (place: Place): ((article: Article, block: Block) => boolean) => {
  const kinds = new Set<BlockKind>(place.in ?? readable)
  const roles = new Set<SectionRole>(place.sections ?? readRoles)
  const fields = place.fields === undefined ? undefined : new Set(place.fields)
  return (article, block) => {
    if (!kinds.has(block.kind)) return false
    if (block.kind === 'frontMatter')
      return fields === undefined || (block.field !== undefined && fields.has(block.field))
    if (place.maxWords !== undefined && wordCount(article, block) > place.maxWords) return false
    return roles.has(article.sections[block.section]?.role ?? 'body')
  }
}

/** Marks that may stand around words without being part of what is said: quotes, brackets, bullets, emphasis, full stops. */
const onlyMarks = /^[\s\p{P}\p{S}]*$/u

/** Whether `[start, end)` of the full text stands in its block as `position` asks. */
export const standsAt = (
  article: Article,
  block: Block,
  start: number,
  end: number,
  position: Place['position'],
): boolean => {
  const before = (): boolean => onlyMarks.test(article.fullText.slice(block.start, start))
  const after = (): boolean => onlyMarks.test(article.fullText.slice(end, block.end))
  switch (position) {
    case undefined:
      return true
    case 'whole-block':
      return before() && after()
    case 'block-start':
      return before()
    case 'block-end':
      return after()
    case 'sentence-start': {
      const sentence = sentenceAt(article, block, start)
      return onlyMarks.test(article.fullText.slice(sentence?.start ?? block.start, start))
    }
    case 'nothing-under':
      return before() && after() && !hasTextUnder(article, block)
    case 'first-block':
      return block.index === edge(article, 'first')
    case 'last-block':
      return block.index === edge(article, 'last')
    case 'edge-block':
      return block.index === edge(article, 'first') || block.index === edge(article, 'last')
    case 'set-apart':
      return isSetApart(article, block)
  }
}

/** A label in bold does not make a whole paragraph bold: the marks at both ends are compared, and no more. */
const emphasised = /^([*_]+|<(?:em|i|small|strong|b|p|div|aside)\b)/

const isSetApart = (article: Article, block: Block): boolean => {
  if (block.kind === 'quote' || article.sections[block.section]?.role === 'disclaimer') return true
  const {opening, closing} = edgesOf(article)
  if (block.index <= opening || block.index >= closing) return true
  const {start, end} = block.source
  return (
    block.kind === 'paragraph' &&
    emphasised.test(article.source.slice(start, start + 8)) &&
    /[*_>]/.test(article.source[end - 1] ?? '')
  )
}

interface Edges {
  /** The second block of text, and the third from the end; lists of sources and of other articles do not count. */
  readonly opening: number
  readonly closing: number
}

const edgesOf = (article: Article): Edges => {
  const known = knownEdges.get(article)
  if (known !== undefined) return known
  const {blocks, sections} = article
  const besides = new Set<SectionRole | undefined>(['references', 'related', 'author'])
  const body = blocks.filter(
    ({readable, kind, section}) => readable && kind !== 'heading' && !besides.has(sections[section]?.role),
  )
  const edges = {
    opening: body[Math.min(1, body.length - 1)]?.index ?? 0,
    closing: body.at(-3)?.index ?? 0,
  }
  knownEdges.set(article, edges)
  return edges
}

const knownEdges = new WeakMap<Article, Edges>()

const hasTextUnder = ({sections}: Article, block: Block): boolean => {
  if (block.kind !== 'heading') return false
  const section = sections[block.section]
  return section?.heading === block.index && section.blocks.length > 0
}

const edge = (article: Article, which: 'first' | 'last'): number | undefined => {
  const isBody = (block: Block): boolean => block.readable && block.kind !== 'heading'
  return (which === 'first' ? article.blocks.find(isBody) : article.blocks.findLast(isBody))?.index
}

/** Words of a block, counted on its tokens. */
const wordCount = (article: Article, block: Block): number => {
  const {blockStarts} = article.reading
  return blockStarts[block.index + 1]! - blockStarts[block.index]!
}

const sentenceAt = (article: Article, block: Block, offset: number) => {
  for (let index = block.sentences.start; index < block.sentences.end; index++) {
    const sentence = article.sentences[index]
    if (sentence !== undefined && offset >= sentence.start && offset < sentence.end) return sentence
  }
  return undefined
}
