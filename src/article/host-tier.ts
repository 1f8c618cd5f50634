import type {Citation, Link} from './article.js'
import {hostList} from './source-words.js'

export type HostTier = NonNullable<Citation['tier']>

const tierOfHost = new Map<string, HostTier>()
for (const tier of [1, 2, 4] as const) for (const host of hostList(String(tier))) tierOfHost.set(host, tier)
const weakLabels = hostList('weakLabels')
const weakPaths = hostList('weakPaths')

/**
 * How much a link's host says: 1 government, agency or journal; 2 university, society or hospital; 3 any other; 4 a shop,
 * social network, wiki or blog, and a page of the site itself.
 */
export const tierOf = ({host, url}: Pick<Link, 'host' | 'url'>): HostTier => {
  if (host === '') return 4
  const labels = host.split('.')
  if (labels.some((label) => weakLabels.has(label) || weakLabels.has(label.split('-').at(-1)!))) return 4
  for (let from = 0; from < labels.length; from++) {
    const tier = tierOfHost.get(labels.slice(from).join('.'))
    if (tier !== undefined) return tier
  }
  // `health.gov.xx` and `uni.ac.xx` of any country.
  const [second, top] = labels.slice(-2)
  if (top?.length === 2 && second === 'gov') return 1
  if (top?.length === 2 && (second === 'edu' || second === 'ac')) return 2
  const path = /^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*\/([^/?#]*)/i.exec(url)?.[1]?.toLowerCase()
  return path !== undefined && weakPaths.has(path) ? 4 : 3
}

const authority = /^(?:[a-z][a-z\d+.-]*:)?\/\/(?:[^/?#@\s]*@)?([^/?#:\s]+)/i

/** Host in lower case without `www.`; empty for relative addresses. */
export const hostOf = (url: string): string =>
  (authority.exec(url)?.[1] ?? '').toLowerCase().replace(/^www\./, '')
