// @ts-check
/*
 * `node .ci/count.js REPORT [STAGE…]` prints `N passed, M failed` from vitest's own JSON report. A test file that could
 * not be loaded counts as a failure, and so does each stage named after the report, unless it is the tests, which the report
 * already counts. No test at all is a failure.
 */
import {existsSync, readFileSync} from 'node:fs'

const [path = '', ...stages] = process.argv.slice(2)

/** @type {{testResults: {name: string, status: string, message: string, assertionResults: {status: string}[]}[]}} */
const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {testResults: []}
const statuses = report.testResults.flatMap(({assertionResults}) =>
  assertionResults.map(({status}) => status),
)
const count = (/** @type {string} */ status) => statuses.filter((each) => each === status).length

const unloaded = report.testResults.filter(
  ({status, assertionResults}) =>
    status === 'failed' && assertionResults.every((each) => each.status !== 'failed'),
)
const inReport = count('failed') + unloaded.length
const otherStages = stages.filter((stage) => stage !== 'tests' || inReport === 0)
const none = count('passed') === 0 && inReport === 0 && !otherStages.includes('tests')
const failed = inReport + otherStages.length + (none ? 1 : 0)

for (const {name} of unloaded) console.log(`could not be loaded, or failed outside its tests: ${name}`)
if (stages.length > 0) console.log(`stages that failed: ${stages.join(', ')}`)
if (none) console.log('no test ran')
console.log(`${count('passed')} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
