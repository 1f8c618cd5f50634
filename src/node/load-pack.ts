import {readdir, readFile, stat} from 'node:fs/promises'
import {join, relative, resolve, sep} from 'node:path'
import {ConfigError} from '../errors.js'
import type {Pack} from '../rules/pack.js'
import {readPack} from '../rules/read-pack.js'

/**
 * Reads a pack: a folder laid out as the built-in `rules/` (one YAML file a rule in a folder for its topic, `lexicons/`,
 * `sources.yaml`, `presets.yaml`), or a single rule file, with the sources and lexicons of the pack around it.
 *
 * @param path the folder or file, absolute or relative to `cwd`; messages name it as given
 * @throws {ConfigError} when there is none, {PackError} for a mistake in it, with file, line and column
 */
export const loadPack = async (path: string, cwd = '.'): Promise<Pack> => {
  if (typeof path !== 'string')
    throw new ConfigError('`loadPack` takes the path of a folder or of a rule file')
  const found = await stat(resolve(cwd, path)).catch(() => undefined)
  if (found === undefined)
    throw new ConfigError(`there is no pack at “${path}”: give a folder of rule files, or one rule file`)
  const files = found.isDirectory() ? await yamlFiles(path, cwd) : [path]
  if (files.length === 0) throw new ConfigError(`“${path}” has no .yaml file in it`)
  const root = found.isDirectory() ? path : join(path, '..', '..')
  const around = found.isDirectory() ? [] : await filesAround(path, cwd)
  const named = files.map((file) => ({path: relative(root, file).split(sep).join('/'), name: file}))
  return readPack(
    await Promise.all(
      [...named, ...around].map(async (file) => ({
        ...file,
        text: await readFile(resolve(cwd, file.name), 'utf8'),
      })),
    ),
  )
}

/** What a rule file of a pack may speak of: `sources.yaml` and `lexicons/` above its topic's folder, or beside it. */
const filesAround = async (
  path: string,
  cwd: string,
): Promise<readonly {readonly path: string; readonly name: string}[]> => {
  for (const base of [join(path, '..', '..'), join(path, '..')]) {
    const lists = async (folder: string): Promise<readonly string[]> =>
      readdir(resolve(cwd, base, folder)).catch(() => [])
    const sources = (await lists('.')).filter((name) => /^sources\.ya?ml$/.test(name))
    const lexicons = (await lists('lexicons')).filter((name) => /\.ya?ml$/.test(name)).sort()
    const found = [...sources, ...lexicons.map((name) => `lexicons/${name}`)]
    if (found.length > 0) return found.map((name) => ({path: name, name: join(base, name)}))
  }
  return []
}

const yamlFiles = async (folder: string, cwd: string): Promise<readonly string[]> =>
  (await readdir(resolve(cwd, folder), {recursive: true}))
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name))
