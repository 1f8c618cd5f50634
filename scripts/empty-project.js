// @ts-check
import {execFileSync} from 'node:child_process'
import {cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs npm, without its notices.
 *
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {string} standard output
 */
export const npm = (args, cwd) =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  })

/**
 * Packs the built library as it would be published.
 *
 * @param {string} folder where the tarball goes
 * @returns {{tarball: string, size: number, unpackedSize: number, files: {path: string, size: number}[]}}
 */
const pack = (folder) => {
  const [{filename, size, unpackedSize, files}] = JSON.parse(
    npm(['pack', '--json', '--pack-destination', folder], root),
  )
  return {tarball: join(folder, filename), size, unpackedSize, files}
}

/**
 * Packs the library and installs it in an empty project, outside the repository so that nothing of ours is resolved by
 * standing above it. The project holds the programs of `test/package/consumer` and the seed articles.
 */
export const makeEmptyProject = () => {
  const folder = mkdtempSync(join(tmpdir(), 'healthlint-pack-'))
  const packed = pack(folder)
  writeFileSync(join(folder, 'package.json'), '{"name": "empty-project", "private": true}\n')
  npm(['install', '--prefer-offline', '--ignore-scripts', packed.tarball], folder)
  cpSync(join(root, 'test/package/consumer'), folder, {recursive: true})
  const seeds = join(root, 'fixtures/seeds')
  for (const name of readdirSync(seeds)) {
    if (name.endsWith('.txt')) cpSync(join(seeds, name), join(folder, 'articles', name))
  }
  const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return {folder, packed, version, command: join(folder, 'node_modules/healthlint/dist/cli.js')}
}
