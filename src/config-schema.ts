import * as v from 'valibot'
import {packSchema, ruleInCodeSchema, settingEntries} from './rules/settings-schema.js'

/** The shape of a configuration file. `schemas/config.schema.json` is made from it, so that editors complete it. */
const globs = v.array(v.pipe(v.string(), v.nonEmpty()))
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
  ...settingEntries,
}

const packPath = v.pipe(v.string(), v.nonEmpty())
const packsDescription = 'Folders of rule files, or single rule files, relative to this file.'

/** An entry of a YAML or JSON file. */
export const dataEntrySchema = v.strictObject({
  $schema: v.optional(v.pipe(v.string(), v.description('Where an editor finds the schema of this file.'))),
  ...entries,
  packs: v.optional(v.pipe(v.array(packPath), v.description(packsDescription))),
})

/** An entry of a JavaScript file, where rules in code and packs that are read already can stand. */
export const codeEntrySchema = v.strictObject({
  ...entries,
  packs: v.optional(v.array(v.union([packPath, packSchema]))),
  plugins: v.optional(v.array(ruleInCodeSchema)),
})

/** A YAML or JSON file: one entry, or a flat list of them. */
export const configFileSchema = v.union([dataEntrySchema, v.array(dataEntrySchema)])
