import {join} from 'node:path'
import {configLookup} from '../node/config/config-lookup.js'
import {ruleOf, rules} from '../rules/builtin.js'
import type {Rule} from '../rules/rule.js'

/**
 * The built-in rules, and those of the packs and plugins of the configuration here.
 *
 * @throws {ConfigError} and {PackError} for a mistake in them
 */
export const knownRules = async (): Promise<readonly Rule[]> => {
  const found = await configLookup()(join(process.cwd(), 'article.md'))
  if (found === 'ignored') return rules
  const {packs = [], plugins = []} = found.settings
  return [...rules, ...packs.flatMap((pack) => pack.rules.map((file) => ruleOf(pack, file))), ...plugins]
}
