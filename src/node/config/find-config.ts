import {existsSync, readFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {ConfigError} from '../../errors.js'

export const configNames: readonly string[] = ['js', 'mjs', 'json', 'yaml', 'yml'].map(
  (ending) => `healthlint.config.${ending}`,
)

export const isCodeFile = (file: string): boolean => /\.m?js$/.test(file)

/**
 * The configuration that holds in a folder: its own, or that of the nearest folder above. The nearest is the only one;
 * configurations are not joined, so that one file tells all.
 *
 * @param folder absolute path
 * @param allowCode whether a file that is a program may be found; an editor must not run one in a folder nobody trusts
 * @returns the file's path
 * @throws {ConfigError} when two configurations stand in one folder, or one of a name that is not read
 */
export const findConfigFile = (folder: string, allowCode = true): string | undefined => {
  for (let at = folder; ; at = dirname(at)) {
    const own = configFileIn(at, allowCode)
    if (own !== undefined || dirname(at) === at) return own
  }
}

/** The configuration that stands in this very folder. */
export const configFileIn = (folder: string, allowCode = true): string | undefined => {
  const names = allowCode ? configNames : configNames.filter((name) => !isCodeFile(name))
  const found = names.map((name) => join(folder, name)).filter((file) => existsSync(file))
  const manifest = join(folder, 'package.json')
  if (existsSync(manifest) && hasConfig(manifest)) found.push(manifest)
  if (found.length > 1) {
    const both = found.map((file) => basename(file)).join(' and ')
    throw new ConfigError(`two configurations, ${both}: keep one of them`, {file: folder})
  }
  const [own] = found
  const unread = own === undefined ? unreadNames.find((name) => existsSync(join(folder, name))) : undefined
  if (unread !== undefined)
    throw new ConfigError(`a configuration of this name is not read; call it ${configNames.join(', ')}`, {
      file: join(folder, unread),
    })
  return own
}

/** Names that other tools would read: passed over, they would leave their owner with the defaults and no word of it. */
const unreadNames: readonly string[] = [
  ...['ts', 'mts', 'cts', 'cjs', 'toml'].map((ending) => `healthlint.config.${ending}`),
  ...['', '.json', '.yaml', '.yml', '.js'].map((ending) => `.healthlintrc${ending}`),
]

/** A package.json that does not parse is for others to complain about. */
const hasConfig = (manifest: string): boolean => {
  const text = readFileSync(manifest, 'utf8')
  if (!text.includes('"healthlint"')) return false
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && 'healthlint' in value
  } catch {
    return false
  }
}
