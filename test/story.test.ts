import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {healthlint, type Outcome} from './cli/command.js'
import {type Repository, repositoryWith} from './cli/repository.js'
import {siteArticles} from './story/articles.js'

const article = 'content/sleep/snoring-at-work.md'
const claim = 'The pillow on offer is 100% safe for every sleeper.'

const annotations = (stdout: string): readonly string[] =>
  [...stdout.matchAll(/^::(?:error|warning) file=([^,]*),line=(\d+),.*?title=([a-z-]+)::/gm)].map(
    ([, file, line, rule]) => `${file}:${line} ${rule}`,
  )

/** The first line of an article with these words in it, from 1. */
const lineOf = (repository: Repository, path: string, words: string): number =>
  readFileSync(join(repository.folder, path), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(words)) + 1

it('a team with sixty articles takes down what is there, sees what is new on its line, excuses it with a reason, and cannot swap', async () => {
  const before = siteArticles()
  expect(Object.keys(before)).toHaveLength(60)
  const repository = repositoryWith(before)
  const {folder, git, write, commit} = repository
  const inCi = (...args: string[]): Promise<Outcome> =>
    healthlint(args, {cwd: folder, env: {GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder}})
  const text = (path: string): string => readFileSync(join(folder, path), 'utf8')

  // The first day: a configuration, a baseline, a workflow; the site is red before, and green after.
  expect((await inCi('content')).code).toBe(1)
  const {code: initialised, stderr: trouble} = await healthlint(['init', '--baseline', '--workflow'], {
    cwd: folder,
  })
  expect({initialised, trouble}).toEqual({initialised: 0, trouble: ''})
  const entries = text('healthlint-baseline.jsonl').trimEnd().split('\n')
  expect(entries.length).toBeGreaterThanOrEqual(12)
  expect(text('.github/workflows/healthlint.yml')).toContain('fetch-depth: 0')
  const green = await inCi('--strict-baseline')
  expect({code: green.code, found: annotations(green.stdout), stderr: green.stderr}).toEqual({
    code: 0,
    found: [],
    stderr: '',
  })
  commit('healthlint')

  // A pull request edits an old paragraph beside an old finding, moves another, and adds one absolute claim.
  git('checkout', '-qb', 'pillows')
  const old = entries.map((line) => JSON.parse(line)).filter(({ruleId}) => ruleId === 'no-absolute-safety')
  expect(old.length).toBeGreaterThanOrEqual(3)
  const {path: neighbour, sentence} = old[0]
  write({
    [neighbour]: text(neighbour)
      .replace('It can come and go, and', 'It comes and goes, and')
      .replace(`${sentence}\n`, `Much is sold at fairs. ${sentence}\n`),
    [article]: text(article).replace('## Every day', `${claim}\n\n## Every day`),
  })
  commit('Write about pillows')
  for (const flags of [[], ['--since', 'main']]) {
    const {code, stdout} = await inCi(...flags)
    expect({code, found: annotations(stdout)}).toEqual({
      code: 1,
      found: [`${article}:${lineOf(repository, article, claim)} no-absolute-safety`],
    })
  }

  // It is excused, with a reason that an auditor finds.
  const comment =
    '<!-- healthlint-disable-next-line no-absolute-safety -- the maker’s words, discussed below; owner: ana -->'
  write({[article]: text(article).replace(claim, `${comment}\n${claim}`)})
  const excused = await inCi('--since', 'main')
  expect({code: excused.code, found: annotations(excused.stdout)}).toEqual({code: 0, found: []})
  expect((await inCi()).code).toBe(0)
  const listed = await healthlint(['--report-suppressions'], {cwd: folder})
  expect(listed.code).toBe(0)
  for (const part of [article, 'no-absolute-safety', 'the maker’s words, discussed below', 'ana']) {
    expect(listed.stdout).toContain(part)
  }
  commit('Say why')
  git('checkout', '-q', 'main')
  git('merge', '-q', 'pillows')

  // One old finding is mended, and another of the same rule comes into the same article: that is no trade.
  git('checkout', '-qb', 'swap')
  const worse = 'The ointment from the same stall is 100% safe.'
  write({[neighbour]: text(neighbour).replace(sentence, worse)})
  for (const flags of [[], ['--since', 'main']]) {
    const {code, stdout} = await inCi(...flags)
    expect({code, found: annotations(stdout)}).toEqual({
      code: 1,
      found: [`${neighbour}:${lineOf(repository, neighbour, worse)} no-absolute-safety`],
    })
  }
})
