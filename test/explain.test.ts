import {describe, expect, it} from 'vitest'
import {createLinter, type Explanation, type Settings, type Sighting} from '../src/index.js'
import {readPack} from '../src/rules/read-pack.js'

const head =
  'summary: S.\nwhy: W.\nlevel: warning\nsources: []\nmessage: M.\nexamples: [{pass: A.}, {pass: B.}]\n'

/** Settings under which the rule with these checks, in YAML, runs alone. */
const ruleWith = (checks: string): Settings => ({
  rules: {'own-rule': 'warning'},
  packs: [readPack([{path: 'own/own-rule.yaml', text: `${head}${checks}`}])],
})

const explained = (settings: Settings, text: string): Explanation => {
  const [only, ...others] = createLinter(settings).explain(text, {path: 'a.md'})
  expect(others).toEqual([])
  return only!
}

/** `words: became why`, for each sighting that a check of the rule was about. */
const fates = ({sightings}: Explanation): readonly string[] =>
  sightings
    .filter(({became}) => became !== 'context')
    .map(({words, became, why}) => `${words}: ${became}${why === undefined ? '' : ` ${why}`}`)

const wording = ruleWith(`
phrase:
  status: [negated]
  once: block
  match:
    - phrases: [miracle ~cure, ~cure all]
      unless: [label]
      with: [{within: block, phrases: [tea]}]
`)

