import {writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {peakMemory} from '../../src/cli/peak-memory.js'
import {type Profile, profileRows, profileTable, slowestRules} from '../../src/cli/profile-table.js'
import {type Corpus, corpusOf, defaultCorpus} from './corpus.js'
import {rate} from './format.js'
import {type Machine, machine} from './machine.js'
import {measureSteps, measureWhole, type WholeRun} from './phases.js'
import {settingsFor} from './settings.js'

const usage = `Usage: npm run bench -- [FOLDER] [--preset NAME|all] [--json FILE]

Times the steps of a run over the articles of a folder, or over the five seeds and generated text.`

/** What `--json` writes. */
export interface StepsReport {
  readonly machine: Machine
  readonly corpus: {readonly name: string; readonly files: number; readonly bytes: number}
  readonly preset: string
  readonly steps: ReturnType<typeof profileRows>
  readonly rules: ReturnType<typeof slowestRules>
  /** The first run pays for the just-in-time compiler, as a command does; the second is what an editor or a server sees. */
  readonly cold: WholeRun
  readonly warm: WholeRun
  readonly memory: number
}

/** @returns the exit code */
export const main = (args: readonly string[], {root}: {readonly root: string}): number => {
  const {values, positionals} = parseArgs({
    args: [...args],
    options: {
      preset: {type: 'string', default: 'recommended'},
      json: {type: 'string'},
      help: {type: 'boolean', short: 'h'},
    },
    allowPositionals: true,
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const folder = positionals[0]
  const corpus = folder === undefined ? defaultCorpus(root) : corpusOf(folder)
  const settings = settingsFor(values.preset)
  const cold = measureWhole(corpus, settings)
  const memory = peakMemory()
  const warm = measureWhole(corpus, settings)
  const profile: Profile = {...fastestOfThree(() => measureSteps(corpus, settings)), memory}

  console.log(
    `${corpus.name}, preset ${values.preset}, Node ${process.version}\n\n${profileTable(profile)}\n`,
  )
  console.log(`${wholeLine('first run', cold, corpus)}\n${wholeLine('second run', warm, corpus)}`)
  if (values.json !== undefined) {
    const report: StepsReport = {
      machine: machine(),
      corpus: {name: corpus.name, files: corpus.files.length, bytes: corpus.bytes},
      preset: values.preset,
      steps: profileRows(profile),
      rules: slowestRules(profile.times),
      cold,
      warm,
      memory,
    }
    writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
  }
  return 0
}

/** Wall time of the run that other work on the machine has disturbed least. */
const fastestOfThree = (measure: () => Profile): Profile =>
  [measure(), measure(), measure()].reduce((best, one) => (one.total < best.total ? one : best))

const wholeLine = (name: string, {wallMs, cpuMs, findings}: WholeRun, {files, bytes}: Corpus): string =>
  [
    `${name}: ${(wallMs / 1000).toFixed(2)} s`,
    `${(cpuMs / 1000).toFixed(2)} CPU s`,
    `${Math.round((1000 * files.length) / wallMs)} files/s`,
    `${rate(bytes, wallMs)} MB/s`,
    `${rate(bytes, cpuMs)} MB per CPU s`,
    `${findings} findings`,
  ].join(', ')
