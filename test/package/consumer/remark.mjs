import assert from 'node:assert/strict'
import {remarkHealthlint} from 'healthlint'
import plugin from 'healthlint/remark'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'

assert.equal(plugin, remarkHealthlint)

const processor = unified()
  .use(remarkParse)
  .use(plugin, {rules: {'no-absolute-efficacy': 'error'}})
const file = new VFile({path: 'tea.md', value: 'This tea cures diabetes.\n'})
await processor.run(processor.parse(file), file)
assert.deepEqual(
  file.messages.map(({ruleId, source, fatal}) => ({ruleId, source, fatal})),
  [{ruleId: 'no-absolute-efficacy', source: 'healthlint', fatal: true}],
)
