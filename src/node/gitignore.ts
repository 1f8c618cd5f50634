import {existsSync, readFileSync} from 'node:fs'
import {dirname, join, relative, sep} from 'node:path'
import ignore, {type Ignore} from 'ignore'

/** The `.gitignore` files that speak about a folder, outermost first. */
export type IgnoreRules = readonly {readonly folder: string; readonly patterns: Ignore}[]

/**
 * The rules in force inside `folder`: those of its repository from the root down, or, outside a repository, its own.
 * Who names a folder that git ignores wants it linted: then only the rules from that folder down count.
 *
 * @param folder absolute path
 */
export const ignoreRulesOf = (folder: string): IgnoreRules => {
  let rules: IgnoreRules = []
  for (const ancestor of [...ancestorsInRepository(folder), folder]) {
    if (isIgnored(rules, ancestor, true)) rules = []
    rules = withFolder(rules, ancestor)
  }
  return rules
}

/** `rules` and those of `folder`'s own `.gitignore`, if it has one. */
export const withFolder = (rules: IgnoreRules, folder: string): IgnoreRules => {
  const file = join(folder, '.gitignore')
  if (!existsSync(file)) return rules
  return [...rules, {folder, patterns: ignore().add(readFileSync(file, 'utf8'))}]
}

/** The innermost file that says anything about the path decides, as in git. */
export const isIgnored = (rules: IgnoreRules, path: string, isFolder: boolean): boolean => {
  for (let index = rules.length - 1; index >= 0; index--) {
    const {folder, patterns} = rules[index]!
    const name = relative(folder, path).split(sep).join('/')
    const {ignored, unignored} = patterns.test(isFolder ? `${name}/` : name)
    if (ignored || unignored) return ignored
  }
  return false
}

/** From the repository's root to the folder's parent; nothing when the folder is in no repository. */
const ancestorsInRepository = (folder: string): readonly string[] => {
  const ancestors: string[] = []
  for (let at = folder; ; at = dirname(at)) {
    if (at !== folder) ancestors.unshift(at)
    if (existsSync(join(at, '.git'))) return ancestors
    if (dirname(at) === at) return []
  }
}
