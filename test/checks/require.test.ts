import {describe, expect, test} from 'vitest'
import {createLinter, type Diagnostic} from '../../src/index.js'

const lintWith = (
  rule: string,
  text: string,
  options: Readonly<Record<string, unknown>> = {},
  path = 'advice.md',
): readonly Diagnostic[] => createLinter({rules: {[rule]: ['error', options]}}).lint(text, {path}).diagnostics

const applied = (text: string, {edits}: Diagnostic['suggestions'][number]): string =>
  edits.reduceRight(
    (result, {start, end, text: put}) => result.slice(0, start) + put + result.slice(end),
    text,
  )

describe('an article that should say it is not medical advice', () => {
  const rule = 'require-disclaimer'
  const article = '# Hay fever\n\nPollen makes the nose run.\n'

  test('is told what is missing when it only sends readers to a doctor', () => {
    const [finding] = lintWith(rule, `${article}\nTalk to your doctor if it lasts.\n`)
    expect(finding?.message).toContain('sends readers to a professional')
    expect(finding?.message).toContain('never says that it is not medical advice')
    expect(finding?.level).toBe('error')
  })

  test('is told that half a notice is half a notice, at warning', () => {
    const [finding] = lintWith(rule, `${article}\nThis page is for information purposes only.\n`)
    expect(finding?.level).toBe('warning')
    expect(finding?.message).toContain('for information')
  })

  test('is told that a comment is seen by no reader', () => {
    const [finding] = lintWith(rule, `${article}\n<!-- This page is not medical advice. -->\n`)
    expect(finding?.message).toContain('no reader sees it')
  })

  test('is told that a sentence about something else is no notice', () => {
    const [finding] = lintWith(rule, `${article}\nA nasal spray is not a substitute for professional care.\n`)
    expect(finding?.message).toContain('is not said of this article')
  })

  test('is told that the statement for supplements speaks of a product', () => {
    const line = 'These statements have not been evaluated by the Food and Drug Administration.'
    const [finding] = lintWith(rule, `${article}\n*${line}*\n`)
    expect(finding?.message).toContain('speaks of a product')
  })

  test('has it in a shortcode of WordPress, and in one that the user named', () => {
    expect(lintWith(rule, `${article}\n[medical-disclaimer id="3"]\n`)).toEqual([])
    expect(lintWith(rule, `${article}\n[small_print]\n`)).toHaveLength(1)
    expect(lintWith(rule, `${article}\n[small_print]\n`, {components: ['SmallPrint']})).toEqual([])
  })

  test('is underlined at its title', () => {
    expect(lintWith(rule, article)[0]).toMatchObject({actual: 'Hay fever', start: {line: 1, column: 3}})
  })

  for (const locale of ['generic', 'us', 'uk', 'au']) {
    test(`is right once the suggested wording for ${locale} is taken`, () => {
      const [finding] = lintWith(rule, article, {locale})
      const mended = applied(article, finding!.suggestions[0]!)
      expect(mended.startsWith(article.trimEnd())).toBe(true)
      expect(lintWith(rule, mended)).toEqual([])
      expect(finding?.fix).toBeUndefined()
    })
  }

  test('keeps its line endings when the suggestion is taken', () => {
    const text = article.replaceAll('\n', '\r\n')
    const [finding] = lintWith(rule, text)
    expect(applied(text, finding!.suggestions[0]!)).not.toMatch(/[^\r]\n/)
  })

  test('is given plain words, not emphasis, in plain text', () => {
    const [finding] = lintWith(rule, 'Hay fever\n\nPollen makes the nose run.\n', {}, 'advice.txt')
    expect(finding!.suggestions[0]!.edits[0]!.text).not.toContain('*')
  })

  test('may be excused by the front matter only with a reason', () => {
    const withField = (fields: string): string => `---\n${fields}\n---\n\n${article}`
    expect(lintWith(rule, withField('disclaimer: true'))).toEqual([])
    expect(lintWith(rule, withField('disclaimer: false'))).toHaveLength(1)
    expect(lintWith(rule, withField('disclaimer: false\ndisclaimer-reason: handed over by a nurse'))).toEqual(
      [],
    )
  })

  test('is not asked for a notice when it is not about health', () => {
    expect(lintWith(rule, '# Sprint notes\n\nWe moved the build to another machine.\n')).toEqual([])
  })
})

describe('a page that should name a crisis line', () => {
  const rule = 'require-crisis-line'

  for (const locale of ['generic', 'us', 'ca', 'uk', 'ie', 'au', 'nz']) {
    test(`is right once the suggested line for ${locale} is taken`, () => {
      const article = '# Suicidal thoughts\n\nThey come and go.\n'
      const [finding] = lintWith(rule, article, {locale})
      expect(lintWith(rule, applied(article, finding!.suggestions[0]!))).toEqual([])
    })
  }

  test('is graded by how much it says of suicide, not by the word', () => {
    const once = 'The drug may raise the risk of suicide.\n'
    expect(lintWith(rule, once).map(({level}) => level)).toEqual(['info'])
    expect(lintWith(rule, `## Suicide\n\n${once}`).map(({level}) => level)).toEqual(['error'])
  })

  test('counts two mentions in one sentence once', () => {
    expect(lintWith(rule, 'Some had thoughts of self-harm or suicide.\n')[0]?.level).toBe('info')
  })

  test('may ask for more mentions', () => {
    const text = 'Self-harm is common. Suicide is not.\n'
    expect(lintWith(rule, text)[0]?.level).toBe('error')
    expect(lintWith(rule, text, {'min-mentions': 3})[0]?.level).toBe('info')
  })
})
