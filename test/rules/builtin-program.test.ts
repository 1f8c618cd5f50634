import {readdirSync, readFileSync} from 'node:fs'
import packed from 'virtual:phrase-program'
import {expect, it} from 'vitest'
import {annotators} from '../../src/language/annotators/index.js'
import {lint} from '../../src/lint.js'
import {compilePhrases} from '../../src/phrase/compile.js'
import {linkPhrases, restrictTo} from '../../src/phrase/link.js'
import {matchPhrases} from '../../src/phrase/match.js'
import {packPhrases} from '../../src/phrase/packed.js'
import {builtinPack} from '../../src/rules/builtin.js'
import {builtinCode} from '../../src/rules/builtin-program.js'
import {compileRules} from '../../src/rules/compile.js'
import type {Pack} from '../../src/rules/pack.js'
import {packProgram} from '../../src/rules/pack-program.js'
import {selectRules} from '../../src/rules/select.js'
import {readingOf} from '../phrase/found.js'

const folder = new URL('../../fixtures/seeds/', import.meta.url)
const seeds = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
const every = {
  rules: Object.fromEntries(builtinPack.rules.map(({id, level}) => [id, level])),
}
/** Not the same object, so that its phrases are compiled when they are needed, as a user's are. */
const asUser: Pack = {...builtinPack, lexicons: {}, presets: {}}

it('what the build wrote down is what compiling gives now', () => {
  expect(packed).toEqual(packPhrases(packProgram(builtinPack)))
})

it('finds what freshly compiled phrases find, in every seed', () => {
  const fresh = linkPhrases(packProgram(builtinPack), annotators)
  const keys = new Set(fresh.keyed.map(({key}) => key))
  const builtin = restrictTo(builtinCode(), keys)
  let count = 0
  for (const seed of seeds) {
    const reading = readingOf(seed)
    const expected = matchPhrases(fresh, reading)
    const found = matchPhrases(builtin, reading)
    for (const key of keys) {
      expect(found.of(key)).toEqual(expected.of(key))
      count += expected.of(key).length
    }
  }
  expect(count).toBeGreaterThan(100)
})

it('has every phrase that the rules ask for, under keys that do not depend on the choice of rules', () => {
  const {programs} = compileRules(selectRules(every))
  expect(programs).toHaveLength(1)
  expect(programs[0]!.keyed).toHaveLength(builtinCode().keyed.length)
  for (const {id, level} of builtinPack.rules) {
    const [program] = compileRules(selectRules({rules: {[id]: level}})).programs
    for (const {key} of program?.keyed ?? []) expect(key).toMatch(new RegExp(`^${id}#`))
  }
})

it('serves the phrases of a user beside its own', () => {
  const [rule] = builtinPack.rules.filter(({id}) => id === 'no-miracle-words')
  const pack: Pack = {...asUser, rules: [{...rule!, id: 'no-wonders', aliases: []}]}
  const text = 'This miracle cure ends diabetes.'
  const ids = (found: ReturnType<typeof lint>) =>
    found.diagnostics.map(({ruleId, start}) => [ruleId, start.offset])
  const [builtin] = ids(lint(text, {settings: {rules: {'no-miracle-words': 'error'}}}))
  expect(builtin).toBeDefined()
  expect(
    ids(lint(text, {settings: {rules: {'no-miracle-words': 'error', 'no-wonders': 'error'}, packs: [pack]}})),
  ).toEqual([builtin, ['no-wonders', builtin![1]]])
})

it('gives way to a user who puts another lexicon in the place of one of its own', () => {
  const lexicons = {...builtinPack.lexicons, condition: {summary: 'None.', entries: ['zorblitis']}}
  const rule = builtinPack.rules.find(({id}) => id === 'no-miracle-words')!
  const pack: Pack = {...asUser, lexicons, rules: [{...rule, id: 'no-wonders', aliases: []}]}
  const {programs} = compileRules(
    selectRules({rules: {'no-miracle-words': 'error', 'no-wonders': 'error'}, packs: [pack]}),
  )
  expect(programs).toHaveLength(1)
  expect(programs[0]!.keyed.map(({key}) => key.split('#')[0])).toEqual(
    expect.arrayContaining(['no-miracle-words', 'no-wonders']),
  )
})

it('leaves out lexicons that nothing names, each of which can be compiled all the same', () => {
  const lexicons = Object.entries(builtinPack.lexicons).map(([name, {entries}]) => ({name, entries}))
  expect(compilePhrases({phrases: [], lexicons, annotators}).trie.ends.length).toBeGreaterThanOrEqual(
    builtinCode().trie.ends.length,
  )
})

it('is not built from a phrase that is wrong: the error names the file', () => {
  const [rule] = builtinPack.rules.filter(({id}) => id === 'no-miracle-words')
  const wrong: Pack = {...builtinPack, rules: [{...rule!, phrase: {match: ['<nothing-of-the-kind> (cure']}}]}
  expect(() => packProgram(wrong)).toThrow('claims/no-miracle-words.yaml: “(” is not closed')
})
