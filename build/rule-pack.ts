import {readdirSync, readFileSync} from 'node:fs'
import {basename, join, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Plugin as EsbuildPlugin} from 'esbuild'
import type {Plugin as VitePlugin} from 'vite'
import {parse} from 'yaml'

/** `import pack from 'virtual:rule-pack'` is the whole of `rules/` as one JSON value, made when we build. */
const specifier = 'virtual:rule-pack'
const folder = fileURLToPath(new URL('../rules', import.meta.url))

const yamlFiles = (): string[] =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.yaml'))
    .sort()

/** Reads `rules/` into `{rules, lexicons, sources, presets}`; a rule's id and topic are its file's name and folder. */
export const readRulePack = () => {
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

export const rulePackForEsbuild = (): EsbuildPlugin => ({
  name: 'rule-pack',
  setup(build) {
    build.onResolve({filter: /^virtual:rule-pack$/}, () => ({path: specifier, namespace: 'rule-pack'}))
    build.onLoad({filter: /.*/, namespace: 'rule-pack'}, () => ({
      contents: JSON.stringify(readRulePack()),
      loader: 'json',
      watchFiles: yamlFiles().map((name) => join(folder, name)),
    }))
  },
})

export const rulePackForVite = (): VitePlugin => ({
  name: 'rule-pack',
  resolveId: (id) => (id === specifier ? `\0${specifier}` : undefined),
  load: (id) =>
    id === `\0${specifier}`
      ? {code: `export default ${JSON.stringify(readRulePack())}`, map: null}
      : undefined,
})
