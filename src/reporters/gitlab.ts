import type {Level} from '../diagnostic.js'
import type {Reporter} from './reporter.js'

const severities = {error: 'major', warning: 'minor', info: 'info'} as const satisfies Record<Level, string>

/**
 * GitLab's Code Quality report: an array, in which a fingerprint may stand only once. What could not be linted is an
 * issue too, since the format has no other place for it.
 */
export const gitlabReporter = (): Reporter => {
  const seen = new Map<string, number>()
  let any = false
  const unique = (fingerprint: string): string => {
    const count = seen.get(fingerprint) ?? 0
    seen.set(fingerprint, count + 1)
    return count === 0 ? fingerprint : `${fingerprint}-${count}`
  }
  return {
    open: () => '[',
    file: ({path, diagnostics, error}) => {
      const location = (begin: number, end: number) => ({
        path: path.replace(/\\/g, '/').replace(/^\.\//, ''),
        lines: {begin, end},
      })
      const issues: readonly object[] = [
        ...(error === undefined
          ? []
          : [
              {
                description: error.message,
                check_name: error.name,
                fingerprint: unique(`${path}:${error.name}`),
                severity: 'blocker',
                location: location(1, 1),
              },
            ]),
        ...diagnostics.map(({ruleId, level, message, start, end, fingerprint}) => ({
          description: message,
          check_name: ruleId,
          fingerprint: unique(`${path}:${fingerprint}`),
          severity: severities[level],
          location: location(start.line, end.line),
        })),
      ]
      const before = issues.length === 0 ? '' : any ? ',\n' : '\n'
      any ||= issues.length > 0
      return before + issues.map((issue) => JSON.stringify(issue)).join(',\n')
    },
    close: () => '\n]\n',
  }
}
