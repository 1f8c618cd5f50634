import {version} from '../../package.json'
import type {Colours} from '../reporters/colours.js'
import type {Reporter} from '../reporters/reporter.js'
import type {FailurePolicy} from './exit-code.js'
import type {Format} from './formats.js'

/** Makes the reporter of a format, some of which tell what fails the run. Each is imported when asked for, so that a plain run starts without the others. */
export const createReporter = async (
  format: Format,
  look: {readonly colours: Colours; readonly width: number},
  policy: FailurePolicy,
): Promise<Reporter> => {
  switch (format) {
    case 'pretty':
      return (await import('../reporters/pretty.js')).prettyReporter(look)
    case 'compact':
      return (await import('../reporters/compact.js')).compactReporter
    case 'json':
      return (await import('../reporters/json.js')).jsonReporter
    case 'ndjson':
      return (await import('../reporters/ndjson.js')).ndjsonReporter
    case 'sarif':
      return (await import('../reporters/sarif.js')).sarifReporter({rules: await builtinRules(), version})
    case 'github':
      return (await import('../reporters/github.js')).githubReporter()
    case 'gitlab':
      return (await import('../reporters/gitlab.js')).gitlabReporter()
    case 'junit':
      return (await import('../reporters/junit.js')).junitReporter(policy)
    case 'checkstyle':
      return (await import('../reporters/checkstyle.js')).checkstyleReporter
    case 'rdjsonl':
      return (await import('../reporters/rdjsonl.js')).rdjsonlReporter
    case 'markdown':
      return (await import('../reporters/markdown.js')).markdownReporter()
    case 'html':
      return (await import('../reporters/html.js')).htmlReporter({rules: await builtinRules()})
  }
}

const builtinRules = async () => (await import('../rules/builtin.js')).rules
