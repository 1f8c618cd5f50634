import {spawnSync} from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, dirname, join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {articleName} from './corpus.js'
import {formatColumns, megabytes} from './format.js'
import {type Machine, machine} from './machine.js'
import {type Peer, peers} from './peer-list.js'
import {peerRows} from './tables.js'
import {runMeasured, type Usage} from './usage.js'

const usage = `Usage: npm run bench:peers -- FOLDER [--rounds N] [--only NAME]… [--limit SECONDS] [--install DIR] [--json FILE]

Runs healthlint and its peers over the articles of a folder (copies, all called .md), healthlint right before each peer, so that both see the
machine in the same state. A peer that takes minutes for a big folder is given an even part of it, and so is healthlint
beside it. Peers are installed under --install (a folder of the system's temporary files unless given).`

interface Pair {
  readonly ours: Usage
  readonly theirs: Usage
}

export interface PeerResult {
  readonly name: string
  readonly packages: readonly string[]
  readonly files: number
  readonly bytes: number
  /** Whether it ran on a part of the folder. */
  readonly partial: boolean
  readonly pairs: readonly Pair[]
}

/** What `--json` writes. */
export interface PeersReport {
  readonly machine: Machine
  readonly corpus: {readonly name: string; readonly files: number; readonly bytes: number}
  readonly rounds: number
  readonly peers: readonly PeerResult[]
}

/** @returns the exit code */
export const main = (args: readonly string[], {root}: {readonly root: string}): number => {
  const {values, positionals} = parseArgs({
    args: [...args],
    options: {
      rounds: {type: 'string', default: '1'},
      limit: {type: 'string', default: '300'},
      install: {type: 'string', default: join(tmpdir(), 'healthlint-peers')},
      only: {type: 'string', multiple: true},
      json: {type: 'string'},
      help: {type: 'boolean', short: 'h'},
    },
    allowPositionals: true,
  })
  const command = join(root, 'dist', 'cli.js')
  const unknown = values.only?.find((name) => !peers.some((peer) => peer.name === name))
  if (values.help || positionals[0] === undefined) {
    console[values.help ? 'log' : 'error'](usage)
    return values.help ? 0 : 2
  }
  const folder = resolve(positionals[0])
  const trouble =
    unknown !== undefined
      ? `no peer ${unknown}; there are ${peers.map(({name}) => name).join(', ')}`
      : !existsSync(folder)
        ? `there is no folder ${folder}`
        : !existsSync(command)
          ? `${command} is not there: run npm run build`
          : undefined
  if (trouble !== undefined) {
    console.error(trouble)
    return 2
  }
  const all = articlesIn(folder)
  const rounds = Number(values.rounds)
  const unusable =
    all.files.length === 0
      ? `there is no article in ${folder}`
      : !(Number.isInteger(rounds) && rounds > 0)
        ? `--rounds takes a number from 1 on, not ${values.rounds}`
        : undefined
  if (unusable !== undefined) {
    console.error(unusable)
    return 2
  }
  const chosen = peers.filter(({name}) => values.only === undefined || values.only.includes(name))
  for (const peer of chosen) install(peer, projectOf(values.install, peer))

  const scratch = mkdtempSync(join(tmpdir(), 'healthlint-bench-'))
  try {
    const options = {limit: Number(values.limit), scratch, rounds, command}
    const results = chosen.map((peer) => {
      const corpus = copyFor(peer, all, scratch)
      const pairs = runPairs(peer, projectOf(values.install, peer), corpus, options)
      const {files, bytes} = corpus
      const result: PeerResult = {
        ...{name: peer.name, packages: peer.packages, files: files.length, bytes, pairs},
        partial: files.length < all.files.length,
      }
      rmSync(corpus.folder, {recursive: true})
      console.error(`${peer.name}: done`)
      return result
    })
    const report: PeersReport = {
      machine: machine(),
      corpus: {name: basename(folder), files: all.files.length, bytes: all.bytes},
      rounds,
      peers: results,
    }
    console.log(
      `${all.files.length} files, ${megabytes(all.bytes)} MB, ${rounds} ${rounds === 1 ? 'round' : 'rounds'}, Node ${process.version}\n`,
    )
    console.log(formatColumns(peerRows(results)))
    console.log(
      '\nCPU s is user and system time of the whole process; the ratio is the peer’s over ours, of the same round.',
    )
    for (const {name, partial, files, bytes} of results)
      if (partial)
        console.log(
          `${name} ran on an even part of the folder: ${files} files, ${megabytes(bytes)} MB; so did healthlint.`,
        )
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
  } finally {
    rmSync(scratch, {recursive: true})
  }
  return 0
}

const projectOf = (folder: string, {name}: Peer): string => join(resolve(folder), name)

const install = ({name, packages, files = {}}: Peer, project: string): void => {
  mkdirSync(project, {recursive: true})
  for (const [file, text] of Object.entries(files)) writeFileSync(join(project, file), text)
  if (existsSync(join(project, 'node_modules', '.package-lock.json'))) return
  writeFileSync(join(project, 'package.json'), JSON.stringify({name: `peer-${name}`, private: true}))
  // Not from here: this repository's settings for npm are its own.
  const npm = spawnSync('npm', ['install', '--no-fund', '--no-audit', '--ignore-scripts', ...packages], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (npm.status !== 0) throw new Error(`${name} could not be installed in ${project}`)
}

interface Articles {
  readonly folder: string
  /** Relative to the folder. */
  readonly files: readonly string[]
  readonly bytes: number
}

const articlesIn = (folder: string): Articles => {
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => articleName.test(name) && !/(^|[\\/])node_modules[\\/]/.test(name))
    .sort()
  return {folder, files, bytes: bytesOf(folder, files)}
}

const bytesOf = (folder: string, files: readonly string[]): number =>
  files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)

/**
 * A copy of the folder's articles, or of every n-th where the peer is too slow for more. Nothing that stands beside them
 * (configuration, `.gitignore`) is copied, and all is called Markdown, since most peers know nothing else.
 */
const copyFor = (
  {name, mostBytes = Number.POSITIVE_INFINITY}: Peer,
  all: Articles,
  scratch: string,
): Articles => {
  const step = Math.max(1, Math.ceil(all.bytes / mostBytes))
  const chosen = all.files.filter((_, index) => index % step === 0)
  const folder = join(scratch, `articles-for-${name}`)
  const files = chosen.map((file) => {
    const copy = file.endsWith('.md') ? file : `${file}.md`
    mkdirSync(dirname(join(folder, copy)), {recursive: true})
    copyFileSync(join(all.folder, file), join(folder, copy))
    return copy
  })
  return {folder, files, bytes: bytesOf(folder, files)}
}

interface RunSettings {
  readonly limit: number
  readonly scratch: string
  readonly rounds: number
  readonly command: string
}

const runPairs = (
  peer: Peer,
  project: string,
  {folder, files}: Articles,
  {limit, scratch, rounds, command}: RunSettings,
): readonly Pair[] => {
  const ours = [
    command,
    '--no-config',
    '--no-baseline',
    '--format',
    'json',
    '--no-fail',
    join(folder, '**', '*.md'),
  ]
  return Array.from({length: rounds}, () => ({
    ours: runMeasured(ours, {limit, scratch, cwd: folder}),
    theirs: runMeasured(peer.run(folder, project, files), {
      limit,
      scratch,
      cwd: peer.from === 'project' ? project : folder,
    }),
  }))
}
