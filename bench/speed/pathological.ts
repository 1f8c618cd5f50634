import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {formatColumns} from './format.js'
import {type Machine, machine} from './machine.js'
import {pathologicalInputs} from './pathological-inputs.js'
import {pathologicalRows} from './tables.js'
import {runMeasured, type Usage} from './usage.js'

const usage = `Usage: npm run bench:patho -- [NAME]… [--limit SECONDS] [--json FILE]

Runs the built command on inputs that make parsers and matchers slow or deep, each in a process of its own, so that a
crash or a hang is one row. A name may be the beginning of one; all of them unless given.`

export interface Outcome extends Usage {
  readonly name: string
  readonly bytes: number
}

/** What `--json` writes. */
export interface PathologicalReport {
  readonly machine: Machine
  /** Seconds after which an input was given up. */
  readonly limit: number
  readonly inputs: readonly Outcome[]
}

/** @returns the exit code: 1 when an input was given up or could not be linted */
export const main = (args: readonly string[], {root}: {readonly root: string}): number => {
  const {values, positionals} = parseArgs({
    args: [...args],
    options: {
      limit: {type: 'string', default: '30'},
      json: {type: 'string'},
      help: {type: 'boolean', short: 'h'},
    },
    allowPositionals: true,
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const command = join(root, 'dist', 'cli.js')
  const names = Object.keys(pathologicalInputs)
  const unknown = positionals.find((wanted) => !names.some((name) => name.startsWith(wanted)))
  if (unknown !== undefined || !existsSync(command)) {
    console.error(
      unknown === undefined
        ? `${command} is not there: run npm run build`
        : `no input ${unknown}; there are ${names.join(', ')}`,
    )
    return 2
  }
  const limit = Number(values.limit)
  const scratch = mkdtempSync(join(tmpdir(), 'healthlint-patho-'))
  const chosen = Object.entries(pathologicalInputs).filter(
    ([name]) => positionals.length === 0 || positionals.some((wanted) => name.startsWith(wanted)),
  )
  const inputs = chosen.map(([name, make]): Outcome => {
    const path = join(scratch, `${name}.md`)
    const text = `${make()}\n`
    writeFileSync(path, text)
    const run = [command, '--no-config', '--format', 'json', '--no-fail', path]
    const measured = runMeasured(run, {cwd: scratch, limit, scratch})
    rmSync(path)
    return {name, bytes: Buffer.byteLength(text), ...measured}
  })
  rmSync(scratch, {recursive: true})
  console.log(formatColumns(pathologicalRows(inputs)))
  const report: PathologicalReport = {machine: machine(), limit, inputs}
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
  return inputs.every(({exit}) => exit === '0') ? 0 : 1
}
