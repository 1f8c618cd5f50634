import {chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {delimiter, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {version} from '../package.json'
import {commandFile, folderWith, type Outcome, shell} from './cli/command.js'
import {type Repository, repositoryWith} from './cli/repository.js'

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8')
const old = '# Tea\n\nGreen tea is 100% safe.\n\nDrink it warm.\n'
const claim = 'This juice is 100% safe for babies.\n'

/** A project that has installed the command, on a branch that added a claim to one article. */
const project = (): Repository => {
  const repository = repositoryWith({
    'healthlint.config.yaml': 'rules:\n  no-absolute-safety: error\n',
    '.gitignore': 'node_modules\n',
    'articles/tea.md': old,
    'articles/my juice.md': old,
  })
  repository.git('update-ref', 'refs/remotes/origin/main', 'main')
  repository.git('checkout', '-qb', 'work')
  repository.write({'articles/my juice.md': old + claim})
  repository.commit('a claim')
  mkdirSync(join(repository.folder, 'node_modules/.bin'), {recursive: true})
  symlinkSync(commandFile, join(repository.folder, 'node_modules/.bin/healthlint'))
  return repository
}

describe('action.yml', () => {
  const action = parse(read('action.yml'))
  const [step, ...more] = action.runs.steps
  const inputs: readonly string[] = Object.keys(action.inputs)

  /** Runs the step as GitHub would: inputs as given or by default, and the base of a pull request when there is one. */
  const run = (
    {folder}: Pick<Repository, 'folder'>,
    given: Readonly<Record<string, string>> = {},
    {base = '', path = process.env['PATH'] ?? ''}: {readonly base?: string; readonly path?: string} = {},
  ): Promise<Outcome> => {
    const values = Object.fromEntries(
      inputs.map((name) => [name, given[name] ?? action.inputs[name].default]),
    )
    const env = Object.entries<string>(step.env).map(([name, expression]) => {
      const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression)?.[1]
      return [name, input === undefined ? base : values[input]]
    })
    return shell(step.run, {
      cwd: join(folder, values['working-directory']),
      env: {...Object.fromEntries(env), PATH: path, GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder},
    })
  }
  const annotated = (stdout: string): readonly string[] =>
    [...stdout.matchAll(/^::error file=([^,]*),line=(\d+)/gm)].map(([, file, line]) => `${file}:${line}`)

  it('puts no expression into its script, and every variable of the script is declared', () => {
    expect(more).toEqual([])
    expect(step.run).not.toContain('${{')
    const used = new Set([...step.run.matchAll(/HEALTHLINT_[A-Z_]+/g)].map(([name]) => name))
    expect([...used].sort()).toEqual(Object.keys(step.env).sort())
    for (const input of inputs) expect(JSON.stringify(step)).toContain(`inputs.${input} }}`)
  })
  it('runs the version of this package unless told otherwise', () =>
    expect(action.inputs.version.default).toBe(version))

  it('on a pull request, annotates what it adds, and fails', async () => {
    const repository = project()
    const base = repository.git('rev-parse', 'main').trim()
    const {code, stdout} = await run(repository, {}, {base})
    expect({code, found: annotated(stdout)}).toEqual({code: 1, found: ['articles/my juice.md:6']})
  })
  it('elsewhere, or when asked for all, annotates every line', async () => {
    const repository = project()
    const base = repository.git('rev-parse', 'main').trim()
    const {code, stdout} = await run(repository, {since: 'all', paths: 'articles\n'}, {base})
    expect({code, found: annotated(stdout)}).toEqual({
      code: 1,
      found: ['articles/my juice.md:3', 'articles/my juice.md:6', 'articles/tea.md:3'],
    })
  })
  it('passes its inputs on, whatever is in them', async () => {
    const repository = project()
    const {code, stdout, stderr} = await run(repository, {
      paths: 'my juice.md\n$(touch injected)\n--help\n',
      'working-directory': 'articles',
      'sarif-file': 'out/a b.sarif',
      output: 'json=out/a.json\nhtml=out/a.html',
      'fail-on': 'warning',
      'max-warnings': '3',
      config: '../healthlint.config.yaml',
    })
    expect(code).toBe(2)
    expect(stderr).toContain('$(touch injected)')
    expect(annotated(stdout)).toEqual(['articles/my juice.md:3', 'articles/my juice.md:6'])
    for (const name of ['a b.sarif', 'a.json', 'a.html']) {
      expect(readFileSync(join(repository.folder, 'articles/out', name), 'utf8')).toContain('my')
    }
    expect(() => readFileSync(join(repository.folder, 'articles/injected'))).toThrow('ENOENT')
  })
  it('takes no notice of blanks around a line, and of lines that have nothing else', async () => {
    const repository = project()
    const {code, stdout} = await run(repository, {
      paths: '  articles/my juice.md  \n   \n\t!articles/tea.md\n',
      output: ' json=out/a.json \n  \n',
    })
    expect({code, found: annotated(stdout)}).toEqual({
      code: 1,
      found: ['articles/my juice.md:3', 'articles/my juice.md:6'],
    })
    expect(readFileSync(join(repository.folder, 'out/a.json'), 'utf8')).toContain('my juice.md')
  })
  it('says what to do when the checkout is too shallow, and does not pass', async () => {
    const {code, stderr} = await run(project(), {}, {base: 'f'.repeat(40)})
    expect(code).toBe(2)
    expect(stderr).toContain('fetch-depth: 0')
  })
  it('fetches the version of the lockfile, or its own, when the project has installed none', async () => {
    const repository = project()
    rmSync(join(repository.folder, 'node_modules'), {recursive: true})
    // In place of npx, which would ask the registry: what it is asked for.
    const bin = folderWith({npx: '#!/bin/sh\necho npx "$@"\n'})
    chmodSync(join(bin, 'npx'), 0o755)
    const path = bin + delimiter + process.env['PATH']
    expect((await run(repository, {}, {path})).stdout).toBe(
      `npx --yes healthlint@${version} --fail-on=error -- .\n`,
    )
    writeFileSync(
      join(repository.folder, 'package-lock.json'),
      '{"packages": {"node_modules/healthlint": {"version": "0.0.9"}}}',
    )
    expect((await run(repository, {}, {path})).stdout).toMatch(/^npx --yes healthlint@0\.0\.9 /)
  })
})

describe('.pre-commit-hooks.yaml', () => {
  const [hook] = parse(read('.pre-commit-hooks.yaml'))
  it('is for articles', () => {
    const isArticle = (path: string): boolean => new RegExp(hook.files).test(path)
    expect(['a.md', 'b/c.mdx', 'd.markdown'].every(isArticle)).toBe(true)
    expect(['a.mdy', 'requirements.txt', 'md'].some(isArticle)).toBe(false)
  })
  it('lints the files that it is given', async () => {
    const {folder} = project()
    const {code, stdout} = await shell(`${hook.entry} 'articles/my juice.md'`, {cwd: folder})
    expect(code).toBe(1)
    expect(stdout).toContain('1 article, 2 errors')
  })
})

describe('a command printed in the documentation runs', () => {
  /** Commands in blocks of code: from `npx healthlint`, or from the name alone in a script of npm, to their end. */
  const commandsIn = (path: string): readonly string[] =>
    [...read(path).matchAll(/^```(?:sh|yaml|json)\n(.*?)^```/gms)].flatMap(([, block = '']) => [
      ...Array.from(block.matchAll(/\bnpx healthlint\b[^#\n]*/g), ([command]) => command.trim()),
      ...Array.from(block.matchAll(/": "(healthlint [^"]*)"/g), ([, command]) => `npx ${command}`),
    ])
  const section = /^npx healthlint (?:explain|rules|--rule|--fix|articles|--format json)/
  const commands = [...new Set([...commandsIn('README.md'), ...commandsIn('docs/ci.md')])].filter(
    (command) => !section.test(command),
  )

  it('and there are some', () => expect(commands.length).toBeGreaterThan(10))
  it.each(commands)('%s', async (command) => {
    const repository = project()
    if (command.includes('init')) rmSync(join(repository.folder, 'healthlint.config.yaml'))
    const base = repository.git('rev-parse', 'main').trim()
    const env = {BASE: base, CI_MERGE_REQUEST_DIFF_BASE_SHA: base}
    const {code, stderr} = await shell(command, {cwd: repository.folder, env})
    expect({code, stderr}).toEqual({
      code: expect.toSatisfy((it) => it === 0 || it === 1),
      stderr: expect.any(String),
    })
    expect(stderr).not.toMatch(/there is no|fault of healthlint/)
  })
})

it('documentation names every format', async () => {
  const {formats} = await import('../src/cli/formats.js')
  const table = read('docs/ci.md')
  for (const format of formats) expect(table).toContain(`\`${format}\``)
})
