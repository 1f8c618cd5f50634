import {existsSync} from 'node:fs'
import {builtinModules, createRequire} from 'node:module'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {createContext, runInContext} from 'node:vm'
import {type BuildOptions, build} from 'esbuild'
import {beforeAll, describe, expect, it} from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const entry = join(root, 'dist/index.js')

const bundle = async (options: BuildOptions) => {
  const {outputFiles, metafile} = await build({
    ...options,
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports)
  return {
    code: outputFiles[0]!.text,
    inputs: Object.keys(metafile.inputs),
    external: imports.filter((each) => each.external).map(({path}) => path),
  }
}

beforeAll(() => {
  if (!existsSync(entry)) throw new Error('There is no dist/ to look into: run `npm run build` first.')
})

describe('the built core', () => {
  it('imports nothing of Node, since its way to the native parser is left to the package’s `imports`', async () => {
    const {external, inputs} = await bundle({
      platform: 'neutral',
      format: 'esm',
      packages: 'external',
      external: ['#parse-native'],
    })
    expect(external).toContain('#parse-native')
    expect(external.filter((name) => name.startsWith('node:') || builtinModules.includes(name))).toEqual([])
    expect(inputs.filter((path) => path.includes('parse-native'))).toEqual([])
  })

  it('bundles for a page with nothing left out, and without the loader of the native parser', async () => {
    const {external, inputs} = await bundle({platform: 'browser', format: 'esm'})
    expect(external).toEqual([])
    expect(inputs.filter((path) => path.includes('parse-native'))).toEqual(['dist/parse-native.browser.js'])
  })

  it('bundles for Node with nothing to look for beside it, under the condition for workers', async () => {
    const {external, inputs} = await bundle({platform: 'node', conditions: ['worker'], format: 'esm'})
    expect(external.filter((name) => !builtinModules.includes(name.replace(/^node:/, '')))).toEqual([])
    expect(inputs.filter((path) => path.includes('parse-native'))).toEqual(['dist/parse-native.browser.js'])
  })

  it('says how it is bundled, where what it loads late is not there', async () => {
    const {code} = await bundle({platform: 'node', format: 'cjs'})
    const bundled = runInContext(
      `(() => { const module = {exports: {}}; const exports = module.exports; ${code}; return module.exports })()`,
      createContext({
        require: createRequire(import.meta.url),
        process,
        URL,
        TextEncoder,
        TextDecoder,
        console,
        Buffer,
      }),
    )
    expect(() => bundled.createLinter().lint('Tea.')).toThrow(
      /^healthlint cannot load unified here.*--conditions=worker/,
    )
  })

  it('lints in a worker, where there is no process, no require, no Buffer and no document', async () => {
    const {code, external} = await bundle({
      platform: 'browser',
      conditions: ['worker'],
      format: 'iife',
      globalName: 'healthlint',
    })
    expect(external).toEqual([])
    const worker = createContext({URL, TextEncoder, TextDecoder, console, structuredClone})
    runInContext(code, worker)
    const found = runInContext(
      `JSON.stringify(
        healthlint
          .createLinter({rules: {'no-absolute-efficacy': 'error'}})
          .lint('# Tea\\n\\nThis tea *cures* diabetes.\\n', {path: 'tea.md'})
          .diagnostics.map(({ruleId, start}) => [ruleId, start.line])
      )`,
      worker,
    )
    expect(JSON.parse(found)).toEqual([['no-absolute-efficacy', 3]])
    expect(
      runInContext('[typeof process, typeof require, typeof Buffer, typeof document].join()', worker),
    ).toBe('undefined,undefined,undefined,undefined')
  })
})
