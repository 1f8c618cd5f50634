import {describe, expect, it} from 'vitest'
import {builtinPack} from '../../src/rules/builtin.js'
import {presetLevels} from '../../src/rules/presets.js'

/**
 * The presets that a rule belongs to: R recommended, S strict, F ftc, D fda-supplement, U uk-cap, E eu-claims,
 * P patient-info, J journal-news. A rule may be listed here before it exists.
 */
const profiles: Readonly<Record<string, string>> = {
  'require-disclaimer': 'RSFDJ',
  'require-supplement-disclaimer': 'DF',
  'require-emergency-advice': 'RSP',
  'require-side-effects': 'RSFJP',
  'require-boxed-warning': 'SFJ',
  'require-off-label-statement': 'RSFJ',
  'no-advice-to-stop-treatment': 'RSFUP',
  'no-discouraging-care': 'RSFUE',
  'no-absolute-efficacy': 'RSFDUEPJ',
  'no-absolute-safety': 'RSFUE',
  'no-natural-means-safe': 'RSUED',
  'no-disease-claims': 'DEUF',
  'no-miracle-words': 'RSFJ',
  'no-conspiracy-talk': 'RSF',
  'no-impossible-weight-loss': 'FDUE',
  'require-typical-results': 'FSU',
  'no-professional-endorsement': 'UES',
  'cite-proof-claims': 'RSFDJ',
  'no-false-approval': 'FDS',
  'no-sameness-claims': 'FS',
  'no-pom-promotion': 'UE',
  'no-vague-benefits': 'EDS',
  'cite-comparisons': 'RSFEJ',
  'cite-statistics': 'RSFPJ',
  'cite-vague-research': 'RSFJP',
  'cite-authority-claims': 'RSJP',
  'cite-listed-references': 'RSJ',
  'require-matching-references': 'RSJ',
  'no-empty-sources-section': 'RSJP',
  'prefer-linked-source': 'SJP',
  'require-wellformed-identifiers': 'RSJ',
  'no-animal-to-human-leap': 'RSFJ',
  'no-study-proves': 'RSFJ',
  'require-absolute-risk': 'RSFJP',
  'prefer-natural-frequencies': 'PS',
  'require-same-denominator': 'PSJ',
  'require-number-with-risk-word': 'PS',
  'prefer-one-number-format': 'PS',
  'require-effect-size': 'SJ',
  'no-drafting-residue': 'RSFDUEPJ',
  'no-template-chrome': 'RSPJ',
  'no-related-widget': 'RSPJ',
  'no-seo-leftovers': 'RSPJ',
  'no-duplicate-blocks': 'RSPJ',
  'no-self-definition': 'RSJ',
  'no-filler-opening': 'SP',
  'no-known-misspellings': 'SPJ',
  'prefer-people-first': 'RSPJ',
  'no-victim-language': 'SP',
  'no-addiction-stigma': 'RSPJ',
  'no-weight-stigma': 'SPJ',
  'no-disability-labels': 'RSPJ',
  'no-mental-illness-labels': 'SPJ',
  'no-blame-language': 'SPJ',
  'prefer-age-neutral-words': 'SPJ',
  'require-crisis-line': 'RSPJ',
  'no-unsafe-suicide-wording': 'RSPJ',
  'no-suicide-method-detail': 'SPJ',
  'no-single-cause-suicide': 'JSP',
  'no-suicide-sensation': 'JSP',
  'no-sales-hotline': 'SFP',
  'limit-reading-grade': 'PS',
  'limit-sentence-length': 'PS',
  'prefer-plain-words': 'PS',
  'require-abbreviation-expansion': 'PSJ',
  'require-term-explained': 'P',
  'require-descriptive-links': 'PS',
  'require-useful-alt-text': 'PS',
  'no-empty-sections': 'RSPJ',
  'require-author': 'RSJ',
  'no-empty-byline': 'RSPJ',
  'require-reviewer': 'PS',
  'require-dates': 'RSPJ',
  'no-overdue-review': 'PS',
  'require-affiliate-disclosure': 'FS',
  'require-advertising-label': 'UFS',
  'require-funding-disclosure': 'JSP',
  'require-ai-disclosure': 'SJ',
  'no-ai-author': 'JS',
  'no-anecdotal-authority': 'SJF',
  'no-broken-front-matter': 'RS',
  'no-error-prone-abbreviations': 'RSPJ',
  'require-leading-zero': 'RSPJ',
  'no-trailing-zero': 'RSPJ',
  'no-micro-symbol': 'RSP',
  'prefer-dose-spacing': 'PS',
  'require-generic-name': 'PJUS',
  'no-unsupervised-dosing': 'RSPF',
  'require-ml-for-liquids': 'PS',
  'require-compounded-warning': 'SFJ',
  'require-read-label-line': 'U',
  'require-diet-statement': 'E',
  'no-cure-all': 'SFD',
  'no-fear-appeal': 'SUE',
  'prefer-primary-source': 'SJF',
  'no-retracted-source': 'JS',
  'no-causal-overclaim': 'SJ',
  'require-preprint-label': 'JS',
  'no-stale-sources': 'SJP',
  'no-false-precision': 'PSJ',
  'require-risk-timeframe': 'PS',
  'require-mortality-with-survival': 'JS',
  'no-unclosed-brackets': 'SJ',
  'no-eating-disorder-numbers': 'PSJ',
  'limit-paragraph-length': 'PS',
  'no-double-negatives': 'PS',
  'require-key-sections': 'PS',
  'require-author-credentials': 'SJ',
  'require-dose-commas': 'PS',
  'cite-doses': 'SPJ',
  'require-interaction-warning': 'PSJ',
  'no-imperial-doses': 'P',
}

