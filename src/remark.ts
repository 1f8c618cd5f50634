import type {Root} from 'mdast'
import type {Plugin} from 'unified'
import type {VFile} from 'vfile'
import type {Diagnostic} from './diagnostic.js'
import {ConfigError} from './errors.js'
import {createTreeLinter} from './lint.js'
import type {Settings} from './rules/settings.js'

/**
 * healthlint as a unified plugin: reads the tree that remark made, and leaves its findings as messages on the file.
 *
 *     unified().use(remarkParse).use(remarkHealthlint, {extends: ['recommended']})
 *
 * @throws {ConfigError} when the settings cannot be used, {RuleError} when a rule crashes
 */
export const remarkHealthlint: Plugin<[Settings?], Root> = (settings = {}) => {
  const lintTree = createTreeLinter(settings)
  return (tree, file) => {
    const text = String(file)
    if (text === '' && tree.children.length > 0)
      throw new ConfigError(
        'the file that remark was run with has no text: give it the one that the tree was made of',
      )
    const {diagnostics} = lintTree(text, tree, file.path)
    for (const diagnostic of diagnostics) report(file, diagnostic)
  }
}

const fatal = {error: true, warning: false, info: undefined} as const

/** Leaves a message with the fields that remark-cli, vscode-remark and unified-language-server understand as they are. */
const report = (
  file: VFile,
  {ruleId, level, message, note, url, start, end, actual, expected, suggestions}: Diagnostic,
): void => {
  // Editors offer each `expected` in place of `actual`, so that only what fits there as it stands may be one.
  const inPlace = suggestions.flatMap(({edits}) => {
    const [edit] = edits
    if (edits.length !== 1 || edit!.start < start.offset || edit!.end > end.offset) return []
    const [from, to] = [edit!.start - start.offset, edit!.end - start.offset]
    return [actual.slice(0, from) + edit!.text + actual.slice(to)]
  })
  const advice = expected.length === 0 ? note : `${note}\n\nBetter: ${expected.join('; ')}.`
  const left = file.message(message, {place: {start, end}, ruleId, source: 'healthlint'})
  Object.assign(left, {fatal: fatal[level], note: advice, url, actual, expected: inPlace})
}

/** @alias remarkHealthlint, since unified's configuration files load a plugin by its default export. */
export default remarkHealthlint
