import type {Annotator} from '../annotator.js'
import {statistic} from './statistic.js'

/** Finders of spans that words alone cannot name; a phrase uses them as it uses a lexicon. */
export const annotators: readonly Annotator[] = [statistic]
