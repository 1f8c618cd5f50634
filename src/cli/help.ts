import type {Colours} from '../reporters/colours.js'
import {wrapped} from '../reporters/wrap.js'
import {type Flag, type FlagTable, valueName} from './flags.js'

export interface Help {
  readonly usage: readonly string[]
  readonly about: string
  /** Titled lists of names and what they do: commands, exit codes. */
  readonly lists: readonly {readonly title: string; readonly rows: readonly (readonly [string, string])[]}[]
  readonly flags: FlagTable
}

export const helpText = ({usage, about, lists, flags}: Help, colours: Colours, width: number): string => {
  const flagRows = Object.entries(flags).map(([name, flag]) => [spelling(name, flag), flag.summary] as const)
  const sections = [...lists, {title: 'Flags', rows: flagRows}]
  const column = Math.max(...sections.flatMap(({rows}) => rows.map(([name]) => name.length))) + 4
  return [
    ...wrapped(about, width),
    '',
    ...usage.map((line, index) => `${index === 0 ? 'Usage: ' : '       '}${line}`),
    ...sections.flatMap(({title, rows}) => [
      '',
      colours.bold(title),
      ...rows.flatMap((row) => rowLines(row, column, colours, width)),
    ]),
    '',
  ].join('\n')
}

const spelling = (name: string, flag: Flag): string => {
  const short = flag.short === undefined ? '    ' : `-${flag.short}, `
  return `${short}--${name}${flag.value === undefined ? '' : ` ${valueName(flag)}`}`
}

const rowLines = (
  [name, summary]: readonly [string, string],
  column: number,
  colours: Colours,
  width: number,
): readonly string[] =>
  wrapped(summary, Math.max(30, width - column)).map((line, index) =>
    index === 0 ? `  ${colours.cyan(name.padEnd(column - 2))}${line}` : ' '.repeat(column) + line,
  )
