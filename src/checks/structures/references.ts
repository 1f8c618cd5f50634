import type {Article, Citation, Reference, Span} from '../../article/article.js'
import {entriesOf, entryOf, isBy} from '../../article/citation-kinds.js'
import {numbersOf} from '../../article/reference-numbers.js'
import {firstIndex} from '../../first-index.js'
import type {Finding} from '../../rules/rule.js'
import type {Structure} from './structure.js'

const inReferences = (article: Article, block: number): boolean =>
  article.sections[article.blocks[block]?.section ?? 0]?.role === 'references'

/** Citations that stand in the text, not in the list itself. */
const citationsInText = (article: Article): readonly Citation[] =>
  article.citations.filter(({block}) => !inReferences(article, block))

const listed = (article: Article): readonly Reference[] =>
  article.references.filter(({kind}) => kind === 'list')

/** Fewer entries than this are a line of credit, not a list to be cited. */
const shortestList = 3

/** A list with such a heading offers reading; nothing in the text has to point to it. */
const reading = /further|reading|bibliograph|resources|links|works consulted/i

/**
 * Entries of a reference list that nothing in the text points to: on the heading when none is used, else on the first
 * one unused, with the numbers of the others.
 */
export const listedReferences: Structure = (article, {options}) => {
  const section = article.sections.find(({role, heading}) => role === 'references' && heading !== undefined)
  if (section === undefined || reading.test(section.title) || options['allow-general-list'] === true)
    return []
  const entries = listed(article)
  if (entries.length < shortestList) return []
  const used = usedEntries(article, entries)
  const unused = entries.filter(({index}) => !used.has(index))
  if (unused.length === 0) return []
  if (unused.length === entries.length) {
    const heading = article.blocks[section.heading!]!
    const message = `None of the ${entries.length} entries under “{match}” is cited in the text: point to each where it is used, or call the list further reading.`
    return [{start: heading.start, end: heading.end, message}]
  }
  const [first] = unused
  const others = unused.slice(1).map(({label, index}) => label ?? String(index + 1))
  const also = others.length === 0 ? '' : ` The same goes for ${others.join(', ')}.`
  return [
    {
      in: 'source',
      start: startOfItem(article, first!),
      end: first!.source.end,
      message: `Nothing in the text points to “{match}”: cite it where it is used, or move it to further reading.${also}`,
    },
  ]
}

const startOfItem = ({source}: Article, {source: span}: Reference): number => {
  const before = source.slice(Math.max(0, span.start - 9), span.start)
  return span.start - (/(?:\d{1,3}[.)]|[-*+])[ \t]+$/.exec(before)?.[0].length ?? 0)
}

const usedEntries = (article: Article, entries: readonly Reference[]): ReadonlySet<number> => {
  const byLabel = new Map(entries.map(({label, index}) => [label, index] as const))
  const byUrl = new Map(
    entries.flatMap(({url, index}) => (url === undefined ? [] : [[plainUrl(url), index] as const])),
  )
  const used = new Set<number>()
  const use = (index: number | undefined): void => {
    if (index !== undefined) used.add(index)
  }
  for (const citation of citationsInText(article)) {
    use(citation.reference)
    for (const {author, year} of namesIn(article, citation)) use(entryOf(entries, author, year))
    for (const number of numbersOf(citation)) use(byLabel.get(String(number)))
  }
  for (const {url, block} of article.links) if (!inReferences(article, block)) use(byUrl.get(plainUrl(url)))
  return used
}

