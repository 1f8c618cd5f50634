import {configLookup, type FileConfig} from '../node/config/config-lookup.js'
import {shownPath} from '../node/config/load-config.js'
import {selectRules} from '../rules/select.js'
import {type ExitCode, exitCodes} from './exit-code.js'
import {configOptions, type LintRequest} from './lint-request.js'
import type {Terminal} from './terminal.js'

/** `--print-config PATH`: what holds for one article, and where each level comes from. */
export const printConfig = async (
  path: string,
  request: LintRequest,
  {output}: Terminal,
): Promise<ExitCode> => {
  const config = await configLookup(configOptions(request))(path)
  const told = config === 'ignored' ? {path, ignored: true} : {path, ignored: false, ...effective(config)}
  await output.write(`${JSON.stringify(told, undefined, 2)}\n`)
  return exitCodes.clean
}

const effective = ({file, files, settings, origins}: FileConfig): object => {
  const {site = {}, locale, parser} = settings
  const rules = selectRules(settings).map(({rule: {id}, level, options}) => [
    id,
    {level, ...(Object.keys(options).length === 0 ? {} : {options}), from: origins.get(id) ?? null},
  ])
  const cwd = process.cwd()
  return {
    config: file === undefined ? null : shownPath(file, cwd),
    rules: Object.fromEntries(rules),
    site,
    ...(locale === undefined ? {} : {locale}),
    ...(parser === undefined ? {} : {parser}),
    packs: files.slice(1).map((pack) => shownPath(pack, cwd)),
    plugins: (settings.plugins ?? []).map(({id}) => id),
  }
}
