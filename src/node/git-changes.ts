import {execFileSync} from 'node:child_process'
import {resolve} from 'node:path'
import {ConfigError} from '../errors.js'

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
  '--no-prefix',
  '--diff-filter=d',
  '-M',
  '--ignore-submodules',
]

/**
 * The lines that were added since a ref, or that are staged.
 *
 * @throws {ConfigError} outside a repository, without git, for an unknown ref, and in a clone too shallow to know the
 *   merge base; the message gives the remedy
 */
export const changedLines = (since: ChangesSince, cwd: string): ChangedLines => {
  const root = git(['rev-parse', '--show-toplevel'], cwd).trimEnd()
  const compared = since === 'staged' ? ['--cached'] : ['--merge-base', commitOf(since.ref, cwd)]
  const changed = new Map<string, readonly LineRange[] | 'all'>()
  const paths = changedPaths(compared, root)
  // Names in a patch are quoted and cut; its files stand in the order of the list, which has them as they are.
  const patches =
    paths.length === 0
      ? []
      : git(['diff', ...plainDiff, '-U0', ...compared], root)
          .split(/^diff --git /m)
          .slice(1)
  paths.forEach((path, index) => {
    changed.set(resolve(root, path), addedLines(patches[index] ?? ''))
  })
  if (since !== 'staged') {
    const untracked = git(['ls-files', '--others', '--exclude-standard', '-z'], root)
    for (const path of untracked.split('\0')) if (path !== '') changed.set(resolve(root, path), 'all')
  }
  return changed
}

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

/** The `+` side of each hunk's header; a hunk that only deletes touches the lines on both sides of the gap. */
const addedLines = (diff: string): readonly LineRange[] =>
  [...diff.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].map(([, start = '1', count = '1']) => {
    const from = Number(start)
    return count === '0' ? {from, to: from + 1} : {from, to: from + Number(count) - 1}
  })

const commitOf = (ref: string, cwd: string): string => {
  try {
    return git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], cwd).trimEnd()
  } catch {
    throw new ConfigError(
      `git knows no commit “${ref}”: fetch it first (git fetch origin ${ref}; in GitHub Actions, \`fetch-depth: 0\` of actions/checkout)`,
    )
  }
}

const git = (args: readonly string[], cwd: string): string => {
  try {
    return execFileSync('git', args, {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    throw gitError(args, error as NodeJS.ErrnoException & {readonly stderr?: string})
  }
}

const gitError = (
  args: readonly string[],
  error: NodeJS.ErrnoException & {readonly stderr?: string},
): ConfigError => {
  if (error.code === 'ENOENT') return new ConfigError('--since and --staged need git, which is not installed')
  const said = (error.stderr ?? error.message).trim()
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
