import index from 'virtual:rule-index'
import type {PackIndex} from './pack.js'

/** The index of the built-in pack, apart from it: a run that finds all articles in its cache reads no more of it. */
export const builtinIndex: PackIndex = index
