import * as v from 'valibot'
import type {Article, Span} from '../../../src/article/article.js'
import {type Case, tally} from '../cases.js'
import type {Engine} from '../engine.js'
import {alone} from '../fragment.js'
import type {Measure, Result} from '../measure.js'
import {f1, precisionAndRecall} from '../score.js'

const negated = v.object({
  text: v.string(),
  target: v.string(),
  label: v.picklist(['affirmed', 'negated']),
  source: v.string(),
})

/**
 * Where the target stands in the text, the width of spaces aside: where the annotators wrote it in capitals, else where
 * it stands in any case. A target that was cut off with the rest of its sentence is looked for by its longest beginning or
 * ending; the whole text when none of it is there.
 */
export const placeOf = (text: string, target: string): Span => {
  const words = target.trim().split(/\s+/)
  const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const find = (part: readonly string[]): Span | undefined => {
    const capitals = new RegExp(part.map((word) => escaped(word.toUpperCase())).join('\\s+'))
    const anyCase = new RegExp(part.map(escaped).join('\\s+'), 'i')
    const match = capitals.exec(text) ?? anyCase.exec(text)
    return match === null ? undefined : {start: match.index, end: match.index + match[0].length}
  }
  for (let length = words.length; length > 0; length--) {
    const place = find(words.slice(0, length)) ?? find(words.slice(words.length - length))
    if (place !== undefined) return place
  }
  return {start: 0, end: text.length}
}

export const negation: Measure = {
  name: 'negation',
  title: 'Negation of a named target',
  needs: ['negation.jsonl'],
  rules: () => [],
  needsRules: false,
  run: (gold, engine) => {
    const judged = tally(
      gold.rows('negation.jsonl', negated).map(({text, target, label, source}): Case => {
        const fragment = alone(text)
        const found = engine.probe(text, fragment.path, (article) =>
          article.assertionOf(placeOf(article.text, target)).includes('negated'),
        )
        const note = `target: ${target}`
        return {fragment, source, note, expected: label === 'negated', found, diagnostics: []}
      }),
    )
    return [
      {
        ...judged,
        name: 'negation',
        rules: [],
        set: 'negation.jsonl',
        figures: precisionAndRecall(judged.counts).map((figure) =>
          figure.name === 'F1' ? {...figure, atLeast: 0.98} : figure,
        ),
      },
    ]
  },
}

const claim = v.object({text: v.string(), label: v.string(), source: v.string()})

const hasHedge = (article: Article): boolean =>
  article.sentences.some(({cues}) => cues.some(({kind}) => kind === 'hedged'))

/** Of the claims that say what causes what: is it said outright, or with “may”? The other labels ask something else. */
const claimStrength = (
  engine: Engine,
  gold: Parameters<Measure['run']>[0],
  file: string,
  name: string,
): Result => {
  const rows = gold
    .rows(file, claim)
    .filter(({label}) => label === 'direct-causal' || label === 'conditional-causal')
  const cases = rows.map(({text, label, source}): Case => {
    const fragment = alone(text)
    const found = !engine.probe(text, fragment.path, hasHedge)
    return {fragment, source, note: label, expected: label === 'direct-causal', found, diagnostics: []}
  })
  const judged = tally(cases)
  const {truePositive, falsePositive, falseNegative, trueNegative} = judged.counts
  // The same table, read for the other class.
  const hedged = {
    truePositive: trueNegative,
    falsePositive: falseNegative,
    falseNegative: falsePositive,
    trueNegative: truePositive,
  }
  return {
    ...judged,
    name,
    rules: [],
    set: file,
    figures: [
      {name: 'F1 of direct', value: f1(judged.counts), atLeast: 0.9},
      {name: 'F1 of hedged', value: f1(hedged), atLeast: 0.9},
    ],
  }
}

export const pressReleases: Measure = {
  name: 'hedged-press-releases',
  title: 'Hedged or direct claim, press releases',
  needs: ['claim-strength-press-releases.jsonl'],
  rules: () => [],
  needsRules: false,
  run: (gold, engine) => [
    claimStrength(engine, gold, 'claim-strength-press-releases.jsonl', 'hedged-press-releases'),
  ],
}

export const abstracts: Measure = {
  name: 'hedged-abstracts',
  title: 'Hedged or direct claim, abstracts',
  needs: ['claim-strength-abstracts.jsonl'],
  rules: () => [],
  needsRules: false,
  run: (gold, engine) => [claimStrength(engine, gold, 'claim-strength-abstracts.jsonl', 'hedged-abstracts')],
}

export const exaggeration: Measure = {
  name: 'hedged-exaggeration',
  title: 'Hedged or direct claim, headlines of releases beside their abstracts',
  needs: ['exaggeration.jsonl'],
  rules: () => [],
  needsRules: false,
  run: (gold, engine) => {
    const {figures, ...rest} = claimStrength(engine, gold, 'exaggeration.jsonl', 'hedged-exaggeration')
    return [{...rest, figures: figures.map(({name, value}) => ({name, value}))}]
  },
}
