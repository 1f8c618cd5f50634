import type {Log, Notification, ReportingDescriptor, Result} from 'sarif'
import type {Diagnostic, Edit, Level, SuppressedDiagnostic} from '../diagnostic.js'
import type {FileError} from '../file-result.js'
import type {Rule} from '../rules/rule.js'
import type {Reporter} from './reporter.js'
import {uriOf} from './uri.js'

/**
 * SARIF 2.1.0 (OASIS). Excused findings are in it with their reasons, and what could not be linted is a notification. What GitHub's code scanning asks for beyond the
 * standard is met: all four fields of a region, a fingerprint, help in Markdown, texts under 1,024 characters.
 *
 * @param rules the rules that run
 */
export const sarifReporter = ({
  rules,
  version,
}: {
  readonly rules: readonly Rule[]
  readonly version: string
}): Reporter => {
  const indexes = new Map(rules.map(({id}, index) => [id, index]))
  const results = (diagnostics: readonly (Diagnostic | SuppressedDiagnostic)[]): string =>
    diagnostics.map((one) => JSON.stringify(resultOf(one, indexes.get(one.ruleId) ?? -1))).join(',\n')
  let any = false
  const failures: Notification[] = []
  return {
    open: () => {
      const head = JSON.stringify(logOf(rules, version))
      // The results are written as they come, so that memory stays flat.
      return `${head.slice(0, head.lastIndexOf(']}]}'))}`
    },
    file: ({path, diagnostics, suppressed, error}) => {
      if (error !== undefined) failures.push(notificationOf(path, error))
      const text = results([...diagnostics, ...suppressed])
      if (text === '') return ''
      const before = any ? ',\n' : '\n'
      any = true
      return before + text
    },
    close: () => {
      if (failures.length === 0) return ']}]}\n'
      const invocations = [{executionSuccessful: false, toolExecutionNotifications: failures}]
      return `],"invocations":${JSON.stringify(invocations)}}]}\n`
    },
  }
}

const notificationOf = (path: string, {name, message}: FileError): Notification => ({
  level: 'error',
  descriptor: {id: name},
  message: {text: cut(message)},
  locations: [{physicalLocation: {artifactLocation: {uri: uriOf(path)}}}],
})

const logOf = (rules: readonly Rule[], version: string): Log => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'healthlint',
          version,
          informationUri: 'https://healthlint.dev',
          rules: rules.map(descriptorOf),
        },
      },
      columnKind: 'utf16CodeUnits',
      automationDetails: {id: 'healthlint/'},
      results: [],
    },
  ],
})

const levels = {error: 'error', warning: 'warning', info: 'note'} as const satisfies Record<Level, string>
const severities = {error: 'error', warning: 'warning', info: 'recommendation'} as const

const descriptorOf = ({id, topic, level, summary, why, sources, url}: Rule): ReportingDescriptor => ({
  id,
  shortDescription: {text: cut(summary)},
  fullDescription: {text: cut(why)},
  ...(url === '' ? {} : {helpUri: url}),
  help: {
    text: cut(`${why} ${url}`.trimEnd()),
    markdown: cut(
      `${why}\n\n${sources.map((source) => `- [${source.title}](${source.url}), ${source.publisher}, ${source.year}`).join('\n')}\n\n${url === '' ? id : `[${id}](${url})`}`,
    ),
  },
  defaultConfiguration: {level: levels[level]},
  properties: {tags: ['health', topic], precision: 'high', 'problem.severity': severities[level]},
})

const cut = (text: string): string => (text.length <= 1024 ? text : `${text.slice(0, 1023)}…`)

const resultOf = (diagnostic: Diagnostic | SuppressedDiagnostic, ruleIndex: number): Result => {
  const {ruleId, level, message, path, start, end, fingerprint, related, fix} = diagnostic
  return {
    ruleId,
    ...(ruleIndex < 0 ? {} : {ruleIndex}),
    level: levels[level],
    message: {text: cut(message)},
    locations: [{physicalLocation: {artifactLocation: {uri: uriOf(path)}, region: regionOf({start, end})}}],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one) => ({
            message: {text: cut(one.message)},
            physicalLocation: {artifactLocation: {uri: uriOf(path)}, region: regionOf(one)},
          })),
        }),
    partialFingerprints: {'healthlint/v1': fingerprint},
    ...(fix === undefined ? {} : {fixes: [fixOf(path, fix)]}),
    ...('suppression' in diagnostic ? {suppressions: [suppressionOf(diagnostic)]} : {}),
  }
}

const regionOf = ({start, end}: Pick<Diagnostic, 'start' | 'end'>) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
  charOffset: start.offset,
  charLength: end.offset - start.offset,
})

const fixOf = (path: string, edits: readonly Edit[]) => ({
  description: {text: 'Safe fix'},
  artifactChanges: [
    {
      artifactLocation: {uri: uriOf(path)},
      replacements: edits.map(({start, end, text}) => ({
        deletedRegion: {charOffset: start, charLength: end - start},
        ...(text === '' ? {} : {insertedContent: {text}}),
      })),
    },
  ],
})

const suppressionOf = ({suppression: {kind, reason, owner, until}}: SuppressedDiagnostic) => ({
  kind: kind === 'baseline' ? ('external' as const) : ('inSource' as const),
  status: 'accepted' as const,
  justification: cut(
    [reason, owner && `owner: ${owner}`, until && `until: ${until}`].filter(Boolean).join('; '),
  ),
})
