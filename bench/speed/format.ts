export {formatColumns} from '../../src/cli/columns.js'

export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2)

/** Megabytes in a second; `–` for no time at all. */
export const rate = (bytes: number, ms: number): string => (ms === 0 ? '–' : (bytes / 1000 / ms).toFixed(1))

/** Slope of cost over size on logarithmic axes, between the first and the last: 1 is linear, 2 quadratic. */
export const exponent = (sizes: readonly number[], costs: readonly number[]): number =>
  Math.log(costs.at(-1)! / costs[0]!) / Math.log(sizes.at(-1)! / sizes[0]!)

/** The value below which this share of the values lie. @param values not empty */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}
