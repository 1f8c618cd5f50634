import type {Level} from '../diagnostic.js'
import type {Reporter} from './reporter.js'

const severities = {error: 'major', warning: 'minor', info: 'info'} as const satisfies Record<Level, string>

/** GitLab's Code Quality report: an array, in which a fingerprint may stand only once. */
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
    file: ({path, diagnostics}) =>
      diagnostics
        .map(({ruleId, level, message, start, end, fingerprint}) => {
          const before = any ? ',\n' : '\n'
          any = true
          const issue = {
            description: message,
            check_name: ruleId,
            fingerprint: unique(`${path}:${fingerprint}`),
            severity: severities[level],
            location: {
              path: path.replace(/\\/g, '/').replace(/^\.\//, ''),
              lines: {begin: start.line, end: end.line},
            },
          }
          return before + JSON.stringify(issue)
        })
        .join(''),
    close: () => '\n]\n',
  }
}
