import type {Rule} from '../rules/rule.js'
import {enoughExamples, shownExamples} from '../rules/shown-examples.js'
import {cellsOf, widthOf} from './cells.js'
import type {Colours} from './colours.js'
import {levelColour} from './level-colour.js'
import {neutralised, oneLine} from './plain.js'
import {wrapped} from './wrap.js'

export interface RulePageLook {
  readonly colours: Colours
  readonly width: number
  /** Whether all examples are shown; the first few unless this is true. */
  readonly all?: boolean
}

/** A rule's page in the terminal: why, sources, examples with their words underlined, how to silence it. */
export const rulePage = (rule: Rule, {colours, width, all = false}: RulePageLook): string => {
  const {id, topic, level, summary, why, sources, url} = rule
  const paragraph = (text: string): readonly string[] =>
    wrapped(oneLine(text), width - 2).map((line) => `  ${line}`)
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', colours.bold(title), ...lines]
  const examples = shownExamples(rule)
  const listed = (texts: readonly string[], sign: string): readonly string[] => {
    const shown = all ? texts : texts.slice(0, enoughExamples)
    const more = texts.length - shown.length
    return [
      ...shown.flatMap((text) => exampleLines(text, sign, colours)),
      ...(more === 0 ? [] : [colours.dim(`  and ${more} more: --all`)]),
    ]
  }
  return `${[
    `${colours.bold(id)}  ${levelColour(level, colours)(level)}  ${colours.dim(topic)}`,
    ...wrapped(oneLine(summary), width),
    ...section('Why', paragraph(why)),
    ...section(
      'Sources',
      sources.flatMap((source) => [
        ...paragraph(`${source.publisher}: ${source.title} (${source.year})`),
        `  ${colours.dim(oneLine(source.url))}`,
      ]),
    ),
    ...section('Found', listed(examples.fail, colours.red('✗'))),
    ...section('Not found', listed(examples.pass, colours.green('✓'))),
    ...section('Silence', silencing(id, colours)),
    ...(url === '' ? [] : section('More', [`  ${oneLine(url)}`])),
  ].join('\n')}\n`
}

const silencing = (id: string, colours: Colours): readonly string[] => [
  `  ${colours.dim('one finding, in Markdown')}  <!-- healthlint-disable-next-line ${id} -- the reason -->`,
  `  ${colours.dim('one finding, in MDX')}       {/* healthlint-disable-next-line ${id} -- the reason */}`,
  `  ${colours.dim('in plain text')}             {files: [article.txt], rules: {${id}: off}} in the configuration`,
  `  ${colours.dim('a whole file')}              <!-- healthlint-disable-file ${id} -- the reason -->`,
  `  ${colours.dim('one run')}                   healthlint --rule ${id}=off`,
]

/**
 * The example with its `[|…|]` taken out and what stood in them underlined:
 *
 *     ✗ This tea cures diabetes.
 *                ^^^^^^^^^^^^^^
 */
const exampleLines = (text: string, sign: string, colours: Colours): readonly string[] => {
  let isMarked = false
  const lines = text
    .trimEnd()
    .split(/\r\n|\n|\r/)
    .flatMap((line) => {
      let shown = ''
      let marks = ''
      for (const piece of line.split(/(\[\||\|\])/)) {
        if (piece === '[|' || piece === '|]') {
          isMarked = piece === '[|'
          continue
        }
        shown += isMarked ? colours.red(neutralised(piece)) : neutralised(piece)
        marks += (isMarked ? '^' : ' ').repeat(widthOf(cellsOf(piece)))
      }
      return marks.trim() === '' ? [shown] : [shown, colours.red(marks.trimEnd())]
    })
  return lines.map((line, index) => (index === 0 ? `  ${sign} ${line}` : `    ${line}`.trimEnd()))
}
