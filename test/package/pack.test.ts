import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {makeEmptyProject} from '../../scripts/empty-project.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const tsc = join(root, 'node_modules/typescript/bin/tsc')

let project: ReturnType<typeof makeEmptyProject>

beforeAll(() => {
  if (!existsSync(join(root, 'dist/index.js')))
    throw new Error('There is no dist/ to pack: run `npm run build` first.')
  project = makeEmptyProject()
})

afterAll(() => {
  if (project !== undefined) rmSync(project.folder, {recursive: true, force: true})
})

const run = (program: string): string =>
  execFileSync(process.execPath, [program], {cwd: project.folder, encoding: 'utf8', stdio: 'pipe'})

const command = (...args: readonly string[]) =>
  spawnSync(process.execPath, [project.command, ...args], {
    cwd: project.folder,
    encoding: 'utf8',
    env: {...process.env, NO_COLOR: '1'},
  })

/** What TypeScript says of `types.ts`, our declarations and those they rest on checked too: no `skipLibCheck`. vfile needs `URL`. */
const typeErrors = (module: string, moduleResolution: string): string => {
  const compilerOptions = {
    ...{module, moduleResolution, target: 'es2022', lib: ['es2023', 'dom'], types: []},
    ...{noEmit: true, strict: true, exactOptionalPropertyTypes: true},
  }
  writeFileSync(
    join(project.folder, 'package.json'),
    '{"name": "empty-project", "private": true, "type": "module"}\n',
  )
  writeFileSync(join(project.folder, 'tsconfig.json'), JSON.stringify({compilerOptions, files: ['types.ts']}))
  return spawnSync(process.execPath, [tsc, '-p', '.'], {cwd: project.folder, encoding: 'utf8'}).stdout
}

describe('the package, installed in an empty project', () => {
  it('is imported, lints, and takes a rule in code', () => {
    expect(run('import.mjs')).toBe('')
  })

  it('is loaded with `require`', () => {
    expect(run('require.cjs')).toBe('')
  })

  it('is a unified plugin', () => {
    expect(run('remark.mjs')).toBe('')
  })

  it('lints files', () => {
    expect(run('node.mjs')).toBe('')
  })

  it('says what is wrong with a setting, without a page of its own code above it', () => {
    const {status, stderr} = spawnSync(process.execPath, ['mistake.mjs'], {
      cwd: project.folder,
      encoding: 'utf8',
    })
    expect(stderr).toContain('there is no preset “recomended”; did you mean “recommended”?')
    expect(Math.max(...stderr.split('\n').map((line) => line.length))).toBeLessThan(400)
    expect(status).toBe(1)
  })

  it('type-checks as Node resolves it', () => {
    expect(typeErrors('nodenext', 'nodenext')).toBe('')
  })

  it('type-checks as bundlers resolve it', () => {
    expect(typeErrors('esnext', 'bundler')).toBe('')
  })
})

describe('the installed command', () => {
  it('stands in the project’s .bin and says its version', () => {
    const name = process.platform === 'win32' ? 'healthlint.cmd' : 'healthlint'
    expect(existsSync(join(project.folder, 'node_modules/.bin', name))).toBe(true)
    expect(command('--version').stdout.trim()).toBe(project.version)
  })

  it('exits 1 where the articles have an error, and names the file', () => {
    const {status, stdout, stderr} = command('articles')
    expect(stderr).toBe('')
    expect(stdout).toContain('004_17962c60c09b30f4.txt')
    expect(status).toBe(1)
  })

  it('prints JSON for programs', () => {
    const {stdout} = command('--format', 'json', '--no-fail', 'articles')
    const {version, files, summary} = JSON.parse(stdout)
    expect(version).toBe(1)
    expect(files).toHaveLength(5)
    expect(summary).toMatchObject({files: 5, failed: 0})
  })

  it('exits 0 for a clean article', () => {
    writeFileSync(
      join(project.folder, 'clean.md'),
      '# Sleep\n\nMost adults feel better after a good night.\n',
    )
    expect(command('--rule', 'no-absolute-efficacy', 'clean.md').status).toBe(0)
  })

  it('exits 2 for a file that is not there, and names it', () => {
    const {status, stderr} = command('missing.md')
    expect(stderr).toContain('missing.md')
    expect(status).toBe(2)
  })
})

describe('the tarball', () => {
  const paths = () => project.packed.files.map(({path}) => path)

  it('holds the build, the schemas and the papers, and nothing else', () => {
    const others = paths().filter((path) => !/^(dist|schemas)\//.test(path))
    expect(others.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'])
    expect(
      paths().filter(
        (path) => path.startsWith('dist/') && !/\.(js|d\.ts)$|\/THIRD-PARTY-LICENSES\.txt$/.test(path),
      ),
    ).toEqual([])
  })

  it('holds every file that the manifest points at', () => {
    for (const path of [
      'dist/index.js',
      'dist/remark.js',
      'dist/node.js',
      'dist/cli.js',
      'dist/parse-native.js',
    ]) {
      expect(paths()).toContain(path)
      if (/index|remark|node\.js/.test(path)) expect(paths()).toContain(path.replace(/\.js$/, '.d.ts'))
    }
  })

  /*
   * A run of `npx healthlint` downloads it. Compressed, the catalogue with a few examples is some 180 KB, its compiled
   * phrases 250 KB, the language server's protocol library 60 KB, ends of lines 20 KB, and the engine with the libraries
   * that every run loads the rest. Past this limit a build carries something it should not: an article, a source map.
   */
  it('stays below 850 KB', () => {
    expect(project.packed.size).toBeLessThan(850_000)
  })
})
