import {type ChildProcess, execFileSync, spawn} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {homedir, tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {chromium as browsers} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

/*
 * VS Code itself, as code-server in a browser, with the packed extension installed. It asks for diagnostics, where the
 * other editors are sent them.
 */
const here = fileURLToPath(new URL('.', import.meta.url))
const extension = fileURLToPath(new URL('../../editors/vscode/', import.meta.url))
const screenshots = fileURLToPath(new URL('../../.cache/vscode/', import.meta.url))
const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
const codeServer = join(cache, 'healthlint/code-server-4.100.3/node_modules/code-server')
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((one) =>
  existsSync(one),
)
const vsix = join(extension, 'healthlint.vsix')

const lacking = [
  ...(existsSync(codeServer) ? [] : ['VS Code, as code-server: test/editors/install-code-server.sh']),
  ...(chromium === undefined ? ['Chromium. On Debian: apt-get install chromium'] : []),
  ...(existsSync(vsix) ? [] : ['the packed extension: npm run package']),
]
if (lacking.length > 0) console.warn(`Nothing was tried in VS Code. Missing: ${lacking.join('; ')}`)

const port = 18_000 + (process.pid % 2000)
let folder: string
let server: ChildProcess | undefined

describe.skipIf(lacking.length > 0)('in VS Code', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'healthlint-vscode-'))
    cpSync(join(here, 'site'), join(folder, 'site'), {recursive: true})
    mkdirSync(join(folder, 'user/User'), {recursive: true})
    writeFileSync(
      join(folder, 'user/User/settings.json'),
      JSON.stringify({
        'security.workspace.trust.enabled': false,
        'workbench.startupEditor': 'none',
        'workbench.tips.enabled': false,
        'telemetry.telemetryLevel': 'off',
        'extensions.ignoreRecommendations': true,
      }),
    )
    const folders = ['--user-data-dir', join(folder, 'user'), '--extensions-dir', join(folder, 'extensions')]
    execFileSync(process.execPath, [codeServer, ...folders, '--install-extension', vsix])
    const flags = [
      '--auth',
      'none',
      '--bind-addr',
      `127.0.0.1:${port}`,
      '--disable-telemetry',
      '--disable-update-check',
    ]
    const started = spawn(process.execPath, [codeServer, ...folders, ...flags, join(folder, 'site')], {
      env: {...process.env, XDG_CONFIG_HOME: join(folder, 'config')},
      detached: true,
    })
    server = started
    await new Promise<void>((resolve, reject) => {
      started.stdout.on('data', (text: Uint8Array) => {
        if (String(text).includes('HTTP server listening')) resolve()
      })
      started.on('exit', (code) => reject(new Error(`code-server ended with ${code}`)))
    })
  })

  afterAll(() => {
    // Its children, the extension host among them, are in its process group.
    if (server?.pid !== undefined) process.kill(-server.pid, 'SIGTERM')
    if (folder !== undefined) rmSync(folder, {recursive: true, force: true, maxRetries: 5, retryDelay: 200})
  })

  it('an author sees the squiggle, reads the problem, takes a suggestion, and the file on disk is changed', async () => {
    const quiet = [
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ]
    const browser = await browsers.launch({
      executablePath: chromium!,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet],
    })
    try {
      const page = await browser.newPage({viewport: {width: 1280, height: 800}})
      page.setDefaultTimeout(60_000)
      await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(join(folder, 'site'))}`)
      await page.locator('.explorer-folders-view').getByText('tea.md').dblclick()

      await page.locator('.squiggly-error').first().waitFor()
      await page.keyboard.press('Control+Shift+M')
      const row = page.locator('.markers-panel .monaco-list-row', {hasText: 'promises a cure'}).first()
      await row.waitFor()
      expect(await row.textContent()).toMatch(/no-cures.*Ln 3, Col 19/)
      await page.locator('.statusbar-item', {hasText: '2 · 1 · 0'}).waitFor()

      await page.locator('.view-lines').first().click()
      await page.keyboard.press('Control+Home')
      await page.keyboard.press('F8')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await page.keyboard.press('Control+i')
      await page.locator('.monaco-hover', {hasText: 'stop looking for care'}).first().waitFor()
      mkdirSync(screenshots, {recursive: true})
      await page.screenshot({path: join(screenshots, 'hover.png')})
      await page.keyboard.press('Escape')

      await page.keyboard.press('Control+.')
      const menu = page.locator('.action-widget')
      await menu.getByText('Write “may help with”').waitFor()
      const offered = await menu.textContent()
      expect(offered).toContain('Disable no-cures in this')
      expect(offered).toContain('Explain no-cures')
      await page.screenshot({path: join(screenshots, 'quick-fix.png')})
      await page.keyboard.press('Enter')
      await page.locator('.statusbar-item', {hasText: '1 · 1 · 0'}).waitFor()

      await page.keyboard.press('F1')
      await page.keyboard.type('healthlint: Apply all safe fixes')
      await page.keyboard.press('Enter')
      await page.locator('.statusbar-item', {hasText: '1 · 0 · 0'}).waitFor()
      await page.keyboard.press('Control+s')
      await expect
        .poll(() => readFileSync(join(folder, 'site/tea.md'), 'utf8'), {timeout: 10_000})
        .toBe('# Ginger\n\nGinger 🫚 naïvely may help with colds.\n\nHoney cures coughs.\n')
    } finally {
      await browser.close()
    }
  })
})
