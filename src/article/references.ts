import {once} from '../once.js'
import type {Article, Block, FrontMatterField, Reference} from './article.js'
import type {CitationMark, DraftFootnote} from './draft.js'
import {numbersOf} from './reference-numbers.js'

/** What an article's reference list is read from. */
export interface ReferenceSources {
  readonly footnotes: readonly DraftFootnote[]
  readonly marks: readonly CitationMark[]
}

/**
 * The entries of reference lists and the definitions of footnotes, in document order. Where no heading says that a list
 * is one, numbered entries at the end of the article are:
 *
 *     About 40% of adults snore [1].
 *
 *     [1] Okoro A. Snoring in adults. Sleep. 2019;4:1-9.
 *
 * Else a list in the front matter is, which the page's layout shows.
 */
export const findReferences = (
  article: Article,
  {footnotes, marks}: ReferenceSources,
): readonly Reference[] => {
  const headed = article.sections.filter(({role}) => role === 'references')
  const raised = new Map(
    marks.filter(({kind}) => kind === 'superscript').map(({at, label}) => [at, label] as const),
  )
  const firstUrls = once(() => firstUrlsOf(article))
  const urlOf: UrlOf = (blocks) =>
    blocks.map(({index}) => firstUrls().get(index)).find((found) => found !== undefined)
  // Definitions of footnotes often stand below the list.
  const inFootnote = new Set(
    footnotes.flatMap(({from, to}) => article.blocks.slice(from, to).map(({index}) => index)),
  )
  const entriesIn = (blocks: readonly Block[]): readonly Entry[] =>
    groupsOf(blocks).flatMap((group) => entriesOf(article, group, raised))
  const listed =
    headed.length > 0
      ? headed.flatMap(({blocks}) =>
          sourcesAmong(
            entriesIn(
              blocks.filter((index) => !inFootnote.has(index)).map((index) => article.blocks[index]!),
            ),
            urlOf,
          ),
        )
      : footnotes.length > 0
        ? []
        : unheaded(article, entriesIn, urlOf)
  if (listed.length + footnotes.length === 0) return inFrontMatter(article)
  const references: Reference[] = []
  const add = ({blocks, label, text}: Entry, kind: Reference['kind']): void => {
    const [first, last] = [blocks[0], blocks[blocks.length - 1]]
    if (first === undefined || last === undefined) return
    references.push({
      index: references.length,
      label,
      text,
      blocks: blocks.map(({index}) => index),
      source: {in: 'source', start: first.source.start, end: last.source.end},
      authors: [],
      year: yearOf(text),
      url: urlOf(blocks) ?? address.exec(text)?.[0],
      kind,
    })
  }
  for (const entry of listed) add(entry, 'list')
  for (const {label, from, to} of footnotes) {
    const blocks = article.blocks.slice(from, to)
    add({blocks, label: `^${label}`, text: textOf(blocks)}, 'footnote')
  }
  return references
}

interface Entry {
  readonly blocks: readonly Block[]
  readonly label: string | undefined
  readonly text: string
}

const textOf = (blocks: readonly Block[]): string => blocks.map(({text}) => text).join('\n')

/** The first address that is linked in some blocks. */
type UrlOf = (blocks: readonly Block[]) => string | undefined

const firstUrlsOf = ({links}: Article): ReadonlyMap<number, string> =>
  new Map([...links].reverse().map(({block, url}) => [block, url]))

const year = /\b(?:19|20)\d{2}\b/
const address = /\bhttps?:\/\/[^\s<>"')\]]+/

const yearOf = (text: string): number | undefined => {
  const found = year.exec(text)
  return found === null ? undefined : Number(found[0])
}

/** Blocks of one list item belong together; any other block stands alone. */
const groupsOf = (blocks: readonly Block[]): readonly (readonly Block[])[] => {
  const groups: Block[][] = []
  for (const block of blocks) {
    const before = groups[groups.length - 1]?.[0]
    const same =
      block.list !== undefined &&
      before?.list?.list === block.list.list &&
      before.list.item === block.list.item
    if (same) groups[groups.length - 1]!.push(block)
    else groups.push([block])
  }
  return groups
}

const hasYearOrAddress = ({blocks, text}: Entry, urlOf: UrlOf): boolean =>
  year.test(text) || address.test(text) || urlOf(blocks) !== undefined

/** “Plants: soy, lentils”, below “Sources” of protein. */
const namedKind = /^\p{L}[\p{L} -]{1,30}:\s+\p{Ll}/u

/** Without the notes beside a list (“**Note:** Ask your doctor …”), and nothing where the list is one of other things. */
const sourcesAmong = (entries: readonly Entry[], urlOf: UrlOf): readonly Entry[] => {
  const isDated = (entry: Entry): boolean => hasYearOrAddress(entry, urlOf)
  const isItem = ({blocks, label}: Entry): boolean => label !== undefined || blocks[0]?.list !== undefined
  if (entries.every((entry) => namedKind.test(entry.text) && !isDated(entry))) return []
  return entries.some(isItem) ? entries.filter((entry) => isItem(entry) || isDated(entry)) : entries
}

/** Superscript numbers of the markup, by where they stand; they leave no text. */
type Raised = ReadonlyMap<number, string>

const numbered = /^\[?(\d{1,3})[\].)]\s+/
const raisedNumber = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}/

