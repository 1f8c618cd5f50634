import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {createEngine} from '../../bench/accuracy/engine.js'
import {openGold} from '../../bench/accuracy/gold.js'
import type {Measure, Result} from '../../bench/accuracy/measure.js'
import {disclaimerArticles, disclaimerLines} from '../../bench/accuracy/measures/disclaimer.js'
import {documents} from '../../bench/accuracy/measures/documents.js'
import {efficacyDocuments, efficacySecond, efficacySentences} from '../../bench/accuracy/measures/efficacy.js'
import {negation, pressReleases} from '../../bench/accuracy/measures/language.js'
import {residueLines, residuePassages} from '../../bench/accuracy/measures/residue.js'
import {statisticsSecond} from '../../bench/accuracy/measures/statistics.js'
import {formatWrong} from '../../bench/accuracy/show.js'
import {createLinter, defineRule, rules} from '../../src/index.js'

const engine = createEngine({createLinter, defineRule, rules})

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'healthlint-sets-'))
})
afterAll(() => rmSync(folder, {recursive: true}))

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), {recursive: true})
  writeFileSync(join(folder, file), text)
}

const run = (measure: Measure, file: string, rows: readonly object[]): Result => {
  write(file, rows.map((row) => JSON.stringify(row)).join('\n'))
  return measure.run(openGold(folder), engine)[0]!
}

const figure = (result: Result, name: string): number | undefined =>
  result.figures.find((one) => one.name === name)?.value

const promise = 'This tea cures diabetes in every patient, guaranteed.'
const calm = 'Tea is a warm drink that many people like.'

describe('efficacy', () => {
  it('counts hits and misses, and leaves borderline rows out', () => {
    const result = run(efficacySentences, 'absolute-efficacy-sentences.jsonl', [
      {text: promise, label: 1, source: 'a'},
      {text: calm, label: 0, source: 'b'},
      {text: calm, label: 1, source: 'c'},
      {text: promise, label: -1, source: 'd'},
    ])
    expect(result.cases).toBe(3)
    expect(result.counts).toEqual({truePositive: 1, falsePositive: 0, falseNegative: 1, trueNegative: 1})
    expect(result.wrong.map(({kind, source}) => `${kind} ${source}`)).toEqual(['fn c'])
  })

  it('charges a zero drawn from the hunt for all that it stands for', () => {
    const result = run(efficacySecond, 'efficacy2.jsonl', [
      {text: promise, label: 1, source: 'a', sample: 'hunt-census'},
      {text: promise, label: 0, source: 'b', sample: 'hunt-zero-sample'},
      {text: promise, label: 0, source: 'c', sample: 'wide-net'},
      {text: calm, label: 0, source: 'd', sample: 'no-net'},
    ])
    expect(figure(result, 'precision')).toBeCloseTo(1 / 12.7)
    expect(figure(result, 'alarms on random sentences')).toBe(0.5)
  })

  it('counts alarms for ten thousand words of edited text, and of no other', () => {
    write(
      'articles/manifest.tsv',
      'path\twords\ttier\narticles/a.md\t5000\tagency\narticles/b.md\t5000\tnews\n',
    )
    write('articles/a.md', `# Tea\n\n${promise}\n`)
    write('articles/b.md', `# Tea\n\n${promise}\n`)
    const result = efficacyDocuments.run(openGold(folder), engine)[0]!
    expect(result.cases).toBe(1)
    expect(figure(result, 'alarms per 10,000 words')).toBe(2 * (figure(result, 'alarms') ?? 0))
    expect(figure(result, 'alarms')).toBeGreaterThan(0)
  })
})

describe('residue', () => {
  it('reads a line of front matter in front matter', () => {
    const result = run(residueLines, 'residue-lines.jsonl', [
      {text: 'title: "Tea for beginners"', label: 0, category: 'x', source: 'a'},
      {text: 'TODO: add a source for this', label: 1, category: 'x', source: 'b'},
    ])
    expect(result.counts).toEqual({truePositive: 1, falsePositive: 0, falseNegative: 0, trueNegative: 1})
  })

  it('asks of a passage whether its spans are touched, and of a look-alike whether all is quiet', () => {
    const text = 'Tea is warm.\n\nTODO: write about milk.\n'
    const span = [text.indexOf('TODO'), text.indexOf('TODO') + 22, 'todo']
    const result = run(residuePassages, 'residue-passages.jsonl', [
      {text, spans: [span], label: 'positive', type: 'todo', source: 'a'},
      {text: 'Tea is warm.', spans: [[0, 3, 'none']], label: 'positive', type: 'none', source: 'b'},
      {text: calm, spans: [], label: 'negative', type: 'prose', source: 'c'},
    ])
    expect(figure(result, 'spans touched')).toBe(0.5)
    expect(figure(result, 'alarms on look-alikes')).toBe(0)
    expect(result.wrong.map(({kind, source}) => `${kind} ${source}`)).toEqual(['fn b'])
  })
})

