import {writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {type Corpus, corpusOf, defaultCorpus} from './corpus.js'
import {formatColumns, megabytes, percent, rate} from './format.js'
import {measurePhases, measureWhole, type Phase, peakMemory} from './phases.js'
import {settingsFor} from './settings.js'

const usage = `Usage: npm run bench -- [FOLDER] [--preset NAME|all] [--json FILE]

Times the steps of a lint over the articles of a folder, or over the seeds and generated text.`

/** @returns the exit code */
export const main = (args: readonly string[], {root}: {readonly root: string}): number => {
  const {values, positionals} = parseArgs({
    args: [...args],
    options: {
      preset: {type: 'string', default: 'recommended'},
      json: {type: 'string'},
      help: {type: 'boolean'},
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
  // The first run pays for the just-in-time compiler, as a command does; the second is what an editor or a server sees.
  const cold = measureWhole(corpus, settings)
  const memory = peakMemory()
  const warm = measureWhole(corpus, settings)
  const {phases, rules, findings} = measurePhases(corpus, settings)

  console.log(
    `${corpus.name}: ${corpus.files.length} files, ${megabytes(corpus.bytes)} MB, Node ${process.version}\n`,
  )
  console.log(formatPhases(phases, corpus))
  console.log(`\nslowest rules\n${formatRules(rules.slice(0, 10))}\n`)
  for (const [name, run] of [
    ['first run', cold],
    ['second run', warm],
  ] as const) {
    const filesPerSecond = Math.round((1000 * corpus.files.length) / run.wallMs)
    console.log(
      `${name}: ${(run.wallMs / 1000).toFixed(2)} s, ${(run.cpuMs / 1000).toFixed(2)} CPU s, ${filesPerSecond} files/s, ` +
        `${rate(corpus.bytes, run.wallMs)} MB/s, ${rate(corpus.bytes, run.cpuMs)} MB per CPU s`,
    )
  }
  console.log(`${findings} findings, peak memory ${Math.round(memory / 1e6)} MB (all texts in memory)`)
  if (values.json !== undefined) {
    const {name, files, bytes} = corpus
    const report = {
      corpus: {name, files: files.length, bytes},
      node: process.version,
      phases,
      rules,
      cold,
      warm,
      memory,
    }
    writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
  }
  return 0
}

const formatPhases = (phases: readonly Phase[], {files, bytes}: Corpus): string => {
  const total = phases.reduce((sum, {ms}) => sum + ms, 0)
  return formatColumns([
    ['phase', 'ms', 'share', 'files/s', 'MB/s'],
    ...phases.map(({name, ms}) => [
      name,
      ms.toFixed(1),
      percent(ms, total),
      ms === 0 ? '–' : String(Math.round((1000 * files.length) / ms)),
      rate(bytes, ms),
    ]),
  ])
}

const formatRules = (rules: readonly Phase[]): string =>
  formatColumns(rules.map(({name, ms}) => [`  ${name}`, `${ms.toFixed(1)} ms`]))
