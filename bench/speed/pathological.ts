import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'
import {formatColumns, megabytes} from './format.js'
import {pathologicalInputs} from './pathological-inputs.js'

interface Outcome {
  readonly name: string
  readonly bytes: number
  readonly exit: string
  readonly cpuMs: number | undefined
  readonly memory: number | undefined
}

/** Written by the child as it exits; a child that is killed writes nothing. */
const reportUsage = `process.on('exit', () => {
  const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage()
  require('node:fs').writeSync(3, JSON.stringify({cpuMs: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS * 1024}))
})`

/** `npm run bench:patho [NAME…]`: each input in a process of its own, so that a crash or a hang is one row. */
export const main = (args: readonly string[], {root}: {readonly root: string}): number => {
  const {values, positionals} = parseArgs({
    args: [...args],
    options: {limit: {type: 'string', default: '30'}, json: {type: 'string'}},
    allowPositionals: true,
  })
  const command = join(root, 'dist', 'cli.js')
  if (!existsSync(command)) {
    console.error(`${command} is not there: run npm run build`)
    return 2
  }
  const folder = mkdtempSync(join(tmpdir(), 'healthlint-patho-'))
  const preload = join(folder, 'usage.cjs')
  writeFileSync(preload, reportUsage)
  const names = Object.keys(pathologicalInputs).filter((name) =>
    positionals.every((wanted) => name.startsWith(wanted)),
  )
  const outcomes: Outcome[] = []
  for (const name of names) {
    const path = join(folder, `${name}.md`)
    const text = `${pathologicalInputs[name]?.() ?? ''}\n`
    writeFileSync(path, text)
    const outcome = {name, bytes: text.length, ...runCommand(command, preload, path, Number(values.limit))}
    outcomes.push(outcome)
    rmSync(path)
  }
  rmSync(folder, {recursive: true})
  console.log(formatOutcomes(outcomes))
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(outcomes, null, 2)}\n`)
  return 0
}

const runCommand = (
  command: string,
  preload: string,
  path: string,
  limit: number,
): Omit<Outcome, 'name' | 'bytes'> => {
  const child = spawnSync(
    process.execPath,
    ['--import', pathToFileURL(preload).href, command, '--format', 'json', '--no-fail', path],
    {timeout: limit * 1000, stdio: ['ignore', 'ignore', 'pipe', 'pipe'], encoding: 'utf8'},
  )
  const usage: unknown = child.output?.[3] ? JSON.parse(child.output[3]) : undefined
  const {cpuMs, memory} = (usage ?? {}) as {cpuMs?: number; memory?: number}
  const exit =
    child.error !== undefined || child.signal !== null ? `killed after ${limit} s` : String(child.status)
  return {exit, cpuMs, memory}
}

const formatOutcomes = (outcomes: readonly Outcome[]): string =>
  formatColumns([
    ['input', 'MB', 'CPU s', 'CPU s per MB', 'peak MB', 'exit'],
    ...outcomes.map(({name, bytes, cpuMs, memory, exit}) => [
      name,
      megabytes(bytes),
      cpuMs === undefined ? '–' : (cpuMs / 1000).toFixed(2),
      // A text far below a megabyte would be charged for the start of Node.
      cpuMs === undefined ? '–' : (cpuMs / 1000 / Math.max(1, bytes / 1e6)).toFixed(2),
      memory === undefined ? '–' : String(Math.round(memory / 1e6)),
      exit,
    ]),
  ])
