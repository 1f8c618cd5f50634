/**
 * Runs a TypeScript script of this folder under plain Node: `node bench/run.mjs bench/accuracy/main.ts ARGUMENTS`.
 *
 * The script is bundled on the fly, with the build's own plugins, into a temporary file inside the repository, so that
 * bare imports resolve here and nothing of it is shipped. Packages stay outside the bundle.
 */
import {mkdtempSync, rmSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {build} from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(root, 'node_modules', '.bench-'))
process.on('exit', () => rmSync(folder, {recursive: true, force: true}))

const bundle = async (entry, name, plugins = []) => {
  const outfile = join(folder, `${name}.mjs`)
  await build({
    entryPoints: [resolve(entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    packages: 'external',
    // A folder elsewhere would make `new URL('../rules', import.meta.url)` point beside the temporary file.
    define: {'import.meta.url': JSON.stringify(pathToFileURL(resolve(entry)).href)},
    plugins,
    logLevel: 'warning',
  })
  return pathToFileURL(outfile).href
}

// Only Node runs this, so the name that the package's `imports` swap elsewhere means one file.
const nativeParser = {
  name: 'native-parser',
  setup(build) {
    build.onResolve({filter: /^#parse-native$/}, () => ({path: join(root, 'src', 'parse-native.ts')}))
  },
}

const {rulePackForEsbuild} = await import(await bundle(join(root, 'build', 'rule-pack.ts'), 'rule-pack'))
const {yamlForEsbuild} = await import(await bundle(join(root, 'build', 'yaml.ts'), 'yaml'))
const plugins = [nativeParser, yamlForEsbuild(), rulePackForEsbuild()]

const [script, ...rest] = process.argv.slice(2)
const {main} = await import(await bundle(script, 'script', plugins))
process.exitCode = await main(rest, {
  root,
  bundleSource: () => bundle(join(root, 'src', 'index.ts'), 'source', plugins),
})
