import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** What a command cost, all its Node processes together. */
export interface Usage {
  readonly wallMs: number
  /** User and system time. Undefined when a process was killed, since it cannot say. */
  readonly cpuMs: number | undefined
  /** Resident bytes at the peak of the largest process. */
  readonly memory: number | undefined
  /** Exit status, or why there is none; beyond 1, with the first line of what the command complained of. */
  readonly exit: string
}

export interface RunOptions {
  readonly cwd?: string
  /** Seconds after which the command is killed. */
  readonly limit: number
  /** For the little file that the processes write into. */
  readonly scratch: string
}

/** Every Node process of the command adds a line as it exits; a thread has no time of its own, and must add none. */
const preload = `if (require('node:worker_threads').isMainThread) process.on('exit', () => {
  const {appendFileSync, readFileSync} = require('node:fs')
  const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage()
  let kilobytes = maxRSS
  // maxRSS of a process that a larger one has started is at least that one's; Linux counts anew for each program.
  try { kilobytes = Number(/^VmHWM:\\s+(\\d+) kB/m.exec(readFileSync('/proc/self/status', 'latin1'))[1]) } catch {}
  const line = JSON.stringify({cpuMs: (userCPUTime + systemCPUTime) / 1000, memory: kilobytes * 1024})
  appendFileSync(process.env.BENCH_USAGE, line + '\\n')
})`

interface Line {
  readonly cpuMs: number
  readonly memory: number
}

/** Runs a Node script in a process of its own; what it prints is thrown away. */
export const runMeasured = (script: readonly string[], {cwd, limit, scratch}: RunOptions): Usage => {
  const preloadFile = join(scratch, 'usage.cjs')
  const usageFile = join(scratch, 'usage.jsonl')
  if (!existsSync(preloadFile)) writeFileSync(preloadFile, preload)
  rmSync(usageFile, {force: true})
  const start = performance.now()
  const child = spawnSync(process.execPath, [...script], {
    ...(cwd === undefined ? {} : {cwd}),
    timeout: limit * 1000,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
    env: {
      ...process.env,
      // A module to `--import` would make every start a tenth longer.
      NODE_OPTIONS: `--require ${JSON.stringify(preloadFile)}`,
      BENCH_USAGE: usageFile,
    },
  })
  const wallMs = performance.now() - start
  if (child.signal !== null)
    return {wallMs, cpuMs: undefined, memory: undefined, exit: `killed after ${limit} s`}
  const written = existsSync(usageFile) ? readFileSync(usageFile, 'utf8').trimEnd().split('\n') : []
  const lines = written.map((line): Line => JSON.parse(line))
  return {
    wallMs,
    cpuMs: lines.length === 0 ? undefined : lines.reduce((sum, {cpuMs}) => sum + cpuMs, 0),
    memory: lines.length === 0 ? undefined : Math.max(...lines.map(({memory}) => memory)),
    exit:
      child.status === 0 || child.status === 1
        ? String(child.status)
        : `${child.status} ${firstLine(child.stderr)}`.trim(),
  }
}

const firstLine = (text: string): string => (text.trimStart().split('\n')[0] ?? '').slice(0, 80)
