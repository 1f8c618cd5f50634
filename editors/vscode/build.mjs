// @ts-check
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

/*
 * Bundles the extension, and the language server with all that it needs: nothing is installed when the extension runs.
 * The server is the one that `npm run build` of the package has made.
 */
const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const built = join(root, 'dist')
const server = join(here, 'dist/server')

if (!existsSync(join(built, 'lsp.js'))) {
  console.error(
    'There is no language server to pack: run `npm run build` in the root of the repository first.',
  )
  process.exit(2)
}
rmSync(join(here, 'dist'), {recursive: true, force: true})

const client = await build({
  entryPoints: [join(here, 'src/extension.ts')],
  outfile: join(here, 'dist/extension.cjs'),
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  metafile: true,
})

/**
 * `parse-native.js` loads parsers late, with `require`, which a bundler does not follow. In the bundle they are imported; but
 * for the native one, which stands beside it, since a binary cannot be in a bundle.
 */
const parsersImported = () => {
  const imports = []
  const text = readFileSync(join(built, 'parse-native.js'), 'utf8')
  const code = text.replace(/\brequire2?\((["'])(?!satteri)([^"']+)\1\)/g, (_call, _quote, name) => {
    imports.push(`import * as parser${imports.length} from '${name}'`)
    return `parser${imports.length - 1}`
  })
  return `${imports.join('\n')}\n${code}`
}

const bundledServer = await build({
  entryPoints: [join(built, 'lsp.js'), join(built, 'lsp-thread.js')],
  outdir: server,
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  metafile: true,
  banner: {
    js: "import {createRequire as __createRequire} from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  // The package says that its files do nothing when they are imported; the programs among them do.
  ignoreAnnotations: true,
  plugins: [
    {
      name: 'parsers',
      setup({onResolve, onLoad}) {
        onResolve({filter: /^#parse-native$/}, () => ({path: 'parsers', namespace: 'parsers'}))
        onLoad({filter: /.*/, namespace: 'parsers'}, () => ({contents: parsersImported(), resolveDir: built}))
      },
    },
  ],
})
writeFileSync(join(server, 'package.json'), '{"type": "module"}\n')

/*
 * Of the native parser, the binary of the machine that packs; on another the extension reads Markdown with remark, more
 * slowly and with the same findings.
 */
const modules = join(server, 'node_modules')
const bindings = join(root, 'node_modules/@bruits')
for (const name of [
  'satteri',
  ...(existsSync(bindings) ? readdirSync(bindings).map((one) => `@bruits/${one}`) : []),
]) {
  if (!existsSync(join(root, 'node_modules', name))) continue
  mkdirSync(join(modules, dirname(name)), {recursive: true})
  cpSync(join(root, 'node_modules', name), join(modules, name), {recursive: true})
}
mkdirSync(join(here, 'schemas'), {recursive: true})
cpSync(join(root, 'schemas/config.schema.json'), join(here, 'schemas/config.schema.json'))
cpSync(join(root, 'LICENSE'), join(here, 'LICENSE'))

/** The licence of every package that is in one of the bundles. */
const notices = () => {
  const inputs = [...Object.keys(client.metafile.inputs), ...Object.keys(bundledServer.metafile.inputs)]
  const packages = inputs.flatMap(
    (path) => /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(path)?.[0] ?? [],
  )
  const folders = new Set(
    ['../../node_modules/vscode-languageserver', ...packages].map((one) => join(here, one)),
  )
  return [...folders].sort().map((folder) => {
    const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one))
    const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8').trim()
    return `${name} ${version}\n\n${text}\n`
  })
}
writeFileSync(join(here, 'ThirdPartyNotices.txt'), notices().join(`\n${'-'.repeat(80)}\n\n`))
