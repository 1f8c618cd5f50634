const assert = require('node:assert/strict')
const {createLinter} = require('healthlint')

const {diagnostics} = createLinter({rules: {'no-absolute-efficacy': 'error'}}).lint(
  'This tea cures diabetes.\n',
)
assert.equal(diagnostics.length, 1)
assert.equal(typeof require('healthlint/node').lintFiles, 'function')
assert.equal(typeof require('healthlint/remark').default, 'function')
