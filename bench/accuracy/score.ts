/** Weighted counts of a yes-or-no question: was there something to find, and was it found. */
export interface Counts {
  readonly truePositive: number
  readonly falsePositive: number
  readonly falseNegative: number
  readonly trueNegative: number
}

/** One labelled case, judged. */
export interface Judged {
  /** What the label says. `undefined` is borderline: neither hit nor miss. */
  readonly expected: boolean | undefined
  readonly found: boolean
  /** How many cases of the population this one stands for; 1 when absent. */
  readonly weight?: number
}

export const countsOf = (cases: Iterable<Judged>): Counts => {
  let truePositive = 0
  let falsePositive = 0
  let falseNegative = 0
  let trueNegative = 0
  for (const {expected, found, weight = 1} of cases) {
    if (expected === undefined) continue
    if (expected && found) truePositive += weight
    else if (expected) falseNegative += weight
    else if (found) falsePositive += weight
    else trueNegative += weight
  }
  return {truePositive, falsePositive, falseNegative, trueNegative}
}

/** Undefined when nothing was asked: a share of nothing is not 0 and not 1. */
export const share = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : part / whole

export const precision = ({truePositive, falsePositive}: Counts): number | undefined =>
  share(truePositive, truePositive + falsePositive)

export const recall = ({truePositive, falseNegative}: Counts): number | undefined =>
  share(truePositive, truePositive + falseNegative)

/** Harmonic mean of precision and recall (van Rijsbergen 1979). */
export const f1 = ({truePositive, falsePositive, falseNegative}: Counts): number | undefined =>
  share(2 * truePositive, 2 * truePositive + falsePositive + falseNegative)

/** A figure of a measure, and the bound it is held to. */
export interface Figure {
  readonly name: string
  readonly value: number | undefined
  readonly atLeast?: number
  readonly atMost?: number
  /** A number of things, printed whole; a share otherwise. */
  readonly counted?: true
}

/** `undefined` when the figure has no bound or no value. */
export const verdictOf = ({value, atLeast, atMost}: Figure): 'pass' | 'short' | undefined => {
  if (value === undefined || (atLeast === undefined && atMost === undefined)) return undefined
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost)
    ? 'pass'
    : 'short'
}

/** Precision and recall with their bounds, and F1 without. */
export const precisionAndRecall = (
  counts: Counts,
  bounds: {readonly precision?: number; readonly recall?: number} = {},
): readonly Figure[] => [
  {
    name: 'precision',
    value: precision(counts),
    ...(bounds.precision === undefined ? {} : {atLeast: bounds.precision}),
  },
  {name: 'recall', value: recall(counts), ...(bounds.recall === undefined ? {} : {atLeast: bounds.recall})},
  {name: 'F1', value: f1(counts)},
]