const names = {
  R: 'recommended',
  S: 'strict',
  F: 'ftc',
  D: 'fda-supplement',
  U: 'uk-cap',
  E: 'eu-claims',
  P: 'patient-info',
  J: 'journal-news',
} as const

const ids = builtinPack.rules.map(({id}) => id)
const ofDocument = builtinPack.rules.filter(({topic}) => topic === 'document').map(({id}) => id)

describe('the presets', () => {
  it('are these, each with a summary', () => {
    expect(Object.keys(builtinPack.presets).sort()).toEqual(['document', ...Object.values(names)].sort())
    for (const {summary} of Object.values(builtinPack.presets)) expect(summary).toMatch(/\.$/)
  })

  it('name rules that exist, and no others', () => {
    const named = Object.values(builtinPack.presets).flatMap(({rules}) => Object.keys(rules))
    expect(named.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('leave no rule without a place', () => {
    expect(ids.filter((id) => !(id in profiles) && !ofDocument.includes(id))).toEqual([])
  })

  for (const [letter, name] of Object.entries(names)) {
    it(`${name} has the rules that belong to it, and those of every document`, () => {
      const wanted = ids.filter((id) => ofDocument.includes(id) || profiles[id]?.includes(letter))
      const found = [...presetLevels(name, [builtinPack])].filter(([, level]) => level !== 'off')
      expect(found.map(([id]) => id).sort()).toEqual(wanted.sort())
    })
  }

  it('judge in patient-info no article by its disclaimer, and in journal-news leave that to a person', () => {
    expect(presetLevels('patient-info', [builtinPack]).has('require-disclaimer')).toBe(false)
    expect(presetLevels('journal-news', [builtinPack]).get('require-disclaimer')).toBe('info')
  })

  it('is strict where recommended is, or stricter', () => {
    const rank = {off: 0, info: 1, warning: 2, error: 3}
    const strict = presetLevels('strict', [builtinPack])
    for (const [id, level] of presetLevels('recommended', [builtinPack]))
      expect(rank[strict.get(id) ?? 'off'], id).toBeGreaterThanOrEqual(rank[level])
  })
})