/** Entries that no blank line parts are one paragraph. */
const entriesOf = (article: Article, group: readonly Block[], raised: Raised): readonly Entry[] => {
  const first = group[0]!
  if (first.list?.ordered === true)
    return [{blocks: group, label: numberOf(article, first), text: textOf(group)}]
  const label = labelAt(first.text, first.start, raised)
  const whole = {blocks: group, label, text: textOf(group)}
  if (label === undefined) return [whole]
  const entries: Entry[] = []
  let at = first.start
  for (const line of first.text.split('\n')) {
    const own = labelAt(line, at, raised)
    const last = entries[entries.length - 1]
    if (own === undefined && last !== undefined)
      entries[entries.length - 1] = {...last, text: `${last.text}\n${line}`}
    else entries.push({blocks: group, label: own, text: line})
    at += line.length + 1
  }
  return entries.length > 1 ? entries : [whole]
}

/** The number that a line begins with: `[1]`, `1.`, `¹`, or one that is raised in the markup. */
const labelAt = (line: string, at: number, raised: Raised): string | undefined => {
  const small = raisedNumber.exec(line)?.[0] ?? raised.get(at)
  if (small === undefined) return numbered.exec(line)?.[1]
  const [number] = numbersOf({kind: 'superscript', text: small})
  return number === undefined ? undefined : String(number)
}

const itemNumber = /(\d{1,3})[.)][ \t]{1,4}$/

/** The number that stands before an item: a list may begin at 4, or count 1, 1, 1. */
const numberOf = ({source}: Article, {source: span, list}: Block): string => {
  const written = itemNumber.exec(source.slice(Math.max(0, span.start - 9), span.start))?.[1]
  return written === undefined || (written === '1' && (list?.item ?? 0) > 0)
    ? String((list?.item ?? 0) + 1)
    : written
}

/** Behind a list of references stand at most so many blocks: a notice, who wrote the article. */
const mostBehind = 4

/** A list of one is some other paragraph with a number before it. */
const shortestList = 2

const unheaded = (
  article: Article,
  entriesIn: (blocks: readonly Block[]) => readonly Entry[],
  urlOf: UrlOf,
): readonly Entry[] => {
  const readable = article.blocks.filter((block) => block.readable)
  const isSource = (entry: Entry): boolean => entry.label !== undefined && hasYearOrAddress(entry, urlOf)
  const isListed = (block: Block): boolean => block.kind !== 'heading' && entriesIn([block]).every(isSource)
  const behind = readable.slice(-mostBehind - 1).findLastIndex(isListed)
  if (behind === -1) return []
  const end = Math.max(0, readable.length - mostBehind - 1) + behind + 1
  let start = end - 1
  while (start > 0 && isListed(readable[start - 1]!)) start--
  const entries = entriesIn(readable.slice(start, end))
  const isCounted = entries.every(({label}, index) => label === String(index + 1))
  return entries.length >= shortestList && isCounted ? entries : []
}

/** `references.2.url` is the address of the third. */
const listField = /^(?:references|sources|citations|bibliography)\.(\d{1,3})(?:\.(\w+))?$/i

const inFrontMatter = ({frontMatter}: Article): readonly Reference[] => {
  const entries = new Map<string, FrontMatterField[]>()
  for (const field of frontMatter.fields) {
    const [, item] = listField.exec(field.name) ?? []
    if (item === undefined || field.value === null) continue
    const known = entries.get(item)
    if (known === undefined) entries.set(item, [field])
    else known.push(field)
  }
  return Array.from(entries, ([item, fields], index): Reference => {
    const text = fields.map(({value}) => String(value)).join('\n')
    const number = fields.find(({name}) => /\.(?:id|number)$/i.test(name))?.value
    return {
      index,
      label: String(number ?? Number(item) + 1),
      text,
      blocks: fields.flatMap(({block}) => block ?? []),
      source: {in: 'source', start: fields[0]!.key.start, end: fields.at(-1)!.valueSpan.end},
      authors: [],
      year: yearOf(text),
      url: address.exec(text)?.[0],
      kind: 'list',
    }
  })
}
