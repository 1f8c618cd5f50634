import {createRequire} from 'node:module'
import type {Root} from 'mdast'
import {markdownToMdast, mdxToMdast} from 'satteri'
import type {Pluggable} from 'unified'
import type {RemarkParts} from './parse-remark.js'

/**
 * The parsers that only Node can load. The package's `imports` swap this file, outside Node, for `parse-native.browser.ts`.
 */
export interface NativeParser {
  markdown(source: string): Root
  /** Throws an `Error` whose message starts with `line:column:`. */
  mdx(source: string): Root
}

/** A bundle has neither `node_modules` beside it nor, as CommonJS, an address. */
const load = (name: string): unknown => {
  try {
    return createRequire(import.meta.url)(name)
  } catch (cause) {
    throw new Error(
      `healthlint cannot load ${name} here. A bundle for Node leaves healthlint out (esbuild --packages=external) or is made with --conditions=worker.`,
      {cause},
    )
  }
}

const once = <T>(make: () => T): (() => T) => {
  let made: {readonly value: T} | undefined
  return () => {
    made ??= {value: make()}
    return made.value
  }
}

/** Sätteri, or nothing on a platform that its binary does not fit. The build loads the binary with the first call. */
export const nativeParser: () => NativeParser | undefined = once(() => {
  try {
    markdownToMdast('')
    return {
      // Sätteri types its nodes more widely than mdast does, since plugins may add kinds of their own; we add none.
      markdown: (source) => markdownToMdast(source) as Root,
      mdx: (source) => mdxToMdast(source) as Root,
    }
  } catch {
    return undefined
  }
})

/** remark's packages take longer to load than an article to lint, so they are loaded where no binary fits, or when asked for. */
export const remarkParts: () => RemarkParts = once(() => ({
  unified: (load('unified') as typeof import('unified')).unified,
  remarkParse: (load('remark-parse') as typeof import('remark-parse')).default,
  remarkGfm: (load('remark-gfm') as typeof import('remark-gfm')).default,
  remarkFrontmatter: (load('remark-frontmatter') as typeof import('remark-frontmatter')).default,
}))

/** remark-mdx brings a JavaScript parser along, so it is loaded when the first MDX file needs it. */
export const remarkMdx: () => Pluggable | undefined = once(() => {
  const module = load('remark-mdx') as typeof import('remark-mdx')
  return module.default
})
