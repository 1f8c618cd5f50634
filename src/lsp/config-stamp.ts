import {readdirSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {configNames} from '../node/config/find-config.js'

/** `package.json` can hold a configuration, too. */
export const watchedNames: readonly string[] = [...configNames, 'package.json']

/** By path, what changes when the file is written, comes or goes. */
export type FileStamps = ReadonlyMap<string, string>

/**
 * The files that can hold the configuration of these articles, there or not, and those that were read from there: for
 * clients that do not watch files.
 *
 * @param paths articles
 * @param files read already, packs among them
 */
export const configStamps = (paths: readonly string[], files: readonly string[]): FileStamps => {
  const folders = new Set(paths.flatMap((path) => foldersAbove(path)))
  const candidates = [...folders].flatMap((folder) => watchedNames.map((name) => join(folder, name)))
  return new Map([...candidates, ...files.flatMap(withContent)].map((file) => [file, fileStamp(file)]))
}

const foldersAbove = (path: string): readonly string[] => {
  const folders: string[] = []
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    folders.push(folder)
    if (dirname(folder) === folder) return folders
  }
}

/** A pack's folder is as new as the newest file in it. */
const withContent = (file: string): readonly string[] => {
  if (statSync(file, {throwIfNoEntry: false})?.isDirectory() !== true) return [file]
  return [file, ...readdirSync(file, {recursive: true, encoding: 'utf8'}).map((name) => join(file, name))]
}

const fileStamp = (file: string): string => {
  const stats = statSync(file, {throwIfNoEntry: false})
  return stats === undefined ? '' : `${stats.mtimeMs} ${stats.size}`
}
