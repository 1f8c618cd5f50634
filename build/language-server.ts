import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build as bundle, type Plugin} from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const entry = fileURLToPath(new URL('../src/lsp/protocol.ts', import.meta.url))

/** Of vscode-languageserver, -protocol, -types, -textdocument and vscode-jsonrpc, which are one project. */
const licence = (): string => {
  const text = readFileSync(join(root, 'node_modules/vscode-languageserver/License.txt'), 'utf8')
  return `vscode-languageserver\n\n${text.trim()}`
}

/**
 * `src/lsp/protocol.ts` becomes a file of its own in `dist/`, with Microsoft's libraries in it: nobody who only runs the
 * command installs or loads them. They are CommonJS for Node, which the rest of the build is not.
 */
export const languageServerApart = (): Plugin => ({
  name: 'language-server-apart',
  setup(build) {
    build.onResolve({filter: /^\.\/protocol\.js$/}, ({importer}) =>
      /[\\/]src[\\/]lsp[\\/]/.test(importer) ? {path: './lsp-protocol.js', external: true} : undefined,
    )
    build.onEnd(async () => {
      await bundle({
        entryPoints: [entry],
        outfile: join(build.initialOptions.outdir ?? 'dist', 'lsp-protocol.js'),
        bundle: true,
        minify: true,
        platform: 'node',
        format: 'esm',
        target: 'node20.19',
        banner: {
          js: "import {createRequire} from 'node:module'; const require = createRequire(import.meta.url);",
        },
        footer: {js: `/*!\n${licence()}\n*/`},
      })
    })
  },
})
