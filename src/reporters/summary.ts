import type {Colours} from './colours.js'
import type {Totals} from './totals.js'

/** “5 articles, 7 errors, 12 warnings, 9 for a person to judge; 1 can be fixed with --fix” */
export const summaryLine = (totals: Totals, colours: Colours): string => {
  const {files, errors, warnings, infos, suppressed, failed, fixable, fixed} = totals
  const isClean = errors + warnings + infos === 0
  const counts = [
    counted(files, 'article'),
    ...(errors > 0 ? [colours.red(counted(errors, 'error'))] : []),
    ...(warnings > 0 ? [colours.yellow(counted(warnings, 'warning'))] : []),
    ...(infos > 0 ? [colours.cyan(`${grouped(infos)} for a person to judge`)] : []),
    ...(isClean && failed < files ? [colours.green('nothing found')] : []),
    ...(fixed > 0 ? [colours.green(`${grouped(fixed)} fixed`)] : []),
    ...(suppressed > 0 ? [`${grouped(suppressed)} suppressed`] : []),
    ...(failed > 0 ? [colours.red(`${grouped(failed)} could not be linted`)] : []),
  ]
  const hint = fixable > 0 ? `; ${grouped(fixable)} can be fixed with --fix` : ''
  return colours.bold(counts.join(', ')) + hint
}

/** “1 error”, “2,800 articles” */
export const counted = (count: number, noun: string): string =>
  `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`

export const grouped = (count: number): string =>
  // Looking up a locale takes 8 ms.
  count < 1000 ? String(count) : count.toLocaleString('en-US')
