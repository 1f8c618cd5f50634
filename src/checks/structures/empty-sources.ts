import type {Article, Section} from '../../article/article.js'
import type {Finding} from '../../rules/rule.js'
import type {Structure} from './structure.js'

/** Headings under which entries are promised. “Sources of iron” is another kind of source. */
const promising =
  /^(?:(?:article|external|key|selected|our|medical|scientific|further|works|links?|and|&|full|list of) ?)*(?:sources?|references?|citations?|bibliography|works cited|external links|footnotes|endnotes)(?: (?:and|&|\/) (?:sources?|references?|links|citations|further reading|resources|notes))?$/i

/** Front matter fields from which a page template makes the list. */
const fields = /^(?:references|sources|citations|bibliography|footnotes)(?:\.|$)/i

/** A heading for sources with nothing under it, or nothing but a page template's own words (phrases `chrome`). */
export const emptySourcesSection: Structure = (article, {matchesOf}) => {
  if (article.frontMatter.fields.some(({name, value}) => fields.test(name) && value !== null && value !== ''))
    return []
  const chrome = new Set(matchesOf('chrome').map((match) => match.start))
  return article.sections.flatMap((section): readonly Finding[] => {
    const heading = section.heading === undefined ? undefined : article.blocks[section.heading]
    if (heading === undefined) return []
    const title = section.title.replace(/^[\s\d.)#*–-]+|[\s:.*]+$/g, '')
    if (title.length > 60 || !promising.test(title) || !isEmpty(article, section, chrome)) return []
    return [{start: heading.start, end: heading.end}]
  })
}

const isEmpty = (article: Article, section: Section, chrome: ReadonlySet<number>): boolean => {
  const next = article.sections[section.index + 1]
  if (next?.parent === section.index && next.blocks.length > 0) return false
  const blocks = section.blocks.map((index) => article.blocks[index]!)
  if (blocks.some((block) => !chrome.has(block.start))) return false
  const heading = article.blocks[section.heading!]!
  const nextHeading = next?.heading === undefined ? undefined : article.blocks[next.heading]
  const from = heading.source.end
  const to = nextHeading?.source.start ?? article.source.length
  // Images, components, HTML, footnotes and definitions leave no block, and are something nonetheless.
  const rest = blocks.reduce(
    (text, block) => text.replace(article.source.slice(block.source.start, block.source.end), ''),
    article.source.slice(from, to),
  )
  return /^[\s*_\-#=:]*$/.test(rest)
}
