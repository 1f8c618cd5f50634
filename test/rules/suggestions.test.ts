import {describe, expect, it, test} from 'vitest'
import type {Diagnostic, Edit} from '../../src/diagnostic.js'
import {createLinter} from '../../src/index.js'
import {builtinPack} from '../../src/rules/builtin.js'
import {trialsOf} from '../../src/rules/example.js'

/*
 * An editor offers suggestions as quick fixes, so that the sentence must be whole after each. Every suggestion for every
 * example of every rule is applied here, in all shapes of the example.
 */
const applied = (text: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((so, {start, end, text}) => so.slice(0, start) + text + so.slice(end), text)

const plainText = (marked: string): string => marked.replace(/\[\||\|\]/g, '')

/** What pairs, and how much of it opens and closes in a text. */
const pairs = (text: string): readonly number[] =>
  ['(', ')', '[', ']', '“', '”', '*', '_', '`', '~', '"', '<!--', '-->'].map(
    (mark) => text.split(mark).length,
  )

const be = 'is|are|was|were|be|am'
const faults: readonly RegExp[] = [
  new RegExp(`\\b(?:${be}) (?:${be}|uses?|used|has|had|have|died|dies)\\b`, 'gi'),
  /\b(?:an?|every|each) (?:people|children|adults|women|men|pupils)\b/gi,
  /\ba [aeio]\w+|\ban (?!hour|hono)[^aeiou\W]\w+/gi,
  /\b(?:to|can|will|must|should|may|not|does|did) (?:may|can|dies|died|uses|used|has|had)\b/gi,
  /\b(?:he|she|it) (?:ending|dying|people)\b/gi,
  /\b(\w+) \1\b/gi,
]

/** Words that cannot follow each other, in a text as it would be read. */
const faultsOf = (text: string): readonly string[] => {
  const line = text.replace(/[*_>\s]+/g, ' ')
  return faults.flatMap((fault) => Array.from(line.matchAll(fault), ([all]) => all))
}

const mended = (text: string, linter: ReturnType<typeof createLinter>, path: string) =>
  linter
    .lint(text, {path, today: '2026-06-01'})
    .diagnostics.flatMap((diagnostic) =>
      diagnostic.suggestions.map(({edits}) => ({diagnostic, edits, after: applied(text, edits)})),
    )

const startsWithCapital = (text: string): boolean => /^\p{Lu}/u.test(text)

for (const rule of builtinPack.rules) {
  describe(rule.id, () => {
    const linterOf = (options: Readonly<Record<string, unknown>> = {}) =>
      createLinter({rules: {[rule.id]: [rule.level, options]}})
    const trials = trialsOf(rule).filter(({example}) => 'fail' in example)
    test('leaves a whole sentence behind every suggestion', () => {
      const plain = linterOf()
      for (const {marked, example} of trials) {
        const text = plainText(marked)
        const before = faultsOf(text)
        const linter = example.options === undefined ? plain : linterOf(example.options)
        for (const {diagnostic, edits, after} of mended(text, linter, example.path ?? 'example.md')) {
          const told = `${text}\n=> ${after}`
          expect(
            faultsOf(after).filter((fault) => !before.includes(fault)),
            told,
          ).toEqual([])
          if (diagnostic.expected.length === 0) continue
          expect(pairs(after), told).toEqual(pairs(text))
          for (const {start, end, text: written} of edits)
            expect(startsWithCapital(written), told).toBe(startsWithCapital(text.slice(start, end)))
          expect(remaining(after, linter, example.path, diagnostic), told).toEqual([])
        }
      }
    })
  })
}

/** Findings that are still where the edit was. */
const remaining = (
  after: string,
  linter: ReturnType<typeof createLinter>,
  path: string | undefined,
  {start}: Diagnostic,
): readonly string[] =>
  linter
    .lint(after, {path: path ?? 'example.md', today: '2026-06-01'})
    .diagnostics.filter((one) => one.start.offset <= start.offset && start.offset < one.end.offset)
    .map(({actual}) => actual)

const golden: readonly (readonly [rule: string, before: string, ...after: readonly string[]])[] = [
  ['no-absolute-efficacy', 'This tea cures insomnia.', 'This tea may help with insomnia.'],
  ['no-absolute-efficacy', 'This tea *cures* insomnia.', 'This tea *may help with* insomnia.'],
  ['no-absolute-efficacy', 'This tea **cures insomnia**.', 'This tea **may help with insomnia**.'],
  ['no-absolute-efficacy', 'This tea **cu**res diabetes.'],
  ['no-absolute-efficacy', 'This tea will cure diabetes.', 'This tea may help with diabetes.'],
  ['no-disability-labels', 'She is confined to a wheelchair.', 'She uses a wheelchair.'],
  ['no-disability-labels', 'She is *confined* to a wheelchair.'],
  ['no-disability-labels', 'They were wheelchair-bound, and poor.', 'They used a wheelchair, and poor.'],
  ['no-disability-labels', 'Care for wheelchair-bound patients.', 'Care for patients who use a wheelchair.'],
  ['no-disability-labels', 'A wheelchair-bound driver.'],
  [
    'no-disability-labels',
    'The mentally retarded need care.',
    'People with a learning disability need care.',
    'People with an intellectual disability need care.',
  ],
  ['no-disability-labels', 'A handicapped child.', 'A disabled child.'],
  ['no-disability-labels', 'He met a mentally handicapped pupil.'],
  ['no-unsafe-suicide-wording', 'He killed himself.', 'He died by suicide.'],
  ['no-unsafe-suicide-wording', 'He killed himself and his wife.'],
  ['no-unsafe-suicide-wording', '“My brother committed suicide,” she says.'],
  ['no-unsafe-suicide-wording', 'He tried to kill himself.', 'He attempted suicide.'],
  ['no-unsafe-suicide-wording', 'It was a failed suicide attempt.', 'It was a suicide attempt.'],
  ['no-unsafe-suicide-wording', 'An unsuccessful suicide attempt.', 'A suicide attempt.'],
  ['no-unsafe-suicide-wording', 'A failed attempt at suicide.', 'An attempt at suicide.'],
  ['no-unsafe-suicide-wording', 'COMMITTED SUICIDE', 'DIED BY SUICIDE'],
  ['no-addiction-stigma', 'He is an alcoholic.', 'He is a person with alcohol use disorder.'],
  ['no-addiction-stigma', 'He has an alcoholic father.'],
  ['no-addiction-stigma', 'Junkies are people.', 'People with an addiction are people.'],
  ['no-addiction-stigma', 'Former drug addicts run it.'],
  ['no-addiction-stigma', 'Meth addicts are people.'],
  ['no-addiction-stigma', 'He was an addict.', 'He was a person with an addiction.'],
  ['no-addiction-stigma', 'A history of drug abuse.', 'A history of drug misuse.'],
  ['prefer-people-first', 'Diabetics often walk.', 'People with diabetes often walk.'],
  ['prefer-people-first', '[Diabetics](x.md) eat.', '[People with diabetes](x.md) eat.'],
  ['prefer-people-first', 'DIABETICS EAT.', 'PEOPLE WITH DIABETES EAT.'],
  ['prefer-people-first', 'Advice for type 2 diabetics.', 'Advice for people with type 2 diabetes.'],
  ['prefer-people-first', 'Not all Type 2 diabetics walk.', 'Not all people with type 2 diabetes walk.'],
  ['prefer-people-first', 'Advice for older diabetics.'],
  ['prefer-people-first', 'An epileptic should not swim.', 'A person with epilepsy should not swim.'],
  ['prefer-people-first', 'Ramps for the disabled are here.', 'Ramps for disabled people are here.'],
  ['prefer-people-first', 'Ramps for the disabled passengers.'],
]

describe('a suggestion', () => {
  for (const [rule, before, ...after] of golden) {
    const told =
      after.length === 0 ? `is not made for “${before}”` : `makes “${before}” into “${after.join('” or “')}”`
    it(told, () => {
      const {level} = builtinPack.rules.find(({id}) => id === rule)!
      const results = mended(before, createLinter({rules: {[rule]: level}}), 'example.md')
      expect(results.map(({after}) => after)).toEqual(after)
    })
  }
})
