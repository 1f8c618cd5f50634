import type {Diagnostic, SuppressedDiagnostic} from './diagnostic.js'

/**
 * A baseline: findings that were there before the linter came, which are not reported. One entry excuses one finding,
 * so that mending one and adding another of the same rule is seen. An entry knows its finding by what it says:
 *
 * 1. the same rule, file and fingerprint: nothing near it changed;
 * 2. the same rule, file and sentence: its headings changed, or it moved;
 * 3. the same rule and file, for what is said of a whole article: the words it is shown at changed;
 * 4. the same rule and sentence in a file that is no longer there: it was renamed.
 */
export interface BaselineEntry {
  readonly path: string
  readonly ruleId: string
  readonly fingerprint: string
  readonly sentence: string
  /** On a finding that speaks of the whole article, and is shown at words that have nothing to do with it. */
  readonly scope?: 'article' | undefined
}

export interface BaselineResult {
  readonly kept: readonly Diagnostic[]
  readonly excused: readonly SuppressedDiagnostic[]
}

export interface BaselineMatcher {
  /** Splits one file's findings. To be called once for each file. */
  readonly match: (path: string, diagnostics: readonly Diagnostic[]) => BaselineResult
  /** The entries that excused nothing in the files seen, and those of files that are gone. */
  readonly stale: () => readonly BaselineEntry[]
}

/**
 * @param isGone whether the file of an entry no longer exists, so that its entries may speak for another file
 */
export const matchBaseline = (
  entries: readonly BaselineEntry[],
  isGone: (path: string) => boolean,
): BaselineMatcher => {
  const left = new Set(entries)
  const byPath = grouped(entries, ({path}) => path)
  const orphans = grouped(
    [...byPath].flatMap(([path, list]) => (isGone(path) ? list : [])),
    wording,
  )
  const seen = new Set<string>()
  return {
    match: (path, diagnostics) => {
      seen.add(path)
      const own = byPath.get(path) ?? []
      const excused = new Map<Diagnostic, BaselineEntry>()
      const pair = (
        candidates: (one: Diagnostic) => readonly BaselineEntry[],
        alike: (entry: BaselineEntry, one: Diagnostic) => boolean,
      ): void => {
        for (const one of diagnostics) {
          if (excused.has(one)) continue
          const entry = candidates(one).find(
            (each) => left.has(each) && each.ruleId === one.ruleId && alike(each, one),
          )
          if (entry === undefined) continue
          left.delete(entry)
          excused.set(one, entry)
        }
      }
      pair(
        () => own,
        (entry, one) => entry.fingerprint === one.fingerprint,
      )
      pair(
        () => own,
        (entry, one) => entry.sentence === one.sentence,
      )
      pair(
        () => own,
        ({scope}) => scope === 'article',
      )
      // By what they say, since a folder that was renamed can leave thousands.
      pair(
        (one) => orphans.get(wording(one)) ?? [],
        () => true,
      )
      return {
        kept: diagnostics.filter((one) => !excused.has(one)),
        excused: diagnostics
          .filter((one) => excused.has(one))
          .map((one) => ({...one, suppression: inBaseline})),
      }
    },
    stale: () => [...left].filter(({path}) => seen.has(path) || isGone(path)),
  }
}

const inBaseline = {kind: 'baseline', reason: 'in the baseline'} as const

const wording = ({ruleId, sentence}: Pick<BaselineEntry, 'ruleId' | 'sentence'>): string =>
  `${ruleId}\n${sentence}`

const grouped = (
  entries: readonly BaselineEntry[],
  by: (entry: BaselineEntry) => string,
): ReadonlyMap<string, readonly BaselineEntry[]> => {
  const groups = new Map<string, BaselineEntry[]>()
  for (const entry of entries) {
    const list = groups.get(by(entry))
    if (list === undefined) groups.set(by(entry), [entry])
    else list.push(entry)
  }
  return groups
}

/**
 * The entry that excuses a finding from now on.
 *
 * @param isOfArticle whether the finding speaks of the whole article
 */
export const entryOf = (
  {path, ruleId, fingerprint, sentence}: Diagnostic,
  isOfArticle = false,
): BaselineEntry => ({
  path,
  ruleId,
  fingerprint,
  sentence,
  ...(isOfArticle ? {scope: 'article'} : {}),
})

/** One entry a line, sorted by path, rule, fingerprint and sentence, so that a review sees what was added. */
export const baselineText = (entries: readonly BaselineEntry[]): string =>
  entries
    .map(({path, ruleId, fingerprint, sentence, scope}) =>
      // In this order, which is the order of the lines.
      JSON.stringify({path, ruleId, fingerprint, sentence, scope}),
    )
    .toSorted()
    .map((line) => `${line}\n`)
    .join('')
