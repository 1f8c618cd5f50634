import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** `npm run accuracy -- …`, in a process of its own, over the built library. */
const accuracy = (...args: readonly string[]): Outcome =>
  spawnSync(process.execPath, ['bench/run.mjs', 'bench/accuracy/main.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  })

let folder = ''
const write = (file: string, rows: readonly object[]): void =>
  writeFileSync(join(folder, file), rows.map((row) => JSON.stringify(row)).join('\n'))

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'healthlint-sets-'))
  mkdirSync(join(folder, 'articles'))
  write('absolute-efficacy-sentences.jsonl', [
    {text: 'This tea cures diabetes in every patient.', label: 0, source: 'the promise'},
    {text: 'Garlic does not cure diabetes in every patient.', label: 1, source: 'the denial'},
    {text: 'Rest is pleasant.', label: 1, source: 'the drink'},
  ])
  write('statistics2.jsonl', [
    {
      text: 'About 40% of adults snore.',
      label: 0,
      cited: false,
      source: 'the snorers',
      sample: 'own',
    },
    {
      text: 'About 40% of adults snore ([survey](https://www.cdc.gov/sleep)).',
      label: 1,
      cited: false,
      source: 'the cited snorers',
      sample: 'own',
    },
  ])
})
afterAll(() => rmSync(folder, {recursive: true}))

describe('npm run accuracy', () => {
  it('prints the words around each false alarm, what was said, the phrase that matched, status and citation', () => {
    const {status, stdout} = accuracy(folder, '--measure', 'efficacy', '--show', 'fp')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^fp efficacy {2}the promise\n {2}.*«.*cures diabetes.*»/m)
    expect(stdout).toMatch(/→ no-absolute-efficacy error: /)
    expect(stdout).toMatch(
      /· no-absolute-efficacy saw “.*cures.*” with “.*” \(phrase\/match\/.*\) \[asserted\] → a finding/,
    )
    expect(stdout).toMatch(/· citations: none/)
    expect(stdout).not.toMatch(/the denial/)
  })

  it('prints of a miss what took the match away, or that nothing matched', () => {
    const {stdout} = accuracy(folder, '--measure', 'efficacy', '--show', 'fn')
    expect(stdout).toMatch(
      /the denial\n.*\n(?: {2}· .*\n)* {2}· no-absolute-efficacy saw “.*cure.*\[negated: negated by “not”.*\] → no finding: /,
    )
    expect(stdout).toMatch(/the drink\n.*\n {2}· no phrase of these rules matched here/)
  })

  it('prints the citation that a figure rests on, or that there is none', () => {
    const alarms = accuracy(folder, '--measure', 'statistics2', '--show', 'fp').stdout
    expect(alarms).toMatch(/cite-statistics saw “.*40% of adults.*→ a finding · citation: none/)
    const misses = accuracy(folder, '--measure', 'statistics2', '--show', 'fn').stdout
    expect(misses).toMatch(/→ no finding: it has a source · citation: strong link “survey”/)
  })

  it('--json writes counts, figures with their bounds, what was left out, and each wrong case whole', () => {
    const file = join(folder, 'report.json')
    expect(accuracy(folder, '--json', file).status).toBe(0)
    const {results, skipped, version, date} = JSON.parse(readFileSync(file, 'utf8'))
    expect([version, date]).toEqual([expect.any(String), expect.stringMatching(/^\d{4}-\d\d-\d\d$/)])
    expect(skipped).toContainEqual({
      name: 'residue-lines',
      reason: 'residue-lines.jsonl is not in the folder',
    })
    const efficacy = results.find(({name}: {name: string}) => name === 'efficacy')
    expect(efficacy).toMatchObject({
      cases: 3,
      counts: {truePositive: 0, falsePositive: 1, falseNegative: 2, trueNegative: 0},
    })
    expect(efficacy.figures[0]).toEqual({name: 'precision', value: 0, atLeast: 0.75, verdict: 'short'})
    const [alarm] = efficacy.wrong
    expect(alarm).toMatchObject({kind: 'fp', source: 'the promise', cues: [], citations: []})
    expect(alarm.excerpt).toContain('cures diabetes')
    expect(alarm.diagnostics[0].ruleId).toBe('no-absolute-efficacy')
    expect(alarm.seen[0].sightings).toContainEqual(expect.objectContaining({became: 'finding'}))
  })

  it('cannot measure what is not there: exit 2, and a message that says what there is', () => {
    const missing = accuracy(join(folder, 'nowhere'))
    expect(missing.status).toBe(2)
    expect(missing.stderr).toMatch(/there is no folder .*nowhere, where the labelled sets are expected/)
    expect(missing.stderr).toContain('npm run accuracy -- FOLDER')

    const unknown = accuracy(folder, '--measure', 'eficacy')
    expect(unknown.status).toBe(2)
    expect(unknown.stderr).toMatch(/^no measure eficacy; there are .*efficacy2/)

    const empty = accuracy(join(folder, 'articles'))
    expect(empty.status).toBe(2)
    expect(empty.stderr).toMatch(/nothing could be measured with .*articles\n.*residue-lines\.jsonl is not/)

    const misspelt = accuracy(folder, '--shwo', 'fp')
    expect(misspelt.status).toBe(2)
    expect(misspelt.stderr).toMatch(/'--shwo'[\s\S]*Usage:/)
  })
})
