import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {Plugin} from 'esbuild'

/** Writes the licences of the packages that are bundled beside them, as those ask for. */
export const licencesBeside = (): Plugin => ({
  name: 'licences-beside',
  setup(build) {
    build.initialOptions.metafile = true
    build.onEnd(({metafile}) => {
      const folders = new Set(Object.keys(metafile?.inputs ?? {}).flatMap(packageFolder))
      const notices = Array.from(folders).sort().map(noticeOf)
      const file = join(build.initialOptions.outdir ?? 'dist', 'THIRD-PARTY-LICENSES.txt')
      writeFileSync(file, notices.join(`\n${'-'.repeat(80)}\n`))
    })
  },
})

/** `node_modules/@noble/hashes/sha2.js` stands in `node_modules/@noble/hashes`. */
const packageFolder = (path: string): string[] => {
  const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []
  return folder === undefined ? [] : [folder]
}

const noticeOf = (folder: string): string => {
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one))
  if (file === undefined) throw new Error(`${name} has no licence to bundle in ${dirname(folder)}`)
  return `${name}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
}