/** The works that one pair of brackets names: “(Boyd, 2018; Kemp & Rao, 2020)”. */
const namesIn = (
  {text}: Article,
  {kind, start, end}: Citation,
): readonly {readonly author: string; readonly year: number}[] =>
  kind !== 'author-year'
    ? []
    : text
        .slice(start, end)
        .split(';')
        .flatMap((one) => {
          const [, author, year] = /(\p{Lu}[\p{L}’'-]+)[^;]*?\b((?:19|20)\d{2})/u.exec(one) ?? []
          return author === undefined ? [] : [{author, year: Number(year)}]
        })

const plainUrl = (url: string): string => url.toLowerCase().replace(/^https?:\/\/(?:www\.)?|[/#?]+$/g, '')

const undefinedFootnote = /\[\^[^\]\s]{1,40}\]/g

/** Marks without an entry: `[7]` where the list ends at 6, a footnote that is not defined; numbers that two entries share. */
export const matchingReferences: Structure = (article) => {
  const found: Finding[] = []
  for (const match of article.text.matchAll(undefinedFootnote))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      message: 'The footnote “{match}” is not defined: add its text, or take the mark out.',
    })
  const entries = listed(article)
  const labels = new Set(entries.map(({label}) => label))
  if (entries.some(({label}) => label !== undefined)) {
    const linked = new Set(article.links.map(({span}) => span.start))
    found.push(...raisedWithoutEntry(article, labels))
    for (const citation of citationsInText(article)) {
      if (citation.kind !== 'number' || linked.has(citation.start) || linked.has(citation.start + 1)) continue
      const numbers = numbersOf(citation)
      const missing = numbers.filter((number) => !labels.has(String(number)))
      if (missing.length === 0) continue
      const before = article.text.slice(Math.max(0, citation.start - 30), citation.start).replace(/\s+/g, ' ')
      if (scale.test(before) || isSpread(before, numbers)) continue
      found.push({
        ...spanOf(citation),
        message: `“{match}” has no entry ${missing.join(', ')} in the reference list, which has ${entries.length}.`,
      })
    }
  }
  found.push(...unlistedNames(article, entries))
  const seen = new Set<string>()
  for (const {label, source} of entries) {
    if (label === undefined) continue
    if (seen.has(label))
      found.push({...source, message: `Two entries of the reference list have the number ${label}.`})
    seen.add(label)
  }
  return found
}

/** “scores range over [1, 5]”: numbers in brackets that are no marks. */
const scale =
  /\b(?:intervals?|rang(?:es?|ed|ing)|scales?|between|runs?)(?: (?:over|from|of|in|is|was|between))? $/i

/** “a median of 5 days [3–8]”: the spread around the number before it. */
const isSpread = (before: string, numbers: readonly number[]): boolean => {
  const centre = Number(/(\d+)(?:\.\d+)?%?(?: \p{L}+)? ?$/u.exec(before)?.[1] ?? Number.NaN)
  return numbers.length > 1 && centre >= numbers[0]! && centre <= numbers[numbers.length - 1]!
}

/** `healing.<sup>4</sup>` where the list has no 4; behind a sign or a short unit it may be an exponent or a charge. */
const raisedWithoutEntry = (article: Article, labels: ReadonlySet<string | undefined>): readonly Finding[] =>
  citationsInText(article).flatMap((citation): readonly Finding[] => {
    if (citation.kind !== 'superscript' || citation.start < 1) return []
    const missing = numbersOf(citation).filter((number) => !labels.has(String(number)))
    if (
      missing.length === 0 ||
      !/(?:\p{L}{4}|[.,;:)])$/u.test(article.text.slice(citation.start - 4, citation.start))
    )
      return []
    const start = article.spanOf(citation.start - 1, citation.start).end
    const mark = /^<sup>[^<]{1,20}<\/sup>/i.exec(article.source.slice(start, start + 40))
    return mark === null
      ? []
      : [
          {
            in: 'source',
            start,
            end: start + mark[0].length,
            message: `“{match}” has no entry ${missing.join(', ')} in the reference list.`,
          },
        ]
  })

/**
 * “(Osei, 2018)” where the list has years but no work of that year, or none of Osei’s. Abbreviations may stand for a
 * body whose name the list spells out.
 */
