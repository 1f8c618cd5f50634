import {ConfigError} from '../errors.js'
import {findFiles} from '../node/find-files.js'
import {prepareRun} from '../node/lint-run.js'
import {readArticle} from '../node/read-article.js'
import {sightingsReport} from '../reporters/sightings.js'
import {type ExitCode, exitCodes} from './exit-code.js'
import {coloursOf, type Terminal} from './terminal.js'

export interface ExplainRequest {
  readonly ids: readonly string[]
  readonly patterns: readonly string[]
  readonly all: boolean
}

/** What these rules see in articles, under the options that each article's configuration gives them. */
export const explainArticles = async (
  {ids, patterns, all}: ExplainRequest,
  {output}: Terminal,
): Promise<ExitCode> => {
  const {paths, unmatched} = findFiles(patterns)
  const [empty] = unmatched
  if (empty !== undefined) throw new ConfigError(`no article matches “${empty}”`)
  const overrides = {replaces: true, rules: Object.fromEntries(ids.map((id) => [id, 'default' as const]))}
  const run = await prepareRun(paths, {overrides, concurrency: 'off'})
  const colours = coloursOf(output.stream)
  for (const path of run.paths) {
    const linter = await run.linterFor(path)
    for (const explanation of linter?.explain(readArticle(path), {path}) ?? []) {
      const title = ids.length === 1 ? path : `${path}: ${explanation.ruleId}`
      await output.write(sightingsReport(title, explanation, {colours, all}))
    }
  }
  return exitCodes.clean
}
