import type {Diagnostic, Level, Point} from '../diagnostic.js'
import type {ClientFeatures} from './client-features.js'
import {DiagnosticSeverity, DiagnosticTag, type ProtocolDiagnostic, type Range} from './protocol.js'
import type {ConfigProblem} from './settings-for.js'

const severities: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

/** Protocol positions count lines and UTF-16 code units from 0. */
export const rangeOf = ({start, end}: {readonly start: Point; readonly end: Point}): Range => ({
  start: {line: start.line - 1, character: start.column - 1},
  end: {line: end.line - 1, character: end.column - 1},
})

/** A comment that excuses nothing may go, so editors fade it. */
const isUnused = ({ruleId, message}: Diagnostic): boolean =>
  ruleId === 'valid-suppression' && message.startsWith('This comment excuses nothing')

export const protocolDiagnostic = (
  diagnostic: Diagnostic,
  uri: string,
  {relatedInformation}: ClientFeatures,
): ProtocolDiagnostic => {
  const {ruleId, level, message, url, related} = diagnostic
  return {
    range: rangeOf(diagnostic),
    severity: severities[level],
    source: 'healthlint',
    code: ruleId,
    ...(url === '' ? {} : {codeDescription: {href: url}}),
    message,
    ...(isUnused(diagnostic) ? {tags: [DiagnosticTag.Unnecessary]} : {}),
    ...(relatedInformation && related.length > 0
      ? {
          relatedInformation: related.map((one) => ({
            message: one.message,
            location: {uri, range: rangeOf(one)},
          })),
        }
      : {}),
  }
}

/** A mistake in a configuration file or a pack, at its place; the whole first line where none is known. */
export const problemDiagnostic = ({message, place}: ConfigProblem): ProtocolDiagnostic => {
  const line = (place.line ?? 1) - 1
  const character = (place.column ?? 1) - 1
  return {
    range: {
      start: {line, character},
      end: {line, character: place.column === undefined ? 1000 : character + 1},
    },
    severity: DiagnosticSeverity.Error,
    source: 'healthlint',
    message: withoutPlace(message),
  }
}

/** Errors name their place for terminals; an editor shows it itself. */
const withoutPlace = (message: string): string => message.replace(/^[^\n]*?:\d+(?::\d+)?: /, '')
