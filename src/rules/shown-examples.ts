import type {Rule} from './rule.js'

/** A rule has hundreds of examples, which are its tests; so many of either kind say what it is about. */
export const enoughExamples = 6

/** The examples that a rule does right, with their marks. */
export const shownExamples = ({
  examples,
}: Pick<Rule, 'examples'>): {readonly fail: readonly string[]; readonly pass: readonly string[]} => {
  const right = examples.filter(({known}) => known === undefined)
  return {
    fail: right.flatMap((one) => ('fail' in one ? [one.fail] : [])),
    pass: right.flatMap((one) => ('pass' in one ? [one.pass] : [])),
  }
}
