import type {Article, Block} from '../../article/article.js'
import {objectReplacement} from '../../language/object-replacement.js'
import {TokenKind} from '../../language/tokens.js'
import {once} from '../../once.js'
import type {Finding} from '../../rules/rule.js'
import {deletionOf} from '../deletion.js'
import {countWords, normalized} from './normalized.js'
import type {Structure} from './structure.js'

/** A line that stands right behind its twin is a slip however short; one further on may be meant to be said again. */
const fewest = {
  beside: 2,
  title: 2,
  heading: 3,
  nextHeading: 2,
  sentence: 6,
  apart: 15,
  elsewhere: 20,
} as const

interface Copy {
  readonly block: Block
  readonly first: Block
  readonly beside: boolean
}

/**
 * Text that stands twice: the same line twice in a row, the title again in the body, a sentence again in its section, a long
 * paragraph again further on, a heading again under the same parent. Two questions may have one short answer, and two
 * medicines one dose. List items may well stand in several lists. Cells of tables repeat by their nature, and so do labels that end in a colon.
 */
export const duplicateBlocks: Structure = (article, {options}) => {
  const allowed = new Set(
    (Array.isArray(options['allow']) ? options['allow'] : []).map(String).map(normalized),
  )
  return copiesIn(article, allowed).map(({block, first, beside}): Finding => {
    const edit = deletionOf(article, block)
    const found = {
      start: block.start,
      end: block.end,
      related: [{start: first.start, end: first.end, message: 'The first copy.'}],
    }
    if (edit === undefined || block.text !== first.text) return found
    // Further on, only an author knows which of the two is one too many.
    return beside
      ? {...found, fix: [edit]}
      : {...found, suggestions: [{message: 'Take this copy out', edits: [edit]}]}
  })
}

const compared = new Set<Block['kind']>(['paragraph', 'heading', 'listItem', 'quote'])

const copiesIn = (article: Article, allowed: ReadonlySet<string>): readonly Copy[] => {
  const seen = new Map<number, Block>()
  const copies: Copy[] = []
  const title = article.title === undefined ? undefined : article.blocks[article.title.block]
  const titleHash = title === undefined ? undefined : wordHash(article, title)
  const linked = once(() => new Set(article.links.map(({block}) => block)))
  let last: {readonly hash: number; readonly block: Block} | undefined
  for (const block of article.blocks) {
    if (!block.readable) break
    if (!compared.has(block.kind)) {
      last = undefined
      continue
    }
    const hash = wordHash(article, block)
    const key = block.kind === 'heading' ? hash ^ headingSalt(article, block) : hash
    const first = seen.get(key)
    const twin =
      last?.hash === hash && last.block.kind === block.kind && !isInOtherMarkup(article, last.block, block)
        ? {
            of: last.block,
            least: block.kind === 'heading' && last.block === title ? 1 : fewest.beside,
            beside: true,
          }
        : first !== undefined && block.kind !== 'listItem'
          ? {of: first, least: leastApart(article, block, first, linked), beside: false}
          : hash === titleHash && title !== undefined && isSecondTitle(article, block)
            ? {of: title, least: fewest.title, beside: false}
            : undefined
    if (twin !== undefined && isCopy(article, block, twin, allowed))
      copies.push({block, first: first ?? twin.of, beside: twin.beside})
    if (first === undefined) seen.set(key, block)
    last = {hash, block}
  }
  return copies
}

interface Twin {
  readonly of: Block
  readonly least: number
  readonly beside: boolean
}

const isCopy = (
  article: Article,
  block: Block,
  {of, least, beside}: Twin,
  allowed: ReadonlySet<string>,
): boolean => {
  const text = normalized(block.text)
  if (text !== normalized(of.text) || countWords(text) < least || allowed.has(text)) return false
  // Two doses may be alike: “5 mg”.
  if (!/\p{L}{3}/u.test(text)) return false
  if (block.text.includes(objectReplacement) && writtenIn(article, block) !== writtenIn(article, of))
    return false
  return beside || !block.text.trimEnd().endsWith(':')
}

const writtenIn = ({source}: Article, {source: {start, end}}: Block): string =>
  source.slice(start, end).replace(/\s+/g, ' ')

/** A number for the words of a block, the same for copies; what it says is looked at only where two agree. */
const wordHash = ({reading: {tokens, blockStarts}}: Article, block: Block): number => {
  let hash = 17
  for (let at = blockStarts[block.index]!; at < blockStarts[block.index + 1]!; at++) {
    const kind = tokens.kinds[at]
    if (kind !== TokenKind.word && kind !== TokenKind.number) continue
    hash = (Math.imul(hash, 31) + tokens.hashes[at]!) | 0
  }
  return hash
}

/** Headings are alike when they head sections of one parent; other text is alike wherever it stands. */
const headingSalt = (article: Article, block: Block): number =>
  Math.imul((article.sections[block.section]?.parent ?? -2) + 3, 0x9e3779b1)

/**
 * Addresses, credits and pointers to other pages are said again on purpose; a whole sentence seldom is, but for short ones
 * under another heading. “Side effects” may head a part of each of several sections that stand side by side, but not two
 * in a row.
 */
const leastApart = (
  article: Article,
  block: Block,
  first: Block,
  linked: () => ReadonlySet<number>,
): number => {
  if (block.kind === 'heading') return areNext(article, first, block) ? fewest.nextHeading : fewest.heading
  if (block.section !== first.section || isInOtherMarkup(article, first, block)) return fewest.elsewhere
  return /[.!]["”’)]?\s*$/.test(block.text) && !linked().has(block.index) ? fewest.sentence : fewest.apart
}

/** Tags, fences of an admonition, shortcodes: the panels of tabs may say the same on purpose. */
const isInOtherMarkup = ({source}: Article, first: Block, second: Block): boolean =>
  /<\/?[a-z]|:::|\{\{|\{%/i.test(
    source.slice(Math.max(first.source.end, second.source.start - panel), second.source.start),
  )

/** So many characters before a copy are looked at: a text may hold a thousand of them. */
const panel = 500

/** Whether no other section of the same parent stands between two headings. */
const areNext = ({sections}: Article, first: Block, second: Block): boolean => {
  const parent = sections[second.section]?.parent
  for (let between = first.section + 1; between < second.section; between++)
    if (sections[between]!.parent === parent) return false
  return true
}

/** The first heading may say again what front matter calls the title. */
const isSecondTitle = (article: Article, block: Block): boolean => {
  if (article.title?.block === block.index) return false
  return (
    article.title?.from !== 'front matter' ||
    article.blocks.find(({depth}) => depth > 0)?.index !== block.index
  )
}
