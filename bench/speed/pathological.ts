import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {formatColumns, megabytes} from './format.js'
import {pathologicalInputs} from './pathological-inputs.js'
import {runMeasured, type Usage} from './usage.js'

interface Outcome extends Usage {
  readonly name: string
  readonly bytes: number
}

/**
 * `npm run bench:patho [-- NAME…] [--limit SECONDS] [--json FILE]`: the built command on each input, in a process of its
 * own, so that a crash or a hang is one row. A name may be the beginning of one.
 */
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
  const scratch = mkdtempSync(join(tmpdir(), 'healthlint-patho-'))
  const chosen = Object.entries(pathologicalInputs).filter(
    ([name]) => positionals.length === 0 || positionals.some((wanted) => name.startsWith(wanted)),
  )
  const outcomes = chosen.map(([name, make]): Outcome => {
    const path = join(scratch, `${name}.md`)
    const text = `${make()}\n`
    writeFileSync(path, text)
    const run = [command, '--format', 'json', '--no-fail', path]
    const usage = runMeasured(run, {cwd: scratch, limit: Number(values.limit), scratch})
    rmSync(path)
    return {name, bytes: Buffer.byteLength(text), ...usage}
  })
  rmSync(scratch, {recursive: true})
  console.log(formatOutcomes(outcomes))
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(outcomes, null, 2)}\n`)
  return 0
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
