import {type Dirent, existsSync, readdirSync, realpathSync, type Stats, statSync} from 'node:fs'
import {dirname, join, relative, resolve, sep} from 'node:path'
import picomatch from 'picomatch'
import {ConfigError, kindOf} from '../errors.js'
import {type IgnoreRules, ignoreRulesOf, isIgnored, withFolder} from './gitignore.js'

export interface FindOptions {
  /** Where relative patterns start; the process's folder unless given. */
  readonly cwd?: string
  /** Which files of a folder are articles. */
  readonly extensions?: readonly string[]
  /** Whether `.gitignore` files are respected; they are unless this is `false`. */
  readonly gitignore?: boolean
}

/** What the command asks for besides. */
interface Wishes extends FindOptions {
  /** Files that are not on the disk and count as if they were, such as those that only git's index has; absolute. */
  readonly absent?: readonly string[]
}

export interface FoundFiles {
  /** Sorted by code unit, each file once, written as the pattern was: relative patterns give relative paths, with `/`. */
  readonly paths: readonly string[]
  /** Folders and globs in which no article was found. */
  readonly unmatched: readonly string[]
}

export const articleExtensions: readonly string[] = ['.md', '.markdown', '.mdx', '.txt']

/**
 * Finds the articles that files, folders and globs name. What is named outright is taken whatever it is called, also
 * when it does not exist, so that reading it tells what is wrong. In folders and globs, what git ignores, `node_modules`,
 * and names that begin with a dot are passed over, unless the glob itself spells the dot; so is what a pattern with `!`
 * before it matches; patterns that only leave out leave out of the current folder. Links to files are followed, links to folders are not, since they can lead back.
 *
 * @throws {ConfigError} when it is given no lists
 */
export const findFiles = (patterns: readonly string[], options: Wishes = {}): FoundFiles => {
  refuseNoList('takes a list of paths, such as ["articles"]', patterns)
  refuseNoList('has `extensions`, a list such as [".md"]', options.extensions ?? [])
  const cwd = resolve(options.cwd ?? '.')
  const found = new Map<string, string>()
  const unmatched: string[] = []
  const slashed = patterns.map((pattern) => (sep === '\\' ? pattern.replaceAll('\\', '/') : pattern))
  const exclusions = slashed.filter((pattern) => isExclusion(pattern, cwd))
  const isExcluded = picomatch(exclusions.flatMap((pattern) => excluded(tidy(pattern.slice(1)))))
  const wanted = slashed.filter((pattern) => !exclusions.includes(pattern))
  const asked = wanted.length === 0 && exclusions.length > 0 ? ['.'] : wanted
  for (const pattern of asked) {
    const all = pathsOf(pattern, cwd, options)
    const paths = exclusions.length === 0 ? all : all.filter((path) => !isExcluded(path))
    if (paths.length === 0) unmatched.push(pattern)
    // One pattern gives each file once.
    if (asked.length === 1) return {paths: [...paths].sort(byCodeUnit), unmatched}
    for (const path of paths) {
      const absolute = resolve(cwd, path)
      if (!found.has(absolute)) found.set(absolute, path)
    }
  }
  return {paths: [...found.values()].sort(byCodeUnit), unmatched}
}

const refuseNoList = (wanted: string, given: unknown): void => {
  if (!Array.isArray(given)) throw new ConfigError(`\`findFiles\` ${wanted}, not ${kindOf(given)}`)
}

const isExclusion = (pattern: string, cwd: string): boolean =>
  pattern.startsWith('!') && !existsSync(resolve(cwd, pattern))

/** A folder's name excludes all that is in it. */
const excluded = (pattern: string): readonly string[] => [pattern, `${pattern}/**`]

const pathsOf = (pattern: string, cwd: string, options: Wishes): readonly string[] => {
  // A name with brackets that exists is that file, not a glob.
  const stats = statsOf(resolve(cwd, pattern))
  if (stats?.isDirectory() || (stats === undefined && absentIn(pattern, cwd, options).length > 0)) {
    const extensions = options.extensions ?? articleExtensions
    const isArticle = (path: string): boolean =>
      extensions.some((extension) => path.toLowerCase().endsWith(extension))
    return walk(tidy(pattern), cwd, {accepts: isArticle, entersDots: false}, options)
  }
  const {base, isGlob} = picomatch.scan(pattern)
  if (stats !== undefined || !isGlob) return [tidy(pattern)]
  if (!existsSync(resolve(cwd, base)) && absentIn(base, cwd, options).length === 0) return []
  const entersDots = pattern
    .slice(base.length)
    .split('/')
    .some((part) => part.startsWith('.'))
  return walk(tidy(base), cwd, {accepts: picomatch(tidy(pattern), {dot: entersDots}), entersDots}, options)
}

