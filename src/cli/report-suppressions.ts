import {ConfigError} from '../errors.js'
import {findFiles} from '../node/find-files.js'
import {prepareRun} from '../node/lint-run.js'
import {type SuppressionRow, suppressionsOf, suppressionTable} from '../reporters/suppressions.js'
import {errorLine, located} from './error-line.js'
import {type ExitCode, exitCodes} from './exit-code.js'
import {configOptions, type LintRequest} from './lint-request.js'
import {coloursOf, type Terminal} from './terminal.js'

/**
 * `--report-suppressions`: every finding that a comment excuses, with who says why and until when. Findings do not
 * change the exit code here; what could not be linted does.
 */
export const reportSuppressions = async (request: LintRequest, terminal: Terminal): Promise<ExitCode> => {
  const {format, patterns, speed} = request
  if (format !== 'pretty' && format !== 'json')
    throw new ConfigError(`--report-suppressions is a table or --format json, not ${format}`)
  const {paths, unmatched} = findFiles(patterns)
  if (unmatched.length > 0 && !request.allowEmpty)
    throw new ConfigError(`no article in “${unmatched.join('”, “')}”; name another path`)
  const run = await prepareRun(paths, {...configOptions(request), ...speed})
  const rows: SuppressionRow[] = []
  let code: ExitCode = exitCodes.clean
  for await (const result of run.results()) {
    rows.push(...suppressionsOf(result))
    if (result.error === undefined) continue
    code = exitCodes.failure
    await terminal.errors.write(errorLine(located(result), terminal))
  }
  await terminal.output.write(
    format === 'json'
      ? `${JSON.stringify({version: 1, suppressions: rows}, undefined, 2)}\n`
      : suppressionTable(rows, coloursOf(terminal.output.stream)),
  )
  return code
}
