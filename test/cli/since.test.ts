import {chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {folderWith, healthlint, shell} from './command.js'
import {type Repository, repositoryIn, repositoryWith} from './repository.js'

const old = '# Tea\n\nGreen tea is 100% safe.\n\nDrink it warm.\n\nDrink it slowly.\n'
const config = {
  'healthlint.config.yaml': 'rules:\n  no-absolute-safety: error\n',
}
const claim = 'This juice is 100% safe for babies.\n'

/** A repository with an old finding, on a branch of its own. */
const branched = (files: Readonly<Record<string, string>> = {'tea.md': old}): Repository => {
  const repository = repositoryWith({...config, ...files})
  repository.git('checkout', '-qb', 'work')
  return repository
}

/** What a run reports, as path, line and rule. */
const reported = async (
  {folder}: Pick<Repository, 'folder'>,
  ...args: string[]
): Promise<{readonly code: number | null; readonly found: readonly string[]; readonly stderr: string}> => {
  const {code, stdout, stderr} = await healthlint(['--format', 'ndjson', ...args], {cwd: folder})
  const lines = stdout.split('\n').filter((line) => line !== '')
  interface Found {
    readonly path: string
    readonly ruleId: string
    readonly start: {readonly line: number}
  }
  const found = lines.flatMap((line) =>
    JSON.parse(line).diagnostics.map(({path, ruleId, start}: Found) => `${path}:${start.line} ${ruleId}`),
  )
  return {code, found, stderr}
}
const nothing = {code: 0, found: [], stderr: expect.any(String)}

describe('--since', () => {
  it('reports nothing, and lints nothing, when no article changed', async () =>
    expect(await healthlint(['--since', 'main', '--format', 'compact'], {cwd: branched().folder})).toEqual({
      code: 0,
      stdout: '0 articles\n',
      stderr: 'healthlint: no article changed since main\n',
    }))

  it('reports added lines that are committed, staged, in the working tree, or in new files', async () => {
    const repository = branched({'a.md': old, 'b.md': old, 'c.md': old})
    repository.write({'a.md': old + claim})
    repository.commit('one')
    repository.write({'b.md': old + claim})
    repository.git('add', 'b.md')
    repository.write({'c.md': old.replace('Drink it warm.\n', claim), 'new.md': `# Juice\n\n${claim}`})
    expect(await reported(repository, '--since', 'main')).toEqual({
      code: 1,
      found: ['a.md:8', 'b.md:8', 'c.md:5', 'new.md:3'].map((place) => `${place} no-absolute-safety`),
      stderr: '',
    })
  })

  it('does not report what only the other branch added', async () => {
    const repository = branched()
    repository.git('checkout', '-q', 'main')
    repository.write({'theirs.md': `# Juice\n\n${claim}`, 'tea.md': old + claim})
    repository.commit('theirs')
    repository.git('checkout', '-q', 'work')
    repository.write({'tea.md': old.replace('warm', 'hot')})
    expect(await reported(repository, '--since', 'main')).toEqual(nothing)
  })

  it('follows a rename, and reports only what was edited on the way', async () => {
    const repository = branched()
    mkdirSync(join(repository.folder, 'drinks'))
    renameSync(join(repository.folder, 'tea.md'), join(repository.folder, 'drinks/green.md'))
    repository.write({'drinks/green.md': old + claim})
    repository.commit('moved')
    expect((await reported(repository, '--since', 'main')).found).toEqual([
      'drinks/green.md:8 no-absolute-safety',
    ])
  })

  it.each([
    'naïve 🍵.md',
    'two  spaces.md',
    'a"quoted".md',
    "it's.md",
    '-dash.md',
    'tab\there.md',
    'back\\slash.md',
  ])('reports articles with unusual names: %j', async (name) => {
    const repository = branched({[name]: old})
    repository.write({[name]: old + claim})
    expect((await reported(repository, '--since', 'main')).found).toEqual([`${name}:8 no-absolute-safety`])
  })

  it('reports the right lines when a link became a file, and a mode changed', async () => {
    const repository = repositoryWith({...config, 'b.md': old, 'c.md': old})
    symlinkSync('b.md', join(repository.folder, 'a.md'))
    repository.commit('a link')
    rmSync(join(repository.folder, 'a.md'))
    chmodSync(join(repository.folder, 'b.md'), 0o755)
    repository.write({'a.md': '# Iron\n\nA new text.\n', 'c.md': old + claim})
    expect((await reported(repository, '--since', 'HEAD')).found).toEqual(['c.md:8 no-absolute-safety'])
  })

  it('reports articles that git takes for binary', async () => {
    const repository = branched({'.gitattributes': '*.md binary\n', 'tea.md': old})
    repository.write({'tea.md': old + claim})
    expect((await reported(repository, '--since', 'main')).found).toEqual(['tea.md:8 no-absolute-safety'])
  })

  it('works in a subfolder, with absolute paths, and through a link', async () => {
    const repository = branched({'site/tea.md': old})
    repository.write({'site/tea.md': old + claim})
    const found = ['tea.md:8 no-absolute-safety']
    expect((await reported({folder: join(repository.folder, 'site')}, '--since', 'main')).found).toEqual(
      found,
    )
    const link = join(folderWith({}), 'link')
    symlinkSync(repository.folder, link)
    const path = join(link, 'site/tea.md')
    expect((await reported(repository, '--since', 'main', path)).found).toEqual([
      `${path}:8 no-absolute-safety`,
    ])
  })

  it('reports what is said of a whole article when that article changed, and not otherwise', async () => {
    const advice =
      '# Iron tablets\n\nTake one tablet a day to treat anaemia. See how the symptoms of anaemia change.\n\nDrink water.\n'
    const repository = branched({
      'healthlint.config.yaml': 'rules:\n  require-disclaimer: error\n',
      'iron.md': advice,
      'zinc.md': advice,
    })
    repository.write({'iron.md': advice.replace('Drink water.', 'Drink more water.')})
    expect((await reported(repository, '--since', 'main')).found).toEqual(['iron.md:1 require-disclaimer'])
  })

  it('is content with a change to nothing but what the configuration leaves out', async () => {
    const repository = branched({
      'healthlint.config.yaml': '- ignores: [drafts/**]\n- rules:\n    no-absolute-safety: error\n',
      'drafts/a.md': old,
    })
    repository.write({'drafts/a.md': old + claim})
    expect(await reported(repository, '--since', 'main')).toEqual({...nothing, stderr: ''})
  })

  it('reads the configuration also when no article changed', async () => {
    const repository = branched()
    repository.write({'healthlint.config.yaml': 'rules:\n  no-absolute-safty: error\n'})
    const {code, stderr} = await reported(repository, '--since', 'main')
    expect(code).toBe(2)
    expect(stderr).toContain('did you mean “no-absolute-safety”?')
  })

  it('and a baseline both narrow', async () => {
    const repository = branched()
    await healthlint(['baseline'], {cwd: repository.folder})
    repository.commit('baseline')
    repository.write({'tea.md': `${claim}\n${old.replace('Green tea is', 'Green tea, hot, is')}`})
    expect((await reported(repository, '--since', 'main')).found).toEqual([
      'tea.md:1 no-absolute-safety',
      'tea.md:5 no-absolute-safety',
    ])
    repository.write({'tea.md': `${old.replace('Green tea is', 'Green tea\nis')}\n${claim}`})
    expect((await reported(repository, '--since', 'main')).found).toEqual(['tea.md:10 no-absolute-safety'])
  })
})

describe('--staged', () => {
  it('reports lines that are staged, and no others', async () => {
    const repository = branched({'a.md': old, 'b.md': old})
    repository.write({'a.md': old + claim, 'b.md': old + claim, 'new.md': claim})
    repository.git('add', 'a.md')
    expect((await reported(repository, '--staged')).found).toEqual(['a.md:8 no-absolute-safety'])
  })

  it('reads what is staged, not what was changed since', async () => {
    const repository = branched()
    repository.write({'tea.md': old + claim})
    repository.git('add', 'tea.md')
    repository.write({'tea.md': `Before.\n\n${old}Mended.\n`})
    expect((await reported(repository, '--staged')).found).toEqual(['tea.md:8 no-absolute-safety'])
  })

  it('stops a commit from git’s own hook, in a subfolder and for a part of what changed', async () => {
    const repository = branched({'site/a.md': old, 'site/b.md': old})
    repository.write({'site/a.md': old + claim, 'site/b.md': `${old}Fine.\n`})
    const hook = join(repository.folder, '.git/hooks/pre-commit')
    const commit = async (line: string) =>
      (
        await shell(
          `printf '#!/bin/sh\\ncd site && %s --staged' "$healthlint" >'${hook}'; chmod +x '${hook}'; ${line}`,
          {
            cwd: repository.folder,
            env: Object.fromEntries(
              ['AUTHOR', 'COMMITTER'].flatMap((who) => [
                [`GIT_${who}_NAME`, 'Ana'],
                [`GIT_${who}_EMAIL`, 'ana@example.org'],
              ]),
            ),
          },
        )
      ).code
    expect(await commit('git commit -qm both -a')).toBe(1)
    expect(await commit('git commit -qm part site/b.md')).toBe(0)
  })
})

describe('--staged and a file that is gone from the working tree', () => {
  const staged = (...paths: string[]): Repository => {
    const repository = branched({'fine.md': old})
    repository.write(Object.fromEntries(paths.map((path) => [path, claim])))
    repository.git('add', '-A')
    for (const path of paths) rmSync(join(repository.folder, path))
    return repository
  }

  it('lints what is staged, however it is named', async () => {
    const repository = staged('new.md', 'site/gone/new.md')
    rmSync(join(repository.folder, 'site'), {recursive: true})
    const [here, below] = ['new.md:1 no-absolute-safety', 'site/gone/new.md:1 no-absolute-safety']
    const found = async (...paths: string[]) => (await reported(repository, '--staged', ...paths)).found
    expect(await found()).toEqual([here, below])
    expect(await found('new.md')).toEqual([here])
    expect(await found('site')).toEqual([below])
    expect(await found('site/**/*.md')).toEqual([below])
    expect(await found('.', '!site')).toEqual([here])
  })

  it('passes over what a folder passes over: other kinds of files, hidden ones, what git ignores', async () => {
    const repository = staged('new.html', '.hidden.md', 'node_modules/a/a.md')
    expect(await reported(repository, '--staged')).toEqual(nothing)
  })

  it('is no failure when it is the deletion that is staged, or when the index has the old text', async () => {
    const repository = branched({'a.md': old, 'b.md': old, 'c.md': old})
    repository.git('rm', '-q', 'a.md')
    rmSync(join(repository.folder, 'b.md'))
    expect(await reported(repository, '--staged')).toEqual(nothing)
    expect(await reported(repository, '--staged', 'b.md')).toEqual(nothing)
  })
})

describe('a path that is named and not there is exit 2, as without a comparison', () => {
  it.each([['--since', 'main'], ['--staged']])('%s', async (...flags) => {
    const repository = branched()
    repository.write({'tea.md': old + claim})
    repository.git('add', '-A')
    for (const path of ['artcles', 'nope.md'])
      expect(await healthlint([...flags, path], {cwd: repository.folder})).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(`${path}: no such file or folder; check the spelling`),
      })
    expect((await healthlint([...flags, 'nope.md', 'tea.md'], {cwd: repository.folder})).stdout).toContain(
      '100% safe',
    )
  })

  it('but a link to nowhere in a folder is no concern of a change elsewhere', async () => {
    const repository = branched()
    symlinkSync('nowhere', join(repository.folder, 'link.md'))
    repository.commit('a link')
    expect(await reported(repository, '--since', 'HEAD')).toEqual(nothing)
  })
})

