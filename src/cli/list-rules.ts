import {ConfigError} from '../errors.js'
import type {Colours} from '../reporters/colours.js'
import {levelColour} from '../reporters/level-colour.js'
import {wrapped} from '../reporters/wrap.js'
import type {Rule} from '../rules/rule.js'
import type {Command} from './command.js'
import {exitCodes} from './exit-code.js'
import {type FlagTable, parseFlags} from './flags.js'
import {helpText} from './help.js'
import {knownRules} from './known-rules.js'
import {coloursOf, widthOf} from './terminal.js'

const flagTable: FlagTable = {
  format: {
    short: 'f',
    value: 'format',
    choices: ['pretty', 'json'],
    summary: 'how to list: pretty (unless given) or json',
  },
  help: {short: 'h', summary: 'print this'},
}

/** `healthlint rules`: every rule by topic, with its own level; those of the configuration’s packs and plugins, too. */
export const listRules: Command = async (argv, {output}) => {
  const flags = parseFlags(argv, flagTable)
  const colours = coloursOf(output.stream)
  const width = widthOf(output.stream)
  if (flags.has('help')) {
    const about =
      'Lists every rule, those of configured packs and plugins too: its level, and what it asks for.'
    await output.write(
      helpText({about, usage: ['healthlint rules'], lists: [], flags: flagTable}, colours, width),
    )
    return exitCodes.clean
  }
  const [extra] = flags.positionals
  if (extra !== undefined)
    throw new ConfigError(
      `\`healthlint rules\` takes no name; \`healthlint explain ${extra}\` shows one rule`,
    )
  const rules = await knownRules()
  await output.write(flags.value('format') === 'json' ? rulesAsJson(rules) : ruleList(rules, colours, width))
  return exitCodes.clean
}

const rulesAsJson = (listed: readonly Rule[]): string => {
  const plain = listed.map(({id, topic, level, summary, why, sources, url}) => ({
    id,
    topic,
    level,
    summary,
    why,
    sources,
    url,
  }))
  return `${JSON.stringify(plain, undefined, 2)}\n`
}

const ruleList = (listed: readonly Rule[], colours: Colours, width: number): string => {
  const idWidth = Math.max(0, ...listed.map(({id}) => id.length))
  const topics = new Set(listed.map(({topic}) => topic))
  return [...topics]
    .map((topic) => {
      const own = listed.filter((rule) => rule.topic === topic)
      return `${[colours.bold(topic), ...own.flatMap((rule) => ruleRow(rule, idWidth, colours, width))].join('\n')}\n`
    })
    .join('\n')
}

const ruleRow = (
  {id, level, summary}: Rule,
  idWidth: number,
  colours: Colours,
  width: number,
): readonly string[] => {
  const indent = 2 + 'warning'.length + 2 + idWidth + 2
  return wrapped(summary, Math.max(30, width - indent)).map((line, index) =>
    index === 0
      ? `  ${levelColour(level, colours)(level.padEnd(7))}  ${id.padEnd(idWidth)}  ${line}`
      : ' '.repeat(indent) + line,
  )
}