interface Wanted {
  readonly accepts: (path: string) => boolean
  readonly entersDots: boolean
}

const neverEntered: ReadonlySet<string> = new Set(['node_modules', '.git'])

const walk = (base: string, cwd: string, wanted: Wanted, options: Wishes): readonly string[] => {
  const paths: string[] = []
  const visit = (folder: string, outer: IgnoreRules): void => {
    const absolute = resolve(cwd, folder)
    const entries = entriesOf(absolute)
    // Reading the folder as a file tells what is wrong with it, and the run goes on.
    if (entries === undefined && absentIn(folder, cwd, options).length === 0) paths.push(folder)
    for (const entry of entries ?? []) {
      const {name} = entry
      if (neverEntered.has(name) || (name.startsWith('.') && !wanted.entersDots)) continue
      const path = pathIn(folder, name)
      const isFolder = entry.isDirectory()
      if (
        isFolder
          ? isIgnored(outer, join(absolute, name), true)
          : !isWanted(entry, path, absolute, outer, wanted)
      )
        continue
      if (isFolder) visit(path, options.gitignore === false ? outer : withFolder(outer, join(absolute, name)))
      else paths.push(path)
    }
  }
  visit(base, options.gitignore === false ? [] : ignoreRulesOf(resolve(cwd, base)))
  for (const name of absentIn(base, cwd, options)) {
    const path = pathIn(base, name)
    const isPassedOver = name
      .split('/')
      .some((part) => neverEntered.has(part) || (part.startsWith('.') && !wanted.entersDots))
    const absolute = resolve(cwd, path)
    const rules = options.gitignore === false ? [] : ignoreRulesOf(dirname(absolute))
    if (!isPassedOver && wanted.accepts(path) && !isIgnored(rules, absolute, false)) paths.push(path)
  }
  return paths
}

const pathIn = (folder: string, name: string): string =>
  folder === '' ? name : folder.endsWith('/') ? folder + name : `${folder}/${name}`

/** Which of the absent files are in a folder, as that folder calls them. */
const absentIn = (folder: string, cwd: string, {absent = []}: Wishes): readonly string[] => {
  if (absent.length === 0) return []
  const root = withoutLinks(resolve(cwd, folder))
  return absent
    .filter((path) => path.startsWith(root + sep))
    .map((path) => relative(root, path).split(sep).join('/'))
}

const withoutLinks = (path: string): string => {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** Nothing for what is not there, and for a link that leads nowhere or back to itself: reading it tells. */
const statsOf = (path: string): Stats | undefined => {
  try {
    return statSync(path, {throwIfNoEntry: false})
  } catch {
    return undefined
  }
}

const entriesOf = (folder: string): readonly Dirent[] | undefined => {
  try {
    return readdirSync(folder, {withFileTypes: true})
  } catch {
    return undefined
  }
}

const isWanted = (
  entry: Dirent,
  path: string,
  folder: string,
  rules: IgnoreRules,
  wanted: Wanted,
): boolean => {
  if (!wanted.accepts(path)) return false
  // Where nothing is ignored, most files need no absolute path.
  if (rules.length > 0 && isIgnored(rules, join(folder, entry.name), false)) return false
  // A link that leads nowhere is kept, so that reading it says so; a link to a folder is not an article.
  return (
    entry.isFile() || (entry.isSymbolicLink() && statsOf(join(folder, entry.name))?.isDirectory() !== true)
  )
}

/** `./a/` and `a` are the same place and are shown the same way; the current folder is the empty string. */
const tidy = (path: string): string => {
  const plain = path.replace(/^(?:\.\/+)+/, '').replace(/(?<=[^/])\/+$/, '')
  return plain === '.' ? '' : plain
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
