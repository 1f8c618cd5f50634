import packed from 'virtual:phrase-program'
import {annotators} from '../language/annotators/index.js'
import {once} from '../once.js'
import {linkCode} from '../phrase/link.js'
import {unpackPhrases} from '../phrase/packed.js'

/** All phrases of the built-in pack, compiled when we were built. */
export const builtinCode = once(() => linkCode(unpackPhrases(packed), annotators))
