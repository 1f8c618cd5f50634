import {buildArticle} from '../article/build.js'
import {type NamesByPart, type SitePart, siteParts} from '../article/site.js'
import {readArticle} from './read-article.js'

/** What a repository's articles have in common, for a first configuration. */
export interface Inspection {
  readonly articles: number
  /** Articles by the folder at the top that they stand in, most first; the empty name is the repository's own folder. */
  readonly folders: readonly Counted[]
  /** Files that are about the repository and not for readers of the site. */
  readonly housekeeping: readonly string[]
  readonly frontMatterFields: readonly Counted[]
  readonly components: readonly Counted[]
  readonly shortcodes: readonly Counted[]
  /** Those names among them that tell which part of a page they are. */
  readonly guesses: {
    readonly frontMatterFields: NamesByPart
    readonly components: NamesByPart
    readonly shortcodes: NamesByPart
  }
}

export interface Counted {
  readonly name: string
  readonly count: number
}

const housekeepingName =
  /^(?:readme|changelog|changes|contributing|code[-_]of[-_]conduct|security|license|licence|authors|todo|agents|claude)\b/i

/** What a name says about the part of a page that it holds. */
const partNames: Readonly<Record<SitePart, RegExp>> = {
  disclaimer: /disclaimer|legal-?notice|medical-?notice/i,
  reviewer: /review(?:er|ed)/i,
  author: /author|byline|writer|written-?by/i,
  date: /^date$|^pub-?date$|publish|updated|last-?mod|modified/i,
  references: /reference|citation|bibliograph|^sources?$/i,
  helpLine: /help-?line|hot-?line|crisis/i,
}

/** @param paths relative to `cwd`; what cannot be read is passed over, since linting it will tell */
export const inspectArticles = (paths: readonly string[], cwd: string): Inspection => {
  const housekeeping = paths.filter((path) => housekeepingName.test(path.split('/').at(-1)!))
  const articles = paths.filter((path) => !housekeeping.includes(path))
  const folders: string[] = []
  const fields: string[] = []
  const components: string[] = []
  const shortcodes: string[] = []
  for (const path of articles) {
    folders.push(path.includes('/') ? path.slice(0, path.indexOf('/')) : '')
    const article = articleAt(path, cwd)
    if (article === undefined) continue
    fields.push(...Object.keys(article.frontMatter.values))
    for (const name of new Set(article.components.filter(isElement).map((one) => one.name)))
      components.push(name)
    for (const name of new Set(article.components.filter((one) => !isElement(one)).map((one) => one.name)))
      shortcodes.push(name)
  }
  const counted = {
    frontMatterFields: countedNames(fields),
    components: countedNames(components),
    shortcodes: countedNames(shortcodes),
  }
  return {
    articles: articles.length,
    folders: countedNames(folders),
    housekeeping,
    ...counted,
    guesses: {
      frontMatterFields: partsOf(counted.frontMatterFields),
      components: partsOf(counted.components),
      shortcodes: partsOf(counted.shortcodes),
    },
  }
}

const articleAt = (path: string, cwd: string) => {
  try {
    return buildArticle(readArticle(path, cwd), {path})
  } catch {
    return undefined
  }
}

const isElement = ({kind}: {readonly kind: string}): boolean => kind === 'mdx' || kind === 'html'

const countedNames = (names: readonly string[]): readonly Counted[] => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([name, count]) => ({name, count}))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}

/** Each name goes to the first part that it speaks of. */
const partsOf = (names: readonly Counted[]): NamesByPart => {
  const parts: Partial<Record<SitePart, string[]>> = {}
  for (const {name} of names) {
    const part = (Object.keys(partNames) as SitePart[]).find((one) => partNames[one].test(name))
    if (part !== undefined) parts[part] = [...(parts[part] ?? []), name]
  }
  return Object.fromEntries(
    siteParts.flatMap((part) => (parts[part] === undefined ? [] : [[part, parts[part]]])),
  )
}
