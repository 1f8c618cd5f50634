import {doubtMarks} from './doubt-marks.js'
import {exchangeHeadings} from './exchange-headings.js'
import {angledSlots} from './merge-fields.js'
import {emptySlots} from './slots/slots.js'
import {strayTalk} from './stray-talk.js'
import type {Structure} from './structure.js'
import {vendorTokens} from './vendor-tokens.js'
import {wordBudgets} from './word-budgets.js'
import {wrappedBody} from './wrapped-body.js'

/** Residue that wording cannot tell: marks of programs, empty slots, a body in a fence, front matter that stands twice. */
export const draftingResidue: Structure = (article, input) => [
  ...vendorTokens(article),
  ...exchangeHeadings(article, input),
  ...doubtMarks(article),
  ...wordBudgets(article, input),
  ...emptySlots(article, input),
  ...strayTalk(article, input),
  ...angledSlots(article),
  ...wrappedBody(article),
]
