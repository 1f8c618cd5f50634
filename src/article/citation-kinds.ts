import {allMatches} from '../all-matches.js'
import type {Block, Citation, CitationKind, Component, Link, Reference} from './article.js'
import type {CitationMark} from './draft.js'
import {hostOf, tierOf} from './host-tier.js'
import {namedSources, year} from './named-source.js'
import {nameList} from './source-words.js'

/** A citation before it is placed in its sentence. */
export type FoundCitation = Omit<Citation, 'sentence' | 'block'>

const found = (
  kind: CitationKind,
  start: number,
  text: string,
  strength: Citation['strength'],
): FoundCitation => ({
  kind,
  start,
  end: start + text.length,
  text,
  strength,
  tier: undefined,
  reference: undefined,
  unresolved: false,
})

const strengthOfTier = {1: 'strong', 2: 'strong', 3: 'medium', 4: 'weak'} as const

/** Links, each as good as its host. Addresses of mail and telephone, and places on the same page, are no sources. */
export const linkCitations = (links: readonly Link[]): readonly FoundCitation[] =>
  links
    .filter(({url}) => !/^(?:mailto|tel|sms):|^#/i.test(url))
    .map((link) => {
      const tier = tierOf(link)
      return {
        ...found('link', link.span.start, link.text, strengthOfTier[tier]),
        end: link.span.end,
        tier,
      }
    })

const resolved = (citation: FoundCitation, reference: number | undefined): FoundCitation => ({
  ...citation,
  reference,
  unresolved: reference === undefined,
  strength: reference === undefined ? 'weak' : 'strong',
})

/** The first entry with each label. */
export const byLabel = (references: readonly Reference[]): ReadonlyMap<string, number> => {
  const labels = new Map<string, number>()
  for (const {label, index} of references)
    if (label !== undefined && !labels.has(label)) labels.set(label, index)
  return labels
}

/** `[2](#ref2)`: a number that leads to its entry on the page. */
export const numberLinkCitations = (
  links: readonly Link[],
  labels: ReadonlyMap<string, number>,
): readonly FoundCitation[] =>
  links.flatMap(({url, text, span}) => {
    const reference = url.startsWith('#') ? labels.get(/^\[?(\d{1,3})\]?$/.exec(text)?.[1] ?? '') : undefined
    return reference === undefined
      ? []
      : [resolved(found('superscript', span.start, text, 'weak'), reference)]
  })

/** `<Cite id="lee2021" />`, `<FootnoteRef>`: a component that is placed in a block to name its source. */
export const isCitation = (component: Component): component is Component & {readonly block: number} =>
  component.block !== undefined &&
  /^(?:cite|citation|ref|reference|footnote|footnote-?ref|source)s?$/i.test(component.name)

/** Where in its block a component stands is not known; it covers the block. */
export const componentCitations = (
  components: readonly Component[],
  {end}: Block,
): readonly FoundCitation[] =>
  components.map(({name}) => ({...found('source-line', end, name, 'medium'), end}))

/** Footnote marks and raised numbers: they leave no text where they stand. */
export const markCitations = (
  marks: readonly CitationMark[],
  labels: ReadonlyMap<string, number>,
): readonly FoundCitation[] =>
  marks.map(({kind, label, at}) =>
    resolved(
      {...found(kind, at, label, 'weak'), end: at},
      labels.get(kind === 'footnote' ? `^${label}` : (/\d+/.exec(label)?.[0] ?? '')),
    ),
  )

const bracketed = /\[(\d{1,3})(?:\s*[,;–-]\s*\d{1,3})*\]/g
const raised = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,⁻–-][⁰¹²³⁴⁵⁶⁷⁸⁹]+)*/g
const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/**
 * “…badly.^2^”, “…badly (2).”: citations only where the list has that entry. What must stand before is asked behind the
 * first letter: a pattern that begins with a look behind is tried at every letter of a text.
 */
