import {createLinter} from '../../src/lint.js'
import {cpuMsSince, generatedArticle} from './corpus.js'
import {exponent, formatColumns} from './format.js'
import {settingsFor} from './settings.js'

const sizes = [250_000, 500_000, 1_000_000, 2_000_000]

/** CPU milliseconds of the best of three: what the work costs when nothing disturbs it. */
const bestOfThree = (run: () => unknown): number =>
  Math.min(
    ...[0, 1, 2].map(() => {
      const before = process.cpuUsage()
      run()
      return cpuMsSince(before)
    }),
  )

/** `npm run bench:scale [-- PRESET]`: one article grown eightfold. An exponent of 1 is linear, 2 quadratic. */
export const main = ([preset = 'recommended']: readonly string[]): number => {
  const linter = createLinter(settingsFor(preset))
  const texts: readonly (readonly [string, (size: number) => string])[] = [
    ['an article', (size) => generatedArticle(3, size)],
    [
      'one paragraph',
      (size) =>
        generatedArticle(4, size)
          .replace(/^---[\s\S]*?---/, '')
          .replace(/[#|\n-]+/g, ' '),
    ],
    ['one sentence', (size) => 'patient '.repeat(size / 8)],
  ]
  linter.lint(generatedArticle(5, 100_000), {path: 'scale.md'})
  const rows = texts.map(([name, make]) => {
    const costs = sizes.map((size) => {
      const text = make(size)
      return bestOfThree(() => linter.lint(text, {path: 'scale.md'}))
    })
    return [name, ...costs.map((cost) => cost.toFixed(0)), exponent(sizes, costs).toFixed(2)]
  })
  console.log(formatColumns([['CPU ms', ...sizes.map((size) => `${size / 1000} KB`), 'exponent'], ...rows]))
  return 0
}
