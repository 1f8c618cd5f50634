import {readFileSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import type {Settings} from '../rules/settings.js'
import {crypto} from './built-in-crypto.js'
import {isCodeFile} from './config/find-config.js'

/**
 * A short string that changes with anything in the settings that findings depend on: levels, options, the rules of
 * packs, the code of plugins. A plugin's code may call other modules, so what the configuration imports by relative
 * path counts too.
 *
 * @param configFile where the settings come from, if from a file
 */
export const settingsHash = (settings: Settings, configFile: string | undefined): string => {
  const modules = configFile !== undefined && isCodeFile(configFile) ? moduleTexts(configFile) : []
  const told = JSON.stringify([settings, modules], (key, value: unknown) =>
    typeof value === 'function' && key !== 'locate' ? String(value) : value,
  )
  return crypto().hash('sha256', told, 'base64url').slice(0, 12)
}

/** The texts of a module and of those that it imports by relative path, each once. */
const moduleTexts = (entry: string): readonly string[] => {
  const texts = new Map<string, string>()
  const visit = (file: string): void => {
    if (texts.has(file)) return
    let text: string
    try {
      text = readFileSync(file, 'utf8')
    } catch {
      return
    }
    texts.set(file, text)
    for (const [, specifier = ''] of text.matchAll(/(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g))
      visit(resolve(dirname(file), specifier))
  }
  visit(entry)
  return [...texts.values()]
}
