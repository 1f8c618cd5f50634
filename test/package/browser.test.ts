import {existsSync} from 'node:fs'
import {builtinModules} from 'node:module'
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
    const {external, inputs} = await bundle({platform: 'neutral', format: 'esm', packages: 'external'})
    expect(external).toContain('#parse-native')
    expect(external.filter((name) => name.startsWith('node:') || builtinModules.includes(name))).toEqual([])
    expect(inputs.filter((path) => path.includes('parse-native'))).toEqual([])
  })

  it('bundles for a browser without a word about Node, and lints there', async () => {
    const {code, external, inputs} = await bundle({
      platform: 'browser',
      format: 'iife',
      globalName: 'healthlint',
    })
    expect(external).toEqual([])
    expect(inputs.some((path) => path.endsWith('dist/parse-native.browser.js'))).toBe(true)

    // What every browser and worker has beside the language itself; no process, no require, no Buffer.
    const context = createContext({URL, TextEncoder, TextDecoder, console, structuredClone})
    runInContext(code, context)
    const found = runInContext(
      `JSON.stringify(
        healthlint
          .createLinter({rules: {'no-absolute-efficacy': 'error'}})
          .lint('# Tea\\n\\nThis tea *cures* diabetes.\\n', {path: 'tea.md'})
          .diagnostics.map(({ruleId, start}) => [ruleId, start.line])
      )`,
      context,
    )
    expect(JSON.parse(found)).toEqual([['no-absolute-efficacy', 3]])
    expect(runInContext('[typeof process, typeof require, typeof Buffer].join()', context)).toBe(
      'undefined,undefined,undefined',
    )
  })
})
