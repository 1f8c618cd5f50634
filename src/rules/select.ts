import type {Level} from '../diagnostic.js'
import {ConfigError, didYouMean, kindOf} from '../errors.js'
import {builtinPack, ruleOf} from './builtin.js'
import type {RuleInCode} from './define.js'
import type {Pack, PackRule} from './pack.js'
import {presetLevels, runsAlone} from './presets.js'
import type {Rule} from './rule.js'
import {checkValue} from './schema-mistake.js'
import type {RuleSetting, Settings} from './settings.js'
import {settingsSchema} from './settings-schema.js'
import {siteOptions} from './site-options.js'
import {siteSchema} from './site-schema.js'

/** A rule with what the settings made of it. */
export interface SelectedRule {
  readonly rule: Rule
  readonly level: Level
  readonly options: Readonly<Record<string, unknown>>
  readonly message: string
  readonly languages: 'english' | 'any'
  readonly from:
    | {readonly kind: 'pack'; readonly file: PackRule; readonly pack: Pack}
    | {readonly kind: 'code'; readonly rule: RuleInCode}
}

type Keys = readonly (string | number)[]

const settingKeys = ['extends', 'rules', 'options', 'plugins', 'packs', 'parser', 'site', 'locale']
const settingLevels = ['off', 'info', 'warning', 'error']

/**
 * @throws {ConfigError} for an unknown setting, preset, rule, level or option, naming the nearest valid one
 */
export const selectRules = (settings: Settings): readonly SelectedRule[] => {
  checkSettings(settings)
  const packs = [builtinPack, ...(settings.packs ?? [])]
  const available = availableRules(packs, settings)
  const chosen = new Map<string, RuleSetting>()
  const alone = runsAlone([settings])
  // What a user brings along is meant to run, unless a preset says otherwise.
  if (!alone)
    for (const pack of settings.packs ?? []) for (const {id, level} of pack.rules) chosen.set(id, level)
  for (const {id, level} of settings.plugins ?? []) chosen.set(id, level)
  const presets = settings.extends ?? (alone ? [] : ['recommended'])
  presets.forEach((name, index) => {
    for (const [id, level] of presetLevels(name, packs, ['extends', index])) chosen.set(id, level)
  })
  for (const [written, setting] of Object.entries(settings.rules ?? {})) {
    const keys = ['rules', written]
    chosen.set(idOf(written, available, keys), checkedSetting(written, setting, keys))
  }
  const extra = new Map<string, Readonly<Record<string, unknown>>>()
  for (const [written, options] of Object.entries(settings.options ?? {})) {
    const id = idOf(written, available, ['options', written])
    checkedOptions(available.get(id)!, options, ['options', written])
    extra.set(id, options)
  }
  const selected: SelectedRule[] = []
  for (const [id, setting] of chosen) {
    const [level, options] = typeof setting === 'string' ? [setting, {}] : setting
    if (level === 'off') continue
    const found = available.get(id)
    if (found === undefined) throw new ConfigError(`preset names an unknown rule “${id}”`)
    const own = checkedOptions(found, options, ['rules', id, 1])
    selected.push({...found, level, options: {...own, ...extra.get(id)}})
  }
  return selected.sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1))
}

type AvailableRule = Omit<SelectedRule, 'level'>

const availableRules = (
  packs: readonly Pack[],
  {plugins = [], site = {}, locale}: Settings,
): ReadonlyMap<string, AvailableRule> => {
  const available = new Map<string, AvailableRule>()
  const add = (id: string, one: AvailableRule): void => {
    if (available.has(id)) throw new ConfigError(`two rules are called “${id}”; rename one of them`)
    available.set(id, one)
  }
  for (const pack of packs)
    for (const file of pack.rules) {
      const rule = fromPack(pack, file)
      const fromSite = siteOptions(file.options ?? {}, site, locale)
      add(file.id, {...rule, options: {...rule.options, ...fromSite}})
    }
  for (const rule of plugins) {
    add(rule.id, {
      rule,
      options: rule.options,
      message: rule.message,
      languages: rule.languages,
      from: {kind: 'code', rule},
    })
  }
  return available
}

const fromPack = (pack: Pack, file: PackRule): AvailableRule => {
  const options = Object.fromEntries(
    Object.entries(file.options ?? {}).map(([name, {default: value}]) => [name, value]),
  )
  return {
    rule: ruleOf(pack, file),
    options,
    message: file.message,
    languages: file.languages ?? 'english',
    from: {kind: 'pack', file, pack},
  }
}

