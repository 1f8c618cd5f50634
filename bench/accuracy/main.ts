import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {formatAccuracyDocument} from './document.js'
import {createEngine, type Engine, type Library} from './engine.js'
import {type Gold, openGold} from './gold.js'
import type {Measure, Result} from './measure.js'
import {measures} from './measures/all.js'
import {verdictOf} from './score.js'
import {formatWrong, showCase} from './show.js'
import {formatSkipped, formatTable} from './table.js'

const usage = `Usage: npm run accuracy -- FOLDER [options]

FOLDER holds the labelled sets (residue-lines.jsonl, efficacy2.jsonl, …, articles/); ../shared/gold, beside the
repository, unless given.

  --measure NAME   this measure alone; may be repeated; a beginning of a name will do, and a line of the table:
                   rule-examples/no-absolute-efficacy
  --show fp|fn     print the false alarms, or the misses, of the measures run: the words around each, what was said, and
                   what each rule saw: phrase, words, assertion status with its cues, citation with its entry
  --limit N        at most N of them for each measure
  --source         measure the sources as they are now, bundled in memory, instead of dist/
  --json FILE      write all of it: counts, figures with their bounds, what was left out and why, and every wrong case
                   as --show prints it (other people's words: keep the file out of the repository)
  --write-docs     write docs/ACCURACY.md`

interface Settings {
  readonly root: string
  /** Bundles `src/index.ts` and gives the URL to import. */
  readonly bundleSource: () => Promise<string>
}

const options = {
  measure: {type: 'string', multiple: true},
  show: {type: 'string'},
  limit: {type: 'string'},
  source: {type: 'boolean'},
  json: {type: 'string'},
  'write-docs': {type: 'boolean'},
  help: {type: 'boolean', short: 'h'},
} as const

/** @returns the exit code: 0 measured, 2 could not */
export const main = async (args: readonly string[], settings: Settings): Promise<number> => {
  try {
    return await run(args, settings)
  } catch (error) {
    console.error(isUsageError(error) ? `${error.message}\n\n${usage}` : error)
    return 2
  }
}

const isUsageError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

const run = async (args: readonly string[], {root, bundleSource}: Settings): Promise<number> => {
  const {values, positionals} = parseArgs({args: [...args], options, allowPositionals: true})
  if (values.help) {
    console.log(usage)
    return 0
  }
  const folder = resolve(positionals[0] ?? join(root, '..', 'shared', 'gold'))
  if (!existsSync(folder)) {
    console.error(
      `there is no folder ${folder}, where the labelled sets are expected (residue-lines.jsonl, efficacy2.jsonl, …, articles/)\nThey are no part of this repository. Name their folder: npm run accuracy -- FOLDER`,
    )
    return 2
  }
  if (values.show !== undefined && values.show !== 'fp' && values.show !== 'fn') {
    console.error(`--show takes fp or fn, not ${values.show}`)
    return 2
  }
  if (values['write-docs'] && values.measure !== undefined) {
    console.error('--write-docs tells of all measures, so it goes without --measure')
    return 2
  }
  const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit)
  if (Number.isNaN(limit)) {
    console.error(`--limit takes a number, not ${values.limit}`)
    return 2
  }
  const lines = values.measure?.filter((name) => name.includes('/')) ?? []
  const chosen = choose(values.measure?.map((name) => name.split('/', 1)[0] ?? name))
  if (typeof chosen === 'string') {
    console.error(chosen)
    return 2
  }
  const library = values.source ? await bundleSource() : join(root, 'dist', 'index.js')
  if (!values.source && !existsSync(library)) {
    console.error(`${library} is not there: run npm run build, or pass --source`)
    return 2
  }
  const loaded: Library = await import(library)
  const engine = createEngine(loaded)
  const {results: all, skipped} = runMeasures(chosen, openGold(folder), engine)
  const unknownLine = lines.find((line) => !all.some(({name}) => name === line))
  if (unknownLine !== undefined && all.length > 0) {
    console.error(`no measure ${unknownLine}; there are ${all.map(({name}) => name).join(', ')}`)
    return 2
  }
  const results = lines.length === 0 ? all : all.filter(({name}) => lines.includes(name))
  if (results.length === 0) {
    console.error(`nothing could be measured with ${folder}\n${formatSkipped(skipped)}`)
    return 2
  }

  if (values.show !== undefined) {
    // Other ways to put the same question would print the same cases again.
    const asked = lines.length === 0 ? results.filter(({name}) => !name.includes('/')) : results
    for (const line of shown(asked, values.show, limit, engine)) console.log(`${line}\n`)
  }
  console.log(formatTable(values['write-docs'] || values.measure ? results : results.filter(isHeadline)))
  if (skipped.length > 0) console.error(formatSkipped(skipped))
  const {version}: {version: string} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const date = new Date().toISOString().slice(0, 10)
  if (values.json !== undefined) {
    const report = {
      version,
      date,
      results: results.map((result) => wholeOf(result, engine)),
      skipped: skipped.map(({measure, reason}) => ({name: measure.name, reason})),
    }
    writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
  }
  if (values['write-docs']) {
    const file = join(root, 'docs', 'ACCURACY.md')
    writeFileSync(
      file,
      formatAccuracyDocument({results, measures: chosen, rules: engine.rules, version, date}),
    )
    console.error(`wrote ${file}`)
  }
  return 0
}

/** The measures that begin with one of these names; all without names; a message when a name fits none. */
const choose = (names: readonly string[] | undefined): readonly Measure[] | string => {
  if (names === undefined) return measures
  const unknown = names.find((name) => !measures.some((measure) => measure.name.startsWith(name)))
  if (unknown !== undefined)
    return `no measure ${unknown}; there are ${measures.map(({name}) => name).join(', ')}`
  // `statistics` is a name of its own as well as a beginning of `statistics2`.
  const exact = (name: string): boolean => measures.some((measure) => measure.name === name)
  return measures.filter((measure) =>
    names.some((name) => (exact(name) ? measure.name === name : measure.name.startsWith(name))),
  )
}

const runMeasures = (chosen: readonly Measure[], gold: Gold, engine: Engine) => {
  const results: Result[] = []
  const skipped: {measure: Measure; reason: string}[] = []
  for (const measure of chosen) {
    const missing = measure.needs.find((file) => !gold.has(file))
    if (missing !== undefined) skipped.push({measure, reason: `${missing} is not in the folder`})
    else if (measure.needsRules !== false && measure.rules(engine).length === 0) {
      skipped.push({measure, reason: 'the library lacks its rule'})
    } else {
      results.push(...measure.run(gold, engine))
    }
  }
  return {results, skipped}
}

/** A rule's own row of the examples is for the document, and for whoever asks for the measure by name. */
const isHeadline = ({name}: Result): boolean => !name.startsWith('rule-examples/')

const shown = function* (
  results: readonly Result[],
  kind: 'fp' | 'fn',
  limit: number,
  engine: Engine,
): Generator<string> {
  for (const {name, rules, wrong} of results) {
    for (const one of wrong.filter((candidate) => candidate.kind === kind).slice(0, limit)) {
      yield formatWrong(engine, rules, name, one)
    }
  }
}

/** A result with each bound judged and each wrong case as it is shown. */
const wholeOf = ({figures, wrong, ...result}: Result, engine: Engine) => ({
  ...result,
  figures: figures.map((figure) => ({...figure, value: figure.value ?? null, verdict: verdictOf(figure)})),
  wrong: wrong.map((one) => showCase(engine, result.rules, one)),
})
