import {readFile} from 'node:fs/promises'
import type {Plugin as EsbuildPlugin} from 'esbuild'
import type {Plugin as VitePlugin} from 'vite'
import {parse} from 'yaml'

/**
 * Packs are parsed when we build, not when we run: 200 rules cost 160 ms as YAML and 1.6 ms as JSON.
 * Both plugins turn `import rule from './x.yaml'` into the parsed value.
 */
export const yamlForEsbuild = (): EsbuildPlugin => ({
  name: 'yaml',
  setup(build) {
    build.onLoad({filter: /\.ya?ml$/}, async ({path}) => ({
      contents: JSON.stringify(shipped(path, parse(await readFile(path, 'utf8')))),
      loader: 'json',
      watchFiles: [path],
    }))
  },
})

/** Reasons and examples of cues are for those who read and test the files; nothing shows them at run time. */
const shipped = (path: string, value: unknown): unknown =>
  /[\\/]cues[\\/]/.test(path) && Array.isArray(value)
    ? value.map((group) => ({...group, why: '', examples: []}))
    : value

export const yamlForVite = (): VitePlugin => ({
  name: 'yaml',
  transform(code, id) {
    return /\.ya?ml$/.test(id)
      ? {code: `export default ${JSON.stringify(parse(code))}`, map: null}
      : undefined
  },
})
