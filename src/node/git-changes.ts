import {realpathSync} from 'node:fs'
import {extname, relative, resolve, sep} from 'node:path'
import {ConfigError} from '../errors.js'
import {articleExtensions} from './find-files.js'

/** Most runs start no other program, and loading what starts one takes a fifth as long as starting Node. */
const childProcess = (): typeof import('node:child_process') => process.getBuiltinModule('node:child_process')

/** Lines of one file, from 1, both ends included. */
export interface LineRange {
  readonly from: number
  readonly to: number
}

/** What changed: by absolute path, the lines that were added; `'all'` for a new file. */
export type ChangedLines = ReadonlyMap<string, readonly LineRange[] | 'all'>

/** What to compare with: the merge base of a ref (working tree and untracked files included), or the index. */
export type ChangesSince = {readonly ref: string} | 'staged'

// A user's own git configuration (prefixes, an external diff) must not change what is read here.
const plainDiff = [
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  // Attributes may call an article binary, and a binary file has no lines.
  '--text',
  '--no-prefix',
  '--diff-filter=d',
  '-M',
  '--ignore-submodules',
]

/**
 * The lines that were added since a ref, or that are staged.
 *
 * @param paths articles that were named outright, absolute: those whose extension is none of an article's count too
 * @throws {ConfigError} outside a repository, without git, for an unknown ref, and in a clone too shallow to know the
 *   merge base; the message gives the remedy
 */
export const changedLines = (
  since: ChangesSince,
  cwd: string,
  paths: readonly string[] = [],
): ChangedLines => {
  const root = rootOf(cwd)
  const compared = since === 'staged' ? ['--cached'] : ['--merge-base', commitOf(since.ref, cwd)]
  const articles = ['--', ...articleGlobs, ...paths.filter(isUnusual).map((path) => literally(path, root))]
  const changed = new Map<string, readonly LineRange[] | 'all'>()
  for (const path of changedPaths([...compared, ...articles], root)) changed.set(resolve(root, path), [])
  if (changed.size > 0) {
    const patches = git(['diff', ...plainDiff, '-U0', ...compared, ...articles], root).split(
      /^diff --git |\ndiff --git /,
    )
    for (const patch of patches) {
      const path = newName(patch)
      if (path !== undefined) changed.set(resolve(root, path), addedLines(patch))
    }
  }
  if (since !== 'staged') {
    const untracked = git(['ls-files', '--others', '--exclude-standard', '-z'], root)
    for (const path of untracked.split('\0')) if (path !== '') changed.set(resolve(root, path), 'all')
  }
  return changed
}

const articleGlobs = articleExtensions.map((extension) => `:(icase,glob)**/*${extension}`)

const isUnusual = (path: string): boolean => !articleExtensions.includes(extname(path).toLowerCase())

const literally = (path: string, root: string): string =>
  `:(literal)${relative(root, path).split(sep).join('/')}`

/** The repository's folder, as an absolute path without links. */
const rootOf = (cwd: string): string => realpathSync(git(['rev-parse', '--show-toplevel'], cwd).trimEnd())

/** New names of the files that differ: `-z` gives them as they are, whatever they are called. */
const changedPaths = (compared: readonly string[], root: string): readonly string[] => {
  const fields = git(['diff', ...plainDiff, '--name-status', '-z', ...compared], root).split('\0')
  const paths: string[] = []
  for (let at = 0; at + 1 < fields.length; ) {
    const isRenamed = /^[RC]/.test(fields[at]!)
    paths.push(fields[at + (isRenamed ? 2 : 1)]!)
    at += isRenamed ? 3 : 2
  }
  return paths
}

/** The name after `+++`, which stands before the first hunk; a file without a changed line has none. */
const newName = (patch: string): string | undefined => {
  const head = patch.slice(0, Math.max(0, patch.indexOf('\n@@ ')))
  const written = /\n\+\+\+ (.*)$/.exec(head)?.[1]
  // A tab is put behind a name with spaces.
  const name = written?.replace(/\t$/, '')
  if (name === undefined || name === '/dev/null') return undefined
  return name.startsWith('"') ? unquoted(name.slice(1, -1)) : name
}

/** Undoes the quoting of C, in which git writes the bytes of an unusual name. */
const unquoted = (name: string): string => {
  const bytes = name
    .replace(/[^\0-\x7f]+/g, escapedBytes)
    .replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
      code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (named[code] ?? code),
    )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

const named: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
}

const escapedBytes = (text: string): string =>
  Array.from(Buffer.from(text), (byte) => `\\${byte.toString(8)}`).join('')

