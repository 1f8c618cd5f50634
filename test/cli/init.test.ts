import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {absolute, harmless} from './articles.js'
import {folderWith, healthlint} from './command.js'

const site = {
  'README.md': '# The site\n',
  'advice/sleep.mdx': `---\ntitle: Sleep\nwriter: Ana\nlastReviewed: 2026-01-02\n---\n\n${harmless}\n<MedicalDisclaimer />\n`,
  'blog/lamps.md': `${absolute}\n{{< sources >}}\n`,
}

describe('healthlint init', () => {
  it('writes a configuration from what it sees, which then holds', async () => {
    const cwd = folderWith(site)
    const {code, stdout} = await healthlint(['init'], {cwd})
    expect({code, stdout}).toEqual({code: 0, stdout: expect.stringContaining('a look at 2 articles')})
    const text = readFileSync(join(cwd, 'healthlint.config.yaml'), 'utf8')
    expect(text).toContain('# Articles seen: advice (1), blog (1).')
    const [ignored, entry] = parse(text)
    expect(ignored).toEqual({ignores: ['README.md']})
    expect(entry).toMatchObject({
      extends: ['recommended'],
      site: {
        frontMatterFields: {author: ['writer'], reviewer: ['lastReviewed']},
        components: {disclaimer: ['MedicalDisclaimer']},
        shortcodes: {references: ['sources']},
      },
    })
    const {stdout: printed} = await healthlint(['--print-config', 'blog/lamps.md'], {cwd})
    expect(JSON.parse(printed)).toMatchObject({config: 'healthlint.config.yaml', site: entry.site})
  })

  it('writes a program beside a package.json, without need of the package', async () => {
    const cwd = folderWith({...site, 'package.json': '{}'})
    await healthlint(['init', '--preset', 'patient-info'], {cwd})
    const {stdout} = await healthlint(['--print-config', 'README.md'], {cwd})
    expect(JSON.parse(stdout)).toEqual({path: 'README.md', ignored: true})
    const other = JSON.parse((await healthlint(['--print-config', 'blog/lamps.md'], {cwd})).stdout)
    expect(other.rules['valid-suppression'].from).toMatch(/entry 2, preset patient-info$/)
    expect(other.site.components).toEqual({disclaimer: ['MedicalDisclaimer']})
  })

  it('writes the workflow and the baseline when asked, after which the run is green', async () => {
    const cwd = folderWith(site)
    expect((await healthlint(['.'], {cwd})).code).toBe(1)
    expect((await healthlint(['init', '--workflow', '--baseline'], {cwd})).code).toBe(0)
    const workflow = parse(readFileSync(join(cwd, '.github/workflows/healthlint.yml'), 'utf8'))
    expect(workflow.jobs.healthlint.steps.at(-1).run).toMatch(/^npx --yes healthlint@\d/)
    expect((await healthlint(['.'], {cwd})).code).toBe(0)
  })

  it('writes over nothing without --force, and nothing else then either', async () => {
    const cwd = folderWith({...site, '.github/workflows/healthlint.yml': 'name: mine\n'})
    const refused = await healthlint(['init', '--workflow'], {cwd})
    expect(refused).toMatchObject({code: 2, stderr: expect.stringMatching(/healthlint\.yml .*--force/)})
    expect(existsSync(join(cwd, 'healthlint.config.yaml'))).toBe(false)
    expect((await healthlint(['init', '--workflow', '--force'], {cwd})).code).toBe(0)
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('makes no second configuration beside another', async () => {
    const cwd = folderWith({...site, 'healthlint.config.json': '{}'})
    expect(await healthlint(['init', '--force'], {cwd})).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/there is a configuration, healthlint\.config\.json/),
    })
  })

  it('makes no configuration beside the key in package.json', async () => {
    const cwd = folderWith({...site, 'package.json': '{"healthlint": {}}'})
    expect(await healthlint(['init'], {cwd})).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/there is a configuration, the key “healthlint” of package\.json/),
    })
    expect(existsSync(join(cwd, 'healthlint.config.mjs'))).toBe(false)
  })

  it.each([
    ['healthlint.config.yaml', 'rules: {no-absolute-safety: error}\n'],
    ['healthlint.config.json', '{"rules": {"no-absolute-safety": "error"}}'],
    ['package.json', '{"healthlint": {"rules": {"no-absolute-safety": "error"}}}'],
  ])('keeps %s, and writes the workflow and the baseline beside it', async (name, text) => {
    const cwd = folderWith({...site, [name]: text})
    const {code, stdout} = await healthlint(['init', '--baseline', '--workflow'], {cwd})
    expect({code, stdout}).toEqual({code: 0, stdout: expect.stringMatching(`^${name} is there, and is kept`)})
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(text)
    expect(readdirSync(cwd).filter((file) => file.startsWith('healthlint'))).toEqual([
      'healthlint-baseline.jsonl',
      ...(name === 'package.json' ? [] : [name]),
    ])
    expect(existsSync(join(cwd, '.github/workflows/healthlint.yml'))).toBe(true)
    expect((await healthlint(['.'], {cwd})).code).toBe(0)
  })

  it('writes over its own configuration when told with --force, which --help names', async () => {
    const cwd = folderWith(site)
    await healthlint(['init'], {cwd})
    const again = await healthlint(['init', '--preset', 'strict'], {cwd})
    expect(again).toMatchObject({code: 2, stderr: expect.stringMatching(/allow it with --force/)})
    expect((await healthlint(['init', '--preset', 'strict', '--force'], {cwd})).code).toBe(0)
    expect(readFileSync(join(cwd, 'healthlint.config.yaml'), 'utf8')).toContain('- extends: [strict]')
    expect((await healthlint(['init', '--help'], {cwd})).stdout).toContain('[--workflow] [--force]')
  })

  it('in a folder without articles writes what it can, and says what comes next', async () => {
    const cwd = folderWith({})
    const {code, stdout, stderr} = await healthlint(['init', '--baseline', '--workflow'], {cwd})
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    expect(stdout).toContain('There is no article here yet, and so nothing for a baseline to take down.')
    expect(readdirSync(cwd).sort()).toEqual(['.github', 'healthlint.config.yaml'])
  })
})
