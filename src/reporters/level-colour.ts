import type {Level} from '../diagnostic.js'
import type {Colours} from './colours.js'

export const levelColour = (level: Level, colours: Colours): ((text: string) => string) =>
  level === 'error' ? colours.red : level === 'warning' ? colours.yellow : colours.cyan
