import {existsSync} from 'node:fs'
import {ConfigError} from '../errors.js'
import {rulePage} from '../reporters/rule-page.js'
import type {Command} from './command.js'
import {exitCodes} from './exit-code.js'
import {type FlagTable, parseFlags} from './flags.js'
import {helpText} from './help.js'
import {knownRules} from './known-rules.js'
import {unknownRule} from './lint-request.js'
import {coloursOf, widthOf} from './terminal.js'

const flagTable: FlagTable = {
  all: {
    summary: 'all examples; with paths, also matches that another covers or that only conditions ask for',
  },
  help: {short: 'h', summary: 'print this'},
}

/** `healthlint explain <rule>`: all that is known about a rule; with paths, what it sees in those articles. */
export const explain: Command = async (argv, terminal) => {
  const {output} = terminal
  const flags = parseFlags(argv, flagTable)
  const colours = coloursOf(output.stream)
  const width = widthOf(output.stream)
  if (flags.has('help')) {
    const about =
      'Shows why a rule exists, the standards it rests on, examples, and how to silence it. With paths behind it, shows what the rule sees in those articles: every match, its status, its citation, and what made it a finding or took it away.'
    const usage = ['healthlint explain <rule> [--all]', 'healthlint explain <rule> <paths…> [--all]']
    await output.write(helpText({about, usage, lists: [], flags: flagTable}, colours, width))
    return exitCodes.clean
  }
  const {positionals} = flags
  if (positionals.length === 0)
    throw new ConfigError('name a rule: healthlint explain <rule>; `healthlint rules` lists them')
  const firstPath = positionals.findIndex((word, index) => index > 0 && isPath(word))
  if (firstPath !== -1) {
    const {explainArticles} = await import('./explain-articles.js')
    const request = {
      ids: positionals.slice(0, firstPath),
      patterns: positionals.slice(firstPath),
      all: flags.has('all'),
    }
    return explainArticles(request, terminal)
  }
  // All names are checked before the first page is written.
  const known = await knownRules()
  const named = positionals.map((id) => {
    const rule = known.find((one) => one.id === id)
    if (rule === undefined) throw unknownRule(id, known)
    return rule
  })
  await output.write(named.map((rule) => rulePage(rule, {colours, width, all: flags.has('all')})).join('\n'))
  return exitCodes.clean
}

/** No rule's name has a full stop, a slash or a star in it. */
const isPath = (word: string): boolean => /[./\\*]/.test(word) || existsSync(word)
