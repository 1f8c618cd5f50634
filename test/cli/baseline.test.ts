import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, it} from 'vitest'
import {folderWith, healthlint, type Outcome} from './command.js'

const tea =
  '# Tea\n\nGreen tea is 100% safe for adults. Drink some in the morning.\n\n## Juice\n\nThis juice is 100% safe for babies.\n'
const lamps = '# Salt lamps\n\nSalt lamps cure diabetes.\n'
const config = 'rules:\n  no-absolute-safety: error\n  no-absolute-efficacy: error\n'
const files = {'tea.md': tea, 'home/lamps.md': lamps, 'healthlint.config.yaml': config}
const file = 'healthlint-baseline.jsonl'

let folder = ''
const run = (...args: string[]): Promise<Outcome> => healthlint(args, {cwd: folder})
const write = (path: string, text: string): void => writeFileSync(join(folder, path), text)
const entries = (): readonly {path: string; ruleId: string; sentence: string}[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))

/** The sentences that a run reports, and what it ends with. */
const reported = async (
  ...args: string[]
): Promise<{
  readonly code: number | null
  readonly sentences: readonly string[]
  readonly stderr: string
}> => {
  const {code, stdout, stderr} = await run('--format', 'ndjson', ...args)
  const lines = stdout.split('\n').filter((line) => line !== '')
  const sentences = lines.flatMap((line) =>
    JSON.parse(line).diagnostics.map(({sentence}: {sentence: string}) => sentence),
  )
  return {code, sentences, stderr}
}
const nothing = {code: 0, sentences: [], stderr: ''}

/** The baseline of these files, once the command has written it. */
let written = ''
beforeEach(async () => {
  folder = folderWith(files)
  if (written === '') {
    expect(await run('baseline')).toEqual({code: 0, stdout: `${file}: 3 findings\n`, stderr: ''})
    written = readFileSync(join(folder, file), 'utf8')
  }
  write(file, written)
})

describe('`healthlint baseline`', () => {
  it('writes one finding a line, sorted, so that a review can read it', () => {
    const text = readFileSync(join(folder, file), 'utf8')
    const lines = text.trimEnd().split('\n')
    expect(lines).toEqual([...lines].sort())
    expect(entries().map(({path, ruleId}) => [path, ruleId])).toEqual([
      ['home/lamps.md', 'no-absolute-efficacy'],
      ['tea.md', 'no-absolute-safety'],
      ['tea.md', 'no-absolute-safety'],
    ])
    expect(Object.keys(entries()[0]!)).toEqual(['path', 'ruleId', 'fingerprint', 'sentence'])
  })
  it('writes the same bytes again', async () => {
    const before = readFileSync(join(folder, file), 'utf8')
    await run('baseline')
    expect(readFileSync(join(folder, file), 'utf8')).toBe(before)
  })
  it('keeps the entries of folders it was not asked about', async () => {
    write('tea.md', tea.replace('100% safe for adults', 'fine for most adults'))
    await run('baseline', 'home')
    expect(entries()).toHaveLength(3)
    await run('baseline', 'tea.md')
    expect(entries()).toHaveLength(2)
  })
  it('does not write an empty baseline for a folder that is misspelt', async () => {
    const {code, stderr} = await run('baseline', 'hoem')
    expect({code, stderr}).toEqual({code: 2, stderr: expect.stringContaining('hoem')})
    expect(entries()).toHaveLength(3)
  })
  it('drops nothing when an article could not be linted', async () => {
    writeFileSync(join(folder, 'tea.md'), new Uint8Array([0x23, 0xff, 0xfe, 0xff]))
    const {code, stderr} = await run('baseline')
    expect({code, stderr}).toEqual({code: 2, stderr: expect.stringContaining('tea.md')})
    expect(entries()).toHaveLength(3)
  })
  it('says so when its place is taken, exit 2', async () => {
    mkdirSync(join(folder, 'taken'))
    const {code, stderr} = await run('baseline', '--output', 'taken')
    expect(code).toBe(2)
    expect(stderr).toMatch(/taken: cannot read the baseline: EISDIR/)
  })
})

describe('with a baseline, nothing is reported', () => {
  it('of what was there', async () => expect(await reported()).toEqual(nothing))
  it('when the article is edited elsewhere', async () => {
    write('tea.md', `A new beginning.\n\n${tea.replace('Drink some', 'Have a cup')}\nA new end.\n`)
    expect(await reported()).toEqual(nothing)
  })
  it('when a paragraph moves', async () => {
    write(
      'tea.md',
      '# Tea\n\n## Juice\n\nThis juice is 100% safe for babies.\n\nGreen tea is 100% safe for adults.\n',
    )
    expect(await reported()).toEqual(nothing)
  })
  it('when a paragraph is reflowed or quoted', async () => {
    write('tea.md', tea.replace('Green tea is 100% safe for', '> Green tea\n> is 100% safe\n> for'))
    expect(await reported()).toEqual(nothing)
  })
  it('when an article is renamed', async () => {
    mkdirSync(join(folder, 'drinks'))
    renameSync(join(folder, 'tea.md'), join(folder, 'drinks/green-tea.md'))
    expect(await reported()).toEqual(nothing)
  })
  it('when only some articles are linted', async () => expect(await reported('home')).toEqual(nothing))
  it('when the command runs in another folder', async () => {
    expect((await healthlint(['.'], {cwd: join(folder, 'home')})).code).toBe(0)
    const elsewhere = await healthlint([folder, '--baseline', join(folder, file)], {cwd: '/'})
    expect(elsewhere.code).toBe(0)
  })
})

