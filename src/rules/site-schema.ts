import * as v from 'valibot'
import {type SitePart, siteParts} from '../article/site.js'

const names = v.array(v.pipe(v.string(), v.nonEmpty()))

/** A host is compared with those of links, and an address is none: nothing would match, and nothing would say so. */
const hosts = v.array(
  v.pipe(v.string(), v.regex(/^[^\s/:]+$/, 'a host such as example.org, without https:// and path')),
)

const optionalNames = v.optional(names)
const namesByPart = v.strictObject({
  disclaimer: optionalNames,
  author: optionalNames,
  reviewer: optionalNames,
  date: optionalNames,
  references: optionalNames,
  helpLine: optionalNames,
} satisfies Record<SitePart, unknown>)

/** The shape of `site` in the settings and in configuration files. */
export const siteSchema = v.strictObject({
  assumeLayout: v.optional(
    v.pipe(
      v.array(v.picklist(siteParts)),
      v.description('Parts that the page template adds to every article, so that no article needs them.'),
    ),
  ),
  components: v.optional(
    v.pipe(
      namesByPart,
      v.description('MDX and HTML components that supply a part: `disclaimer: [LegalNotice]`.'),
    ),
  ),
  shortcodes: v.optional(
    v.pipe(namesByPart, v.description('Shortcodes and includes that supply a part: `disclaimer: [legal]`.')),
  ),
  frontMatterFields: v.optional(
    v.pipe(namesByPart, v.description('Front matter fields that supply a part: `author: [writer]`.')),
  ),
  allowedHosts: v.optional(
    v.pipe(hosts, v.description('Hosts that count as sources for this site, their subdomains included.')),
  ),
  helpLines: v.optional(
    v.pipe(names, v.description('Names, numbers or addresses of crisis lines that this site points to.')),
  ),
  vocabulary: v.optional(
    v.pipe(
      names,
      v.description('Words and phrases to accept: a finding that underlines just these is dropped.'),
    ),
  ),
})
