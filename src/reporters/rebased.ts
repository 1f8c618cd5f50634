import type {Diagnostic} from '../diagnostic.js'
import type {Reporter} from './reporter.js'

/** The same report with every path written as `rename` says. */
export const rebased = (reporter: Reporter, rename: (path: string) => string): Reporter => ({
  ...reporter,
  file: (result, before) => {
    const path = rename(result.path)
    const moved = <D extends Diagnostic>(one: D): D => ({...one, path})
    return reporter.file(
      {
        ...result,
        path,
        diagnostics: result.diagnostics.map(moved),
        suppressed: result.suppressed.map(moved),
      },
      before,
    )
  },
})
