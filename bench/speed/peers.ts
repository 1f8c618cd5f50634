import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {formatColumns, quantile} from './format.js'
import {type Peer, peers} from './peer-list.js'
import {runMeasured, type Usage} from './usage.js'

const usage = `Usage: npm run bench:peers -- FOLDER [--rounds N] [--only NAME]… [--limit SECONDS] [--install DIR] [--json FILE]

Runs healthlint and its peers over the .md files of a folder, healthlint right before each peer, so that both see the
machine in the same state. Peers are installed under --install (a folder of the system's temporary files by default).`

interface Pair {
  readonly name: string
  readonly ours: Usage
  readonly theirs: Usage
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
    },
    allowPositionals: true,
  })
  const command = join(root, 'dist', 'cli.js')
  if (positionals[0] === undefined || !existsSync(command)) {
    console.error(positionals[0] === undefined ? usage : `${command} is not there: run npm run build`)
    return 2
  }
  const folder = resolve(positionals[0])
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) =>
    name.endsWith('.md'),
  )
  const bytes = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
  const chosen = peers.filter(({name}) => values.only === undefined || values.only.includes(name))
  for (const peer of chosen) install(peer, projectOf(values.install, peer))

  const scratch = mkdtempSync(join(tmpdir(), 'healthlint-bench-'))
  const options = {limit: Number(values.limit), scratch}
  const ours = [command, '--format', 'json', '--no-fail', join(folder, '**', '*.md')]
  const pairs: Pair[] = []
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const peer of chosen) {
      const project = projectOf(values.install, peer)
      const cwd = peer.from === 'project' ? project : folder
      pairs.push({
        name: peer.name,
        ours: runMeasured(ours, {...options, cwd: folder}),
        theirs: runMeasured(peer.run(folder, project, files), {...options, cwd}),
      })
    }
  }
  rmSync(scratch, {recursive: true})
  console.log(
    `${files.length} files, ${(bytes / 1e6).toFixed(2)} MB, Node ${process.version}\n${formatPairs(chosen, pairs, bytes)}`,
  )
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({files: files.length, bytes, pairs}, null, 2)}\n`)
  return 0
}

const projectOf = (folder: string, {name}: Peer): string => join(resolve(folder), name)

const install = ({name, packages, files = {}}: Peer, project: string): void => {
  mkdirSync(project, {recursive: true})
  for (const [file, text] of Object.entries(files)) writeFileSync(join(project, file), text)
  if (existsSync(join(project, 'node_modules'))) return
  writeFileSync(join(project, 'package.json'), JSON.stringify({name: `peer-${name}`, private: true}))
  const npm = spawnSync('npm', ['install', '--no-fund', '--no-audit', '--ignore-scripts', ...packages], {
    cwd: project,
    stdio: 'inherit',
  })
  if (npm.status !== 0) throw new Error(`${name} could not be installed in ${project}`)
}

const seconds = (ms: number | undefined): string => (ms === undefined ? '–' : (ms / 1000).toFixed(2))

/** Medians over the rounds, a ratio taken within each pair. */
const formatPairs = (chosen: readonly Peer[], pairs: readonly Pair[], bytes: number): string => {
  const median = (values: readonly (number | undefined)[]): number | undefined => {
    const known = values.filter((value) => value !== undefined)
    return known.length === 0 ? undefined : quantile(known, 0.5)
  }
  const line = (name: string, runs: readonly Usage[], ratio: number | undefined): readonly string[] => {
    const cpuMs = median(runs.map((run) => run.cpuMs))
    const memory = median(runs.map((run) => run.memory))
    return [
      name,
      seconds(median(runs.map((run) => run.wallMs))),
      seconds(cpuMs),
      cpuMs === undefined ? '–' : (bytes / 1000 / cpuMs).toFixed(2),
      memory === undefined ? '–' : String(Math.round(memory / 1e6)),
      ratio === undefined ? '–' : `${ratio.toFixed(1)} ×`,
      [...new Set(runs.map(({exit}) => exit))].join(', '),
    ]
  }
  return formatColumns([
    ['tool', 'wall s', 'CPU s', 'MB per CPU s', 'peak MB', 'CPU against ours', 'exit'],
    line(
      'healthlint',
      pairs.map(({ours}) => ours),
      1,
    ),
    ...chosen.map(({name}) => {
      const mine = pairs.filter((pair) => pair.name === name)
      const ratios = mine.map(({ours, theirs}) =>
        ours.cpuMs === undefined || theirs.cpuMs === undefined ? undefined : theirs.cpuMs / ours.cpuMs,
      )
      return line(
        name,
        mine.map(({theirs}) => theirs),
        median(ratios),
      )
    }),
  ])
}
