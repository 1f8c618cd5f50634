import type {FlagTable} from './flags.js'
import {formats} from './formats.js'

export const lintFlags: FlagTable = {
  format: {
    short: 'f',
    value: 'format',
    choices: formats,
    summary: `how to report: ${formats.join(', ')}; pretty unless given`,
  },
  output: {
    short: 'o',
    value: 'format=path',
    repeatable: true,
    summary: 'write a report in this format into this file too; may be repeated',
  },
  since: {
    value: 'ref',
    summary:
      'only what touches lines added since this branch left the ref, working tree and new files included',
  },
  staged: {summary: 'only what touches lines that are staged in git, as they are staged; goes without --fix'},
  baseline: {
    value: 'file',
    summary: 'findings that were there before: healthlint-baseline.jsonl, where it exists, unless given',
  },
  'no-baseline': {summary: 'report what is in the baseline too'},
  'strict-baseline': {summary: 'fail the run when the baseline has findings that are gone'},
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
  'report-suppressions': {
    summary:
      'print every finding that a comment excuses, with reason, owner and date (also as --format json)',
  },
  cache: {summary: 'keep findings between runs, and lint only what has changed since'},
  'cache-location': {value: 'file', summary: 'where they are kept: .healthlintcache unless given'},
  concurrency: {
    value: 'n|auto|off',
    summary: 'how many threads lint; auto (unless given) takes threads above a few hundred articles',
  },
  timeout: {
    value: 'seconds',
    summary: 'how long one article may take in a thread before it counts as failed: 30 unless given',
  },
  profile: {
    summary:
      'say on standard error, after the report, what each step and the slowest rules took, in one thread',
  },
  'stdin-filename': {
    value: 'path',
    summary: 'what the article on standard input is called, so that its kind is known',
  },
  'allow-empty': {summary: 'finding no article is no failure'},
  help: {short: 'h', summary: 'print this'},
  version: {short: 'v', summary: 'print the version'},
}
