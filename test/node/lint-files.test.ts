import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {ConfigError} from '../../src/errors.js'
import type {FileResult} from '../../src/file-result.js'
import {configLookup} from '../../src/node/config/config-lookup.js'
import {findFiles} from '../../src/node/find-files.js'
import {type LintFilesOptions, lintFiles} from '../../src/node/lint-files.js'
import {readArticle} from '../../src/node/read-article.js'
import {defineRule} from '../../src/rules/define.js'
import {folderWith} from '../cli/command.js'

const resultsOf = async (patterns: readonly string[], options: LintFilesOptions): Promise<FileResult[]> => {
  const results: FileResult[] = []
  for await (const result of lintFiles(patterns, options)) results.push(result)
  return results
}

/** Finds the word “lamp”, and breaks down where it reads “crash”. */
const noLamps = defineRule({
  id: 'no-lamps',
  topic: 'test',
  summary: 'Do not mention lamps.',
  why: 'It is enough for a test.',
  level: 'warning',
  languages: 'any',
  *check(article) {
    if (article.text.includes('crash')) throw new Error('out of lamps')
    const start = article.text.indexOf('lamp')
    if (start !== -1) yield {start, end: start + 4}
  },
})

const settings = {plugins: [noLamps], rules: {'no-lamps': 'warning'}} as const

describe('linting files', () => {
  it('gives one result a file, in the order of their paths, each with the text it speaks of', async () => {
    const cwd = folderWith({'b.md': 'A lamp.\n', 'a.md': 'No light.\n', 'c.txt': 'One lamp more.\n'})
    const results = await resultsOf(['.'], {cwd, settings})
    expect(results.map(({path, diagnostics}) => [path, diagnostics.length])).toEqual([
      ['a.md', 0],
      ['b.md', 1],
      ['c.txt', 1],
    ])
    const {source, diagnostics} = results[2]!
    expect(source!.slice(diagnostics[0]!.start.offset, diagnostics[0]!.end.offset)).toBe('lamp')
  })

  it('makes a crash on one file that file’s error, and lets the others stand', async () => {
    const cwd = folderWith({'a.md': 'A lamp.\n', 'b.md': 'A crash.\n', 'c.md': 'A lamp.\n'})
    const [a, b, c] = await resultsOf(['.'], {cwd, settings})
    expect(b).toMatchObject({
      path: 'b.md',
      diagnostics: [],
      error: {name: 'RuleError', message: 'rule no-lamps failed on b.md: out of lamps'},
    })
    expect([a!.diagnostics.length, c!.diagnostics.length, a!.error]).toEqual([1, 1, undefined])
  })

  it('makes a file that cannot be read that file’s error', async () => {
    const cwd = folderWith({'a.md': 'A lamp.\n'})
    const results = await resultsOf([join(cwd, 'gone.md'), 'a.md'], {cwd, settings})
    expect(results.map(({error}) => error?.name)).toEqual(['ConfigError', undefined])
  })

  it('refuses settings and patterns that cannot be used', async () => {
    const cwd = folderWith({})
    await expect(resultsOf(['.'], {cwd, settings})).rejects.toThrow(ConfigError)
    await expect(resultsOf(['.'], {cwd, settings: {extends: ['nothing']}})).rejects.toThrow(
      'there is no preset “nothing”',
    )
  })

  it.each([
    [['articles'], '`patterns`: expected a list of paths, such as ["articles"], not "articles"'],
    [[['a.md'], {concurrency: 0}], 'option `concurrency`: expected 1 or more, not 0'],
    [[['a.md'], {cache: true}], 'option `cache`: expected the path of a file, not true'],
    [[['a.md'], {setting: {}}], 'unknown key “setting”; did you mean “settings”?'],
  ])('says what is wrong with %j', async (given, message) => {
    const results = lintFiles(...(given as unknown as Parameters<typeof lintFiles>))
    await expect(results.next()).rejects.toThrow(message)
  })

  it('can be left early', async () => {
    const cwd = folderWith({'a.md': 'A lamp.\n', 'b.md': 'A lamp.\n'})
    for await (const {path} of lintFiles(['.'], {cwd, settings})) {
      expect(path).toBe('a.md')
      break
    }
  })
})

it.each([
  [
    'findFiles',
    () => findFiles('articles' as never),
    'takes a list of paths, such as ["articles"], not string',
  ],
  ['findFiles', () => findFiles(['.'], {extensions: '.md'} as never), 'a list such as [".md"], not string'],
  ['readArticle', () => readArticle(undefined as never), 'takes the path of a file, not undefined'],
  ['configLookup', () => configLookup()(undefined as never), 'takes the path of an article, not undefined'],
])('%s says what is wrong with what it is given', async (_name, call, message) => {
  await expect(async () => call()).rejects.toThrow(message)
})
