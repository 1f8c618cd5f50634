import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import type {Article} from '../article/article.js'
import {buildArticle} from '../article/build.js'
import {ConfigError} from '../errors.js'
import {annotators} from '../language/annotators/index.js'
import {assertionReader} from '../language/cues.js'
import {configLookup} from '../node/config/config-lookup.js'
import {findFiles} from '../node/find-files.js'
import {loadPack} from '../node/load-pack.js'
import {readArticle} from '../node/read-article.js'
import {describePhrase, type PhraseFinder, phraseFinder} from '../phrase/explain.js'
import {PhraseError, type PhraseMatch} from '../phrase/phrase.js'
import {pointsOf} from '../position.js'
import {codeFrame} from '../reporters/code-frame.js'
import type {Colours} from '../reporters/colours.js'
import {neutralised, oneLine} from '../reporters/plain.js'
import {builtinPack} from '../rules/builtin.js'
import type {Pack} from '../rules/pack.js'
import type {Command} from './command.js'
import {type ExitCode, exitCodes} from './exit-code.js'
import {type FlagTable, type ParsedFlags, parseFlags} from './flags.js'
import {helpText} from './help.js'
import {coloursOf, type Terminal, widthOf} from './terminal.js'

const flagTable: FlagTable = {
  pack: {
    value: 'path',
    repeatable: true,
    summary: 'a pack whose lexicons the phrase may use, beside those of the configuration',
  },
  help: {short: 'h', summary: 'print this'},
}

const usage = "healthlint match '<phrase>' [paths…]"

/** `healthlint match`: what a phrase of the notation finds, seen before a rule is written with it. */
export const matchPhrase: Command = async (argv, terminal) => {
  const flags = parseFlags(argv, flagTable)
  const {stream} = terminal.output
  if (flags.has('help')) {
    const about =
      'Shows how a phrase of the rule notation is understood, and every place in which it matches, with the status of the words there (negated, hedged, …). Without a path, or with -, it reads standard input.'
    await terminal.output.write(
      helpText({about, usage: [usage], lists: [], flags: flagTable}, coloursOf(stream), widthOf(stream)),
    )
    return exitCodes.clean
  }
  const [phrase, ...paths] = flags.positionals
  if (phrase === undefined) throw new ConfigError(`give a phrase, in quotes: ${usage}`)
  const finder = await finderOf(phrase, paths, flags)
  const colours = coloursOf(stream)
  await terminal.output.write(`${describePhrase(phrase).replace(/^/gm, '  ')}\n\n`)
  return matchAll(finder, paths, terminal, colours)
}

const finderOf = async (
  phrase: string,
  paths: readonly string[],
  flags: ParsedFlags,
): Promise<PhraseFinder> => {
  const named = await Promise.all(flags.values('pack').map((path) => loadPack(path)))
  const packs = [builtinPack, ...(await configuredPacks(paths)), ...named]
  const lexicons = packs.flatMap((pack) =>
    Object.entries(pack.lexicons).map(([name, {entries}]) => ({name, entries})),
  )
  try {
    return phraseFinder(phrase, {lexicons, annotators})
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error
    if (error.lexicon !== undefined) throw new ConfigError(`lexicon ${error.lexicon}: ${error.message}`)
    throw new ConfigError(`${error.message}\n  ${phrase}\n  ${' '.repeat(error.offset)}^`)
  }
}

/** Those of the configuration nearest above the first article, else of the one here. */
const configuredPacks = async (paths: readonly string[]): Promise<readonly Pack[]> => {
  const [first = 'article.md'] = findFiles(paths.filter((path) => path !== '-')).paths
  const found = await configLookup()(resolve(first))
  return found === 'ignored' ? [] : (found.settings.packs ?? [])
}

const matchAll = async (
  finder: PhraseFinder,
  paths: readonly string[],
  terminal: Terminal,
  colours: Colours,
): Promise<ExitCode> => {
  const {paths: found, unmatched} = findFiles(paths.filter((path) => path !== '-'))
  const [empty] = unmatched
  if (empty !== undefined) throw new ConfigError(`no article matches “${empty}”`)
  const fromInput = paths.length === 0 || paths.includes('-')
  const articles = [
    ...(fromInput ? [{path: 'standard input', text: readFileSync(0, 'utf8')}] : []),
    ...found.map((path) => ({path, text: readArticle(path)})),
  ]
  let count = 0
  for (const {path, text} of articles) {
    const article = buildArticle(text, {path, assertion: assertionReader})
    const matches = finder.find(article.reading)
    count += matches.length
    if (matches.length > 0)
      await terminal.output.write(
        matchReport(article, path, matches, colours, widthOf(terminal.output.stream)),
      )
  }
  await terminal.output.write(
    `${count} ${count === 1 ? 'match' : 'matches'} in ${articles.length} ${articles.length === 1 ? 'article' : 'articles'}\n`,
  )
  return exitCodes.clean
}

const matchReport = (
  article: Article,
  path: string,
  matches: readonly PhraseMatch[],
  colours: Colours,
  width: number,
): string => {
  const pointAt = pointsOf(article.source)
  const lines = matches.flatMap((match) => {
    const {start, end} = article.spanOf(match.start, match.end)
    const {line, column} = pointAt(start)
    const statuses = article.assertionOf(match)
    const place = colours.dim(`${line}:${column}`.padStart(9))
    return [
      `${place}  ${statuses.length === 0 ? 'asserted' : statuses.join(', ')}`,
      ...codeFrame(article.source, {start, end, line}, Math.max(30, width - 12)).map(
        ({before, marked, after}) =>
          `           ${neutralised(before)}${colours.bold(colours.cyan(neutralised(marked)))}${neutralised(after)}`,
      ),
    ]
  })
  return `${colours.underline(oneLine(path))}\n${lines.join('\n')}\n\n`
}