it.each(['--fix', '--fix-dry-run'])(
  '--staged refuses %s, which would mend the file and leave what is staged',
  async (fix) => {
    const repository = branched()
    repository.write({'tea.md': old + claim})
    repository.git('add', '-A')
    expect(await healthlint(['--staged', fix], {cwd: repository.folder})).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/fix first, stage again \(git add\), then lint with --staged/),
    })
  },
)

describe('what cannot be compared is exit 2, with the remedy, and never a pass', () => {
  const refused = async (folder: string, ...args: string[]): Promise<string> => {
    const {code, stdout, stderr} = await healthlint(args, {cwd: folder})
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    return stderr
  }

  it('a shallow clone', async () => {
    const repository = branched()
    repository.write({'tea.md': old + claim})
    repository.commit('a claim')
    const parent = folderWith({})
    const clone = join(parent, 'clone')
    repositoryIn(parent).git(
      'clone',
      '-q',
      '--depth',
      '1',
      '--branch',
      'work',
      `file://${repository.folder}`,
      clone,
    )
    expect(await refused(clone, '--since', 'origin/main')).toMatch(
      /no commit “origin\/main”: .*\(git fetch origin main:refs\/remotes\/origin\/main; .*fetch-depth: 0/,
    )
    repositoryIn(clone).git('fetch', '-q', '--depth', '1', 'origin', 'main:refs/remotes/origin/main')
    expect(await refused(clone, '--since', 'main')).toMatch(
      /no commit “main”: in this clone it is “origin\/main”/,
    )
    expect(await refused(clone, '--since', 'origin/main')).toMatch(
      /too shallow .*--unshallow.*fetch-depth: 0/,
    )
    repositoryIn(clone).git('fetch', '-q', '--unshallow', 'origin')
    expect((await reported({folder: clone}, '--since', 'origin/main')).found).toHaveLength(1)
  })

  it('a ref that is not there, or is none', async () => {
    const {folder} = branched()
    expect(await refused(folder, '--since', 'origin/mian')).toMatch(/no commit “origin\/mian”/)
    expect(await refused(folder, '--since=--output=x')).toMatch(/no commit “--output=x”/)
  })

  it('a repository in which nothing is committed', async () => {
    const folder = folderWith({'tea.md': old})
    repositoryIn(folder).git('init', '-q')
    expect(await refused(folder, '--since', 'HEAD')).toMatch(/nothing is committed here yet/)
  })

  it('an article whose merge is not resolved, staged', async () => {
    const repository = branched()
    repository.write({'tea.md': old + claim})
    repository.commit('a claim')
    repository.git('checkout', '-q', 'main')
    repository.write({'tea.md': `${old}\nAnother end.\n`})
    repository.commit('another end')
    expect(() => repository.git('merge', '-q', 'work')).toThrow()
    expect(await refused(repository.folder, '--staged')).toBe(
      'healthlint: tea.md: its merge is not resolved; resolve it, and stage it with git add\n',
    )
  })

  it('a folder in no repository', async () => {
    const folder = folderWith({'tea.md': old})
    expect(await refused(folder, '--since', 'main')).toMatch(/this folder is in none/)
    expect(await refused(folder, '--staged')).toMatch(/this folder is in none/)
  })

  it('a machine without git', async () => {
    const {folder} = branched()
    const {code, stderr} = await healthlint(['--since', 'main'], {cwd: folder, env: {PATH: '/nowhere'}})
    expect(code).toBe(2)
    expect(stderr).toContain('need git, which is not installed')
  })

  it('both at once', async () =>
    expect(await refused(branched().folder, '--since', 'main', '--staged')).toContain(
      'leave one of them out',
    ))
})

it('--since reports an article of another kind when it is named outright', async () => {
  const repository = branched({'tea.health': old})
  writeFileSync(join(repository.folder, 'tea.health'), old + claim)
  expect((await reported(repository, '--since', 'main', 'tea.health')).found).toHaveLength(1)
})
