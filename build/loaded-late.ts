import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Plugin} from 'esbuild'

const require = createRequire(import.meta.url)

/** Modules of functions alone, which are loaded when the first of them is called. */
const late = {
  // It makes a table of all emoji as it is loaded, which takes 30 ms; few reports have a letter to measure.
  'string-width': {file: require.resolve('string-width'), load: "require('string-width')"},
  // Sätteri’s binary. The rest of it is bundled: from some thirty files of its own it took 30 ms to load. The binary's
  // package is installed for Sätteri, which finds it from where it stands.
  '#binding': {
    file: join(dirname(require.resolve('satteri')), '..', 'index.js'),
    load: "createRequire(require.resolve('satteri'))('../index.js')",
  },
} as const

/** Each function of the module becomes one that loads the module first. */
const standIn = async ({file, load}: (typeof late)[keyof typeof late]): Promise<string> => {
  const module: Record<string, unknown> = await import(pathToFileURL(file).href)
  const names = Object.keys(module).filter((name) => typeof module[name] === 'function')
  return `
    import {createRequire} from 'node:module'
    let loaded
    const load = () => {
      if (loaded !== undefined) return loaded
      // Not before: what is bundled as CommonJS has no address, and may never come here.
      const require = createRequire(import.meta.url)
      return (loaded = ${load})
    }
    ${names
      .map(
        (name) =>
          `export ${name === 'default' ? 'default' : `const ${name} =`} (...given) => load()['${name}'](...given)`,
      )
      .join('\n')}
  `
}

export const loadedLate = (): Plugin => ({
  name: 'loaded-late',
  setup(build) {
    build.onResolve({filter: /^(string-width|#binding)$/}, ({path}) => ({
      path,
      namespace: 'loaded-late',
      sideEffects: false,
    }))
    build.onLoad({filter: /.*/, namespace: 'loaded-late'}, async ({path}) => ({
      contents: await standIn(late[path as keyof typeof late]),
      loader: 'js',
    }))
  },
})