describe('disclaimer', () => {
  const disclaimer = 'This article is not medical advice and is no substitute for seeing your doctor.'

  it('asks of whole articles whether those that have one are left alone, and the others flagged', () => {
    write('articles/with.md', `# Tea\n\n${calm}\n\n${disclaimer}\n`)
    write('articles/without.md', `# Tea\n\n${calm}\n`)
    const result = run(disclaimerArticles, 'disclaimer-articles.jsonl', [
      {path: 'articles/with.md', label: 'present', source: 'a'},
      {path: 'articles/without.md', label: 'absent', source: 'b'},
      {path: 'articles/without.md', label: 'partial', source: 'c'},
    ])
    expect(result.cases).toBe(2)
    expect(figure(result, 'with one, left alone')).toBe(1)
    expect(figure(result, 'with none, flagged')).toBe(1)
  })

  it('judges a line at the end of an article that has none', () => {
    const result = run(disclaimerLines, 'disclaimer-lines.jsonl', [
      {text: disclaimer, label: 'present', source: 'a'},
      {text: calm, label: 'not-a-disclaimer', source: 'b'},
    ])
    expect(result.counts).toEqual({truePositive: 1, falsePositive: 0, falseNegative: 0, trueNegative: 1})
  })
})

describe('statistics', () => {
  it('takes a figure that names its source for one that needs no finding', () => {
    const result = run(statisticsSecond, 'statistics2.jsonl', [
      {text: 'About 40% of adults sleep badly.', label: 1, cited: false, source: 'a', sample: 'figure'},
      {
        text: 'About 40% of adults sleep badly ([NHS](https://www.nhs.uk/conditions/insomnia/)).',
        label: 1,
        cited: true,
        source: 'b',
        sample: 'figure',
      },
      {text: 'Take 400 mg with food.', label: 0, cited: false, source: 'c', sample: 'digit'},
    ])
    expect(result.counts).toEqual({truePositive: 1, falsePositive: 0, falseNegative: 0, trueNegative: 2})
    expect(figure(result, 'cited, left alone')).toBe(1)
  })
})

describe('whole articles', () => {
  it('count what was found of a list, and alarms that are on no list', () => {
    const text = `# Tea\n\n${calm}\n\n${promise}\n\nTODO: add milk.\n`
    write('articles/doc.md', text)
    const start = text.indexOf(promise)
    const rule = 'no-absolute-efficacy'
    const result = run(documents, 'documents.jsonl', [
      {
        path: 'doc.md',
        findings: [{rule, start, end: start + promise.length, quote: promise, note: 'a promise'}],
        disclaimer: 'absent',
      },
    ])
    expect(figure(result, 'firm findings found')).toBe(1)
    expect(figure(result, 'false alarms an article')).toBe(1)
    expect(figure(result, 'disclaimer verdict right')).toBe(1)
  })
})

describe('the language layer', () => {
  it('is asked whether a named target is negated', () => {
    const result = run(negation, 'negation.jsonl', [
      {text: 'There is no sign of a fracture.', target: 'fracture', label: 'negated', source: 'a'},
      {text: 'The film shows a FRACTURE.', target: 'fracture', label: 'affirmed', source: 'b'},
    ])
    expect(result.counts).toEqual({truePositive: 1, falsePositive: 0, falseNegative: 0, trueNegative: 1})
  })

  it('is asked whether a claim is made outright', () => {
    const result = run(pressReleases, 'claim-strength-press-releases.jsonl', [
      {text: 'Tea lowers blood pressure.', label: 'direct-causal', source: 'a'},
      {text: 'Tea may lower blood pressure.', label: 'conditional-causal', source: 'b'},
      {text: 'Tea drinkers sleep less.', label: 'correlational', source: 'c'},
    ])
    expect(result.cases).toBe(2)
    expect(figure(result, 'F1 of direct')).toBe(1)
    expect(figure(result, 'F1 of hedged')).toBe(1)
  })
})

describe('a wrong case, shown', () => {
  it('has its words, what was said about them, and the cues of the sentence', () => {
    const text = 'It may be that this tea cures diabetes.'
    const shown = formatWrong(engine, [], 'efficacy', {
      kind: 'fn',
      text,
      path: 'tea.md',
      source: 'own words',
      diagnostics: [],
      missed: {start: text.indexOf('cures'), end: text.indexOf('cures') + 5},
    })
    expect(shown).toContain('fn efficacy  own words')
    expect(shown).toContain('this tea [|cures|] diabetes')
    expect(shown).toMatch(/cues: .*hedged “may/)
  })
})
