import {exponent, megabytes, quantile} from './format.js'
import type {KeystrokeReport} from './keystroke.js'
import type {Outcome} from './pathological.js'
import type {PeerResult} from './peers.js'
import type {ScaleReport} from './scale.js'
import type {StartReport, StartRun} from './start.js'

/*
 * What each bench measured, as rows: for the terminal and for docs/PERFORMANCE.md.
 */
export const keystrokeRows = (measured: KeystrokeReport['sizes']): readonly (readonly string[])[] => [
  ['KB', 'runs', 'median ms', 'fastest ms', '95 % ms'],
  ...measured.map(({size, runs, ...times}) => [
    String(size / 1000),
    String(runs),
    times.median.toFixed(2),
    times.fastest.toFixed(2),
    times.late.toFixed(2),
  ]),
]

export const sizeRows = ({
  sizes,
  series,
}: Pick<ScaleReport, 'sizes' | 'series'>): readonly (readonly string[])[] => [
  ['CPU ms', ...sizes.map((size) => `${size / 1000} KB`), 'exponent'],
  ...series.map(({name, costs, exponent: slope}) => [
    name,
    ...costs.map((cost) => cost.toFixed(0)),
    slope.toFixed(2),
  ]),
]

/** A line for each number of files, the last with the exponent since the first. */
export const fileRows = (runs: ScaleReport['runs']): readonly (readonly string[])[] => [
  ['files', 'MB', 'CPU s', 'wall s', 'ms per file', 'peak MB', 'exponent', 'status'],
  ...runs.map(({files, bytes, cpuMs, wallMs, memory, exit}, index) => [
    String(files),
    megabytes(bytes),
    cpuMs === undefined ? '–' : (cpuMs / 1000).toFixed(2),
    (wallMs / 1000).toFixed(2),
    cpuMs === undefined ? '–' : (cpuMs / files).toFixed(2),
    memory === undefined ? '–' : String(Math.round(memory / 1e6)),
    index === runs.length - 1 ? fileExponent(runs) : '',
    exit === '0' ? 'linted' : exit,
  ]),
]

const fileExponent = (runs: ScaleReport['runs']): string => {
  const [first, last] = [runs[0], runs.at(-1)]
  return first?.cpuMs === undefined || last?.cpuMs === undefined || first.files === last.files
    ? '–'
    : exponent([first.files, last.files], [first.cpuMs, last.cpuMs]).toFixed(2)
}

/** A text far below a megabyte would be charged for the start of Node. */
export const secondsPerMegabyte = ({cpuMs, bytes}: Outcome): number | undefined =>
  cpuMs === undefined ? undefined : cpuMs / 1000 / Math.max(1, bytes / 1e6)

/** `status` is `linted`, or why it is not. */
export const pathologicalRows = (inputs: readonly Outcome[]): readonly (readonly string[])[] => [
  ['input', 'MB', 'CPU s', 's per MB', 'peak MB', 'status'],
  ...inputs.map((input) => {
    const {name, bytes, cpuMs, memory, exit} = input
    return [
      name,
      megabytes(bytes),
      cpuMs === undefined ? '–' : (cpuMs / 1000).toFixed(2),
      secondsPerMegabyte(input)?.toFixed(2) ?? '–',
      memory === undefined ? '–' : String(Math.round(memory / 1e6)),
      exit === '0' ? 'linted' : exit,
    ]
  }),
]

const median = (values: readonly (number | undefined)[]): number | undefined => {
  const known = values.filter((value) => value !== undefined)
  return known.length === 0 ? undefined : quantile(known, 0.5)
}

interface PeerFigures {
  readonly wallMs: number | undefined
  readonly cpuMs: number | undefined
  readonly ourCpuMs: number | undefined
  /** Theirs over ours, the median of the rounds. */
  readonly ratio: number | undefined
  readonly memory: number | undefined
  readonly ourMemory: number | undefined
  readonly exit: string
}

/** Medians over the rounds. */
const peerFigures = ({pairs}: PeerResult): PeerFigures => ({
  wallMs: median(pairs.map(({theirs}) => theirs.wallMs)),
  cpuMs: median(pairs.map(({theirs}) => theirs.cpuMs)),
  ourCpuMs: median(pairs.map(({ours}) => ours.cpuMs)),
  ratio: median(
    pairs.map(({ours, theirs}) =>
      ours.cpuMs === undefined || theirs.cpuMs === undefined ? undefined : theirs.cpuMs / ours.cpuMs,
    ),
  ),
  memory: median(pairs.map(({theirs}) => theirs.memory)),
  ourMemory: median(pairs.map(({ours}) => ours.memory)),
  exit: [...new Set(pairs.map(({theirs}) => theirs.exit))].join(', '),
})

const seconds = (ms: number | undefined): string => (ms === undefined ? '–' : (ms / 1000).toFixed(2))
const size = (bytes: number | undefined): string =>
  bytes === undefined ? '–' : String(Math.round(bytes / 1e6))

const startNames: Readonly<Record<StartRun, string>> = {
  node: '`node -e 0`',
  article: 'one article',
  hashing: 'all articles, only read and hashed',
  cached: 'all articles, nothing changed since the cache was written',
  oneThread: 'all articles, one thread',
  twoThreads: 'all articles, two threads',
}

/** Medians over the rounds; the times of `node -e 0` in CPU time, and for two threads, how much sooner they are done. */
export const startRows = ({runs}: StartReport): readonly (readonly string[])[] => {
  const cpu = (name: StartRun): number | undefined => median((runs[name] ?? []).map(({cpuMs}) => cpuMs))
  const wall = (name: StartRun): number | undefined => median((runs[name] ?? []).map(({wallMs}) => wallMs))
  const times = (above: number | undefined, below: number | undefined): string =>
    above === undefined || below === undefined ? '–' : `${(above / below).toFixed(1)} ×`
  const compared: Readonly<Record<StartRun, () => string>> = {
    node: () => '',
    article: () => `${times(cpu('article'), cpu('node'))} node`,
    hashing: () => `${times(cpu('hashing'), cpu('node'))} node`,
    cached: () => `${times(cpu('cached'), cpu('node'))} node`,
    oneThread: () => '',
    twoThreads: () => `${times(wall('oneThread'), wall('twoThreads'))} as fast as one`,
  }
  return [
    ['run', 'CPU ms', 'wall ms', 'compared'],
    ...(Object.keys(startNames) as StartRun[])
      .filter((name) => runs[name] !== undefined)
      .map((name) => [
        startNames[name],
        cpu(name)?.toFixed(0) ?? '–',
        wall(name)?.toFixed(0) ?? '–',
        compared[name](),
      ]),
  ]
}

/** One line a peer, with what healthlint took right before it on the same files. */
export const peerRows = (results: readonly PeerResult[]): readonly (readonly string[])[] => [
  ['peer', 'files', 'MB', 'CPU s', 'our CPU s', 'ratio', 'wall s', 'peak MB', 'our peak MB', 'exit'],
  ...results.map((result) => {
    const {wallMs, cpuMs, ourCpuMs, ratio, memory, ourMemory, exit} = peerFigures(result)
    return [
      result.name,
      String(result.files),
      megabytes(result.bytes),
      seconds(cpuMs),
      seconds(ourCpuMs),
      ratio === undefined ? '–' : `${ratio.toFixed(1)} ×`,
      seconds(wallMs),
      size(memory),
      size(ourMemory),
      exit,
    ]
  }),
]