/** The `+` side of each hunk's header; a hunk that only deletes touches the lines on both sides of the gap. */
const addedLines = (patch: string): readonly LineRange[] =>
  [...patch.matchAll(/\n@@ -\S+ \+(\d+)(?:,(\d+))? @@/g)].map(([, start = '1', count = '1']) => {
    const from = Number(start)
    return count === '0' ? {from, to: from + 1} : {from, to: from + Number(count) - 1}
  })

/**
 * The staged text of each file whose text in the working tree is another, by absolute path: what is committed is what
 * is staged.
 *
 * @param paths absolute
 */
export const stagedTexts = (paths: readonly string[], cwd: string): ReadonlyMap<string, Buffer> => {
  const root = rootOf(cwd)
  const differing = new Set(
    git(['diff', '--name-only', '--no-ext-diff', '--ignore-submodules', '--no-renames', '-z'], root)
      .split('\0')
      .map((path) => resolve(root, path)),
  )
  const staged = paths.filter((path) => differing.has(path))
  return new Map(staged.map((path) => [path, blob(relative(root, path), root)]))
}

/** Files that the index has and the working tree has not, as absolute paths. */
export const onlyInIndex = (cwd: string): readonly string[] => {
  const root = rootOf(cwd)
  return git(
    ['diff', '--name-only', '--no-ext-diff', '--ignore-submodules', '--no-renames', '--diff-filter=D', '-z'],
    root,
  )
    .split('\0')
    .flatMap((path) => (path === '' ? [] : [resolve(root, path)]))
}

const blob = (file: string, root: string): Buffer => {
  const path = file.split(sep).join('/')
  try {
    return childProcess().execFileSync('git', ['cat-file', '--filters', `:${path}`], {
      cwd: root,
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    if (git(['ls-files', '--unmerged', '--', `:(literal)${path}`], root) === '')
      throw gitError(['cat-file'], error as GitFailure)
    // The index has both sides of it, and none that would be committed.
    throw new ConfigError(`${path}: its merge is not resolved; resolve it, and stage it with git add`)
  }
}

const commitOf = (ref: string, cwd: string): string => {
  const commit = knownCommit(ref, cwd)
  if (commit === undefined) throw new ConfigError(`git knows no commit “${ref}”: ${remedyFor(ref, cwd)}`)
  return commit
}

const knownCommit = (ref: string, cwd: string): string | undefined => {
  try {
    return git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], cwd).trimEnd()
  } catch {
    return undefined
  }
}

const remedyFor = (ref: string, cwd: string): string => {
  if (/^(?:HEAD|@)$/.test(ref)) return 'nothing is committed here yet'
  const remotes = git(['remote'], cwd).split('\n').slice(0, -1)
  const known = remotes.find((name) => knownCommit(`${name}/${ref}`, cwd) !== undefined)
  if (known !== undefined) return `in this clone it is “${known}/${ref}”`
  const remote = remotes.find((name) => ref.startsWith(`${name}/`))
  // `origin/main` is this clone's name for the branch `main`; a clone of one branch keeps no other unless told where.
  const wanted =
    remote === undefined ? `origin ${ref}` : `${remote} ${ref.slice(remote.length + 1)}:refs/remotes/${ref}`
  return `fetch it first (git fetch ${wanted}; in GitHub Actions, \`fetch-depth: 0\` of actions/checkout)`
}

const git = (args: readonly string[], cwd: string): string => {
  try {
    return childProcess().execFileSync('git', args, {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its errors are told apart by their words, which it would translate.
      env: {...process.env, LC_ALL: 'C'},
    })
  } catch (error) {
    throw gitError(args, error as GitFailure)
  }
}

type GitFailure = NodeJS.ErrnoException & {readonly stderr?: string | Buffer}

const gitError = (args: readonly string[], error: GitFailure): ConfigError => {
  if (error.code === 'ENOENT') return new ConfigError('--since and --staged need git, which is not installed')
  const said = String(error.stderr ?? error.message).trim()
  if (/not a git repository/.test(said))
    return new ConfigError('--since and --staged need a git repository; this folder is in none')
  if (/no merge base/.test(said)) {
    return new ConfigError(
      'git finds no merge base: the clone is too shallow (git fetch --unshallow; in GitHub Actions, `fetch-depth: 0` of actions/checkout)',
    )
  }
  return new ConfigError(`git ${args[0]} failed: ${said}`)
}

/**
 * Whether a finding is shown when only changes are asked for: it touches an added line, or it speaks of the whole
 * article and the article changed.
 */
export const touches = (ranges: readonly LineRange[] | 'all', lines: LineRange): boolean =>
  ranges === 'all' || ranges.some(({from, to}) => lines.from <= to && from <= lines.to)
