import {builtinIndex} from './rules/builtin-index.js'
import type {RuleInCode} from './rules/define.js'
import type {Pack, PackIndex} from './rules/pack.js'
import {presetLevels, runsAlone} from './rules/presets.js'
import type {RuleSetting, Settings} from './rules/settings.js'

/** Settings from one place: an entry of a configuration, the command line. */
export interface SettingsLayer {
  /** What a person calls the place. */
  readonly name: string
  readonly settings: Settings
}

/** What a configuration's entries bring along. Any entry may name their rules; they run where their own entry applies. */
export interface Brought {
  readonly packs: readonly Pack[]
  readonly plugins: readonly RuleInCode[]
}

export interface MergedSettings {
  /** `rules` names every rule that runs, with its level; `extends` adds none. */
  readonly settings: Settings
  /** Where each rule of `settings.rules` got its level. */
  readonly origins: ReadonlyMap<string, string>
}

/**
 * Makes one of several layers; later ones win. When no layer extends a preset, the rules that are named run alone; when
 * they are only switched off, they change `recommended`.
 *
 * @throws {ConfigError} for an unknown preset
 */
export const mergeSettings = (
  layers: readonly SettingsLayer[],
  {packs, plugins}: Brought,
): MergedSettings => {
  const all: readonly PackIndex[] = [builtinIndex, ...packs]
  const levels = new Map<string, RuleLevel>()
  const options = new Map<string, Readonly<Record<string, unknown>>>()
  const origins = new Map<string, string>()
  const set = (id: string, level: RuleLevel, origin: string): void => {
    levels.set(id, level)
    origins.set(id, origin)
  }
  const alone = runsAlone(layers.map(({settings}) => settings))
  if (!alone && layers.every(({settings}) => settings.extends === undefined))
    for (const [id, level] of presetLevels('recommended', all)) set(id, level, 'preset recommended')
  for (const {name, settings} of layers) {
    if (!alone)
      for (const pack of settings.packs ?? [])
        for (const {id, level} of pack.rules) set(id, level, `${name}, pack`)
    for (const {id, level} of settings.plugins ?? []) set(id, level, `${name}, plugin`)
    for (const preset of settings.extends ?? [])
      for (const [id, level] of presetLevels(preset, all)) set(id, level, `${name}, preset ${preset}`)
    for (const [written, setting] of Object.entries(settings.rules ?? {})) {
      const id = currentName(written, all)
      const [level, own] = typeof setting === 'string' ? [setting] : setting
      set(id, level, name)
      if (own !== undefined) options.set(id, own)
    }
    for (const [written, own] of Object.entries(settings.options ?? {})) {
      const id = currentName(written, all)
      options.set(id, {...options.get(id), ...own})
    }
  }
  // What is brought would run unless it is switched off.
  for (const {id} of [...packs.flatMap((pack) => pack.rules), ...plugins])
    if (!levels.has(id)) levels.set(id, 'off')
  const rules = Object.fromEntries([...levels].map(([id, level]) => [id, settingOf(level, options.get(id))]))
  return {settings: {...lastOf(layers), extends: [], rules, packs, plugins}, origins}
}

type RuleLevel = Extract<RuleSetting, string>

const settingOf = (level: RuleLevel, options: Readonly<Record<string, unknown>> | undefined): RuleSetting =>
  options === undefined ? level : [level, options]

/** A rule that was renamed answers to its former names. */
const currentName = (written: string, packs: readonly PackIndex[]): string => {
  for (const {rules} of packs) for (const {id, aliases} of rules) if (aliases?.includes(written)) return id
  return written
}

/** What is not a list of rules is taken whole from the last layer that has it; site facts, key by key. */
const lastOf = (layers: readonly SettingsLayer[]): Pick<Settings, 'parser' | 'site' | 'locale'> => {
  const found: {
    parser?: NonNullable<Settings['parser']>
    site?: NonNullable<Settings['site']>
    locale?: string
  } = {}
  for (const {settings} of layers) {
    if (settings.parser !== undefined) found.parser = settings.parser
    if (settings.locale !== undefined) found.locale = settings.locale
    if (settings.site !== undefined) found.site = {...found.site, ...settings.site}
  }
  return found
}