const checkSettings = (settings: Settings): void => {
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings))
    throw new ConfigError(
      `settings are an object such as {extends: ["recommended"]}, not ${kindOf(settings)}`,
    )
  for (const key of Object.keys(settings)) {
    if (!settingKeys.includes(key))
      throw new ConfigError(`there is no setting “${key}”${didYouMean(key, settingKeys)}`, {}, [key])
  }
  const checked = checkValue(settingsSchema, settings)
  if ('mistake' in checked) {
    const {message, path} = checked.mistake
    throw new ConfigError(`\`${String(path[0])}\`: ${message}`, {}, path)
  }
  checkSite(settings)
}

const checkSite = ({site, locale}: Settings): void => {
  if (locale !== undefined && !isLocale(locale)) {
    throw new ConfigError(
      `\`locale\` must be a language with its country, such as en-GB, not ${JSON.stringify(locale)}`,
      {},
      ['locale'],
    )
  }
  if (site === undefined) return
  const checked = checkValue(siteSchema, site)
  if ('mistake' in checked) {
    const {message, path} = checked.mistake
    throw new ConfigError(`\`site\`: ${message}`, {}, ['site', ...path])
  }
}

const isLocale = (locale: unknown): boolean =>
  typeof locale === 'string' && /^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Z]{2}|\d{3}))?$/.test(locale)

const idOf = (written: string, available: ReadonlyMap<string, AvailableRule>, keys: Keys): string => {
  if (available.has(written)) return written
  for (const [id, {from}] of available)
    if (from.kind === 'pack' && from.file.aliases?.includes(written)) return id
  throw new ConfigError(`there is no rule “${written}”${didYouMean(written, available.keys())}`, {}, keys)
}

const checkedSetting = (id: string, setting: RuleSetting, keys: Keys): RuleSetting => {
  const level: unknown = Array.isArray(setting) ? setting[0] : setting
  if (typeof level !== 'string' || !settingLevels.includes(level)) {
    throw new ConfigError(
      `rule “${id}”: the level must be off, info, warning or error, not ${JSON.stringify(level)}${typeof level === 'string' ? didYouMean(level, settingLevels) : ''}`,
      {},
      Array.isArray(setting) ? [...keys, 0] : keys,
    )
  }
  const options: unknown = Array.isArray(setting) ? setting[1] : undefined
  const isLonger = Array.isArray(setting) && setting.length > 2
  if (
    isLonger ||
    (options !== undefined && (typeof options !== 'object' || options === null || Array.isArray(options)))
  ) {
    throw new ConfigError(`rule “${id}”: options are an object, as in ["${level}", {…}]`, {}, [...keys, 1])
  }
  return setting
}

const checkedOptions = (
  rule: AvailableRule,
  given: Readonly<Record<string, unknown>> = {},
  keys: Keys = [],
): Readonly<Record<string, unknown>> => {
  const declared = rule.from.kind === 'pack' ? (rule.from.file.options ?? {}) : undefined
  const names = Object.keys(rule.options)
  for (const [name, value] of Object.entries(given)) {
    if (!names.includes(name)) {
      const known =
        names.length === 0 ? '; it has none' : `; it has ${names.join(', ')}${didYouMean(name, names)}`
      throw new ConfigError(`rule “${rule.rule.id}” has no option “${name}”${known}`, {}, [...keys, name])
    }
    const option = declared?.[name]
    if (option !== undefined && !isOfType(value, option.type, option.values)) {
      const wanted = option.values === undefined ? option.type : `one of ${option.values.join(', ')}`
      throw new ConfigError(
        `rule “${rule.rule.id}”: option “${name}” must be ${wanted}, not ${JSON.stringify(value)}`,
        {},
        [...keys, name],
      )
    }
  }
  return {...rule.options, ...given}
}

/** Whether an option may have this value. */
export const isOfType = (value: unknown, type: string, values: readonly string[] | undefined): boolean => {
  if (type === 'strings') {
    return (
      Array.isArray(value) && value.every((one) => typeof one === 'string' && (values?.includes(one) ?? true))
    )
  }
  return typeof value === type && (values === undefined || values.includes(String(value)))
}
