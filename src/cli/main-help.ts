import type {Colours} from '../reporters/colours.js'
import {commands} from './commands.js'
import {helpText} from './help.js'
import {lintFlags} from './lint-flags.js'

export const mainHelp = (colours: Colours, width: number): string =>
  helpText(
    {
      about:
        'Reads health articles (Markdown, MDX, plain text) and shows, at exact positions, what breaks published standards.',
      usage: ['healthlint [paths…]', ...Object.values(commands).map(({usage}) => `healthlint ${usage}`)],
      lists: [
        {
          title: 'Paths',
          rows: [
            ['file', 'is linted whatever it is called'],
            [
              'folder',
              '.md, .markdown, .mdx and .txt files in it, but for what .gitignore excludes; the current folder unless given',
            ],
            [
              "'glob'",
              "such as 'advice/**/*.md'; with ! before it, what to leave out (of the current folder, where no other path is given)",
            ],
            ['-', 'standard input'],
          ],
        },
        {
          title: 'Commands',
          rows: Object.values(commands).map(({usage, summary}) => [usage, summary] as const),
        },
        {
          title: 'Exit codes',
          rows: [
            ['0', 'nothing found that fails the run'],
            ['1', 'errors (or what --fail-on and --max-warnings say)'],
            ['2', 'something could not be linted'],
          ],
        },
      ],
      flags: lintFlags,
    },
    colours,
    width,
  )
