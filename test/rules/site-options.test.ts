import {describe, expect, it} from 'vitest'
import {createLinter, defineRule, type Settings} from '../../src/index.js'

const found = (rule: string, text: string, settings: Settings): readonly string[] =>
  createLinter({...settings, rules: {[rule]: 'error'}})
    .lint(text, {path: 'a.mdx'})
    .diagnostics.map(({ruleId}) => ruleId)

const ketamine = '# Ketamine for depression\n\nKetamine may lift mood within a day. It is given by drip.\n'
const asked = ['require-disclaimer']

describe('what a site says about itself', () => {
  it('spares articles a notice that the layout adds', () => {
    expect(found('require-disclaimer', ketamine, {})).toEqual(asked)
    expect(found('require-disclaimer', ketamine, {site: {assumeLayout: ['disclaimer']}})).toEqual([])
    expect(found('require-disclaimer', ketamine, {site: {assumeLayout: ['author']}})).toEqual(asked)
  })

  it('makes its components, shortcodes and fields count, beside those that always do', () => {
    const text = `${ketamine}\n<LegalBox />\n`
    expect(found('require-disclaimer', text, {})).toEqual(asked)
    const site = {components: {disclaimer: ['LegalBox']}, frontMatterFields: {disclaimer: ['legal']}}
    expect(found('require-disclaimer', text, {site})).toEqual([])
    expect(found('require-disclaimer', `${ketamine}\n<MedicalDisclaimer />\n`, {site})).toEqual([])
    expect(found('require-disclaimer', `---\nlegal: standard\n---\n\n${ketamine}`, {site})).toEqual([])
    const shortcodes = {shortcodes: {disclaimer: ['LegalBox']}}
    expect(found('require-disclaimer', text, {site: shortcodes})).toEqual([])
  })

  it('makes links to its hosts count as sources', () => {
    const text = 'One in six runners limps ([survey](https://blog.example.org/survey)).\n'
    expect(found('cite-statistics', text, {})).toEqual(['cite-statistics'])
    for (const host of ['blog.example.org', 'example.org', 'www.example.org', 'Example.org'])
      expect(found('cite-statistics', text, {site: {allowedHosts: [host]}})).toEqual([])
    for (const host of ['old.blog.example.org', 'ample.org', 'survey'])
      expect(found('cite-statistics', text, {site: {allowedHosts: [host]}})).toEqual(['cite-statistics'])
  })

  it('gives way to options of the rule', () => {
    const settings = {
      site: {assumeLayout: ['disclaimer']},
      options: {'require-disclaimer': {'assume-layout': false}},
    } as const
    expect(found('require-disclaimer', ketamine, settings)).toEqual(asked)
  })

  it('chooses the country of the wording that is offered', () => {
    const inserted = (locale?: string): string =>
      JSON.stringify(
        createLinter({rules: {'require-disclaimer': 'error'}, ...(locale === undefined ? {} : {locale})})
          .lint(ketamine, {path: 'a.md'})
          .diagnostics.map(({suggestions}) => suggestions),
      )
    expect(inserted('en-GB')).toContain('GP')
    expect(inserted('en-US')).not.toContain('GP')
  })

  it('accepts its vocabulary, whatever the letters’ case and the line breaks', () => {
    const text = 'This tea is 100%\nSafe.\n'
    expect(found('no-absolute-safety', text, {})).toEqual(['no-absolute-safety'])
    expect(found('no-absolute-safety', text, {site: {vocabulary: ['100% safe']}})).toEqual([])
  })

  it('is read by rules in code as `article.site`, whole', () => {
    let site: unknown
    const rule = defineRule({
      id: 'look',
      topic: 'own',
      summary: 'Look.',
      why: 'To see.',
      level: 'info',
      check: (article) => {
        site = article.site
        return []
      },
    })
    createLinter({rules: {}, plugins: [rule], site: {helpLines: ['0800 123']}, locale: 'en-GB'}).lint('Text.')
    expect(site).toEqual({
      assumeLayout: [],
      components: {},
      shortcodes: {},
      frontMatterFields: {},
      allowedHosts: [],
      helpLines: ['0800 123'],
      vocabulary: [],
      locale: 'en-GB',
    })
  })
})
