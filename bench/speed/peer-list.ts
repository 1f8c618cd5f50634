/** A tool that reads the same files: what to install and what to run. */
export interface Peer {
  readonly name: string
  /** Exact versions, each peer in a project of its own. */
  readonly packages: readonly string[]
  /** Files to write into its project. */
  readonly files?: Readonly<Record<string, string>>
  /** The script, inside its project, and its arguments. */
  readonly run: (folder: string, project: string, files: readonly string[]) => readonly string[]
  /** Where it is run: its project, or the folder of articles. */
  readonly from: 'project' | 'folder'
  /** What it reads in half a minute or so; of a larger folder it is given an even part. All of any folder unless given. */
  readonly mostBytes?: number
}

const sixProseRules = JSON.stringify({
  rules: {
    'write-good': true,
    alex: true,
    'no-todo': true,
    'stop-words': true,
    terminology: true,
    'common-misspellings': true,
  },
})

export const peers: readonly Peer[] = [
  {
    name: 'markdownlint-cli2',
    packages: ['markdownlint-cli2@0.22.1'],
    from: 'folder',
    run: (_folder, project) => [
      `${project}/node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs`,
      '**/*.md',
    ],
  },
  {
    name: 'remark-cli',
    packages: [
      'remark-cli@12.0.1',
      'remark-preset-lint-recommended@7.0.1',
      'remark-gfm@4.0.1',
      'remark-frontmatter@5.0.0',
    ],
    from: 'project',
    run: (folder, project) => [
      `${project}/node_modules/remark-cli/cli.js`,
      ...['remark-frontmatter', 'remark-gfm', 'remark-preset-lint-recommended'].flatMap((name) => [
        '-u',
        name,
      ]),
      '--no-stdout',
      '-q',
      '--no-color',
      folder,
    ],
  },
  {
    name: 'write-good',
    packages: ['write-good@1.0.8'],
    from: 'folder',
    run: (_folder, project, files) => [`${project}/node_modules/write-good/bin/write-good.js`, ...files],
  },
  {
    name: 'alex',
    packages: ['alex@11.0.1'],
    from: 'project',
    mostBytes: 1_500_000,
    run: (folder, project) => [`${project}/node_modules/alex/cli.js`, folder],
  },
  {
    name: 'textlint',
    packages: [
      'textlint@15.8.0',
      'textlint-rule-write-good@2.0.0',
      'textlint-rule-alex@5.0.0',
      'textlint-rule-no-todo@2.0.1',
      'textlint-rule-stop-words@5.2.0',
      'textlint-rule-terminology@5.2.16',
      'textlint-rule-common-misspellings@1.0.1',
    ],
    files: {'textlintrc.json': sixProseRules},
    from: 'project',
    mostBytes: 250_000,
    run: (folder, project) => [
      `${project}/node_modules/textlint/bin/textlint.js`,
      '--config',
      `${project}/textlintrc.json`,
      '-f',
      'json',
      `${folder}/**/*.md`,
    ],
  },
]
