import type {Article} from '../../src/article/article.js'
import type {Diagnostic, Level} from '../../src/diagnostic.js'
import type {Explanation, Linter} from '../../src/index.js'
import type {Rule} from '../../src/rules/rule.js'

/** The part of the library that the harness uses: only public names. */
export type Library = Pick<typeof import('../../src/index.js'), 'createLinter' | 'defineRule' | 'rules'>

export interface Engine {
  readonly rules: readonly Rule[]
  /** Ids among these that the library has. */
  readonly known: (ids: readonly string[]) => readonly string[]
  readonly inTopic: (topic: string) => readonly string[]
  /** Findings of these rules alone; ids that the library lacks find nothing. */
  readonly lint: (ids: readonly string[], text: string, path: string) => readonly Diagnostic[]
  /** What these rules saw, and what they made of it. */
  readonly explain: (ids: readonly string[], text: string, path: string) => readonly Explanation[]
  /** Reads an article through a rule in code, as any user of the library can. */
  readonly probe: <T>(text: string, path: string, read: (article: Article) => T) => T
}

/**
 * Linters are compiled once for each list of rules, at the rules' own levels: a finding that a rule itself lowers to
 * `info` stays one.
 */
export const createEngine = ({createLinter, defineRule, rules}: Library): Engine => {
  const linters = new Map<string, Linter>()
  const linterFor = (ids: readonly string[]): Linter => {
    const key = ids.join(' ')
    const made = linters.get(key)
    if (made !== undefined) return made
    const levels = rules.filter(({id}) => ids.includes(id)).map(({id, level}) => [id, level] as const)
    const linter = createLinter({rules: Object.fromEntries(levels)})
    linters.set(key, linter)
    return linter
  }

  let reader: ((article: Article) => void) | undefined
  const probeRule = defineRule({
    id: 'bench-probe',
    topic: 'bench',
    summary: 'Shows the harness how an article was read.',
    why: 'It measures the language layer without a rule of its own.',
    level: 'info',
    languages: 'any',
    check: (article) => {
      reader?.(article)
      return []
    },
  })
  let probeLinter: Linter | undefined
  const probe = <T>(text: string, path: string, read: (article: Article) => T): T => {
    probeLinter ??= createLinter({rules: {'bench-probe': 'info'}, plugins: [probeRule]})
    let result: {readonly value: T} | undefined
    reader = (article) => {
      result = {value: read(article)}
    }
    probeLinter.lint(text, {path})
    reader = undefined
    if (result === undefined) throw new Error(`the library did not run a rule in code on ${path}`)
    return result.value
  }

  return {
    rules,
    known: (ids) => ids.filter((id) => rules.some((rule) => rule.id === id)),
    inTopic: (topic) => rules.filter((rule) => rule.topic === topic).map((rule) => rule.id),
    lint: (ids, text, path) =>
      linterFor(ids)
        .lint(text, {path})
        .diagnostics.filter(({ruleId}) => ids.includes(ruleId)),
    explain: (ids, text, path) => (ids.length === 0 ? [] : linterFor(ids).explain(text, {path})),
    probe,
  }
}

/** `error` and `warning` claim something; `info` asks a person to judge. */
export const isAlarm = ({level}: {readonly level: Level}): boolean => level !== 'info'