const looseMarks = [
  // “…badly.2 Most…”
  /[.,](?<=[\p{L}%)”"][.,])(\d{1,3})(?:[,–-]\d{1,3})*(?=\s|$)/gu,
  /\^(?<=[\p{L}.,;:)%”"]\^)\[?(\d{1,3})(?:[,–-]\d{1,3})*\]?\^?/gu,
  /\((?<=[\p{L}%”")] \()(\d{1,3})(?:[,–-] ?\d{1,3})*\)(?=[.,;:])/gu,
]
/**
 * Keys of a bibliography, as Pandoc, Quarto and MyST read them: “[@rush2006, p. 4; @lee2021]”, “@diaz2018 found”. That the
 * bracket is closed is asked first, or every key behind an open one would look for its end.
 */
const citationKeys =
  /\[(?=[^\][\n]*\])[^\][\n]*?(?<![\p{L}\p{N}])@[\p{L}_][^\][\n]*\]|@(?<![\p{L}\p{N}/[]@)\p{L}[\p{L}_:-]*(?:19|20)\d{2}[a-z]?(?![\p{L}\p{N}])/gu
/** A link as Markdown writes it, where it is read as text: in HTML, in a component, in a plain text. */
const writtenLink = /\[[^\][\n]+\]\((https?:\/\/[^\s()]+)\)/g
/** A note where it stands: “…snore.^[Rush A. Sleep. 2006.]”. */
const inlineNote = /\^\[[^\][\n]{3,}\]/g
/** “(Rush et al., 2006)”, “(see Lee 2021; Rao 2020)”. */
const authorYearInBrackets =
  /\((?:[a-z.,]+ ){0,3}([A-Z][\p{L}’'-]+)(?:[^()\n]{0,80}?)[ ,]((?:19|20)\d{2})[a-z]?\b[^()\n]{0,80}\)/gu
/** “Rush et al. (2006)”, “Lee and Rao [2021]”. */
const authorYear =
  /([A-Z](?<!\p{L}[A-Z])[\p{L}’'-]+)(?: (?:et al\.?|and [A-Z][\p{L}’'-]+|& [A-Z][\p{L}’'-]+|and colleagues))?,? [([]((?:19|20)\d{2})[a-z]?[)\]]/gu
const doi = /\b(?:doi:?\s*|doi\.org\/)?10\.\d{4,9}\/[^\s<>"]*[^\s<>".,;)\]]/gi
const identifiers: readonly (readonly [CitationKind, RegExp])[] = [
  ['pmid', /\bPMID:?\s*\d{4,8}\b/gi],
  ['pmcid', /\bPMC\d{4,9}\b/g],
  ['registry', /\b(?:NCT\d{8}|ISRCTN\d{8}|ACTRN\d{14}|EudraCT[: ]+[\d-]{14})\b/g],
]

/**
 * What is written out in a block: `[3]`, `³`, (Author, year), DOI, PMID, the number of a trial register.
 *
 * @returns with offsets in the block's text
 */
export const writtenCitations = (
  text: string,
  references: readonly Reference[],
  labels: ReadonlyMap<string, number>,
): readonly FoundCitation[] => {
  const all: FoundCitation[] = []
  const at = (kind: CitationKind, match: RegExpExecArray, strength: Citation['strength']): FoundCitation =>
    found(kind, match.index, match[0], strength)
  // Each pattern is searched for only where a letter or two of it stand: most blocks have none of them.
  if (text.includes('['))
    for (const match of allMatches(bracketed, text))
      all.push(resolved(at('number', match, 'weak'), labels.get(match[1]!)))
  if (text.includes('@'))
    for (const match of allMatches(citationKeys, text)) all.push(at('author-year', match, 'medium'))
  if (text.includes(']('))
    for (const match of allMatches(writtenLink, text)) {
      const tier = tierOf({host: hostOf(match[1]!), url: match[1]!})
      all.push({...at('link', match, strengthOfTier[tier]), tier})
    }
  if (text.includes('^['))
    for (const match of allMatches(inlineNote, text)) all.push(at('footnote', match, 'strong'))
  for (const match of labels.size === 0 ? [] : allMatches(raised, text)) {
    const first = [...match[0].split(/[,⁻–-]/)[0]!].map((digit) => raisedDigits.indexOf(digit)).join('')
    const reference = labels.get(first)
    // “m²”: only a raised number with an entry is a citation.
    if (reference !== undefined) all.push(resolved(at('superscript', match, 'weak'), reference))
  }
  // All that follows has a digit.
  if (!/\d/.test(text)) return all
  for (const pattern of labels.size === 0 ? [] : looseMarks) {
    for (const match of allMatches(pattern, text)) {
      const reference = labels.get(match[1]!)
      if (reference !== undefined) all.push(resolved(at('superscript', match, 'weak'), reference))
    }
  }
  for (const pattern of opens.test(text) && year.test(text) ? [authorYearInBrackets, authorYear] : []) {
    for (const match of allMatches(pattern, text)) {
      if (
        /^(?:January|February|March|April|May|June|July|August|September|October|November|December|In|Since|Updated|Published|Copyright)$/.test(
          match[1]!,
        )
      )
        continue
      const entry = entryOf(references, match[1]!, Number(match[2]))
      all.push({...at('author-year', match, entry === undefined ? 'medium' : 'strong'), reference: entry})
    }
  }
  if (text.includes('10.')) for (const match of allMatches(doi, text)) all.push(at('doi', match, 'strong'))
  for (const [kind, pattern] of identified.test(text) ? identifiers : [])
    for (const match of allMatches(pattern, text)) all.push(at(kind, match, 'strong'))
  return all
}

const opens = /[([]/
const identified = /PMID|PMC\d|NCT\d|ISRCTN|ACTRN|EudraCT/i

/** Index of the entry of a list by its author and year. */
export const entryOf = (references: readonly Reference[], author: string, year: number): number | undefined =>
  entriesOf(references, year).find((one) => isBy(one, author))?.index

const byYear = new WeakMap<readonly Reference[], ReadonlyMap<number | undefined, readonly Reference[]>>()

/** The entries of a year, sorted out once a list: a text may cite thousands. */
export const entriesOf = (references: readonly Reference[], year: number): readonly Reference[] => {
  const known = byYear.get(references) ?? groupedByYear(references)
  byYear.set(references, known)
  return known.get(year) ?? []
}

const groupedByYear = (
  references: readonly Reference[],
): ReadonlyMap<number | undefined, readonly Reference[]> => {
  const groups = new Map<number | undefined, Reference[]>()
  for (const one of references) {
    const group = groups.get(one.year)
    if (group === undefined) groups.set(one.year, [one])
    else group.push(one)
  }
  return groups
}

/** Whether an entry names an author, or spells out a body that is cited by its initials: “WHO”, “NICE”. */
export const isBy = ({text}: Pick<Reference, 'text'>, author: string): boolean =>
  text.includes(author) || (/^\p{Lu}{2,6}$/u.test(author) && hasInitials(text, author))

/** Whether the letters stand in this order among the first letters of the words that an entry begins with. */
const hasInitials = (text: string, letters: string): boolean => {
  let next = 0
  for (const [initial] of text.slice(0, longestBody).matchAll(/(?<![\p{L}\p{N}])\p{Lu}/gu))
    if (initial === letters[next]) next++
  return next === letters.length
}

const longestBody = 100

/** “Source: National Institute of Mental Health” as a line of its own, or after a figure in brackets. */
const sourceLine =
  /^\W{0,4}(?:sources?|data|data sources?|adapted from|reference|references|credit|based on)\s*:\s*\S/i

/**
 * Sources that a block names, in its flow or as a line of its own.
 *
 * @param cues see `sourceCues`
 * @returns with offsets in the block's text
 */
export const namedCitations = (
  {text, kind}: Pick<Block, 'text' | 'kind'>,
  cues: number,
): readonly FoundCitation[] => {
  const all = namedSources(text, cues).map((span) =>
    found('named-source', span.start, text.slice(span.start, span.end), 'medium'),
  )
  if (kind !== 'heading' && text.length < 400 && sourceLine.test(text))
    all.push(found('source-line', 0, text, 'medium'))
  const entry = text.includes('et al') ? entryBehind.exec(text) : null
  if (entry !== null) all.push(found('author-year', entry.index, entry[0], 'medium'))
  if (kind !== 'heading' && text.length < 300 && year.test(text) && volumeAndPages.test(text))
    all.push(found('source-line', 0, text, 'medium'))
  if (kind !== 'heading' && text.length < 160 && /\d\d\)?$/.test(text) && nameAndYearLine.test(text))
    all.push(found('source-line', 0, text, 'medium'))
  for (const match of sourceWord.test(text) ? allMatches(sourceInText, text) : [])
    all.push(found('source-line', match.index, match[0], 'medium'))
  return all
}

/** “… relapsed. Rush, Lee, et al. Diabetes Care 2006”: an entry right behind what it is the source of. */
const entryBehind =
  /(?<=^|[.!?)%”"\p{L}]\s{1,3})\p{Lu}[\p{L}’'-]+(?:,? \p{Lu}[\p{L}’'-]+){0,4},? et al[.,]{0,2}\s[^\n]{0,100}(?:19|20)\d\d\)?\.?$/u
/** “Journal of Harbour Medicine 2020”, “CDC, 2021”: a line of its own below a card. */
const nameAndYearLine = new RegExp(
  String.raw`^\W{0,3}(?=[A-Z])[\w&’'. -]{0,80}(?<!\w)(?:${[...nameList('institutions'), ...nameList('bodies'), 'Annals', 'Lancet', 'Nature', 'Archives', 'Medicine'].join('|')})(?!\w)[\w&’'. -]{0,60},? ?\(?(?:19|20)\d\d\)?$`,
)

/** “Vol. 12 No. 3, pp. 40-6”: an entry of no list. */
const volumeAndPages = /\bvol(?:\.|ume)? ?\d+.{0,40}\bpp?\. ?[a-z]?\d/i

const sourceWord = /(?:[Ss]ource|[Dd]ata)/

/** “(Source: CDC)”, “… sleep badly. Source: CDC, 2020” */
const sourceInText =
  /\((?:[Ss]ource|[Dd]ata):? (?:the )?[A-Z][^()\n]{1,100}\)|(?<=[.!?)”"\w]\s)(?:Sources?|Data source): ?(?:the )?[A-Z][^\n]{1,120}/g
