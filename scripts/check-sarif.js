// @ts-check
/*
 * Lints the seed articles to SARIF, and checks the report twice: against the schema of SARIF 2.1.0, and with the rules of
 * `@microsoft/sarif-multitool`, those for GitHub among them. The tool is 100 MB, so it is no dependency: it is installed
 * in the system's folder for temporary files, once.
 */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const tools = join(tmpdir(), 'healthlint-sarif-5.7.0')
const packages = ['@microsoft/sarif-multitool@5.7.0', 'ajv@8.17.1', 'ajv-formats@3.0.1']
const multitool = join(tools, 'node_modules/@microsoft/sarif-multitool-linux')

/** Levels at which the tool's findings fail the check; notes are advice. */
const failing = ['error', 'warning']

/** @returns {string | undefined} why the tools could not be installed */
const install = () => {
  if (existsSync(join(tools, 'installed'))) return undefined
  mkdirSync(tools, {recursive: true})
  writeFileSync(join(tools, 'package.json'), '{"private": true}\n')
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages]
  const {status, stderr, error} = spawnSync('npm', args, {cwd: tools, encoding: 'utf8'})
  if (status !== 0) return error?.message ?? stderr
  writeFileSync(join(tools, 'installed'), '')
  return undefined
}

/** @param {string} file */
const lint = (file) => {
  const command = process.env['HEALTHLINT_COMMAND'] ?? 'dist/cli.js'
  const args = [command, '--no-config', '--preset', 'strict', '--output', `sarif=${file}`, 'fixtures/seeds']
  const {status, stderr} = spawnSync(process.execPath, args, {cwd: root, encoding: 'utf8'})
  if (status !== 1) throw new Error(`the seeds have findings, and the exit code was ${status}:\n${stderr}`)
}

/**
 * @param {string} file
 * @returns {string[]} what is wrong
 */
const bySchema = (file) => {
  const load = createRequire(join(tools, 'package.json'))
  const {default: Ajv} = load('ajv/dist/2020')
  const ajv = new Ajv({strict: false, allErrors: true})
  load('ajv-formats').default(ajv)
  const validate = ajv.compile(JSON.parse(readFileSync(join(multitool, 'sarif-2.1.0.json'), 'utf8')))
  return validate(JSON.parse(readFileSync(file, 'utf8')))
    ? []
    : validate.errors.map(
        (/** @type {{instancePath: string, message: string}} */ one) => `${one.instancePath} ${one.message}`,
      )
}

/**
 * The tool ends with 0 whatever it finds, and its launcher loses `;` in a shell: so its program is run itself, and its own
 * report is read.
 *
 * @param {string} file
 * @param {string} report where the tool writes what it finds
 * @returns {string[]} what is wrong
 */
const byMultitool = (file, report) => {
  const program = join(multitool, 'Sarif.Multitool')
  const args = ['validate', file, '--rule-kind', 'Sarif;Ghas', '--output', report, '--log', 'ForceOverwrite']
  const {stdout, stderr, error} = spawnSync(program, args, {encoding: 'utf8'})
  if (error !== undefined || !existsSync(report))
    throw new Error(`the tool did not run: ${error?.message ?? stdout + stderr}`)
  const [run] = JSON.parse(readFileSync(report, 'utf8').replace(/^\ufeff/, '')).runs
  /** @type {{ruleId: string, level?: string, message: {text?: string, id?: string, arguments?: string[]}}[]} */
  const results = run.results ?? []
  return results
    .filter(({level = 'warning'}) => failing.includes(level))
    .map(
      ({ruleId, level = 'warning', message}) =>
        `${level} ${ruleId}: ${message.text ?? message.arguments?.join(' | ')}`,
    )
}

const main = () => {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.log(
      `test:sarif runs the program for linux-x64, and this is ${process.platform}-${process.arch}: not checked.`,
    )
    return 0
  }
  const trouble = install()
  if (trouble !== undefined) {
    console.error(`SARIF was NOT checked, since npm could not install ${packages.join(', ')}:\n${trouble}`)
    // Without a network nothing is wrong with the report; anything else is for a person to look at.
    return /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT/.test(trouble) ? 0 : 1
  }
  const folder = mkdtempSync(join(tmpdir(), 'healthlint-sarif-'))
  const file = join(folder, 'seeds.sarif')
  lint(file)
  const wrong = [...bySchema(file), ...byMultitool(file, join(folder, 'report.sarif'))]
  const {length} = JSON.parse(readFileSync(file, 'utf8')).runs[0].results
  rmSync(folder, {recursive: true})
  for (const one of new Set(wrong)) console.error(one)
  console.log(
    `${length} results checked with the schema and with sarif-multitool: ${wrong.length} complaints`,
  )
  return wrong.length === 0 ? 0 : 1
}

process.exitCode = main()
