import assert from 'node:assert/strict'
import {lintFiles} from 'healthlint/node'

const results = []
for await (const result of lintFiles(['articles'])) results.push(result)
assert.equal(results.length, 5)
assert.ok(results.every(({error, source}) => error === undefined && source !== undefined))
assert.ok(results.some(({diagnostics}) => diagnostics.length > 0))
