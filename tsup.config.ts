import {defineConfig} from 'tsup'
import {dataOnOneLine} from './build/data-lines.js'
import {languageServerApart} from './build/language-server.js'
import {licencesBeside} from './build/licences.js'
import {loadedLate} from './build/loaded-late.js'
import {parseNativeApart} from './build/parse-native.js'
import {rulePackForEsbuild} from './build/rule-pack.js'
import {yamlForEsbuild} from './build/yaml.js'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    remark: 'src/remark.ts',
    node: 'src/node/index.ts',
    cli: 'src/cli/main.ts',
    'lint-worker': 'src/node/lint-worker.ts',
    lsp: 'src/lsp/main.ts',
    'lsp-thread': 'src/lsp/thread.ts',
    'parse-native': 'src/parse-native.ts',
    'parse-native.browser': 'src/parse-native.browser.ts',
  },
  format: ['esm'],
  target: 'node20.19',
  platform: 'neutral',
  splitting: true,
  // tsup strips `node:` unless told not to, which would make the test of the core's imports pass vacuously.
  removeNodeProtocol: false,
  external: [/^node:/],
  // What every run loads is bundled: from files of their own, `yaml` alone took as long to load as Node itself.
  noExternal: [
    ...['@noble/hashes', 'decode-named-character-reference', 'ignore', 'picocolors', 'picomatch'],
    ...['satteri', 'string-width', 'valibot', 'yaml'],
  ],
  esbuildOptions(options) {
    // `neutral` looks into no field of a package.json unless told to.
    options.mainFields = ['module', 'main']
    // Less to read at each start; names stay, so that a stack trace still says where it comes from.
    options.minifyWhitespace = true
    options.minifySyntax = true
    // Node prints the line that an error was thrown in, above the error.
    options.lineLimit = 300
  },
  esbuildPlugins: [
    parseNativeApart(),
    languageServerApart(),
    loadedLate(),
    yamlForEsbuild(),
    rulePackForEsbuild({shipped: true}),
    licencesBeside(),
  ],
  outExtension: () => ({js: '.js'}),
  plugins: [dataOnOneLine()],
  clean: true,
  // tsup 8 sets `baseUrl` for its declaration build, which TypeScript 6 calls deprecated.
  dts: {
    entry: {index: 'src/index.ts', remark: 'src/remark.ts', node: 'src/node/index.ts'},
    compilerOptions: {ignoreDeprecations: '6.0'},
  },
})
