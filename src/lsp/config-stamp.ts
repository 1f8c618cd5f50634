import {readdirSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {configNames} from '../node/config/find-config.js'

/** `package.json` can hold a configuration, too. */
export const watchedNames: readonly string[] = [...configNames, 'package.json']

/**
 * A text that changes when a configuration file above one of the articles, or one of the files and packs that were read
 * from there, comes, goes or is written: for clients that do not watch files.
 *
 * @param paths articles
 * @param files read already, packs among them
 */
export const configStamp = (paths: readonly string[], files: readonly string[]): string => {
  const folders = new Set(paths.flatMap((path) => foldersAbove(path)))
  const candidates = [...folders].flatMap((folder) => watchedNames.map((name) => join(folder, name)))
  return [...new Set([...candidates, ...files.flatMap(withContent)])].map(fileStamp).join('')
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
  return stats === undefined ? '' : `${file}:${stats.mtimeMs}:${stats.size}\n`
}
