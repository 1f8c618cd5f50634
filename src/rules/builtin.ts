import raw from 'virtual:rule-pack'
import type {Pack} from './pack.js'
import type {Rule, Source} from './rule.js'

// A test checks every file against the schema, so what was built is trusted here.
export const builtinPack: Pack = raw as unknown as Pack

const site = 'https://healthlint.dev/rules'

/** The page of a rule. */
export const ruleUrl = (id: string): string => `${site}/${id}`

/** A source by its key. @throws never; an unknown key gives `undefined` */
export const sourceOf = (pack: Pack, key: string): Source | undefined => {
  const source = pack.sources[key] ?? builtinPack.sources[key]
  return source === undefined ? undefined : {key, ...source}
}

/** Every built-in rule, sorted by topic and id. */
export const rules: readonly Rule[] = builtinPack.rules
  .map(
    ({id, topic, level, summary, why, sources, examples}): Rule => ({
      id,
      topic,
      level,
      summary,
      why,
      sources: sources.map((key) => sourceOf(builtinPack, key)).filter((source) => source !== undefined),
      examples,
      url: ruleUrl(id),
    }),
  )
  .sort((a, b) => (a.topic === b.topic ? (a.id < b.id ? -1 : 1) : a.topic < b.topic ? -1 : 1))
