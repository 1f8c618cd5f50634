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
  const rules = Object.fromEntries(ids.map((id) => [id, 'default' as const]))
  const alone = await prepareRun(paths, {overrides: {replaces: true, rules}, concurrency: 'off'})
  // The others run along: one of them may tell a finding in the place of these.
  const run = await prepareRun(paths, {overrides: {replaces: false, rules}, concurrency: 'off'})
  const colours = coloursOf(output.stream)
  for (const path of run.paths) {
    const asked = new Set((await alone.linterFor(path))?.rules.map(({id}) => id))
    const explanations = (await run.linterFor(path))?.explain(readArticle(path), {path}) ?? []
    for (const explanation of explanations.filter(({ruleId}) => asked.has(ruleId))) {
      const title = ids.length === 1 ? path : `${path}: ${explanation.ruleId}`
      await output.write(sightingsReport(title, explanation, {colours, all}))
    }
  }
  return exitCodes.clean
}
