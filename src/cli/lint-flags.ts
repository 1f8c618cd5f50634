import type {FlagTable} from './flags.js'

export const formats = ['pretty', 'json'] as const

export type Format = (typeof formats)[number]

export const lintFlags: FlagTable = {
  format: {
    short: 'f',
    value: 'format',
    choices: formats,
    summary: 'how to report: pretty (unless given) or json',
  },
  config: {
    short: 'c',
    value: 'file',
    summary: 'the configuration; the healthlint.config.* nearest above each article unless given',
  },
  'no-config': {summary: 'read no configuration'},
  'print-config': {value: 'path', summary: 'print what holds for one article, as JSON, and lint nothing'},
  preset: {
    value: 'name',
    summary:
      'the rules to run, over what the configuration chooses; recommended where nothing says otherwise',
  },
  rule: {
    value: 'id[=level]',
    repeatable: true,
    summary:
      'run this rule alone, at this level (off, info, warning, error); may be repeated. With --preset, or with =off, it changes the preset instead',
  },
  quiet: {short: 'q', summary: 'show errors only'},
  'fail-on': {
    value: 'level',
    choices: ['error', 'warning'],
    summary: 'the lowest level that fails the run: error unless given',
  },
  'max-warnings': {value: 'number', summary: 'fail the run when there are more warnings than this'},
  'no-fail': {summary: 'exit with 0 whatever is found; with 2 still when something could not be linted'},
  fix: {summary: 'make the changes that cannot alter what a text means, and report the rest'},
  'fix-dry-run': {summary: 'print those changes as a diff, and change nothing'},
  'stdin-filename': {
    value: 'path',
    summary: 'what the article on standard input is called, so that its kind is known',
  },
  'allow-empty': {summary: 'finding no article is no failure'},
  help: {short: 'h', summary: 'print this'},
  version: {short: 'v', summary: 'print the version'},
}
