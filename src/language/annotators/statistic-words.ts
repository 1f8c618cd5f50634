import lists from '../../../rules/lexicons/statistics/words.yaml'
import {wordSet} from '../word-set.js'

const setOf = (name: string): ReadonlySet<string> => {
  // The file is ours and is read when we build.
  const words = (lists as Readonly<Record<string, string>>)[name]
  if (words === undefined) throw new Error(`rules/lexicons/statistics/words.yaml has no list “${name}”`)
  return wordSet(words)
}

/** Who is counted. */
export const people = setOf('people')
/** What happens to them and is counted: cases, deaths, visits. */
export const events = setOf('events')
/** What is measured in percent of people or cases: risk, survival, accuracy. */
export const outcomes = setOf('outcomes')
/** Of these, the ones that no product and no test is described by. */
export const firmOutcomes = setOf('firmOutcomes')
/** What a treatment moves: pressure, weight, scores. */
export const measures = setOf('measures')
export const changeVerbs = setOf('raising')
export const multiplyingVerbs = setOf('multiplying')
/** What follows “three times”, when it compares. */
export const comparing = setOf('comparing')
/** What counted people did: “164 were diagnosed”. */
export const outcomeVerbs = setOf('outcomeVerbs')
export const reportingVerbs = setOf('reporting')
/** How a study was made: “enrolled 60 adults” tells no result. */
export const methodWords = setOf('methods')
/** Customers and members are counted to sell, not to report health. */
export const serviceWords = setOf('service')
/** A sentence that begins so, or has one right before the figure, advises. */
export const advising = setOf('advising')
/** A threshold, a target, a normal range. */
export const limits = setOf('limits')
/** What a product or a meal is made of. */
export const contents = setOf('content')
/** “100 % sure”. */
export const flawless = setOf('flawless')
export const moneyWords = setOf('money')
/** Cost of illness, the one kind of money that is a health statistic. */
export const burdenWords = setOf('burden')
/** Degrees of disability in law. */
export const legalWords = setOf('legal')
/** Intensity of exercise: “70 % of your maximum”. */
export const trainingWords = setOf('training')
export const firstPerson = setOf('pronouns')
/** Says of how many a count is: “each year”, “worldwide”. */
export const scopeWords = setOf('where')
export const measureUnits = setOf('measureUnits')
/** Words that end a noun phrase. */
export const phraseEnds = setOf('stopWords')
export const businessWords = setOf('business')
/** How a gene is handed down. */
export const inheritanceWords = setOf('inheritance')
/** What says what a term stands for. */
export const definingWords = setOf('defining')
/** Values of a laboratory that are shares. */
export const labs = setOf('labs')
/** Cases of what is rare are “known”, “described”. */
export const knownWords = setOf('known')
/** Measured in shares of one. */
export const coefficients = setOf('coefficients')
/** Who stands for all people. */
export const anyone = setOf('anyone')
/** “leading”, “most common” */
export const rankings = setOf('ranking')
/** What has a rank: causes, cancers. */
export const ranked = setOf('ranked')
/** Events whose number is news whatever its size. */
export const tolls = setOf('tolls')
/** What only people do, right behind a count: “5,000 die”. */
export const humanVerbs = setOf('human')
/** The same behind a share: “fewer than half take it”. */
export const alone: ReadonlySet<string> = new Set([...humanVerbs, ...setOf('taking')])
/** What was done to those who took part in a study, which is no result. */
export const undergoing = setOf('undergoing')
/** What an illness does to those who are counted: “affects 40,000”. */
export const affecting = setOf('affecting')
/** By how much something moved, as a noun: “a 5 mmHg drop”. */
export const changeNouns = setOf('changeNouns')
/** What the average person does with a measured amount. */
export const habits = setOf('habits')
/** Illnesses and accidents that cost something each. */
export const ills = setOf('ills')
/** Those of whom only studies tell. */
export const studied = setOf('studied')
