import raw from 'virtual:rule-pack'
import type {Pack, PackRule} from './pack.js'
import type {Rule, Source} from './rule.js'

// A test checks every file against the schema, so what was built is trusted here.
export const builtinPack: Pack = raw as unknown as Pack

const site = 'https://healthlint.dev/rules'

/** The page of a built-in rule. */
const ruleUrl = (id: string): string => `${site}/${id}`

/** A source by its key. @throws never; an unknown key gives `undefined` */
const sourceOf = (pack: Pack, key: string): Source | undefined => {
  const source = pack.sources[key] ?? builtinPack.sources[key]
  return source === undefined ? undefined : {key, ...source}
}

/** A rule of a pack as a caller sees it. */
export const ruleOf = (pack: Pack, file: PackRule): Rule => {
  const {id, topic, level, summary, why, sources, examples} = file
  return {
    id,
    topic,
    level,
    summary,
    why,
    sources: sources.map((key) => sourceOf(pack, key)).filter((source) => source !== undefined),
    examples,
    url: file.url ?? (pack === builtinPack ? ruleUrl(id) : ''),
    // What must stand somewhere is missing from the whole article.
    scope: file.scope ?? (file.require === undefined ? 'passage' : 'article'),
  }
}

/** Every built-in rule, sorted by topic and id. Frozen: the list is one for all who import it. */
export const rules: readonly Rule[] = Object.freeze(
  builtinPack.rules
    .map((file) => Object.freeze(ruleOf(builtinPack, file)))
    .sort((a, b) => (a.topic === b.topic ? (a.id < b.id ? -1 : 1) : a.topic < b.topic ? -1 : 1)),
)
