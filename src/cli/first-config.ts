import type {Counted, Inspection} from '../node/inspect-articles.js'

export type ConfigFormat = 'mjs' | 'yaml'

/** The text of a first configuration: what was seen, as comments, and what follows from it. */
export const firstConfig = (seen: Inspection, preset: string, format: ConfigFormat): string =>
  format === 'mjs' ? moduleText(seen, preset) : yamlText(seen, preset)

const moduleText = (seen: Inspection, preset: string): string =>
  [
    '// Which rules run on which articles. Later entries win. `healthlint --print-config FILE` shows what holds for one.',
    "/** @type {import('healthlint').Config} */",
    'export default [',
    ...(seen.housekeeping.length === 0
      ? []
      : [
          '  // Files about the repository, which no reader of the site sees.',
          `  {ignores: ${literal(globsOf(seen))}},`,
        ]),
    '  {',
    `    extends: [${literal(preset)}],`,
    "    // rules: {'cite-statistics': 'info', 'no-related-widget': 'off'},",
    '    // What articles cannot show.',
    '    site: {',
    ...siteLines(seen, '//', (key, value) => `${key}: ${literal(value)},`).map((line) => `      ${line}`),
    '    },',
    '  },',
    ...folderLines(seen).map((line) => `  // ${line}`),
    `  // {files: [${literal(exampleFolder(seen))}], extends: ['strict']},`,
    ']',
    '',
  ].join('\n')

const yamlText = (seen: Inspection, preset: string): string =>
  [
    '# yaml-language-server: $schema=https://unpkg.com/healthlint/schemas/config.schema.json',
    '# Which rules run on which articles. Later entries win. `healthlint --print-config FILE` shows what holds for one.',
    ...(seen.housekeeping.length === 0
      ? []
      : [
          '# Files about the repository, which no reader of the site sees.',
          `- ignores: ${flow(globsOf(seen))}`,
        ]),
    `- extends: [${flow(preset)}]`,
    '  # rules: {cite-statistics: info, no-related-widget: off}',
    '  # What articles cannot show.',
    '  site:',
    ...siteLines(seen, '#', (key, value) => `${key}: ${flow(value)}`).map((line) => `    ${line}`),
    ...folderLines(seen).map((line) => `# ${line}`),
    `# - files: [${flow(exampleFolder(seen))}]`,
    '#   extends: [strict]',
    '',
  ].join('\n')

type Write = (key: string, value: unknown) => string

const siteLines = (seen: Inspection, comment: string, write: Write): readonly string[] => {
  const {guesses} = seen
  const lists = [
    ['frontMatterFields', 'Front matter fields', seen.frontMatterFields],
    ['components', 'Components', seen.components],
    ['shortcodes', 'Shortcodes', seen.shortcodes],
  ] as const
  return [
    `${comment} Parts that the page template adds to every article: disclaimer, author, reviewer, date, references, helpLine.`,
    write('assumeLayout', []),
    ...lists.flatMap(([key, title, names]) =>
      names.length === 0
        ? []
        : [`${comment} ${title} seen: ${listed(names)}. Those that supply a part:`, write(key, guesses[key])],
    ),
    `${comment} Crisis lines that your articles name, if they are your own.`,
    write('helpLines', []),
    `${comment} Words to accept: a finding that underlines just these is dropped.`,
    write('vocabulary', []),
  ]
}

const folderLines = ({folders}: Inspection): readonly string[] => {
  const named = folders.filter(({name}) => name !== '')
  return named.length === 0
    ? ['Rules for some of the articles:']
    : [`Articles seen: ${listed(named)}. Rules for some of them:`]
}

const exampleFolder = ({folders}: Inspection): string =>
  folders.find(({name}) => name !== '')?.name ?? 'patients'

const globsOf = ({housekeeping}: Inspection): readonly string[] => housekeeping

/** “title (34), date (30)”; only the most frequent, since it is for reading. */
const listed = (names: readonly Counted[]): string => {
  const shown = names.slice(0, 12).map(({name, count}) => `${name.replace(/[\r\n]+/g, ' ')} (${count})`)
  return names.length > shown.length ? `${shown.join(', ')} …` : shown.join(', ')
}

/** As one writes it in code: single quotes, bare keys. */
const literal = (value: unknown): string => {
  if (typeof value === 'string')
    return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  const entries = Object.entries(value as Readonly<Record<string, unknown>>)
  return `{${entries.map(([key, one]) => `${key}: ${literal(one)}`).join(', ')}}`
}

/** YAML in one line: plain words bare, the rest as in JSON. */
const flow = (value: unknown): string => {
  if (typeof value === 'string')
    return /^[A-Za-z][\w/.-]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off)$/i.test(value)
      ? value
      : JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  const entries = Object.entries(value as Readonly<Record<string, unknown>>)
  return `{${entries.map(([key, one]) => `${key}: ${flow(one)}`).join(', ')}}`
}
