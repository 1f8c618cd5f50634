import * as v from 'valibot'
import {siteSchema} from './rules/site-schema.js'

/** The shape of a configuration file. `schemas/config.schema.json` is made from it, so that editors complete it. */
const globs = v.array(v.pipe(v.string(), v.nonEmpty()))
const level = v.picklist(['off', 'info', 'warning', 'error'])
const options = v.record(v.string(), v.unknown())

const entries = {
  files: v.optional(
    v.pipe(globs, v.description('Globs, relative to this file; every article unless given.')),
  ),
  ignores: v.optional(
    v.pipe(
      globs,
      v.description('Globs of files that this entry leaves out; with no other key, the whole run does.'),
    ),
  ),
  extends: v.optional(v.pipe(v.array(v.string()), v.description('Names of presets.'))),
  rules: v.optional(
    v.pipe(
      v.record(v.string(), v.union([level, v.strictTuple([level, options])])),
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

const packPath = v.pipe(v.string(), v.nonEmpty())
const packsDescription = 'Folders of rule files, or single rule files, relative to this file.'

/** An entry of a YAML or JSON file. */
export const dataEntrySchema = v.strictObject({
  ...entries,
  packs: v.optional(v.pipe(v.array(packPath), v.description(packsDescription))),
})

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

/** An entry of a JavaScript file, where rules in code and packs that are read already can stand. */
export const codeEntrySchema = v.strictObject({
  ...entries,
  packs: v.optional(v.array(v.union([packPath, v.custom<object>(isObject)]))),
  plugins: v.optional(v.array(v.custom<object>(isObject, 'a rule made with `defineRule`'))),
})

/** A YAML or JSON file: one entry, or a flat list of them. */
export const configFileSchema = v.union([dataEntrySchema, v.array(dataEntrySchema)])
