import type {CheckKind} from './kind.js'
import {phraseCheck} from './phrase.js'
import {requireCheck} from './require.js'
import {structureCheck} from './structure.js'
import {supportCheck} from './support.js'

/** The kinds of check, by the key that a rule file gives. A kind is added when two rules need it. */
export const checkKinds = {
  phrase: phraseCheck,
  require: requireCheck,
  support: supportCheck,
  structure: structureCheck,
} as const

export type CheckName = keyof typeof checkKinds

// The schema of a kind and its compiler agree on the definition; their union cannot say so.
export const kindOf = (name: CheckName): CheckKind => checkKinds[name] as unknown as CheckKind
