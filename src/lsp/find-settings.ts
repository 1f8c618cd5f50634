import {dirname, resolve} from 'node:path'
import {ConfigError, PackError} from '../errors.js'
import {configLookup} from '../node/config/config-lookup.js'
import {findConfigFile} from '../node/config/find-config.js'
import {selectRules} from '../rules/select.js'
import type {Settings} from '../rules/settings.js'
import type {ConfigProblem, EditorSettings, SettingsFor} from './settings-for.js'

/**
 * The command's own configuration, and the editor's preset where there is none. What was read is kept for as long as the
 * finder is: a change needs a new one.
 */
export const settingsFinder = ({preset, trusted}: EditorSettings): SettingsFor => {
  const cwd = process.cwd()
  const lookup = configLookup({cwd, allowCode: trusted})
  const unconfigured: Settings = preset === undefined ? {} : {extends: [preset]}
  return async (path) => {
    try {
      const config = await lookup(path)
      if (config === 'ignored') return {kind: 'ignored', files: []}
      const {file, files, settings} = config
      if (file !== undefined) return {kind: 'settings', settings, files}
      selectRules(unconfigured)
      return {kind: 'settings', settings: unconfigured, files}
    } catch (error) {
      const file = configFileFor(path, trusted)
      const problem = problemOf(error, file)
      return {kind: 'problem', problem, files: [file, problem.place.file].filter((one) => one !== undefined)}
    }
  }
}

const configFileFor = (path: string, trusted: boolean): string | undefined => {
  try {
    return findConfigFile(dirname(path), trusted)
  } catch {
    return undefined
  }
}

/**
 * Errors name files as a person in the process’s folder would; the editor needs the whole path.
 *
 * @param file what is named where the error names none
 */
export const problemOf = (error: unknown, file?: string): ConfigProblem => {
  const written = error instanceof ConfigError || error instanceof PackError ? error.place : {}
  const named = written.file === undefined ? file : resolve(written.file)
  const place = {...written, ...(named === undefined ? {} : {file: named})}
  return {message: error instanceof Error ? error.message : String(error), place}
}
