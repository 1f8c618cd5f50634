import {near} from './around.js'
import type {Figure, Line} from './figure.js'
import type {FigureContext} from './figure-context.js'

/** “If both parents are carriers, each child has a 25 % chance”: arithmetic, no finding. */
export const isInherited = ({words}: Line, figure: Figure, {inheriting}: FigureContext): boolean =>
  inheriting &&
  near(words, figure.start - 5, figure.end + 4, chances) &&
  (figure.kind === 'percent' ? /^(?:25|50|75)$/.test(String(figure.value)) : [0, 2, 4].includes(figure.value))

const chances = new Set(['chance', 'chances', 'risk', 'odds', 'probability', 'likelihood', 'likely'])

const rarely = new Set(['fewer', 'less', 'more', 'under', 'below', 'over'])

/** “A disease is called rare if it affects fewer than 1 in 2,000 people.” */
export const isDefinition = (
  words: readonly string[],
  figure: Figure,
  start: number,
  {defining, condition}: FigureContext,
): boolean =>
  defining && condition && (near(words, start, figure.start, rarely) || near(words, start - 3, start, rarely))
