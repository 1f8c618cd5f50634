import * as v from 'valibot'
import {siteSchema} from './site-schema.js'

const names = v.array(v.string(), 'a list such as ["recommended"]')
const level = v.picklist(['off', 'info', 'warning', 'error'])
const options = v.record(v.string(), v.unknown(), 'options such as {"max-words": 20}')
const ruleOptions = v.record(
  v.string(),
  v.unknown(),
  'options such as {"max-words": 20}; without options write the level alone',
)
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

/** What settings and an entry of a configuration file have in common. */
export const settingEntries = {
  extends: v.optional(v.pipe(names, v.description('Names of presets.'))),
  rules: v.optional(
    v.pipe(
      v.record(v.string(), v.union([level, v.strictTuple([level, ruleOptions])])),
      v.description('By rule: off, info, warning or error; or one of them with options, [level, {…}].'),
    ),
  ),
  options: v.optional(
    v.pipe(v.record(v.string(), options), v.description('Rule options, by rule; levels stay as they are.')),
  ),
  locale: v.optional(
    v.pipe(v.string(), v.description('Such as en-GB: the country whose help lines and wordings apply.')),
  ),
  parser: v.optional(v.pipe(v.picklist(['native', 'remark']), v.description('Which parser reads Markdown.'))),
  site: v.optional(
    v.pipe(
      siteSchema,
      v.description('What articles cannot show: page templates, components, fields, help lines.'),
    ),
  ),
}

/** A rule that `defineRule` has made. */
export const ruleInCodeSchema = v.custom<object>(
  (value) =>
    isObject(value) &&
    typeof (value as {check?: unknown}).check === 'function' &&
    'languages' in (value as object),
  'a rule made with `defineRule`',
)

/** A pack that `loadPack` has read. */
export const packSchema = v.custom<object>(
  (value) => isObject(value) && Array.isArray((value as {rules?: unknown}).rules),
  'a pack, as `await loadPack("folder")` of healthlint/node reads it',
)

/** The parts of settings that are not looked at one by one with the rules at hand: their levels, options and presets are. */
export const settingsSchema = v.object({
  extends: v.optional(names),
  rules: v.optional(
    v.record(v.string(), v.unknown(), 'levels by rule, such as {"no-absolute-efficacy": "error"}'),
  ),
  options: v.optional(v.record(v.string(), options, 'options by rule')),
  plugins: v.optional(v.array(ruleInCodeSchema, 'a list of rules made with `defineRule`')),
  packs: v.optional(v.array(packSchema, 'a list of packs')),
  parser: settingEntries.parser,
})
