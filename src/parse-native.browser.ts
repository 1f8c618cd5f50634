import type {Pluggable} from 'unified'
import type {NativeParser} from './parse-native.js'

/** What stands in for `parse-native.ts` where there is no Node: remark-parse does the work, and MDX is read as Markdown. */
export const nativeParser = (): NativeParser | undefined => undefined

export const remarkMdx = (): Pluggable | undefined => undefined
