import type {SiteSettings} from '../article/site.js'
import type {Level} from '../diagnostic.js'
import type {RuleInCode} from './define.js'
import type {Pack} from './pack.js'

/** How a user sets a rule: `off`, a level, or a level with options. */
export type RuleSetting = 'off' | Level | readonly ['off' | Level, Readonly<Record<string, unknown>>]

export interface Settings {
  /** Names of presets. With neither `extends` nor `rules`, `recommended`. */
  readonly extends?: readonly string[]
  /** By rule id. Without `extends`, these rules alone run. */
  readonly rules?: Readonly<Record<string, RuleSetting>>
  /** Rule options by rule id, for rules whose level stays as it is. */
  readonly options?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Rules in code, made with `defineRule`; they run at their own level unless `rules` says otherwise. */
  readonly plugins?: readonly RuleInCode[]
  /** Packs read with `loadPack` of `healthlint/node`; their rules run at their own level unless `rules` says otherwise. */
  readonly packs?: readonly Pack[]
  /** Which parser reads Markdown: the native one (in Node, where there is a binary), or remark. */
  readonly parser?: 'native' | 'remark'
  /** What articles cannot show: page templates, components, fields, help lines. */
  readonly site?: SiteSettings
  /** BCP 47, such as `en-GB`: the country whose help lines and wordings apply. */
  readonly locale?: string
}
