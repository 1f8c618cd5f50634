import {counted} from '../reporters/summary.js'
import type {Step, Times} from '../stopwatch.js'
import {formatColumns} from './columns.js'

/** What a run took, in milliseconds and bytes. */
export interface Profile {
  readonly times: Times
  readonly files: number
  readonly bytes: number
  /** The whole run. */
  readonly total: number
  /** Until the first file was looked for; none where the run is part of a process. */
  readonly start?: number
  /** Resident memory at its highest. */
  readonly memory: number
}

interface Row {
  readonly name: string
  readonly ms: number
}

const steps = [
  'read',
  'compile',
  'parse',
  'article',
  'language',
  'match',
  'rules',
  'suppress',
  'report',
] as const satisfies readonly Step[]

/** Each step, what lies between the steps, and the whole. */
export const profileRows = ({times, total, start}: Profile): readonly Row[] => {
  const known = [
    ...(start === undefined ? [] : [{name: 'start', ms: start}]),
    ...steps.map((name) => ({name, ms: times.steps.get(name) ?? 0})),
  ]
  const rest = total - known.reduce((sum, {ms}) => sum + ms, 0)
  return [...known, {name: 'other', ms: Math.max(0, rest)}, {name: 'total', ms: total}]
}

/** Rules by the time that they took, the slowest first. */
export const slowestRules = ({rules}: Times): readonly Row[] =>
  [...rules].map(([name, ms]) => ({name, ms})).sort((a, b) => b.ms - a.ms)

const mostRules = 10

/** What `--profile` and `npm run bench` print. */
export const profileTable = (profile: Profile): string => {
  const {bytes, files, total, memory, times} = profile
  const slowest = slowestRules(times).slice(0, mostRules)
  return [
    `${counted(files, 'article')}, ${(bytes / 1e6).toFixed(2)} MB, in one thread`,
    '',
    formatColumns([
      ['step', 'ms', 'share', 'MB/s'],
      ...profileRows(profile).map(({name, ms}) => [
        name,
        ms.toFixed(1),
        shareOf(ms, total),
        rateOf(bytes, ms),
      ]),
    ]),
    '',
    ...(slowest.length === 0
      ? []
      : [
          'slowest rules',
          formatColumns(
            slowest.map(({name, ms}) => [`  ${name}`, `${ms.toFixed(1)} ms`, shareOf(ms, total)]),
          ),
          '',
        ]),
    `peak memory ${Math.round(memory / 1e6)} MB`,
  ].join('\n')
}

const shareOf = (ms: number, total: number): string =>
  total === 0 ? '–' : `${((100 * ms) / total).toFixed(1)} %`

const rateOf = (bytes: number, ms: number): string => (ms < 0.05 ? '–' : (bytes / 1000 / ms).toFixed(1))