describe('what a rule saw', () => {
  it('has the phrase as it is written, its place in the file, the words and where they stand in the source', () => {
    const {sightings} = explained(wording, '# Tea\n\nThis *tea* is a **miracle** cure.\n')
    expect(sightings.find(({became}) => became === 'finding')).toEqual({
      key: 'phrase/match/0/phrases/0',
      phrase: 'miracle ~cure',
      words: 'miracle cure',
      start: {line: 3, column: 19, offset: 25},
      end: {line: 3, column: 33, offset: 39},
      statuses: [],
      cues: [],
      became: 'finding',
    })
  })

  it('has each finding, and what became of it', () => {
    const {findings} = explained(
      wording,
      'This tea is a miracle cure.\n\n<!-- healthlint-disable-next-line own-rule -- a name -->\nTea cures all.\n',
    )
    expect(findings.map(({words, became, why}) => [words, became, why])).toEqual([
      ['miracle cure', 'reported', undefined],
      ['cures all', 'suppressed', 'a comment excuses it: “a name”'],
    ])
  })

  it('says which setting took a match away', () => {
    const said = (text: string): readonly string[] => fates(explained(wording, text))
    expect(said('This tea is no miracle cure.\n')).toEqual(['miracle cure: nothing status negated'])
    expect(said('This tea is a miracle cure, says the label.\n')).toEqual([
      'miracle cure: nothing unless phrase/match/0/unless/0: “label”',
    ])
    expect(said('Honey is a miracle cure.\n\nTea is not.\n')).toEqual([
      'miracle cure: nothing not with phrase/match/0/with/0: {"within":"block","phrases":["tea"]}',
    ])
    expect(said('```\nA tea, a miracle cure.\n```\n')).toEqual([
      'miracle cure: nothing no text of its kind is read here (code)',
    ])
    expect(said('This tea is a miracle cure. It cures all.\n')).toEqual([
      'miracle cure: finding',
      'cures all: nothing another one stands for it (once: block)',
    ])
  })

  it('has the statuses of the words, and the cues that reach them', () => {
    const {sightings} = explained(wording, 'Tea is not a miracle cure.\n')
    const [seen] = sightings.filter(({became}) => became !== 'context')
    expect(seen!.statuses).toContain('negated')
    expect(seen!.cues).toContainEqual(
      expect.objectContaining({kind: 'negated', words: 'not', side: 'before', weak: false}),
    )
  })

  it('has a match that a condition asked for as context even where it stands in a finding', () => {
    const inside = ruleWith('phrase: {match: [miracle ~cure], with: [~cure]}\n')
    const {sightings} = explained(inside, 'A miracle cure.\n')
    expect(sightings.map(({words, became}) => `${words}: ${became}`)).toEqual([
      'miracle cure: finding',
      'cure: context',
    ])
  })

  it('has the matches of a structure check that underlines them', () => {
    const {sightings} = explained(
      {rules: {'no-self-definition': 'warning'}},
      'Sprays like lidocaine, a derivative of lidocaine, numb the skin.\n',
    )
    expect(sightings.map(({became}) => became)).toContain('finding')
  })

  it('has matches that only a condition asks for, as context', () => {
    const {sightings} = explained(wording, 'Green tea is nice.\n')
    expect(sightings).toEqual([
      expect.objectContaining({words: 'tea', became: 'context', key: 'phrase/match/0/with/0/phrases/0'}),
    ])
  })

  it('tells of a claim what supports it', () => {
    const supported = ruleWith('support: {claim: {match: [it works]}, by: [as the trial found]}\n')
    expect(fates(explained(supported, 'Yes, it works, as the trial found.\n'))).toEqual([
      'it works: nothing supported by support/by/0: “as the trial found”',
    ])
  })

  it('tells of an article which verdict decided, and by what evidence', () => {
    const required = ruleWith(`
require:
  minWords: 3
  evidence: {notice: {match: [no advice]}, hint: {match: [talk to a nurse]}}
  verdicts:
    - {has: [notice], accept: true}
    - {has: [hint], message: 'Only “{hint}”.'}
`)
    const accepted = explained(required, '# Tea\n\nThis is no advice.\n')
    expect(accepted.conclusion).toBe('accepted by verdict 1 (notice)')
    expect(fates(accepted)).toEqual(['no advice: evidence notice'])
    expect(explained(required, '# Tea\n\nDo talk to a nurse.\n').conclusion).toBe(
      'decided by verdict 2 (hint)',
    )
    expect(explained(required, '# Tea\n\nRest a lot today.\n').conclusion).toBe('no verdict fits')
    expect(explained(required, '# Tea\n').conclusion).toMatch(/^nothing is asked of this article/)
  })

  it('has the citation that a figure rests on, with its entry, or that there is none', () => {
    const statistics: Settings = {rules: {'cite-statistics': 'warning'}}
    const citations = (text: string): readonly Sighting['citation'][] =>
      explained(statistics, text).sightings.flatMap(({citation}) => citation ?? [])
    expect(citations('About 40% of adults snore.\n')).toEqual(['none'])
    const cited =
      '# Snoring\n\nAbout 40% of adults snore [1].\n\n## References\n\n1. Smith J. Snoring in adults. Sleep. 2019;4:1-9. https://doi.org/10.1000/182\n'
    expect(citations(cited)).toEqual([
      expect.objectContaining({
        kind: 'number',
        strength: 'strong',
        entry: expect.stringContaining('Snoring in adults'),
      }),
    ])
  })

  it('is nothing where the rule does not read the article’s language', () => {
    const german = '---\nlang: de\n---\n\n# Tee\n\nDieser tea ist kein miracle cure.\n'
    expect(explained(wording, german)).toEqual({
      ruleId: 'own-rule',
      conclusion: 'not run: it reads English, and the article is in “de”',
      findings: [],
      sightings: [],
    })
  })

  it('is asked of every rule that runs, and a lint finds the same before and after', () => {
    const linter = createLinter()
    const text = '# Tea\n\nThis tea cures all cancers in 40% of people. It is 100% safe.\n'
    const before = linter.lint(text)
    const explanations = linter.explain(text)
    expect(explanations.map(({ruleId}) => ruleId)).toEqual(linter.rules.map(({id}) => id))
    expect(linter.lint(text)).toEqual(before)
    for (const {ruleId, start, end} of before.diagnostics.filter(
      ({ruleId}) => ruleId !== 'require-disclaimer',
    ))
      expect(
        explanations
          .find((one) => one.ruleId === ruleId)!
          .sightings.some(
            (one) =>
              one.became === 'finding' && one.start.offset < end.offset && start.offset < one.end.offset,
          ),
      ).toBe(true)
  })
})
