import assert from 'node:assert/strict'
import {createLinter, defineConfig, defineRule, lint, remarkHealthlint, rules} from 'healthlint'

const text = 'This herbal tea cures diabetes.\n'
const linter = createLinter({rules: {'no-absolute-efficacy': 'error'}})
const {diagnostics, suppressed} = linter.lint(text, {path: 'tea.md'})
assert.deepEqual(
  diagnostics.map(({ruleId, level, path}) => ({ruleId, level, path})),
  [{ruleId: 'no-absolute-efficacy', level: 'error', path: 'tea.md'}],
)
const [{start, end}] = diagnostics
assert.match(text.slice(start.offset, end.offset), /cures diabetes/)
assert.deepEqual(suppressed, [])
assert.deepEqual(JSON.parse(JSON.stringify(diagnostics)), diagnostics)

assert.ok(rules.some(({id, topic}) => id === 'no-absolute-efficacy' && topic === 'claims'))
assert.ok(Array.isArray(lint(text, {path: 'tea.md'}).diagnostics))
assert.equal(typeof remarkHealthlint, 'function')
assert.equal(typeof defineConfig, 'function')

const noTea = defineRule({
  id: 'no-tea',
  topic: 'drinks',
  summary: 'Do not name tea.',
  why: 'A rule of the reader’s own.',
  level: 'warning',
  sources: [],
  examples: [],
  *check(article) {
    const start = article.text.indexOf('tea')
    if (start !== -1) yield {start, end: start + 3}
  },
})
const own = createLinter({plugins: [noTea], extends: []}).lint(text).diagnostics
assert.deepEqual(
  own.map(({ruleId, start, end}) => [ruleId, text.slice(start.offset, end.offset)]),
  [['no-tea', 'tea']],
)
