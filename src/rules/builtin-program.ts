import packed from 'virtual:phrase-program'
import {once} from '../article/once.js'
import {annotators} from '../language/annotators/index.js'
import {linkPhrases} from '../phrase/link.js'
import {unpackPhrases} from '../phrase/packed.js'

/** All phrases of the built-in pack, compiled when we were built. */
export const builtinProgram = once(() => linkPhrases(unpackPhrases(packed), annotators))