const unlistedNames = (article: Article, entries: readonly Reference[]): readonly Finding[] => {
  const dated = entries.filter(({year}) => year !== undefined)
  if (dated.length === 0 || dated.length < entries.length) return []
  const links = article.links.map(({span}) => span).toSorted((a, b) => a.start - b.start)
  return citationsInText(article).flatMap((citation): readonly Finding[] => {
    const written = article.text.slice(citation.start, citation.end)
    const [name] = surnameAndYear.test(written) ? namesIn(article, citation) : []
    // A name that is linked has its source behind the link.
    if (name === undefined || isLinked(links, citation)) return []
    const {author, year} = name
    // One entry gives no picture of the list: it may cite the book that the name comes from.
    const known =
      entriesOf(dated, year).some((one) => isBy(one, author) || names(one, author)) ||
      (dated.length === 1 && dated[0]!.text.includes(author))
    return known
      ? []
      : [
          {
            ...spanOf(citation),
            message: '“{match}” has no entry in the reference list: add it, or mend the name or the year.',
          },
        ]
  })
}

/** “(Lancet, 2003)”: where a work was published may stand for who wrote it. */
const names = ({text, url = ''}: Reference, author: string): boolean =>
  `${text} ${url}`.toLowerCase().includes(author.toLowerCase())

/** @param links ascending */
const isLinked = (links: readonly Span[], {start, end}: Span): boolean => {
  const first = links[firstIndex(links.length, (at) => links[at]!.end > start)]
  return first !== undefined && first.start < end
}

const surnameAndYear =
  /^\(\p{Lu}[\p{L}’'-]*\p{Ll}(?: et al\.?| (?:and|&) \p{Lu}[\p{L}’'-]+)?,? (?:19|20)\d{2}[a-z]?\)$/u

const spanOf = ({start, end}: Span): Span => ({start, end})

const identifiers: readonly {
  readonly pattern: RegExp
  readonly wellFormed: (identifier: string) => boolean
  readonly shape: string
}[] = [
  {
    pattern:
      /\bdoi(?:\.org\/|:[ \t]*|[ \t]+(?=10\.))(?!https?:|doi)([^\s<>"()[\]]{3,}(?:[ \t](?:…|\.{3}))?)/gi,
    wellFormed: (doi) =>
      /^10\.\d{4,9}\/\S+$/.test(doi) && !/x{3,}|\/(?:abcd?|example|placeholder|12345)\b|\.{3}|…/i.test(doi),
    shape: 'a DOI is “10.”, a number, a slash and the rest',
  },
  {
    pattern: /\b(NCT[ -]?(?:\d{1,12}|[Xx#]{2,}))\b/g,
    wellFormed: (id) => /^NCT\d{8}$/.test(id) && !/(\d)\1{7}|12345678/.test(id),
    shape: 'a ClinicalTrials.gov number is NCT and 8 digits',
  },
  {
    pattern: /\b(ISRCTN[ -]?\d{1,12})\b/g,
    wellFormed: (id) => /^ISRCTN\d{8}$/.test(id),
    shape: 'an ISRCTN is 8 digits',
  },
  {
    pattern: /\bPMID:?\s*(\d+|[Xx#]{2,})\b/g,
    wellFormed: (id) => /^\d{1,8}$/.test(id),
    shape: 'a PMID has at most 8 digits',
  },
]

/** DOIs and the numbers of registers that cannot be real: placeholders, too few digits, too many. */
export const wellFormedIdentifiers: Structure = (article) => {
  const found: Finding[] = []
  for (const {pattern, wellFormed, shape} of identifiers) {
    for (const match of article.fullText.matchAll(pattern)) {
      const written = match[1]!.replace(/[.,;:]+$/, '')
      if (wellFormed(written)) continue
      const start = match.index + match[0].length - match[1]!.length
      found.push({start, end: start + written.length, message: `“{match}” cannot be looked up: ${shape}.`})
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}
