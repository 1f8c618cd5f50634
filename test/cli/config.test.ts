import {describe, expect, it} from 'vitest'
import {absolute, harmless} from './articles.js'
import {folderWith, healthlint} from './command.js'

/** The rules found in each file, as `path: level rule`. */
const findings = async (cwd: string, args: readonly string[] = ['.']): Promise<readonly string[]> => {
  const {stdout, stderr} = await healthlint([...args, '--format', 'json'], {cwd})
  if (stdout === '') return [stderr]
  const report = JSON.parse(stdout) as {
    files: {path: string; diagnostics: {ruleId: string; level: string}[]}[]
  }
  return report.files.flatMap(({path, diagnostics}) =>
    diagnostics.map(({ruleId, level}) => `${path}: ${level} ${ruleId}`),
  )
}

const safety = {'no-absolute-safety': 'error'}
const yaml = (value: unknown): string => JSON.stringify(value)

describe('a configuration', () => {
  it('is found upward from the article, and the nearest is the only one', async () => {
    const cwd = folderWith({
      'healthlint.config.yaml': yaml({rules: safety}),
      'a/deep/x.md': absolute,
      'b/healthlint.config.json': yaml({rules: {'no-absolute-safety': 'info'}}),
      'b/y.md': absolute,
    })
    expect(await findings(cwd)).toEqual([
      'a/deep/x.md: error no-absolute-safety',
      'b/y.md: info no-absolute-safety',
    ])
  })

  it('may be YAML, JSON, JavaScript, or stand in package.json', async () => {
    const files = {
      'a/healthlint.config.yml': 'rules:\n  no-absolute-safety: warning\n',
      'b/healthlint.config.json': '{"rules": {"no-absolute-safety": "warning"}}',
      'c/healthlint.config.mjs': "export default {rules: {'no-absolute-safety': 'warning'}}",
      'd/package.json': '{"healthlint": {"rules": {"no-absolute-safety": "warning"}}}',
    }
    const articles = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}/x.md`, absolute]))
    expect(await findings(folderWith({...files, ...articles}))).toEqual(
      ['a', 'b', 'c', 'd'].map((name) => `${name}/x.md: warning no-absolute-safety`),
    )
  })

  it('is a list whose later entries win for the files they name, and whose ignores leave files out', async () => {
    const cwd = folderWith({
      'healthlint.config.yaml': yaml([
        {rules: safety},
        {files: ['blog'], rules: {'no-absolute-safety': 'info'}},
        {files: ['**/*.mdx'], ignores: ['blog/old.mdx'], rules: {'no-absolute-safety': 'off'}},
        {ignores: ['drafts']},
      ]),
      'a.md': absolute,
      'blog/a.md': absolute,
      'blog/new.mdx': absolute,
      'blog/old.mdx': absolute,
      'drafts/a.md': absolute,
    })
    expect(await findings(cwd)).toEqual([
      'a.md: error no-absolute-safety',
      'blog/a.md: info no-absolute-safety',
      'blog/old.mdx: info no-absolute-safety',
    ])
  })

  it('is one entry whose ignores leave files out, and not to the defaults', async () => {
    const cwd = folderWith({
      'healthlint.config.yaml': 'ignores: [drafts]\nrules: {no-absolute-safety: error}\n',
      'a.md': absolute,
      'drafts/a.md': absolute,
    })
    expect(await findings(cwd)).toEqual(['a.md: error no-absolute-safety'])
  })

  it('that leaves out every article fails, unless that is allowed', async () => {
    const cwd = folderWith({'healthlint.config.yaml': yaml([{ignores: ['*.md']}]), 'a.md': absolute})
    expect(await healthlint(['.'], {cwd})).toMatchObject({code: 2})
    expect(await healthlint(['.', '--allow-empty'], {cwd})).toMatchObject({code: 0})
  })

  it('that only switches rules off changes the recommended ones', async () => {
    const cwd = folderWith({
      'healthlint.config.yaml': yaml({rules: {'no-absolute-safety': 'off'}}),
      'a.md': '# [](x\n\nText.\n\n<!-- healthlint-disable-file -->\n',
      'b.md': absolute,
    })
    const found = await findings(cwd)
    expect(found).toContain('a.md: warning valid-suppression')
    expect(found).not.toContain('b.md: error no-absolute-safety')
  })

  it('that extends nothing, or switches off all that it chose, runs nothing', async () => {
    for (const entries of [[{extends: []}], [{rules: safety}, {rules: {'no-absolute-safety': 'off'}}]]) {
      const cwd = folderWith({'healthlint.config.yaml': yaml(entries), 'a.md': absolute})
      expect(await findings(cwd)).toEqual([])
    }
  })

  it('brings packs by a path beside it, and rules in code', async () => {
    const cwd = folderWith({
      'site/rules/safety/no-salt-lamps.yaml': [
        'summary: Do not speak of salt lamps.',
        'why: They do nothing.',
        'level: warning',
        'sources: []',
        'message: “{match}” does nothing.',
        'phrase:\n  match: [salt lamps]',
        'examples:\n  - fail: "[|Salt lamps|] glow."\n  - pass: Lamps glow.\n',
      ].join('\n'),
      'site/healthlint.config.mjs': `
        const check = function* ({text}) {
          const start = text.indexOf('tea')
          if (start >= 0) yield {start, end: start + 3}
        }
        const rule = {id: 'no-tea', topic: 'own', summary: 'No tea.', why: 'Taste.', level: 'info', sources: [],
          examples: [], url: 'https://example.org', message: 'Tea.', options: {}, languages: 'any', check}
        export default [{extends: ['uk-cap'], packs: ['rules'], plugins: [rule]}]`,
      'site/a.md': absolute,
    })
    const found = await findings(cwd)
    expect(found).toContain('site/a.md: warning no-salt-lamps')
    expect(found).toContain('site/a.md: info no-tea')
    expect(found).toContain('site/a.md: error no-absolute-safety')
  })

  it('says which words to accept', async () => {
    const cwd = folderWith({
      'healthlint.config.yaml': yaml({rules: safety, site: {vocabulary: ['100% safe']}}),
      'a.md': absolute,
    })
    expect(await findings(cwd)).toEqual([])
  })

  it('is named with --config, refused with --no-config, and outranked by --rule', async () => {
    const cwd = folderWith({
      'healthlint.config.yaml': yaml({rules: {'no-absolute-safety': 'info'}}),
      'ci.json': yaml({rules: {'no-absolute-safety': 'warning'}}),
      'a.md': absolute,
    })
    expect(await findings(cwd, ['.', '--config', 'ci.json'])).toEqual(['a.md: warning no-absolute-safety'])
    expect(await findings(cwd, ['.', '--no-config', '--preset', 'uk-cap'])).toContain(
      'a.md: error no-absolute-safety',
    )
    expect(await findings(cwd, ['.', '--rule', 'no-absolute-safety'])).toEqual([
      'a.md: error no-absolute-safety',
    ])
  })

  it('holds for standard input by the name that it is given', async () => {
    const cwd = folderWith({
      'healthlint.config.yaml': yaml([
        {rules: safety},
        {files: ['blog'], rules: {'no-absolute-safety': 'off'}},
      ]),
    })
    const run = (name: string) =>
      healthlint(['-', '--stdin-filename', name], {cwd, input: absolute}).then(({code}) => code)
    expect([await run('advice/a.md'), await run('blog/a.md')]).toEqual([1, 0])
  })

  it('is printed for one article, with where each level comes from', async () => {
    const cwd = folderWith({
      'healthlint.config.yaml': yaml([
        {extends: ['uk-cap'], locale: 'en-GB'},
        {files: ['blog'], rules: {'no-absolute-safety': 'info'}},
      ]),
      'blog/a.md': harmless,
    })
    const {stdout} = await healthlint(['--print-config', 'blog/a.md'], {cwd})
    const printed = JSON.parse(stdout)
    expect(printed).toMatchObject({path: 'blog/a.md', config: 'healthlint.config.yaml', locale: 'en-GB'})
    expect(printed.rules['no-absolute-safety']).toEqual({
      level: 'info',
      from: 'healthlint.config.yaml, entry 2',
    })
    expect(printed.rules['valid-suppression'].from).toBe('healthlint.config.yaml, entry 1, preset uk-cap')
  })
})

it('a program may export a promise of its configuration', async () => {
  const cwd = folderWith({
    'healthlint.config.mjs': `export default Promise.resolve({rules: ${JSON.stringify(safety)}})\n`,
    'a.md': absolute,
  })
  expect(await findings(cwd)).toEqual(['a.md: error no-absolute-safety'])
})

describe('a mistake in a configuration is exit 2, before anything is linted, with its place and the nearest name', () => {
  const cases: readonly (readonly [name: string, file: string, text: string, message: RegExp])[] = [
    [
      'an unknown key',
      'healthlint.config.yaml',
      '- ruls: {}\n',
      /config\.yaml:1:3: unknown key “ruls”; did you mean “rules”\?/,
    ],
    [
      'an unknown key of the site',
      'healthlint.config.yaml',
      'site:\n  asumeLayout: []\n',
      /yaml:2:3: .*“assumeLayout”/,
    ],
    [
      'a wrong type',
      'healthlint.config.json',
      '{\n  "extends": "strict"\n}\n',
      /json:2:15: expected a list such as \["recommended"\], not "strict"/,
    ],
    [
      'one name where a list of them stands',
      'healthlint.config.yaml',
      'ignores: drafts\n',
      /yaml:1:10: expected a list such as \["drafts"\], not "drafts"/,
    ],
    [
      'a list of rules, without levels',
      'healthlint.config.yaml',
      'rules:\n  - no-absolute-safety\n',
      /yaml:2:3: expected keys with values, \{…: …\}, not a list/,
    ],
    [
      'a comment in JSON',
      'healthlint.config.json',
      '{\n  "ignores": ["https://x", "a/**"],\n  // old ones\n  "extends": ["strict"]\n}\n',
      /json:3: JSON has no comments; healthlint\.config\.yaml has/,
    ],
    [
      'an address for a host',
      'healthlint.config.yaml',
      'site:\n  allowedHosts: ["https://example.org/evidence"]\n',
      /yaml:2:19: expected a host such as example\.org, without https:\/\/ and path, not "https:/,
    ],
    [
      'an unknown preset',
      'healthlint.config.yaml',
      'extends: [strct]\n',
      /yaml:1:11: there is no preset “strct”; did you mean “strict”\?/,
    ],
    [
      'an unknown rule',
      'healthlint.config.yaml',
      'rules:\n  no-absolute-safty: error\n',
      /yaml:2:3: there is no rule “no-absolute-safty”; did you mean “no-absolute-safety”\?/,
    ],
    [
      'an unknown level',
      'healthlint.config.yaml',
      'rules:\n  no-absolute-safety: eror\n',
      /yaml:2:23: .*did you mean “error”\?/,
    ],
    [
      'an unknown option',
      'healthlint.config.yaml',
      'options:\n  require-disclaimer: {nope: 1}\n',
      /yaml:2:24: rule “require-disclaimer” has no option “nope”/,
    ],
    [
      'a pack that is not there',
      'healthlint.config.yaml',
      'packs:\n  - rules/own\n',
      /yaml:2:5: there is no pack at “rules\/own”/,
    ],
    [
      'a level in a list without options',
      'healthlint.config.yaml',
      'rules:\n  cite-statistics: [error]\n',
      /yaml:2:\d+: .*entry 2 of this list is missing: options such as .*; without options write the level alone/,
    ],
    ['a locale that is none', 'healthlint.config.yaml', 'locale: england\n', /yaml:1:9: `locale`/],
    [
      'rules in code where there is no code',
      'healthlint.config.yaml',
      'plugins: []\n',
      /yaml:1:1: .*healthlint\.config\.mjs/,
    ],
    [
      'YAML that does not parse',
      'healthlint.config.yaml',
      'rules: {\n',
      /healthlint\.config\.yaml:\d+:\d+: /,
    ],
    [
      'a key in package.json',
      'package.json',
      '{\n  "healthlint": {\n    "rule": {}\n  }\n}\n',
      /package\.json:3:5: unknown key “rule”/,
    ],
    [
      'a key in a program',
      'healthlint.config.mjs',
      "export default [{rules: {'no-absolute-safty': 'error'}}]\n",
      /config\.mjs: \[0\]\.rules\["no-absolute-safty"\]: there is no rule/,
    ],
    [
      'a program that throws',
      'healthlint.config.mjs',
      "\nthrow new Error('no key')\n",
      /config\.mjs:2:7: no key/,
    ],
    ['a program that does not parse', 'healthlint.config.mjs', 'export default [\n', /config\.mjs: /],
    ...['new Map()', '() => [{}]', 'Promise.resolve(new Map())', '[[]]', '[null]', '"strict"'].map(
      (written): (typeof cases)[number] => [
        `a program that exports ${written}`,
        'healthlint.config.mjs',
        `export default ${written}\n`,
        /config\.mjs: .*a configuration is one entry, `\{extends: \[recommended\]\}`, or a list of them/,
      ],
    ),
    [
      'a program whose promise is broken',
      'healthlint.config.mjs',
      "export default Promise.reject(new Error('no key'))\n",
      /config\.mjs:1:\d+: no key/,
    ],
    [
      'a program without a default export',
      'healthlint.config.mjs',
      'export const a = 1\n',
      /config\.mjs: .*export default/,
    ],
  ]
  for (const [name, file, text, message] of cases) {
    it(name, async () => {
      const {code, stdout, stderr} = await healthlint(['.'], {
        cwd: folderWith({[file]: text, 'a.md': harmless}),
      })
      expect({code, stdout}).toEqual({code: 2, stdout: ''})
      expect(stderr).toMatch(message)
      expect(stderr).not.toMatch(/fault of healthlint/)
    })
  }

  it('a mistake in a pack, at its place in the pack', async () => {
    const cwd = folderWith({
      'healthlint.config.yaml': 'packs: [own]\n',
      'own/claims/no-x.yaml': 'summary: X\nwhi: Y\n',
      'a.md': harmless,
    })
    expect(await healthlint(['.'], {cwd})).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/own\/claims\/no-x\.yaml:2:1: unknown key “whi”; did you mean “why”\?/),
    })
  })

  it('a configuration of a name that is not read', async () => {
    const cwd = folderWith({'healthlint.config.ts': 'export default {}', 'a.md': harmless})
    expect(await healthlint(['.'], {cwd})).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/healthlint\.config\.ts: .* is not read; call it healthlint\.config\.js/),
    })
  })

  it('`export` in a .js file of a package that has no modules', async () => {
    const cwd = folderWith({
      'package.json': '{"type": "commonjs"}',
      'healthlint.config.js': 'export default {}\n',
      'a.md': harmless,
    })
    expect(await healthlint(['.'], {cwd})).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/healthlint\.config\.js.*name the file healthlint\.config\.mjs/),
    })
  })

  it('two configurations in one folder', async () => {
    const cwd = folderWith({
      'healthlint.config.yaml': 'rules: {}',
      'healthlint.config.json': '{}',
      'a.md': harmless,
    })
    expect(await healthlint(['.'], {cwd})).toMatchObject({code: 2, stderr: expect.stringMatching(/keep one/)})
  })

  it('a configuration that is named and not there', async () => {
    const cwd = folderWith({'a.md': harmless})
    expect(await healthlint(['.', '-c', 'none.yaml'], {cwd})).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/none\.yaml: there is no such/),
    })
  })
})
