import {spawn, spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it, onTestFinished} from 'vitest'

/*
 * Real editors speak to the real server. Each runs a script of its own language that ends with the first thing that is
 * not as it should be, and prints `ok …` for everything that is.
 */
const here = fileURLToPath(new URL('.', import.meta.url))
const server = process.env['HEALTHLINT_LSP'] ?? fileURLToPath(new URL('../../dist/lsp.js', import.meta.url))

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0

const missing = (program: string, packages: string): void =>
  console.warn(
    `${program} is not installed, so nothing was tried in it. On Debian: apt-get install ${packages}`,
  )

/** A copy of the site in `site/`, gone when the test is over. */
const siteCopy = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'healthlint-editor-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  cpSync(join(here, 'site'), folder, {recursive: true})
  return folder
}

interface Outcome {
  readonly code: number | null
  readonly printed: string
}

const run = (program: string, args: readonly string[], cwd: string): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const env = {...process.env, HEALTHLINT_LSP: server, HEALTHLINT_NODE: process.execPath}
    const child = spawn(program, args, {cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000})
    let printed = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text
      })
    child.on('error', reject).on('close', (code) => resolve({code, printed}))
  })

const fixed = '# Ginger\n\nGinger 🫚 naïvely may help with colds.\n'
const saved = (folder: string): string => readFileSync(join(folder, 'tea.md'), 'utf8')

describe('in Neovim', () => {
  const program = 'nvim'
  if (!has(program)) missing('Neovim', 'neovim')

  it.skipIf(!has(program))(
    'an author sees findings, learns why, corrects, excuses and fixes them, and changes the configuration',
    async () => {
      const folder = siteCopy()
      const script = join(here, 'neovim.lua')
      const {code, printed} = await run(
        program,
        ['--headless', '-u', 'NONE', '-i', 'NONE', '-S', script],
        folder,
      )
      expect(printed).not.toContain('FAIL')
      expect(code, printed).toBe(0)
      expect(printed.match(/^ok /gm)).toHaveLength(11)
      expect(saved(folder)).toContain(fixed)
    },
  )
})

describe('in Emacs, with Eglot', () => {
  const program = 'emacs'
  if (!has(program)) missing('Emacs', 'emacs-nox elpa-eglot')

  it.skipIf(!has(program))(
    'an author sees findings, learns why, corrects, excuses and fixes them',
    async () => {
      const folder = siteCopy()
      const {code, printed} = await run(program, ['--batch', '-l', join(here, 'emacs.el')], folder)
      expect(printed).not.toContain('FAIL')
      expect(code, printed).toBe(0)
      expect(printed.match(/^ok /gm)).toHaveLength(7)
      expect(saved(folder)).toContain(fixed)
    },
  )
})
