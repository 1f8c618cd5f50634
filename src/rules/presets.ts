import type {Level} from '../diagnostic.js'
import {ConfigError, didYouMean} from '../errors.js'
import type {PackIndex} from './pack.js'
import type {Preset} from './schema.js'
import type {Settings} from './settings.js'

type PresetSource = Pick<PackIndex, 'presets'>

/** Whether rules are named that alone run: without a preset, and not only switched off. */
export const runsAlone = (settings: readonly Pick<Settings, 'extends' | 'rules'>[]): boolean =>
  settings.every((one) => one.extends === undefined) &&
  settings.some(({rules}) =>
    Object.values(rules ?? {}).some((setting) => (Array.isArray(setting) ? setting[0] : setting) !== 'off'),
  )

/**
 * The levels that a preset gives, those of the presets under it first.
 *
 * @param keys of the preset's name in the settings
 * @throws {ConfigError} when there is no such preset, naming the nearest
 */
export const presetLevels = (
  name: string,
  packs: readonly PresetSource[],
  keys: readonly (string | number)[] = [],
): ReadonlyMap<string, PresetLevel> => {
  const presets = presetsOf(packs)
  const preset = Object.hasOwn(presets, name) ? presets[name] : undefined
  if (preset === undefined) {
    const names = Object.keys(presets)
    throw new ConfigError(
      `there is no preset “${name}”${didYouMean(name, names) || `; there are ${names.join(', ')}`}`,
      {},
      keys,
    )
  }
  const levels = new Map<string, PresetLevel>()
  for (const base of preset.extends ?? [])
    for (const [id, level] of presetLevels(base, packs, keys)) levels.set(id, level)
  for (const [id, level] of Object.entries(preset.rules)) levels.set(id, level)
  return levels
}

/** @throws {ConfigError} when two packs have a preset of the same name */
const presetsOf = (packs: readonly PresetSource[]): PresetSource['presets'] => {
  const all: Record<string, Preset> = {}
  for (const {presets} of packs)
    for (const [name, preset] of Object.entries(presets)) {
      if (Object.hasOwn(all, name))
        throw new ConfigError(`two presets are called “${name}”; rename one of them`)
      all[name] = preset
    }
  return all
}

type PresetLevel = 'off' | Level
