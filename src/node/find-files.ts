import {type Dirent, existsSync, readdirSync, statSync} from 'node:fs'
import {join, resolve, sep} from 'node:path'
import picomatch from 'picomatch'
import {type IgnoreRules, ignoreRulesOf, isIgnored, withFolder} from './gitignore.js'

export interface FindOptions {
  /** Where relative patterns start; the process's folder unless given. */
  readonly cwd?: string
  /** Which files of a folder are articles. */
  readonly extensions?: readonly string[]
  /** Whether `.gitignore` files are respected; they are unless this is `false`. */
  readonly gitignore?: boolean
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
 * before it matches. Links to files are followed, links to folders are not, since they can lead back.
 */
export const findFiles = (patterns: readonly string[], options: FindOptions = {}): FoundFiles => {
  const cwd = resolve(options.cwd ?? '.')
  const found = new Map<string, string>()
  const unmatched: string[] = []
  const slashed = patterns.map((pattern) => (sep === '\\' ? pattern.replaceAll('\\', '/') : pattern))
  const exclusions = slashed.filter((pattern) => isExclusion(pattern, cwd))
  const isExcluded = picomatch(exclusions.flatMap((pattern) => excluded(tidy(pattern.slice(1)))))
  for (const pattern of slashed) {
    if (exclusions.includes(pattern)) continue
    const paths = pathsOf(pattern, cwd, options).filter((path) => !isExcluded(path))
    if (paths.length === 0) unmatched.push(pattern)
    for (const path of paths) {
      const absolute = resolve(cwd, path)
      if (!found.has(absolute)) found.set(absolute, path)
    }
  }
  return {paths: [...found.values()].sort(byCodeUnit), unmatched}
}

const isExclusion = (pattern: string, cwd: string): boolean =>
  pattern.startsWith('!') && !existsSync(resolve(cwd, pattern))

/** A folder's name excludes all that is in it. */
const excluded = (pattern: string): readonly string[] => [pattern, `${pattern}/**`]

const pathsOf = (pattern: string, cwd: string, options: FindOptions): readonly string[] => {
  // A name with brackets that exists is that file, not a glob.
  const stats = statSync(resolve(cwd, pattern), {throwIfNoEntry: false})
  if (stats?.isDirectory()) {
    const extensions = options.extensions ?? articleExtensions
    const isArticle = (path: string): boolean =>
      extensions.some((extension) => path.toLowerCase().endsWith(extension))
    return walk(tidy(pattern), cwd, {accepts: isArticle, entersDots: false}, options)
  }
  const {base, isGlob} = picomatch.scan(pattern)
  if (stats !== undefined || !isGlob) return [tidy(pattern)]
  if (!existsSync(resolve(cwd, base))) return []
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

const walk = (base: string, cwd: string, wanted: Wanted, options: FindOptions): readonly string[] => {
  const paths: string[] = []
  const visit = (folder: string, outer: IgnoreRules): void => {
    const absolute = resolve(cwd, folder)
    const entries = entriesOf(absolute)
    // Reading the folder as a file tells what is wrong with it, and the run goes on.
    if (entries === undefined) paths.push(folder)
    for (const entry of entries ?? []) {
      const {name} = entry
      if (neverEntered.has(name) || (name.startsWith('.') && !wanted.entersDots)) continue
      const path = folder === '' ? name : folder.endsWith('/') ? folder + name : `${folder}/${name}`
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
  return paths
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
  const absolute = join(folder, entry.name)
  if (isIgnored(rules, absolute, false)) return false
  // A link that leads nowhere is kept, so that reading it says so; a link to a folder is not an article.
  return (
    entry.isFile() ||
    (entry.isSymbolicLink() && statSync(absolute, {throwIfNoEntry: false})?.isDirectory() !== true)
  )
}

/** `./a/` and `a` are the same place and are shown the same way; the current folder is the empty string. */
const tidy = (path: string): string => {
  const plain = path.replace(/^(?:\.\/+)+/, '').replace(/(?<=[^/])\/+$/, '')
  return plain === '.' ? '' : plain
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
