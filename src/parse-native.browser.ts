import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {type Pluggable, unified} from 'unified'
import type {NativeParser} from './parse-native.js'
import type {RemarkParts} from './parse-remark.js'

/** What stands in for `parse-native.ts` where there is no Node: remark-parse does the work, and MDX is read as Markdown. */
export const nativeParser = (): NativeParser | undefined => undefined

export const remarkParts = (): RemarkParts => ({unified, remarkParse, remarkGfm, remarkFrontmatter})

export const remarkMdx = (): Pluggable | undefined => undefined
