import {ConfigError} from '../errors.js'
import {rulePage} from '../reporters/rule-page.js'
import {rules} from '../rules/builtin.js'
import type {Command} from './command.js'
import {exitCodes} from './exit-code.js'
import {type FlagTable, parseFlags} from './flags.js'
import {helpText} from './help.js'
import {unknownRule} from './lint-request.js'
import {coloursOf, widthOf} from './terminal.js'

const flagTable: FlagTable = {help: {short: 'h', summary: 'print this'}}

/** `healthlint explain <rule>`: all that is known about a rule. */
export const explain: Command = async (argv, {output}) => {
  const flags = parseFlags(argv, flagTable)
  const colours = coloursOf(output.stream)
  const width = widthOf(output.stream)
  if (flags.has('help')) {
    const about = 'Shows why a rule exists, the standards it rests on, examples, and how to silence it.'
    await output.write(
      helpText({about, usage: ['healthlint explain <rule>'], lists: [], flags: flagTable}, colours, width),
    )
    return exitCodes.clean
  }
  if (flags.positionals.length === 0)
    throw new ConfigError('name a rule: healthlint explain <rule>; `healthlint rules` lists them')
  // All names are checked before the first page is written.
  const named = flags.positionals.map((id) => {
    const rule = rules.find((one) => one.id === id)
    if (rule === undefined) throw unknownRule(id, rules)
    return rule
  })
  await output.write(named.map((rule) => rulePage(rule, colours, width)).join('\n'))
  return exitCodes.clean
}
