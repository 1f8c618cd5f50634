import type {PackedPhrases} from '../src/phrase/packed.js'
import {packPhrases} from '../src/phrase/packed.js'
import {builtinPack} from '../src/rules/builtin.js'
import {packProgram} from '../src/rules/pack-program.js'

/** The built-in pack's phrases as the package ships them; `rule-pack.ts` bundles and runs this when we build. */
export const packedProgram = (): PackedPhrases => packPhrases(packProgram(builtinPack))
