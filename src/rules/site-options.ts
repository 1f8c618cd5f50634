import type {SitePart, SiteSettings} from '../article/site.js'
import type {RuleFile} from './schema.js'

type Options = NonNullable<RuleFile['options']>

/**
 * The options of a rule that the site facts decide: lists are added to the rule's own, a part that the layout supplies
 * switches its option on, a locale chooses its country among the option's values.
 */
export const siteOptions = (
  options: Options,
  site: SiteSettings,
  locale: string | undefined,
): Readonly<Record<string, unknown>> => {
  const decided: Record<string, unknown> = {}
  for (const [name, option] of Object.entries(options)) {
    if (option.site === undefined) continue
    const [fact = '', part] = option.site.split('.')
    const value = factOf(fact, part as SitePart | undefined, site, locale)
    if (Array.isArray(value) && Array.isArray(option.default))
      decided[name] = value.length === 0 ? option.default : [...option.default, ...value]
    else if (value === true) decided[name] = true
    else if (typeof value === 'string' && option.values?.includes(value)) decided[name] = value
  }
  return decided
}

const factOf = (
  fact: string,
  part: SitePart | undefined,
  site: SiteSettings,
  locale: string | undefined,
): readonly string[] | boolean | string | undefined => {
  if (fact === 'locale') return countryOf(locale)
  if (fact === 'allowedHosts' || fact === 'helpLines') return site[fact]
  if (part === undefined) return undefined
  if (fact === 'assumeLayout') return site.assumeLayout?.includes(part)
  if (fact === 'frontMatterFields') return site.frontMatterFields?.[part]
  return [...(site.components?.[part] ?? []), ...(site.shortcodes?.[part] ?? [])]
}

/** `uk` for `en-GB`, as rules name countries. */
const countryOf = (locale: string | undefined): string | undefined => {
  const region = locale?.split('-').at(-1)?.toLowerCase()
  return region === 'gb' ? 'uk' : region
}
