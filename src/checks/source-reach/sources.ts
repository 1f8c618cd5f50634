import type {Article, Citation} from '../../article/article.js'
import {hostOf} from '../../article/host-tier.js'
import {once, oncePer} from '../../once.js'

/** The citations of a block that can be sources of a claim, each block's worked out when it is first asked for. */
export type SourcesIn = (block: number) => readonly Citation[]

/**
 * None of a reference list: an entry is a source of what cites it. Weak citations are none, unless they are links to an
 * accepted host.
 */
export const sourcesIn = (article: Article, acceptedHosts: readonly string[]): SourcesIn => {
  const accepted = once(
    () =>
      new Set(
        acceptedHosts.length === 0
          ? []
          : article.links.filter(({host}) => isWithin(host, acceptedHosts)).map(({span}) => span.start),
      ),
  )
  const counts = ({kind, start, strength}: Citation): boolean =>
    strength !== 'weak' || (kind === 'link' && accepted().has(start))
  return oncePer((block) => {
    const role = article.sections[article.blocks[block]?.section ?? 0]?.role
    return role === 'references' ? [] : article.citationsIn(block).filter(counts)
  })
}

/** Whether a link's host is one of these, or below one. They are written by hand, as `www.` or with capitals, too. */
const isWithin = (host: string, hosts: readonly string[]): boolean =>
  hosts.some((one) => `.${host}`.endsWith(`.${hostOf(`//${one}`)}`))
