import type {ValuePath} from '../checks/kind.js'
import type {ErrorPlace} from '../errors.js'
import type {Example, Source} from './rule.js'
import type {Preset, RuleFile} from './schema.js'

/** Rules, lexicons, sources and presets that belong together: the built-in pack, or a user's folder of YAML. */
export interface Pack {
  readonly rules: readonly PackRule[]
  /** Entries by lexicon name. */
  readonly lexicons: Readonly<Record<string, Lexicon>>
  readonly sources: Readonly<Record<string, Omit<Source, 'key'>>>
  readonly presets: Readonly<Record<string, Preset>>
}

/** As much of a pack as settings are merged with. */
export interface PackIndex {
  readonly rules: readonly Pick<PackRule, 'id' | 'level' | 'aliases'>[]
  readonly presets: Pack['presets']
}

export interface PackRule extends Omit<RuleFile, 'examples'> {
  readonly id: string
  readonly topic: string
  readonly examples: readonly Example[]
  /** Where in its file a value stands; absent in the built-in pack, which is checked when we build. */
  readonly locate?: Locate
}

export interface Lexicon {
  readonly summary: string
  readonly entries: readonly string[]
  readonly locate?: Locate
}

/** The place of a value (or of its key) in the file that it was read from, moved on by `offset` characters. */
export type Locate = (
  path: ValuePath,
  options?: {readonly of?: 'key' | 'value'; readonly offset?: number},
) => ErrorPlace
