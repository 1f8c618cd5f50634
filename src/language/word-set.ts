/** A set of words, which are written as one text so that a long list stays readable. */
export const wordSet = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).filter((word) => word !== ''))
