import type {Measure} from '../measure.js'
import {disclaimerArticles, disclaimerLines} from './disclaimer.js'
import {documents} from './documents.js'
import {efficacyDocuments, efficacySecond, efficacySentences} from './efficacy.js'
import {ruleExamples} from './examples.js'
import {abstracts, exaggeration, negation, pressReleases} from './language.js'
import {residueDocuments, residueLines, residuePassages} from './residue.js'
import {statisticSentences, statisticsSecond} from './statistics.js'

/** In the order of the table. */
export const measures: readonly Measure[] = [
  residueLines,
  residuePassages,
  residueDocuments,
  disclaimerArticles,
  disclaimerLines,
  efficacySentences,
  efficacySecond,
  efficacyDocuments,
  statisticSentences,
  statisticsSecond,
  documents,
  negation,
  pressReleases,
  abstracts,
  exaggeration,
  ruleExamples,
]
