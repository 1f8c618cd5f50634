import type {ErrorPlace} from '../errors.js'
import type {Settings} from '../rules/settings.js'

/** What the configuration says about one article. */
export type FoundSettings =
  | {readonly kind: 'settings'; readonly settings: Settings; readonly files: readonly string[]}
  | {readonly kind: 'ignored'; readonly files: readonly string[]}
  | {readonly kind: 'problem'; readonly problem: ConfigProblem; readonly files: readonly string[]}

/** Why an article cannot be linted, for the one who wrote the configuration or the pack. */
export interface ConfigProblem {
  readonly message: string
  readonly place: ErrorPlace
}

/** Finds the settings of an article by its absolute path. `files` are those that were read, so that they can be watched. */
export type SettingsFor = (path: string) => Promise<FoundSettings>

/** What the editor's user has chosen, in force where the article's folder says nothing. */
export interface EditorSettings {
  /** Used where there is no configuration file; `recommended` unless given. */
  readonly preset?: string
  /** In a folder that is not trusted no code of it runs: configuration in JavaScript is passed over. */
  readonly trusted: boolean
}
