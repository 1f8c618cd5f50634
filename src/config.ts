import type {Pack} from './rules/pack.js'
import type {Settings} from './rules/settings.js'

/** One entry of a configuration: settings, and the files they are for. Later entries win. */
export interface ConfigEntry extends Omit<Settings, 'packs'> {
  /** Globs, relative to the configuration file; every article unless given. */
  readonly files?: readonly string[]
  /** Globs of files that this entry, or with no other key the whole run, leaves out. */
  readonly ignores?: readonly string[]
  /** Folders of rule files, or single ones, relative to the configuration file; or packs that are read already. */
  readonly packs?: readonly (string | Pack)[]
}

/** A configuration is a flat list of entries, or one entry. */
export type Config = ConfigEntry | readonly ConfigEntry[]

/** Gives a configuration file its types; returns what it is given. */
export const defineConfig = <const T extends Config>(config: T): T => config
