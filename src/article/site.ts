/**
 * What is true of the site that publishes an article and cannot be seen in its text: its templates, its components,
 * the names of its fields. Configured once, read by rules as `article.site`.
 */
export interface Site {
  /** Parts that the page template adds to every article, so that no article needs them. */
  readonly assumeLayout: readonly SitePart[]
  /** MDX and HTML components that supply a part. */
  readonly components: NamesByPart
  /** Shortcodes, includes and containers that supply a part. */
  readonly shortcodes: NamesByPart
  /** Front matter fields that supply a part; `seo.author` for a nested one. */
  readonly frontMatterFields: NamesByPart
  /** Hosts that count as sources for this site, their subdomains included. */
  readonly allowedHosts: readonly string[]
  /** Names, numbers or addresses of crisis lines that this site points to. */
  readonly helpLines: readonly string[]
  /** Words and phrases to accept: a finding that underlines just these is dropped. */
  readonly vocabulary: readonly string[]
  /** BCP 47, such as `en-GB`: the country whose help lines and wordings apply. */
  readonly locale: string | undefined
}

export const siteParts = ['disclaimer', 'author', 'reviewer', 'date', 'references', 'helpLine'] as const

/** A part of a page that rules ask for, and that something other than the text may supply. */
export type SitePart = (typeof siteParts)[number]

/** The facts that can fill an option of a rule, by the name that the rule's file gives them. */
export const siteFacts: readonly string[] = [
  ...siteParts.flatMap((part) => [`assumeLayout.${part}`, `components.${part}`, `frontMatterFields.${part}`]),
  'allowedHosts',
  'helpLines',
  'locale',
]

export type NamesByPart = Readonly<Partial<Record<SitePart, readonly string[]>>>

/** The site facts that a configuration may state; all are optional. */
export type SiteSettings = Partial<Omit<Site, 'locale'>>

export const siteOf = (settings: SiteSettings = {}, locale?: string): Site => ({
  assumeLayout: [],
  components: {},
  shortcodes: {},
  frontMatterFields: {},
  allowedHosts: [],
  helpLines: [],
  vocabulary: [],
  ...settings,
  locale,
})

/** What is assumed where nothing is configured. */
export const unknownSite: Site = siteOf()
