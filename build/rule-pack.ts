import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {basename, join, relative, sep} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {build as bundle, type Plugin as EsbuildPlugin} from 'esbuild'
import type {Plugin as VitePlugin} from 'vite'
import {parse} from 'yaml'
import {yamlForEsbuild} from './yaml.js'

/**
 * `import pack from 'virtual:rule-pack'` is the whole of `rules/` as one JSON value, made when we build;
 * `import index from 'virtual:rule-index'` what settings are merged with: names, levels and presets;
 * `import packed from 'virtual:phrase-program'` its phrases, compiled.
 */
const contents = {
  'virtual:rule-pack': ({shipped}: PackOptions) => (shipped ? shippedPack() : readRulePack()),
  'virtual:rule-index': () => ruleIndex(),
  'virtual:phrase-program': () => compiledPhrases(),
}
type Specifier = keyof typeof contents
const specifiers = Object.keys(contents)

interface PackOptions {
  /** For the package: most examples are tests, and stay at home. */
  readonly shipped: boolean
}
const folder = fileURLToPath(new URL('../rules', import.meta.url))

const yamlFiles = (): string[] =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.yaml'))
    .sort()

type Example = Readonly<Record<string, unknown>>

/** Of what is tested, what is shipped to be shown: the first of either kind. */
const shippedExamples = 8

/** Examples that a rule is known to get wrong are all shipped, since they say where it is weak. */
const fewOf = (examples: readonly Example[]): readonly Example[] => {
  const ofKind = (kind: 'fail' | 'pass') =>
    examples.filter((one) => kind in one && one['known'] === undefined).slice(0, shippedExamples)
  const few = new Set([...ofKind('fail'), ...ofKind('pass')])
  return examples.filter((one) => few.has(one) || one['known'] !== undefined)
}

/** Reads `rules/` into `{rules, lexicons, sources, presets}`; a rule's id and topic are its file's name and folder. */
const readRulePack = () => {
  const rules: Record<string, unknown>[] = []
  const lexicons: Record<string, unknown> = {}
  let sources: unknown = {}
  let presets: unknown = {}
  for (const name of yamlFiles()) {
    const path = join(folder, name)
    const value = parse(readFileSync(path, 'utf8'))
    const parts = relative(folder, path).split(sep)
    const id = basename(name, '.yaml')
    if (parts.length === 1 && id === 'sources') sources = value
    else if (parts.length === 1 && id === 'presets') presets = value
    // What stands in a folder of its own there (cues, words of statistics, hosts) has a form of its own and is imported.
    else if (parts[0] === 'lexicons' && parts.length === 2) lexicons[id] = value
    else if (parts[0] === 'lexicons') continue
    else rules.push({id, topic: parts[0], ...value})
  }
  return {rules, lexicons, sources, presets}
}

const shippedPack = () => {
  const {rules, ...rest} = readRulePack()
  return {
    rules: rules.map((rule) => ({...rule, examples: fewOf(rule['examples'] as readonly Example[])})),
    ...rest,
  }
}

const ruleIndex = () => {
  const {rules, presets} = readRulePack()
  return {rules: rules.map(({id, level, aliases}) => ({id, level, aliases})), presets}
}

/**
 * Compiles the pack's phrases with the engine itself, which is bundled for it: no loader of a configuration reads YAML
 * and virtual modules. The bundle lies among the packages for a moment, so that it finds those it imports.
 */
const compiledPhrases = async (): Promise<unknown> => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const place = mkdtempSync(join(root, 'node_modules', '.phrase-program-'))
  const outfile = join(place, 'program.mjs')
  try {
    await bundle({
      entryPoints: [join(root, 'build', 'phrase-program.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20.19',
      packages: 'external',
      plugins: [yamlForEsbuild(), rulePackForEsbuild()],
      logLevel: 'warning',
    })
    const {packedProgram} = (await import(
      pathToFileURL(outfile).href
    )) as typeof import('./phrase-program.js')
    return packedProgram()
  } finally {
    rmSync(place, {recursive: true, force: true})
  }
}

/**
 * V8 reads JSON in a string faster than the same value as source. Apostrophes are escaped, since esbuild makes a
 * template literal of a text with both kinds of quotes, and so are letters beyond ASCII, which would make the whole
 * string one of two bytes a letter: both take V8 twice as long to read.
 */
const moduleOf = async (specifier: Specifier, options: PackOptions): Promise<string> => {
  const json = JSON.stringify(await contents[specifier](options)).replace(/['\u0080-\uffff]/g, escaped)
  return `export default JSON.parse(${JSON.stringify(json)})`
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

export const rulePackForEsbuild = (options: PackOptions = {shipped: false}): EsbuildPlugin => ({
  name: 'rule-pack',
  setup(build) {
    build.onResolve({filter: /^virtual:(rule-pack|rule-index|phrase-program)$/}, ({path}) => ({
      path,
      namespace: 'rule-pack',
      sideEffects: false,
    }))
    build.onLoad({filter: /.*/, namespace: 'rule-pack'}, async ({path}) => ({
      contents: await moduleOf(path as Specifier, options),
      loader: 'js',
      watchFiles: yamlFiles().map((name) => join(folder, name)),
    }))
  },
})

export const rulePackForVite = (): VitePlugin => ({
  name: 'rule-pack',
  resolveId: (id) => (specifiers.includes(id) ? `\0${id}` : undefined),
  load: async (id) =>
    specifiers.includes(id.slice(1))
      ? {code: await moduleOf(id.slice(1) as Specifier, {shipped: false}), map: null}
      : undefined,
})
