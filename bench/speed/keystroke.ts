import {createLinter} from '../../src/lint.js'
import {generatedArticle} from './corpus.js'
import {formatColumns, quantile} from './format.js'
import {settingsFor} from './settings.js'

/** Sizes in UTF-16 code units, and how often each is linted. */
const sizes = [
  {size: 2_000, runs: 200},
  {size: 12_000, runs: 150},
  {size: 100_000, runs: 40},
  {size: 1_000_000, runs: 10},
]

/** One letter typed in the middle between two lints, as an editor asks. @returns milliseconds of each lint */
export const keystrokes = (
  lint: (text: string) => unknown,
  text: string,
  runs: number,
): readonly number[] => {
  const middle = text.length >> 1
  const times: number[] = []
  for (let typed = 1; typed <= runs + 3; typed++) {
    const edited = `${text.slice(0, middle)}${'tea '.repeat(Math.ceil(typed / 4)).slice(0, typed)}${text.slice(middle)}`
    const start = performance.now()
    lint(edited)
    // The first three warm caches up.
    if (typed > 3) times.push(performance.now() - start)
  }
  return times
}

/** `npm run bench:keystroke [-- PRESET]` */
export const main = ([preset = 'recommended']: readonly string[]): number => {
  const linter = createLinter(settingsFor(preset))
  const lint = (text: string): unknown => linter.lint(text, {path: 'keystroke.md'})
  keystrokes(lint, generatedArticle(1, 50_000), 20)
  const rows = sizes.map(({size, runs}) => {
    const times = keystrokes(lint, generatedArticle(2, size), runs)
    return [
      String(size / 1000),
      String(runs),
      ...[0, 0.5, 0.95].map((share) => quantile(times, share).toFixed(2)),
    ]
  })
  console.log(formatColumns([['KB', 'runs', 'fastest ms', 'median ms', '95 % ms'], ...rows]))
  return 0
}