describe('with a baseline, a finding is reported', () => {
  it('when one is mended and another of the same rule comes into the same file', async () => {
    write('tea.md', tea.replace('Green tea is 100% safe for adults', 'Black tea is 100% safe for cats'))
    expect(await reported()).toMatchObject({code: 1, sentences: ['Black tea is 100% safe for cats.']})
  })
  it('when an excused sentence is copied, in the file or to another', async () => {
    write('tea.md', `${tea}\nThis juice is 100% safe for babies.\n`)
    write('home/lamps.md', `${lamps}\nThis juice is 100% safe for babies.\n`)
    expect((await reported()).sentences).toEqual([
      'This juice is 100% safe for babies.',
      'This juice is 100% safe for babies.',
    ])
  })
  it('when --no-baseline leaves it aside', async () =>
    expect(await reported('--no-baseline')).toMatchObject({code: 1, sentences: {length: 3}}))
})

it('what is said of a whole article stays excused when its title changes', async () => {
  write('healthlint.config.yaml', 'rules:\n  require-disclaimer: error\n')
  const article =
    '# Iron tablets\n\nTake one tablet a day to treat anaemia. See how the symptoms of anaemia change.\n'
  write('tea.md', article)
  rmSync(join(folder, file))
  await run('baseline', 'tea.md')
  expect(entries()).toMatchObject([{path: 'tea.md', ruleId: 'require-disclaimer', scope: 'article'}])
  write('tea.md', article.replace('Iron tablets', 'All about iron'))
  expect(await reported('tea.md')).toEqual(nothing)
})

it('findings in the baseline are suppressed ones in JSON', async () => {
  const {stdout} = await run('--format', 'json', 'home')
  expect(JSON.parse(stdout).files[0].suppressed).toMatchObject([
    {ruleId: 'no-absolute-efficacy', suppression: {kind: 'baseline', reason: 'in the baseline'}},
  ])
})

describe('entries of findings that are gone', () => {
  beforeEach(() => write('tea.md', tea.replace('100% safe for adults', 'fine for most adults')))

  it('are told, and fail nothing', async () =>
    expect(await reported()).toEqual({
      ...nothing,
      stderr: `healthlint: ${file}: 1 entry of findings that are gone; \`healthlint baseline --prune\` takes them out\n`,
    }))
  it('fail the run with --strict-baseline, unless --no-fail', async () => {
    expect((await reported('--strict-baseline')).code).toBe(1)
    expect((await reported('--strict-baseline', '--no-fail')).code).toBe(0)
  })
  it('prove nothing when only some rules or articles ran', async () => {
    expect(await reported('--strict-baseline', '--rule', 'no-absolute-efficacy')).toEqual(nothing)
    expect(await reported('--strict-baseline', 'home')).toEqual(nothing)
  })
  it('are taken out by --prune, which adds nothing', async () => {
    write('home/lamps.md', `${lamps}\nSalt lamps cure asthma.\n`)
    expect((await run('baseline', '--prune')).stdout).toBe(`${file}: 2 findings, before: 3\n`)
    expect(entries().map(({sentence}) => sentence)).toEqual([
      'Salt lamps cure diabetes.',
      'This juice is 100% safe for babies.',
    ])
    expect(await reported('--strict-baseline')).toMatchObject({
      code: 1,
      sentences: ['Salt lamps cure asthma.'],
    })
  })
  it('of an article that was deleted are gone too', async () => {
    rmSync(join(folder, 'home/lamps.md'))
    expect((await reported('--strict-baseline')).stderr).toContain('2 entries')
    await run('baseline', '--prune')
    expect(entries()).toHaveLength(1)
  })
  it('of an article that was renamed follow it', async () => {
    renameSync(join(folder, 'home/lamps.md'), join(folder, 'lights.md'))
    await run('baseline', '--prune')
    expect(entries().map(({path}) => path)).toEqual(['lights.md', 'tea.md'])
  })
})

describe('a baseline that cannot be used is exit 2', () => {
  it('with the number of the line that is damaged', async () => {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n')
    write(file, [lines[0], '<<<<<<< HEAD', ...lines.slice(1)].join('\n'))
    const {code, stdout, stderr} = await run()
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toContain(`${file}:2`)
    expect(stderr).toContain('`healthlint baseline` writes the file anew')
  })
  it('with the file’s name once, when there is none to take findings from', async () => {
    const {code, stderr} = await run('baseline', 'nope.md')
    expect({code, stderr}).toEqual({
      code: 2,
      stderr: 'healthlint: nope.md: no such file or folder; check the spelling\n',
    })
  })
  it('with the remedy, when the one that is named is not there', async () => {
    const {code, stderr} = await run('--baseline', 'old.jsonl')
    expect(code).toBe(2)
    expect(stderr).toContain('`healthlint baseline --output old.jsonl` writes it')
  })
})
