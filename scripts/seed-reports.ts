import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {createLinter} from '../src/index.js'

/** Writes the report beside each of the five articles; read the change before you commit it. */
export const main = (_arguments: readonly string[], {root}: {readonly root: string}): number => {
  const folder = `${root}fixtures/seeds/`
  const linter = createLinter({extends: ['recommended']})
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.txt'))) {
    const {diagnostics} = linter.lint(readFileSync(folder + name, 'utf8'), {path: name})
    const report = diagnostics.map(({ruleId, level, start, end, actual, message}) => ({
      ruleId,
      level,
      start,
      end,
      actual,
      message,
    }))
    writeFileSync(`${folder}${name.replace(/txt$/, 'report.json')}`, `${JSON.stringify(report, null, 2)}\n`)
  }
  return 0
}
