import hosts from '../../rules/lexicons/sources/hosts.yaml'
import names from '../../rules/lexicons/sources/names.yaml'

/** Lists of words that a file of ours gives as strings; it is read when we build. */
const wordLists =
  (file: unknown) =>
  (name: string): ReadonlySet<string> => {
    const words = (file as Readonly<Record<string, string>>)[name]
    if (words === undefined) throw new Error(`a file of words has no list “${name}”`)
    return new Set(words.split(/\s+/).filter((word) => word !== ''))
  }

/** `rules/lexicons/sources/hosts.yaml` */
export const hostList = wordLists(hosts)
/** `rules/lexicons/sources/names.yaml` */
export const nameList = wordLists(names)
